"""HTTP delivery: signed requests to the app's request URL."""

import hashlib
import hmac
import json
import time
from typing import Any
from urllib.parse import urlencode

import aiohttp

from .deliveries import Undelivered
from .wire import Delivery


class SignedHttp:
    def __init__(self, request_url: str, signing_secret: str) -> None:
        self._request_url = request_url
        self._signing_secret = signing_secret
        self._session: aiohttp.ClientSession | None = None

    @property
    def reachable(self) -> bool:
        return True

    async def ready(self) -> None:
        """An address can always be tried."""

    async def send(self, delivery: Delivery, patience: float) -> dict[str, Any] | None:
        body, content_type = _body(delivery)
        headers = self._headers(body, content_type) | _retry_headers(delivery)
        try:
            timeout = aiohttp.ClientTimeout(total=patience)
            async with self._client().post(
                self._request_url, data=body, headers=headers, timeout=timeout
            ) as response:
                return _answer(response, await response.text())
        except TimeoutError:
            raise Undelivered("operation_timeout", "http_timeout") from None
        except aiohttp.ClientError:
            raise Undelivered("dispatch_failed", "connection_failed") from None

    async def verify(self, challenge: str) -> bool:
        """Whether the address gives the challenge back, as Slack asks when it is entered."""
        body = json.dumps({"token": "local", "challenge": challenge, "type": "url_verification"}).encode()
        headers = self._headers(body, "application/json")
        async with self._client().post(self._request_url, data=body, headers=headers) as response:
            return response.status == 200 and challenge in await response.text()

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession()
        return self._session

    def _headers(self, body: bytes, content_type: str) -> dict[str, str]:
        timestamp = str(int(time.time()))
        return {
            "Content-Type": content_type,
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": signature(self._signing_secret, timestamp, body),
        }


def signature(signing_secret: str, timestamp: str, body: bytes) -> str:
    base = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(signing_secret.encode(), base, hashlib.sha256).hexdigest()


def _body(delivery: Delivery) -> tuple[bytes, str]:
    if delivery.kind == "events_api":
        return json.dumps(delivery.payload).encode(), "application/json"
    fields = (
        delivery.payload if delivery.kind == "slash_commands" else {"payload": json.dumps(delivery.payload)}
    )
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"


def _retry_headers(delivery: Delivery) -> dict[str, str]:
    if not delivery.retry_num:
        return {}
    return {"X-Slack-Retry-Num": str(delivery.retry_num), "X-Slack-Retry-Reason": delivery.retry_reason}


def _answer(response: aiohttp.ClientResponse, body: str) -> dict[str, Any] | None:
    if response.status != 200:
        retry = response.headers.get("X-Slack-No-Retry") != "1"
        raise Undelivered("dispatch_failed", "http_error", retry)
    if not body.strip():
        return None
    if response.content_type != "application/json":
        return {"text": body}
    try:
        answer: dict[str, Any] = json.loads(body)
    except ValueError:
        raise Undelivered("dispatch_failed", "http_error") from None
    return answer or None
