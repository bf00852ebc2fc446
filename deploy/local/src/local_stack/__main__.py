"""`python -m local_stack up | start | status | logs [PART] | stop | reset`; the Makefile's targets call it."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from local_stack import commands
from local_stack.commands import Choice
from local_stack.places import Places

DEFAULT_PORT = 8000


def chosen(environment: dict[str, str]) -> Choice:
    """The operator's choice, from TOTETAXI_STATE, TOTETAXI_PORT and TOTETAXI_MAIL_PORT. Raises SystemExit."""
    gateway_port = port_in(environment, "TOTETAXI_PORT", DEFAULT_PORT)
    mail_port = port_in(environment, "TOTETAXI_MAIL_PORT", gateway_port + 1)
    return Choice(Places(Path(environment.get("TOTETAXI_STATE", ".totetaxi")).resolve()), gateway_port, mail_port)


def port_in(environment: dict[str, str], variable: str, default: int) -> int:
    """A port from the environment."""
    text = environment.get(variable) or str(default)
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        sys.exit(f"{variable} is wrong ({text}): it must be a port from 1 to 65535.")
    return int(text)


def main() -> int:
    """Runs one command."""
    parser = argparse.ArgumentParser(
        prog="python -m local_stack", description="ToteTaxi on this machine, without Docker"
    )
    actions = parser.add_subparsers(dest="action", required=True)
    for name in ("up", "start", "status", "stop", "reset"):
        actions.add_parser(name, help=getattr(commands, name).__doc__)
    actions.add_parser("logs", help=commands.logs.__doc__).add_argument("part", nargs="?", default="")
    options = parser.parse_args()
    choice = chosen(dict(os.environ))
    if options.action == "logs":
        return commands.logs(choice, options.part)
    return int(getattr(commands, options.action)(choice))


if __name__ == "__main__":
    sys.exit(main())
