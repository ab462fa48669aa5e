"""The tokens of the one app."""

from .stamps import secret


class Tokens:
    """`refused` is Slack's word once the bot's token is no longer taken, such as `token_revoked`."""

    def __init__(self) -> None:
        self.bot = f"xoxb-local-{secret()}"
        self.app = f"xapp-1-local-{secret()}"
        self.refused: str | None = None
