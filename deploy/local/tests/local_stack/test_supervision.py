"""The supervisor keeps parts running, gives up on what is hopeless, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from local_stack import leftovers
from local_stack.part import Part, launch_python
from local_stack.places import Places, read_json
from local_stack.supervisor import StartFailedError, Supervisor

SLEEPER = "import time\nwhile True: time.sleep(60)\n"
STUBBORN = f"import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n{SLEEPER}"
BROKEN = "raise SystemExit('no such setting')\n"


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    found = Places(tmp_path / "state")
    found.prepare()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return found


@pytest.fixture
def part(places: Places, tmp_path: Path) -> Callable[..., Part]:
    def make(name: str, program: str, needs: tuple[str, ...] = ()) -> Part:
        (tmp_path / f"{name}.py").write_text(program)
        log = places.log(name)
        return Part(name, lambda: launch_python(name, environment=os.environ, log=log), lambda: True, needs)

    return make


def supervisor_of(places: Places, *parts: Part) -> Supervisor:
    return Supervisor({part.name: part for part in parts}, places, lambda _parts: None)


def lives(pid: int) -> bool:
    return psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE


def pid_of(part: Part) -> int:
    assert part.process is not None
    return part.process.pid


def test_a_killed_part_is_started_again(places: Places, part: Callable[..., Part]) -> None:
    supervisor = supervisor_of(places, part("sleeper", SLEEPER))
    supervisor.run(supervisor.is_ready)
    killed = pid_of(supervisor.parts["sleeper"])
    os.kill(killed, signal.SIGKILL)
    supervisor.run(lambda: supervisor.parts["sleeper"].crashes == 1 and supervisor.is_ready())
    assert pid_of(supervisor.parts["sleeper"]) != killed
    assert read_json(places.state)["parts"]["sleeper"]["crashes"] == 1
    supervisor.stop()


def test_a_part_waits_for_what_it_needs(places: Places, part: Callable[..., Part]) -> None:
    first, second = part("first", SLEEPER), part("second", SLEEPER, ("first",))
    supervisor = supervisor_of(places, second, first)
    supervisor.step()
    assert (second.state, first.state) == ("waiting", "starting")
    supervisor.run(supervisor.is_ready)
    supervisor.stop()


def test_a_part_that_never_comes_up_ends_the_start_and_names_its_log(places: Places, part: Callable[..., Part]) -> None:
    broken = part("broken", BROKEN)
    broken.is_ready = lambda: False
    supervisor = supervisor_of(places, broken)
    with pytest.raises(StartFailedError, match="broken does not start"):
        supervisor.run(lambda: False)
    assert "no such setting" in places.log("broken").read_text()
    supervisor.stop()


def test_stopping_ends_even_what_does_not_listen(places: Places, part: Callable[..., Part]) -> None:
    stubborn, sleeper = part("stubborn", STUBBORN), part("sleeper", SLEEPER)
    supervisor = supervisor_of(places, stubborn, sleeper)
    supervisor.run(supervisor.is_ready)
    pids = [pid_of(stubborn), pid_of(sleeper)]
    began = time.monotonic()
    supervisor.stop()
    assert time.monotonic() - began < 10
    assert not any(lives(pid) for pid in pids)


def test_what_a_dead_supervisor_left_is_ended_and_strangers_are_not(places: Places, part: Callable[..., Part]) -> None:
    supervisor = supervisor_of(places, part("sleeper", SLEEPER))
    supervisor.run(supervisor.is_ready)
    left = pid_of(supervisor.parts["sleeper"])
    with subprocess.Popen([sys.executable, "-c", SLEEPER]) as stranger:
        supervisor.parts["sleeper"].created_at -= 100
        supervisor.record()
        assert leftovers.end_leftovers(places) == 0
        assert lives(left)
        supervisor.parts["sleeper"].created_at += 100
        supervisor.record()
        assert leftovers.end_leftovers(places) == 1
        assert not lives(left)
        assert lives(stranger.pid)
        stranger.kill()
