"""The solver's process: it answers, it is ended when it takes too long, and what it complains of goes to nobody."""

from __future__ import annotations

from dataclasses import replace

import psutil
import pytest
from booking.route_solver import NOTHING, RouteSolver
from booking.routing.plan import answer
from chassis.refusal import Unavailable
from route_days import move, problem_of


def solvers() -> list[psutil.Process]:
    """Processes of this one that solve."""
    return [each for each in psutil.Process().children() if "booking.routing" in each.cmdline()]


async def test_a_process_answers_just_what_the_solver_does_and_is_gone_then() -> None:
    problem, _ = problem_of(move("a"))
    assert await RouteSolver().answer(problem) == answer(problem)
    assert solvers() == []


async def test_a_day_without_tasks_needs_no_process() -> None:
    assert await RouteSolver(seconds=0).answer(problem_of([])[0]) == NOTHING


async def test_what_takes_too_long_is_ended_and_says_so() -> None:
    problem, _ = problem_of([each for number in range(60) for each in move(str(number))], vans=20)
    with pytest.raises(Unavailable, match="takes too long right now") as refused:
        await RouteSolver(seconds=0.3).answer(problem)
    assert refused.value.slug == "planning_too_slow"
    assert solvers() == []


async def test_a_solver_that_fails_tells_nobody_why() -> None:
    problem, _ = problem_of(move("a"))
    nonsense = replace(problem.vans[0], capacity=2**70)
    with pytest.raises(Unavailable, match=r"^The route planner failed; please try again, or tell us.$"):
        await RouteSolver().answer(replace(problem, vans=(nonsense, nonsense), depot="11101"))
