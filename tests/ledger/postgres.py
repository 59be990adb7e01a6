"""A PostgreSQL server of the tests' own: in a temporary folder, on a socket in it, gone when the tests are."""

from __future__ import annotations

import contextlib
import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_DEATH_SIGNAL = 1
"""Linux's ``PR_SET_PDEATHSIG``."""


@dataclass(frozen=True)
class Server:
    """A running server; each database in it is empty and used by one test."""

    folder: Path
    binaries: Path

    def database(self) -> str:
        """The address of a new, empty database."""
        name = f"t{uuid.uuid4().hex[:12]}"
        self.execute(f"CREATE DATABASE {name}")
        return f"postgresql://onrecord@/{name}?host={self.folder}"

    def drop(self, address: str) -> None:
        self.execute(f"DROP DATABASE IF EXISTS {address.rpartition('/')[0].rpartition('/')[2]}")

    def execute(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(f"host={self.folder} user=onrecord dbname=postgres", autocommit=True) as connection:
            connection.execute(statement)


def binaries() -> Path | None:
    """Where the newest server's programs are, if there is one."""
    found = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()]
    if found:
        return max(found, key=lambda path: float(path.parent.name))
    initdb = shutil.which("initdb")
    return Path(initdb).parent if initdb else None


def lacking() -> str | None:
    """Why there can be no server here; nothing where there can."""
    if binaries() is None:
        return "PostgreSQL is not installed: apt-get install postgresql, or run 'make test' as root"
    with contextlib.suppress(ImportError):
        import psycopg  # noqa: F401

        return None
    return "psycopg is not installed: pip install 'onrecord[postgres]'"


@contextlib.contextmanager
def server() -> Iterator[Server]:
    """Start a server, and end it."""
    programs = binaries()
    assert programs is not None
    folder = Path(tempfile.mkdtemp(prefix="onrecord-postgres-"))
    user = _user()
    if user is not None:
        os.chown(folder, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)
    data = folder / "data"
    try:
        _run(user, programs / "initdb", "-D", data, "-U", "onrecord", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        options = {"listen_addresses": "", "unix_socket_directories": str(folder), "fsync": "off",
                   "max_connections": "60", "shared_buffers": "64MB"}  # fmt: skip
        flags = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                [programs / "postgres", "-D", data, *flags], stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                preexec_fn=_die_with_parent,  # noqa: PLW1509 - no threads run yet
                **_as(user),
            )  # fmt: skip
        try:
            _wait(programs, folder, process)
            yield Server(folder, programs)
        finally:
            process.send_signal(signal.SIGQUIT)
            process.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait(programs: Path, folder: Path, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while subprocess.run([programs / "pg_isready", "-q", "-h", folder], check=False).returncode != 0:
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError((folder / "log").read_text())
        time.sleep(0.05)


def _user() -> str | None:
    """PostgreSQL refuses to run as root; its package has made a user for it."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    return None


def _as(user: str | None) -> dict[str, object]:
    if user is None:
        return {}
    entry = pwd.getpwnam(user)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": [], "cwd": "/"}


def _run(user: str | None, *command: object) -> None:
    done = subprocess.run([str(part) for part in command], capture_output=True, check=False, **_as(user))
    if done.returncode:
        raise RuntimeError(done.stderr.decode())


def _die_with_parent() -> None:
    """End the server even when the tests are killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGQUIT)
