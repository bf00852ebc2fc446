"""What an earlier run left behind: found by pid and birth, so that no stranger is ever stopped."""

from __future__ import annotations

import os
import time
from pathlib import Path

import psutil

from local_stack.part import created, end_group
from local_stack.places import Places, read_json

BIRTH_TOLERANCE_SECONDS = 1.0


def is_same(pid: int, created_at: float) -> bool:
    """Whether the process with this pid is still the one that was recorded."""
    return psutil.pid_exists(pid) and abs(created(pid) - created_at) < BIRTH_TOLERANCE_SECONDS


def supervisor_file(places: Places) -> Path:
    """Where the supervisor writes who it is."""
    return places.root / "supervisor"


def claim(places: Places) -> None:
    """Records this process as the stack's supervisor."""
    supervisor_file(places).write_text(f"{os.getpid()} {created(os.getpid())}")


def supervisor_of(places: Places) -> int | None:
    """The pid of the supervisor that is running, if one is."""
    path = supervisor_file(places)
    if not path.exists():
        return None
    pid, _, created_at = path.read_text().partition(" ")
    return int(pid) if is_same(int(pid), float(created_at)) else None


def end_leftovers(places: Places) -> int:
    """Ends what a supervisor that died left running; returns how many processes that was."""
    parts = read_json(places.state).get("parts", {}).values()
    left = [part["pid"] for part in parts if part["pid"] and is_same(part["pid"], part["created_at"])]
    for pid in left:
        end_group(pid)
    while any(psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE for pid in left):
        time.sleep(0.05)
    return len(left)
