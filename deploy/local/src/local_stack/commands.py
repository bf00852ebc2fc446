"""`make up`, `start`, `status`, `logs`, `stop` and `reset`, as functions that return an exit status."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from rich.console import Console

from local_stack import leftovers
from local_stack.parts import Plan, parts_of
from local_stack.places import Places, read_json
from local_stack.ports import PortTakenError, demand_free, internal_ports
from local_stack.screen import LineScreen, LiveScreen, card
from local_stack.secrets_file import open_secrets
from local_stack.supervisor import StartFailedError, Supervisor

START_SECONDS = 120
STOP_SECONDS = 12


@dataclass(frozen=True)
class Choice:
    """What the operator chose."""

    places: Places
    gateway_port: int
    mail_port: int


def plan_for(choice: Choice) -> Plan:
    """Cleans up after a crash and claims the ports. Raises PortTakenError."""
    choice.places.prepare()
    leftovers.end_leftovers(choice.places)
    demand_free(choice.gateway_port, "TOTETAXI_PORT", "the gateway")
    demand_free(choice.mail_port, "TOTETAXI_MAIL_PORT", "the page of sent mail")
    leftovers.claim(choice.places)
    secrets = open_secrets(choice.places.root / "secrets.json")
    ports = internal_ports(choice.places.root / "ports.json")
    return Plan(choice.places, secrets, ports, choice.gateway_port, choice.mail_port)


def up(choice: Choice) -> int:
    """Runs everything in the foreground until Ctrl-C or SIGTERM."""
    console = Console()
    running = leftovers.supervisor_of(choice.places)
    if running:
        console.print(f"ToteTaxi is running already (process {running}); `make stop` ends it.", highlight=False)
        return 1
    try:
        plan = plan_for(choice)
    except PortTakenError as error:
        console.print(str(error), highlight=False, soft_wrap=True)
        return 1
    return supervise(choice, plan, console)


def supervise(choice: Choice, plan: Plan, console: Console) -> int:
    """Starts, shows, waits, stops."""
    began = time.monotonic()
    asked = asked_to_stop()
    quiet = LineScreen(console)
    supervisor = Supervisor(parts_of(plan), choice.places, quiet.show)
    try:
        with LiveScreen(console) if console.is_terminal else quiet as screen:
            supervisor.show_on(screen.show)
            supervisor.run(lambda: asked() or supervisor.is_ready())
        if not asked():
            console.print(card(choice.gateway_port, choice.mail_port, choice.places.root, time.monotonic() - began))
            console.print("Ctrl-C stops it.", highlight=False)
        quiet.know(supervisor.parts)
        supervisor.show_on(quiet.show)
        supervisor.run(asked)
    except StartFailedError as error:
        console.print(str(error), style="red", highlight=False, soft_wrap=True)
        return 1
    finally:
        supervisor.stop()
        leftovers.supervisor_file(choice.places).unlink(missing_ok=True)
    console.print("ToteTaxi is stopped; its data is kept.", highlight=False)
    return 0


def asked_to_stop() -> Callable[[], bool]:
    """Whether SIGINT, SIGTERM or SIGHUP came."""
    received: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, _frame: received.append(number))
    return lambda: bool(received)


def start(choice: Choice) -> int:
    """Runs everything in the background; returns 0 when it is ready."""
    if leftovers.supervisor_of(choice.places):
        Console().print("ToteTaxi is running already.", highlight=False)
        return 0
    choice.places.prepare()
    log = choice.places.log("stack")
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "local_stack", "up"],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=chosen_environment(choice),
            start_new_session=True,
        )
    is_up = wait_until_ready(choice, process)
    sys.stdout.write(log.read_text())
    if not is_up and process.poll() is None:
        sys.stdout.write(f"ToteTaxi is not ready after {START_SECONDS} s; see {choice.places.logs}\n")
        stop(choice)
    return 0 if is_up else 1


def chosen_environment(choice: Choice) -> dict[str, str]:
    """The choice, as the detached supervisor reads it."""
    return {
        **os.environ,
        "TOTETAXI_STATE": str(choice.places.root),
        "TOTETAXI_PORT": str(choice.gateway_port),
        "TOTETAXI_MAIL_PORT": str(choice.mail_port),
    }


def wait_until_ready(choice: Choice, process: subprocess.Popen[bytes]) -> bool:
    """Whether the detached stack comes up within two minutes."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        if "ToteTaxi is up" in choice.places.log("stack").read_text():
            return True
        time.sleep(0.1)
    return False


def stop(choice: Choice) -> int:
    """Stops everything, also what a supervisor that died left behind."""
    pid = leftovers.supervisor_of(choice.places)
    if pid:
        os.kill(pid, signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        while leftovers.supervisor_of(choice.places) and time.monotonic() < deadline:
            time.sleep(0.1)
        if leftovers.supervisor_of(choice.places):
            os.kill(pid, signal.SIGKILL)
    left = leftovers.end_leftovers(choice.places)
    nothing = not pid and not left
    sys.stdout.write("ToteTaxi was not running.\n" if nothing else "ToteTaxi is stopped; its data is kept.\n")
    return 0


def status(choice: Choice) -> int:
    """Shows each part; returns 0 only when everything is ready."""
    state = read_json(choice.places.state)
    if not leftovers.supervisor_of(choice.places):
        sys.stdout.write("ToteTaxi is not running.\n")
        return 3
    for name, part in state["parts"].items():
        sys.stdout.write(f"{name:15} {part['state']:9} pid {part['pid'] or '-':<8} crashes {part['crashes']}\n")
    return 0 if state["ready"] else 1


def logs(choice: Choice, part: str) -> int:
    """Follows the log of one part, or of all."""
    chosen = [choice.places.log(part)] if part else sorted(choice.places.logs.glob("*.log"))
    missing = [path for path in chosen if not path.exists()]
    if missing or not chosen:
        known = ", ".join(sorted(path.stem for path in choice.places.logs.glob("*.log"))) or "none yet"
        sys.stdout.write(f"There is no log of {part or 'anything'}; there are: {known}.\n")
        return 1
    follow = ["-F"] if sys.stdout.isatty() else []
    return subprocess.call([shutil.which("tail") or "tail", "-n", "100", *follow, *map(str, chosen)])  # noqa: S603


def reset(choice: Choice) -> int:
    """Stops everything and forgets all data."""
    stop(choice)
    shutil.rmtree(choice.places.root, ignore_errors=True)
    sys.stdout.write("All data of the local stack is gone.\n")
    return 0
