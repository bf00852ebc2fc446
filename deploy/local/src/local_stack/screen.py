"""What a person sees while the stack starts, and the card when it is up."""

from __future__ import annotations

import os
import time
from pathlib import Path

from rich.console import Console
from rich.live import Live
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from local_stack.part import Part

MARKS = {
    "waiting": ("·", "dim"),
    "starting": ("…", "yellow"),
    "ready": ("✓", "green"),
    "done": ("✓", "green"),
    "crashed": ("✗", "red"),
    "stopped": ("·", "dim"),
}


def table_of(parts: dict[str, Part]) -> Table:
    """One row for each part: its mark, its name, how it is, how long it took."""
    table = Table.grid(padding=(0, 2))
    for part in parts.values():
        mark, style = MARKS[part.state]
        table.add_row(Text(mark, style), part.name, Text(part.state, style), words_on(part))
    return table


def words_on(part: Part) -> str:
    """Seconds to come up, and crashes if there were any."""
    seconds = part.seconds or (time.monotonic() - part.began if part.state == "starting" else 0)
    crashes = f"  crashed {part.crashes} ×" if part.crashes else ""
    return f"{seconds:5.1f} s{crashes}" if seconds else crashes


class LiveScreen:
    """A table that changes in place, for terminals."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self._live = Live(console=console, refresh_per_second=8, transient=False)
        self._shown = 0.0
        self._parts: dict[str, Part] = {}

    def __enter__(self) -> LiveScreen:
        self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._live.update(table_of(self._parts))
        self._live.stop()

    def show(self, parts: dict[str, Part]) -> None:
        """Draws the table anew, at most eight times a second."""
        self._parts = parts
        if time.monotonic() - self._shown > 0.12:
            self._shown = time.monotonic()
            self._live.update(table_of(parts))


class LineScreen:
    """A line for each change, for logs and pipes."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self._known: dict[str, tuple[str, int]] = {}

    def __enter__(self) -> LineScreen:
        return self

    def __exit__(self, *_: object) -> None:
        return

    def know(self, parts: dict[str, Part]) -> None:
        """What was shown already is not said again."""
        self._known = {part.name: (part.state, part.crashes) for part in parts.values()}

    def show(self, parts: dict[str, Part]) -> None:
        """Says what changed."""
        for part in parts.values():
            now = (part.state, part.crashes)
            if self._known.get(part.name) != now and part.state in {"ready", "done", "crashed"}:
                self.console.print(f"{part.name} {part.state}{words_on(part)}", highlight=False)
            self._known[part.name] = now


def card(gateway_port: int, mail_port: int, state: Path, seconds: float) -> Panel:
    """Where everything is."""
    rows = Table.grid(padding=(0, 3))
    rows.add_row("API", f"http://127.0.0.1:{gateway_port}/api/public/services/")
    rows.add_row("API docs", f"http://127.0.0.1:{gateway_port}/api/docs")
    rows.add_row("Web", f"http://127.0.0.1:{gateway_port}/")
    rows.add_row("Sent mail", f"http://127.0.0.1:{mail_port}/mail")
    rows.add_row("Demo staff", f"staff1, admin1; password {os.environ.get('TOTETAXI_DEMO_PASSWORD', 'Passw0rd!x')}")
    rows.add_row("Data, logs", f"{state}/data, {state}/logs")
    rows.add_row("Try it", "the guest's journey in README.md")
    return Panel(rows, title=f"ToteTaxi is up ({seconds:.1f} s)", border_style="green", expand=False)
