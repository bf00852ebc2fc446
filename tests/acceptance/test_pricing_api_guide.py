"""The client in docs/pricing-api.md works when it is pasted, on the system as `make up` runs it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from whole_stack import WholeStack

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]

GUIDE = (Path(__file__).parents[2] / "docs" / "pricing-api.md").read_text()
[CLIENT] = re.findall(r"^```python\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
[PRINTED] = re.findall(r"It prints\n\n```\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def paste(stack: WholeStack, secret: str) -> subprocess.CompletedProcess[str]:
    """What the client prints as booking with this secret."""
    places = {name.upper(): f"127.0.0.1:{stack.ports[name]}" for name in ("pricing", "identity")}
    environment = os.environ | places | {"SERVICE": "booking", "SECRET": secret}
    return subprocess.run([sys.executable, "-c", CLIENT], env=environment, capture_output=True, text=True, timeout=60)


def test_the_client_prints_the_price_that_the_guide_shows(stack: WholeStack) -> None:
    done = paste(stack, stack.secrets["booking_service"])
    assert (done.stdout, done.returncode) == (PRINTED, 0), done.stderr


def test_a_wrong_secret_gets_no_principal(stack: WholeStack) -> None:
    done = paste(stack, "not the secret of booking")
    assert (done.stdout, done.returncode) == ("", 1)
    assert "UNAUTHENTICATED" in done.stderr


def test_the_client_is_about_twenty_lines() -> None:
    assert len(CLIENT.splitlines()) <= 26
