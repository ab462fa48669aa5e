"""Slash commands as a person sends them."""

from . import talk
from .channels import Channel
from .core import Core
from .errors import Refusal
from .interactions import command_payload
from .outcome import Outcome
from .people import Person
from .replies import reply
from .typed import as_command_text
from .workspace import SLACKBOT


async def send(
    core: Core, person: Person, channel: Channel, line: str, thread_ts: str | None = None
) -> Outcome:
    """What goes wrong is also shown to the person, by Slackbot."""
    name, _, text = line.strip().partition(" ")
    if "\n" in name:
        name, _, text = line.strip().partition("\n")
    if refusal := _refused(core, person, channel, name, thread_ts):
        return _told(core, person, channel, refusal)
    should_escape = core.manifest.commands[name].should_escape
    entered = as_command_text(text.strip(), core.workspace, person, should_escape)
    payload = command_payload(core, person, channel, name, entered)
    delivery = await core.deliveries.deliver("slash_commands", payload, accepts_answer=True)
    outcome = Outcome.of(delivery)
    if not outcome.ok:
        _tell(core, person, channel, f'{name} failed with the error "{outcome.error}"')
    elif outcome.acknowledgement:
        try:
            reply(core, channel, person, outcome.acknowledgement)
        except Refusal as refused:
            _tell(core, person, channel, f'{name} failed with the error "{refused.error}"')
            return Outcome.of(delivery, error=refused.error)
    return outcome


def _refused(core: Core, person: Person, channel: Channel, name: str, thread_ts: str | None) -> str | None:
    if name not in core.manifest.commands:
        return f"{name} is not a valid command"
    if thread_ts is not None:
        return f"{name} is not supported in threads. Sorry!"
    if person.id not in channel.members:
        return "not_in_channel"
    return "is_archived" if channel.archived else None


def _told(core: Core, person: Person, channel: Channel, refusal: str) -> Outcome:
    if person.id in channel.members:
        _tell(core, person, channel, refusal)
    return Outcome(ok=False, error=refusal)


def _tell(core: Core, person: Person, channel: Channel, text: str) -> None:
    talk.whisper(core, channel, core.workspace.person(SLACKBOT), person, text)
