"""What a person does on the page; each act takes the hand and the request's JSON and answers with JSON."""

from collections.abc import Awaitable, Callable

from . import talk
from .blocks import Json
from .core import Core
from .form_acts import Answer, answer, close, message, press, submit, suggest
from .hands import Hand

Act = Callable[[Core, Hand, Json], Awaitable[Answer]]
DONE: Answer = {"ok": True}


async def say(_core: Core, hand: Hand, given: Json) -> Answer:
    about = given.get("thread_ts"), bool(given.get("broadcast"))
    said = await hand.say(given["channel"], given["text"], *about)
    return DONE | {"ts": said.ts}


async def edit(_core: Core, hand: Hand, given: Json) -> Answer:
    await hand.edit(message(hand, given), given["text"])
    return DONE


async def delete(_core: Core, hand: Hand, given: Json) -> Answer:
    await hand.delete(message(hand, given))
    return DONE


async def command(_core: Core, hand: Hand, given: Json) -> Answer:
    return answer(await hand.command(given["channel"], given["text"]))


async def shortcut(_core: Core, hand: Hand, given: Json) -> Answer:
    """On a message when `ts` is given, else a global one."""
    if not given.get("ts"):
        return answer(await hand.global_shortcut(given["callback_id"]))
    return answer(await hand.shortcut(given["callback_id"], message(hand, given)))


async def react(core: Core, hand: Hand, given: Json) -> Answer:
    """Reacts, or takes the person's reaction back."""
    reacted, name = message(hand, given), given["name"]
    if hand.person.id in reacted.reactions.get(name, []):
        talk.unreact(core, reacted, hand.person, name)
    else:
        await hand.react(reacted, name)
    return DONE


async def mark(core: Core, hand: Hand, given: Json) -> Answer:
    """Everything up to `ts` has been read."""
    core.reads.mark(hand.person, core.workspace.channel(given["channel"]), str(given["ts"]))
    core.bell.ring("reads", person=hand.person.id)
    return DONE


async def home(core: Core, hand: Hand, given: Json) -> Answer:
    """Opens a tab of the app: `home` or `messages`."""
    place = await hand.open_home(given["tab"])
    core.bell.ring("state", person=hand.person.id)
    return DONE | {"channel": place.id}


async def join(_core: Core, hand: Hand, given: Json) -> Answer:
    await hand.join(given["channel"])
    return DONE


async def leave(_core: Core, hand: Hand, given: Json) -> Answer:
    await hand.leave(given["channel"])
    return DONE


async def invite(_core: Core, hand: Hand, given: Json) -> Answer:
    await hand.invite(given["channel"], given["user"])
    return DONE


IN_CHANNELS: tuple[Act, ...] = (say, edit, delete, command, shortcut, react, mark, home, join, leave, invite)
IN_BLOCKS: tuple[Act, ...] = (press, submit, close, suggest)
ACTS: dict[str, Act] = {act.__name__: act for act in (*IN_CHANNELS, *IN_BLOCKS)}
