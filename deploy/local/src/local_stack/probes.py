"""How a part is known to be up. The supervisor starts processes, so it must not load gRPC, which dislikes forks."""

from __future__ import annotations

import socket
import urllib.request
from urllib.error import URLError

PROBE_SECONDS = 0.5


def accepts(port: int) -> bool:
    """Whether somebody listens on 127.0.0.1:`port`."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=PROBE_SECONDS):
            return True
    except OSError:
        return False


def answers(url: str) -> bool:
    """Whether `url` answers 2xx."""
    try:
        with urllib.request.urlopen(url, timeout=PROBE_SECONDS):  # noqa: S310 - our own
            return True
    except (URLError, OSError):
        return False
