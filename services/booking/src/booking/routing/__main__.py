"""`python -m booking.routing`: a problem in on standard input, its answer out on standard output, both JSON."""

from __future__ import annotations

import sys

from pydantic import TypeAdapter

from booking.domain.routing import Answer, Problem
from booking.routing.plan import answer


def main() -> None:
    """Reads, solves, writes."""
    problem = TypeAdapter(Problem).validate_json(sys.stdin.buffer.read())
    sys.stdout.buffer.write(TypeAdapter(Answer).dump_json(answer(problem)))


if __name__ == "__main__":
    main()
