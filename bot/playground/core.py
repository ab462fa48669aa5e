"""The parts of the local Slack, bundled for those who act on several of them."""

from dataclasses import dataclass

from .bell import Bell
from .deliveries import Deliveries
from .desk import Desk
from .events import Events
from .faults import Faults
from .files import Files
from .forms import Forms
from .manifest import Manifest
from .reads import Reads
from .response_urls import ResponseUrls
from .stamps import Clock
from .tokens import Tokens
from .triggers import Triggers
from .wire import Wire
from .workspace import Workspace


@dataclass
class Core:
    """`url` is the server's own address, known once it listens."""

    clock: Clock
    manifest: Manifest
    workspace: Workspace
    bell: Bell
    deliveries: Deliveries
    events: Events
    forms: Forms
    triggers: Triggers
    response_urls: ResponseUrls
    files: Files
    tokens: Tokens
    wire: Wire
    faults: Faults
    desk: Desk
    reads: Reads
    url: str = ""
