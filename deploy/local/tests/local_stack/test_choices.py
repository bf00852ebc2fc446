"""What the operator chooses, and the sentences when it can't be."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from local_stack.__main__ import chosen
from local_stack.ports import PortTakenError, demand_free, internal_ports
from local_stack.secrets_file import CALLERS, SERVICES, open_secrets


def test_mail_is_shown_beside_the_gateway_unless_told_otherwise() -> None:
    assert (chosen({}).gateway_port, chosen({}).mail_port) == (8000, 8001)
    assert chosen({"TOTETAXI_PORT": "9000"}).mail_port == 9001
    assert chosen({"TOTETAXI_PORT": "9000", "TOTETAXI_MAIL_PORT": "9500"}).mail_port == 9500


@pytest.mark.parametrize("text", ["eighty", "0", "65536", "-1"])
def test_a_port_that_is_none_is_named(text: str) -> None:
    with pytest.raises(SystemExit, match=f"TOTETAXI_PORT is wrong \\({text}\\)"):
        chosen({"TOTETAXI_PORT": text})


def test_a_taken_port_is_one_sentence_with_the_way_out() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortTakenError) as refused:
            demand_free(port, "TOTETAXI_PORT", "the gateway")
    said = str(refused.value)
    assert f"is taken by process {os.getpid()}" in said
    assert f"TOTETAXI_PORT={port + 100} make up" in said
    assert "\n" not in said


def test_internal_ports_are_kept_and_a_taken_one_is_chosen_anew(tmp_path: Path) -> None:
    first = internal_ports(tmp_path / "ports.json")
    assert internal_ports(tmp_path / "ports.json") == first
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", first["nats"]))
        taken.listen()
        second = internal_ports(tmp_path / "ports.json")
    assert second["nats"] != first["nats"]
    assert {**second, "nats": 0} == {**first, "nats": 0}


def test_secrets_are_made_once_for_their_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "secrets.json"
    made = open_secrets(path)
    assert open_secrets(path) == made
    assert path.stat().st_mode & 0o077 == 0
    assert len(set(made.values())) == len(made)
    assert {f"{name}_database" for name in SERVICES} | {f"{name}_nats" for name in CALLERS} <= set(made)
