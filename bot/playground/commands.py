"""Slash commands as a person sends them."""

from .channels import Channel
from .core import Core
from .errors import Refusal
from .interactions import command_payload
from .outcome import Outcome
from .people import Person
from .replies import reply
from .typed import as_command_text


async def send(
    core: Core, person: Person, channel: Channel, line: str, thread_ts: str | None = None
) -> Outcome:
    """Its error is Slack's code, or the sentence the person is shown when nothing was sent."""
    name, _, text = line.strip().partition(" ")
    if "\n" in name:
        name, _, text = line.strip().partition("\n")
    if refusal := _refused(core, person, channel, name, thread_ts):
        return Outcome(ok=False, error=refusal)
    should_escape = core.manifest.commands[name].should_escape
    entered = as_command_text(text.strip(), core.workspace, person, should_escape)
    payload = command_payload(core, person, channel, name, entered)
    delivery = await core.deliveries.deliver("slash_commands", payload, accepts_answer=True)
    try:
        if delivery.ok and delivery.acknowledgement:
            reply(core, channel, person, delivery.acknowledgement)
    except Refusal as refused:
        return Outcome.of(delivery, error=refused.error)
    return Outcome.of(delivery)


def _refused(core: Core, person: Person, channel: Channel, name: str, thread_ts: str | None) -> str | None:
    if name not in core.manifest.commands:
        return f"{name} is not a valid command"
    if thread_ts is not None:
        return f"{name} is not supported in threads. Sorry!"
    if person.id not in channel.members:
        return "not_in_channel"
    return "is_archived" if channel.archived else None
