"""Files: announced, received, and shown once their upload is complete."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from .errors import Refusal
from .stamps import Stamps, secret

TYPES = {
    "csv": ("csv", "text/csv", "CSV"),
    "md": ("markdown", "text/plain", "Markdown (raw)"),
    "txt": ("text", "text/plain", "Plain Text"),
    "pdf": ("pdf", "application/pdf", "PDF"),
    "png": ("png", "image/png", "PNG"),
    "jpg": ("jpg", "image/jpeg", "JPEG"),
    "jpeg": ("jpg", "image/jpeg", "JPEG"),
    "gif": ("gif", "image/gif", "GIF"),
    "webp": ("webp", "image/webp", "WebP"),
}
"""filetype, mimetype and pretty_type by the ending of the name."""
UNKNOWN = ("binary", "application/octet-stream", "Binary")


@dataclass
class File:
    """`length` is what was announced; a file without content is complete only if nothing was announced."""

    id: str
    name: str
    length: int
    title: str = ""
    content: bytes = b""
    received: bool = False
    complete: bool = False

    @property
    def picture(self) -> str | None:
        """The mimetype of what may be shown as it is: pictures, which cannot run anything."""
        mimetype = TYPES.get(self.name.rpartition(".")[2].lower(), UNKNOWN)[1]
        return mimetype if mimetype.startswith("image/") else None

    def as_slack(self, url: str, person: str, created: int) -> dict[str, Any]:
        filetype, mimetype, pretty = TYPES.get(self.name.rpartition(".")[2].lower(), UNKNOWN)
        private = f"{url}/files/{self.id}/{quote(self.name, safe='')}"
        return {
            "id": self.id,
            "created": created,
            "timestamp": created,
            "name": self.name,
            "title": self.title or self.name,
            "mimetype": mimetype,
            "filetype": filetype,
            "pretty_type": pretty,
            "user": person,
            "size": len(self.content),
            "mode": "hosted",
            "is_external": False,
            "is_public": False,
            "url_private": private,
            "url_private_download": private,
            "permalink": private,
        }


class Files:
    def __init__(self, stamps: Stamps) -> None:
        self._stamps = stamps
        self._by_id: dict[str, File] = {}
        self._tickets: dict[str, File] = {}

    def announce(self, name: str, length: int) -> tuple[File, str]:
        """The file, and the ticket its bytes come with."""
        file, ticket = File(self._stamps.id("F"), name, length), secret()
        self._by_id[file.id] = self._tickets[ticket] = file
        return file, ticket

    def receive(self, ticket: str, content: bytes) -> None:
        file = self._tickets.pop(ticket, None)
        if file is None:
            raise Refusal("invalid_upload_url")
        if len(content) != file.length:
            raise Refusal("length_mismatch")
        file.content, file.received = content, True

    def complete(self) -> list[File]:
        return [file for file in self._by_id.values() if file.complete]

    def take_in(self, files: Iterable[File]) -> None:
        self._by_id |= {file.id: file for file in files}

    def keep(self, name: str, content: bytes) -> File:
        """A file that came whole."""
        file = File(self._stamps.id("F"), name, len(content), content=content, received=True, complete=True)
        self._by_id[file.id] = file
        return file

    def find(self, file_id: str) -> File:
        if file_id not in self._by_id:
            raise Refusal("file_not_found")
        return self._by_id[file_id]
