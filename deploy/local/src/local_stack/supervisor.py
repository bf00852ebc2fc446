"""The supervisor: starts the parts in order, keeps them running, stops them all."""

from __future__ import annotations

import time
from collections.abc import Callable

from local_stack.part import Part
from local_stack.places import Places, write_json

LOOK_EVERY_SECONDS = 0.05
STOP_SECONDS = 7.0
HOPELESS_CRASHES = 6

Show = Callable[[dict[str, Part]], None]


class StartFailedError(Exception):
    """A part did not come up; the message says which, and where its log is."""


class Supervisor:
    """Runs the parts from one thread, since a part dies with the thread that started it."""

    def __init__(self, parts: dict[str, Part], places: Places, show: Show) -> None:
        self.parts = parts
        self._places = places
        self._show = show
        self._was_ready = False

    def show_on(self, show: Show) -> None:
        """Shows changes on another screen from now on."""
        self._show = show

    def step(self) -> None:
        """Looks at every part once, and starts what can be started."""
        changed = [part.look() for part in self.parts.values()]
        began = [self._begin_if_due(part) for part in self.parts.values()]
        if any(changed) or any(began):
            self._was_ready = self._was_ready or self.is_ready()
            self.record()
        self._show(self.parts)
        self._give_up_if_hopeless()

    def is_ready(self) -> bool:
        """Whether everything is up."""
        return all(part.state in {"ready", "done"} for part in self.parts.values())

    def run(self, until: Callable[[], bool]) -> None:
        """Steps until `until` says so. Raises StartFailedError when a part never comes up."""
        while not until():
            self.step()
            time.sleep(LOOK_EVERY_SECONDS)

    def _begin_if_due(self, part: Part) -> bool:
        rested = part.state == "crashed" and time.monotonic() >= part.rest_until
        if not (rested or part.state == "waiting") or not self._has_what_it_needs(part):
            return False
        part.begin()
        return True

    def _has_what_it_needs(self, part: Part) -> bool:
        return all(self.parts[name].state in {"ready", "done"} for name in part.needs)

    def _give_up_if_hopeless(self) -> None:
        """Before the stack was ever ready a part that keeps crashing has a reason that no restart mends."""
        for part in self.parts.values():
            hopeless = part.crashes >= (1 if part.runs_once else HOPELESS_CRASHES)
            if hopeless and part.state == "crashed" and not self._was_ready:
                raise StartFailedError(f"{part.name} does not start; its log says why: {self._places.log(part.name)}")

    def record(self) -> None:
        """Writes what is running, for other commands and for cleaning up after a crash of ours."""
        running = {
            part.name: {
                "state": part.state,
                "pid": part.process.pid if part.process else None,
                "created_at": part.created_at,
                "seconds": round(part.seconds, 2),
                "crashes": part.crashes,
            }
            for part in self.parts.values()
        }
        write_json(self._places.state, {"ready": self.is_ready(), "parts": running})

    def stop(self) -> None:
        """Asks the parts to stop, those that others stand on last, and ends by force what takes longer than 7 s."""
        deadline = time.monotonic() + STOP_SECONDS
        foundations = {"postgres", "nats"}
        for names in (set(self.parts) - foundations, foundations):
            leaving = [self.parts[name] for name in names if name in self.parts]
            for part in leaving:
                part.ask_to_stop()
            while any(is_running(part) for part in leaving) and time.monotonic() < deadline:
                time.sleep(LOOK_EVERY_SECONDS)
            for part in leaving:
                part.end()
            deadline += 2
        self.record()


def is_running(part: Part) -> bool:
    """Whether its process lives."""
    return part.process is not None and part.process.poll() is None
