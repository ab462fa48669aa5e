"""What the bot is built from, doing nothing: Bolt over Socket Mode, and SQLAlchemy on a file."""

import asyncio
import os

import sqlalchemy
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient


async def main() -> None:
    with sqlalchemy.create_engine(os.environ["DATABASE_URL"]).connect() as connection:
        connection.execute(sqlalchemy.text("SELECT 1"))
    client = AsyncWebClient(os.environ["SLACK_BOT_TOKEN"], base_url=os.environ["SLACK_API_URL"])
    app = AsyncApp(client=client)
    handler = AsyncSocketModeHandler(app, os.environ["SLACK_APP_TOKEN"], web_client=client)
    await handler.start_async()  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    asyncio.run(main())
