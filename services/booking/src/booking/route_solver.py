"""Asks the solver in a process of its own: VROOM holds Python's lock while it works, so no thread would do."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import structlog
from chassis.refusal import Unavailable
from pydantic import TypeAdapter

from booking.domain.routing import Answer, Problem, Totals

SECONDS = 25.0
"""The longest that one plan may take, waiting for its turn included; 300 tasks on 40 vans take some."""
COMMAND = (sys.executable, "-m", "booking.routing")
PROBLEMS = TypeAdapter(Problem)
ANSWERS = TypeAdapter(Answer)
NOTHING = Answer((), (), (), Totals(0, 0, 0, 0), Totals(0, 0, 0, 0))
"""The plan of a day on which nothing is to be done."""

log = structlog.get_logger()


class RouteSolver:
    """One plan at a time: a second one waits, so that planning never takes more than one processor."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._turn = asyncio.Semaphore(1)

    async def answer(self, problem: Problem) -> Answer:
        """The plan. Raises Unavailable when it takes too long, or the solver failed."""
        if not problem.trips:
            return NOTHING
        try:
            async with asyncio.timeout(self._seconds), self._turn:
                return ANSWERS.validate_json(await answer_from_a_process(PROBLEMS.dump_json(problem)))
        except TimeoutError as error:
            message = "Planning this day takes too long right now; please try again in a minute."
            raise Unavailable("planning_too_slow", message) from error


async def answer_from_a_process(problem: bytes) -> bytes:
    """What the process wrote; it is ended when nobody waits for it any more. Raises Unavailable when it failed."""
    process = await asyncio.to_thread(started)
    try:
        written, complaint = await asyncio.to_thread(process.communicate, problem)
    finally:
        process.kill()
        process.wait()  # at once: it was killed
    if process.returncode:
        last = complaint.decode(errors="replace").strip().splitlines()[-1:]
        log.error("the route solver failed", code=process.returncode, complaint=last)
        raise Unavailable("planning_failed", "The route planner failed; please try again, or tell us.")
    return written


def started() -> subprocess.Popen[bytes]:
    """The process. Not started by the event loop: uvloop forks, and what gRPC does at a fork may end the child."""
    pipe = subprocess.PIPE
    return subprocess.Popen(COMMAND, stdin=pipe, stdout=pipe, stderr=pipe)  # noqa: S603 - a constant of ours
