"""A part of the stack: a process, what it needs first, and how it is known to be ready."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import psutil

from local_stack.bound_to_parent import bound_to_parent

State = Literal["waiting", "starting", "ready", "done", "crashed", "stopped"]

FIRST_PAUSE_SECONDS = 0.3
LONGEST_PAUSE_SECONDS = 5.0
LARGEST_LOG = 20_000_000


@dataclass
class Part:
    """One process of the stack, and what became of it."""

    name: str
    launch: Callable[[], subprocess.Popen[bytes]]
    is_ready: Callable[[], bool]
    needs: tuple[str, ...] = ()
    runs_once: bool = False
    state: State = "waiting"
    process: subprocess.Popen[bytes] | None = None
    created_at: float = 0.0
    began: float = 0.0
    seconds: float = 0.0
    crashes: int = 0
    rest_until: float = field(default=0.0)

    def begin(self) -> None:
        """Starts the process."""
        self.process = self.launch()
        self.created_at = created(self.process.pid)
        self.began = time.monotonic()
        self.state = "starting"

    def look(self) -> bool:
        """Sees what became of the process; returns whether anything changed."""
        if self.process is None or self.state not in {"starting", "ready"}:
            return False
        status = self.process.poll()
        if status is not None:
            self._ended(status)
            return True
        if self.state == "starting" and not self.runs_once and self.is_ready():
            self.state, self.seconds = "ready", time.monotonic() - self.began
            return True
        return False

    def _ended(self, status: int) -> None:
        if self.runs_once and status == 0:
            self.state, self.seconds = "done", time.monotonic() - self.began
            return
        self.crashes += 1
        self.state = "crashed"
        pause = min(FIRST_PAUSE_SECONDS * 2 ** min(self.crashes - 1, 8), LONGEST_PAUSE_SECONDS)
        self.rest_until = time.monotonic() + pause

    def ask_to_stop(self) -> None:
        """SIGTERM (PostgreSQL: its fast shutdown)."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT if self.name == "postgres" else signal.SIGTERM)

    def end(self) -> None:
        """Ends whatever is left of the process and its children, by force."""
        if self.process and self.process.poll() is None:
            end_group(self.process.pid)
            self.process.wait()
        self.state = "stopped"


def created(pid: int) -> float:
    """When the process began, seconds since the epoch; tells it from a later one with the same pid. 0 if it is gone."""
    try:
        return float(psutil.Process(pid).create_time())
    except psutil.NoSuchProcess:
        return 0.0


def end_group(pid: int) -> None:
    """SIGKILL for a process and all that it started."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def launch_python(module: str, *arguments: str, environment: Mapping[str, str], log: Path) -> subprocess.Popen[bytes]:
    """`python -m module …` in a process group of its own, writing to `log`."""
    with log.open("ab") as output:
        return subprocess.Popen(  # noqa: S603 - our own modules
            bound_to_parent([sys.executable, "-m", module, *arguments]),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=dict(environment),
            start_new_session=True,
        )


def bound(log: Path) -> None:
    """Sets a log that grew too large aside, once."""
    if log.exists() and log.stat().st_size > LARGEST_LOG:
        log.replace(log.with_suffix(".old.log"))
