"""Runs the benchmarks: `make bench`, or `make bench ONLY="preview batch"` for some of them."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from importlib import import_module
from pathlib import Path

import uvloop

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "fixtures")]

from measuring import Finding, say, say_finding  # noqa: E402 - found by the line above
from stage import Stage, staged  # noqa: E402

NAMES = sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))


async def run(names: list[str]) -> None:
    """Each bench in turn, on one system."""
    with tempfile.TemporaryDirectory(prefix="totetaxi-bench-", ignore_cleanup_errors=True) as folder:
        say("starting the system …")
        async with staged(Path(folder)) as stage:
            for name in names:
                say(name)
                for finding in await findings(stage, name):
                    say_finding(finding)


async def findings(stage: Stage, name: str) -> list[Finding]:
    """What one bench finds, within two minutes."""
    bench = import_module(f"bench_{name}").bench
    async with asyncio.timeout(120):
        return [finding async for finding in bench(stage)]


def main() -> None:
    """All benches, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*NAMES, []], help="all of them when none is named")
    uvloop.run(run(parser.parse_args().names or NAMES))


if __name__ == "__main__":
    main()
