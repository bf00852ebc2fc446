"""Runs the benchmarks: `make bench`, or `make bench ONLY="preview batch"` for some of them."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from types import ModuleType

import uvloop

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "fixtures")]

from measuring import Finding, say, say_finding  # noqa: E402 - found by the line above
from stage import Stage, staged  # noqa: E402

LONGEST_SECONDS = 120


def benches() -> dict[str, ModuleType]:
    """Every bench_*.py beside this file, by name; those that want to run last are last."""
    names = sorted(path.stem for path in HERE.glob("bench_*.py"))
    modules = {name.removeprefix("bench_"): import_module(name) for name in names}
    return dict(sorted(modules.items(), key=lambda item: getattr(item[1], "RUNS_LAST", False)))


async def run(chosen: dict[str, ModuleType]) -> None:
    """Each bench in turn, on one system."""
    with tempfile.TemporaryDirectory(prefix="totetaxi-bench-", ignore_cleanup_errors=True) as folder:
        say("starting the system …")
        async with staged(Path(folder)) as stage:
            for name, bench in chosen.items():
                say(name)
                for finding in await findings(stage, bench):
                    say_finding(finding)


async def findings(stage: Stage, bench: ModuleType) -> list[Finding]:
    """What one bench finds. Raises TimeoutError when it takes longer than two minutes, or than it says itself."""
    async with asyncio.timeout(getattr(bench, "LONGEST_SECONDS", LONGEST_SECONDS)):
        return [finding async for finding in bench.bench(stage)]


def main() -> None:
    """All benches but those that take long, or those that are named."""
    known = benches()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"some of: {', '.join(known)}")
    names = parser.parse_args().names
    if unknown := set(names) - set(known):
        parser.error(f"there is no bench called {', '.join(sorted(unknown))}; choose from {', '.join(known)}")
    usual = [name for name, bench in known.items() if not getattr(bench, "ONLY_WHEN_NAMED", False)]
    uvloop.run(run({name: bench for name, bench in known.items() if name in (names or usual)}))


if __name__ == "__main__":
    main()
