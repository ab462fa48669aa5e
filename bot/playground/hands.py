"""What a person does in Slack, and what they see."""

from collections.abc import Mapping
from typing import Any

from . import commands, membership, pressing, shortcuts, submitting, talk
from .channels import Channel
from .core import Core
from .errors import Refusal
from .forms import Form
from .messages import Message
from .outcome import Outcome
from .people import Person
from .typed import as_message


class Hand:
    """One person's hand. Channels may be given as such or by id; what they may not do raises Refusal."""

    def __init__(self, core: Core, person: Person) -> None:
        self.person = person
        self._core = core

    @property
    def view(self) -> dict[str, Any] | None:
        """The form on top, as Slack describes views."""
        form = self._core.forms.top(self.person.id)
        return form.as_slack(self._core.workspace) if form else None

    @property
    def home(self) -> dict[str, Any] | None:
        """The app's home tab, if one was published for this person."""
        form = self._core.forms.homes.get(self.person.id)
        return form.as_slack(self._core.workspace) if form else None

    async def say(
        self, channel: Channel | str, text: str, thread_ts: str | None = None, broadcast: bool = False
    ) -> Message:
        """In the thread of `thread_ts` when that is given, be it its parent or a reply.

        `broadcast` shows the reply in the channel too.
        """
        place = self._own(channel)
        answered = place.find(thread_ts) if thread_ts else None
        if thread_ts and answered is None:
            raise Refusal("thread_not_found")
        thread = (answered.thread_ts or answered.ts) if answered else None
        typed = self._typed(text)
        return talk.post(
            self._core,
            place,
            self.person,
            typed,
            thread_ts=thread,
            broadcast=broadcast and thread is not None,
        )

    async def edit(self, message: Message, text: str) -> None:
        if message.user != self.person.id:
            raise Refusal("cant_update_message")
        talk.change(self._core, message, self.person, self._typed(text), None)

    async def delete(self, message: Message) -> None:
        if message.user != self.person.id and not self.person.is_admin:
            raise Refusal("cant_delete_message")
        talk.erase(self._core, message)

    async def react(self, message: Message, name: str) -> None:
        self._own(message.channel)
        talk.react(self._core, message, self.person, name)

    async def unreact(self, message: Message, name: str) -> None:
        self._own(message.channel)
        talk.unreact(self._core, message, self.person, name)

    async def join(self, channel: Channel | str) -> None:
        place = self._visible(channel)
        if place.kind != "public":
            raise Refusal("method_not_supported_for_channel_type")
        membership.join(self._core, place, self.person)

    async def leave(self, channel: Channel | str) -> None:
        membership.leave(self._core, self._visible(channel), self.person)

    async def invite(self, channel: Channel | str, guest: Person | str) -> None:
        membership.join(self._core, self._own(channel), self._someone(guest), inviter=self.person)

    async def remove(self, channel: Channel | str, person: Person | str) -> None:
        membership.leave(self._core, self._own(channel), self._someone(person), removed_by=self.person)

    async def command(self, channel: Channel | str, line: str, thread_ts: str | None = None) -> Outcome:
        place = self._core.workspace.channel(channel)
        return await commands.send(self._core, self.person, place, line, thread_ts)

    async def shortcut(self, callback_id: str, message: Message) -> Outcome:
        place = self._visible(message.channel)
        return await shortcuts.from_message(self._core, self.person, place, message, callback_id)

    async def global_shortcut(self, callback_id: str) -> Outcome:
        return await shortcuts.from_anywhere(self._core, self.person, callback_id)

    async def press(
        self, message: Message, action_id: str, block_id: str | None = None, value: Any = None
    ) -> Outcome:
        """`value` is the choice in a menu, or tells buttons of one action_id apart. Raises LookupError."""
        if message not in self.sees(message.channel):
            raise LookupError("this person does not see the message")
        return await pressing.in_message(self._core, self.person, message, action_id, block_id, value)

    async def press_in_view(self, action_id: str, block_id: str | None = None, value: Any = None) -> Outcome:
        return await pressing.in_form(self._core, self.person, self._form(), action_id, block_id, value)

    async def press_in_home(self, action_id: str, block_id: str | None = None, value: Any = None) -> Outcome:
        home = self._core.forms.homes[self.person.id]
        return await pressing.in_form(self._core, self.person, home, action_id, block_id, value)

    async def submit(self, entered: Mapping[str, Any] | None = None) -> Outcome:
        """`entered` by block_id; inputs left out keep what stands in them. Raises LookupError."""
        form = self._form()
        submitting.fill(form, entered or {})
        return await submitting.submit(self._core, self.person, form)

    async def close_view(self) -> Outcome:
        return await submitting.close(self._core, self.person, self._form())

    async def open_home(self, tab: str = "home") -> Channel:
        """Opens the app's home; with `tab="messages"` its direct messages, which are the answer."""
        workspace = self._core.workspace
        place = workspace.direct([workspace.bot.id, self.person.id])
        event = {"type": "app_home_opened", "user": self.person.id, "channel": place.id, "tab": tab}
        view = {"view": self.home} if tab == "home" and self.home else {}
        self._core.events.happened(event | view)
        return place

    def sees(self, channel: Channel | str) -> list[Message]:
        """Oldest first, with threads and this person's ephemerals; [] where they may not look."""
        place = self._core.workspace.channels.get(channel if isinstance(channel, str) else channel.id)
        if place is None or not self._core.workspace.sees(self.person, place):
            return []
        return sorted([*place.messages, *self.ephemerals(place)], key=lambda message: float(message.ts))

    def ephemerals(self, channel: Channel | str) -> list[Message]:
        place = self._core.workspace.channel(channel)
        return [message for message in place.ephemerals if message.ephemeral_to == self.person.id]

    def _typed(self, text: str) -> str:
        return as_message(text, self._core.workspace, self.person)

    def _someone(self, person: Person | str) -> Person:
        return person if isinstance(person, Person) else self._core.workspace.person(person)

    def _visible(self, channel: Channel | str) -> Channel:
        place = self._core.workspace.channel(channel)
        if not self._core.workspace.sees(self.person, place):
            raise Refusal("channel_not_found")
        return place

    def _own(self, channel: Channel | str) -> Channel:
        """A channel the person may write in."""
        place = self._visible(channel)
        if self.person.id not in place.members:
            raise Refusal("not_in_channel")
        if place.archived:
            raise Refusal("is_archived")
        return place

    def _form(self) -> Form:
        form = self._core.forms.top(self.person.id)
        if form is None:
            raise LookupError(f"{self.person.name} has no form open")
        return form
