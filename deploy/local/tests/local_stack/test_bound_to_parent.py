"""A program that is bound to whoever started it does not outlive them, even when they are killed."""

import subprocess
import sys

import psutil
import pytest
from local_stack.bound_to_parent import bound_to_parent

SLEEPER = "import sys, time; print('sleeping', flush=True); time.sleep(600)"
STARTER = f"""
import subprocess, sys, time
from local_stack.bound_to_parent import bound_to_parent
print(subprocess.Popen(bound_to_parent([sys.executable, "-c", {SLEEPER!r}])).pid, flush=True)
time.sleep(600)
"""


@pytest.mark.parametrize("shell", ["", "trap '' INT; exec "], ids=["in front", "in the background of a shell"])
def test_it_ends_when_its_starter_is_killed(shell: str) -> None:
    command = ["sh", "-c", f'{shell}"$@"', "sh", sys.executable, "-c", STARTER]
    with subprocess.Popen(command if shell else command[4:], stdout=subprocess.PIPE, text=True) as starter:
        assert starter.stdout
        said = {starter.stdout.readline().strip(), starter.stdout.readline().strip()}
        bound = psutil.Process(int((said - {"sleeping"}).pop()))
        starter.kill()
        assert bound.wait(10) is not None or not bound.is_running()


def test_it_does_not_begin_when_its_starter_is_gone_already() -> None:
    program = bound_to_parent([sys.executable, "-c", "print('began')"])
    another = [*program[:4], "1", *program[5:]]
    ended = subprocess.run(another, capture_output=True, text=True, check=False, timeout=10)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "whoever started this is gone" in ended.stderr


def test_it_is_the_program_itself_with_its_own_environment() -> None:
    program = bound_to_parent([sys.executable, "-c", "import os; print(os.getppid(), os.environ['OWN'])"])
    said = subprocess.run(program, capture_output=True, text=True, check=True, timeout=10, env={"OWN": "kept"})
    assert said.stdout.split() == [program[4], "kept"]
