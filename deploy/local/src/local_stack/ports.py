"""Ports on 127.0.0.1: two that people use, the others chosen free once and kept."""

from __future__ import annotations

import socket
from pathlib import Path

import psutil

from local_stack.places import read_json, write_json

INTERNAL = ("postgres", "nats", "stripe-sandbox", "pricing", "booking", "identity", "payments", "notifications")


class PortTakenError(Exception):
    """Somebody else listens on a port that we need."""


def is_free(port: int) -> bool:
    """Whether we could listen on it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def internal_ports(path: Path) -> dict[str, int]:
    """The ports chosen at the first start; one that is taken by now is chosen anew."""
    kept = read_json(path)
    ports = {name: kept[name] if name in kept and is_free(kept[name]) else free_port() for name in INTERNAL}
    write_json(path, ports)
    return ports


def demand_free(port: int, variable: str, purpose: str) -> None:
    """Raises PortTakenError, with the way out, when `port` can't be had."""
    if not is_free(port):
        raise PortTakenError(
            f"Port {port} on 127.0.0.1, which {purpose} needs, is taken{by_whom(port)}; "
            f"stop that, or choose another port: {variable}={port + 100} make up"
        )


def by_whom(port: int) -> str:
    """Who listens on `port`, as far as we may know."""
    try:
        listening = [one for one in psutil.net_connections("tcp") if one.status == psutil.CONN_LISTEN]
        listeners = [one for one in listening if one.laddr and one.laddr.port == port]
        return f" by process {listeners[0].pid} ({psutil.Process(listeners[0].pid).name()})" if listeners else ""
    except psutil.Error:
        return ""
