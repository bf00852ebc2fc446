"""The gateway as a process: it starts without its services, says what is wrong, and stops in time."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from urllib.error import URLError
from urllib.request import urlopen

import docker_engine
import httpx2
import pytest
import sessions
from event_stream import listening
from live_gateway import PATH, Life

NOWHERE = "127.0.0.1:1"
RIGHT = {
    "TOTETAXI_ENVIRONMENT": "local",
    "GATEWAY_NATS_URL": f"nats://{NOWHERE}",
    "GATEWAY_SERVICE_SECRET": "gateway-secret-for-tests",
    "GATEWAY_COOKIE_SECRET": "a-cookie-secret-of-thirty-two-characters",
    **{f"GATEWAY_{name}_TARGET": NOWHERE for name in ("IDENTITY", "PRICING", "BOOKING", "PAYMENTS", "NOTIFICATIONS")},
}


def start(**changes: str) -> subprocess.Popen[str]:
    environment = {"PATH": os.environ["PATH"], **RIGHT, **changes}
    command = [sys.executable, "-m", "gateway", "serve"]
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def address() -> str:
    return f"127.0.0.1:{docker_engine.free_port()}"


@pytest.fixture
def process(address: str) -> Iterator[subprocess.Popen[str]]:
    started = start(GATEWAY_ADDRESS=address)
    yield started
    started.kill()
    started.communicate()


def lives(address: str) -> bool:
    try:
        with urlopen(f"http://{address}/health/live/", timeout=1) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
async def test_it_lives_without_its_services_and_stops_within_ten_seconds(
    process, address: str, stop: signal.Signals, eventually
) -> None:
    await eventually(lambda: lives(address), within_seconds=20)
    asked_to_stop = time.monotonic()
    process.send_signal(stop)
    await eventually(lambda: process.poll() is not None, within_seconds=10)
    assert time.monotonic() - asked_to_stop < 10
    assert process.returncode == 0
    assert "Traceback" not in process.stderr.read()


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("GATEWAY_COOKIE_SECRET", "short"),
        ("GATEWAY_ADDRESS", "8000"),
        ("GATEWAY_TRUSTED_PROXIES", "10.0.0.0/33"),
        ("GATEWAY_LOOKUPS_PER_MINUTE", "0"),
    ],
)
def test_a_wrong_setting_is_one_sentence_that_names_it(variable: str, value: str) -> None:
    stopped = start(**{variable: value})
    _, said = stopped.communicate(timeout=30)
    assert stopped.returncode == 2
    assert said.startswith(variable)
    assert said.count("\n") == 1
    assert RIGHT["GATEWAY_SERVICE_SECRET"] not in said


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
async def test_open_streams_end_cleanly_and_do_not_keep_it_from_stopping(
    network, identity, address: str, stop: signal.Signals, eventually
) -> None:
    network.answers["ListBookingEvents"] = Life("pending", "paid").answer
    targets = {name: network.address for name in RIGHT if name.endswith("_TARGET")}
    started = start(GATEWAY_ADDRESS=address, **targets)
    await eventually(lambda: lives(address), within_seconds=20)
    cookie = {"Cookie": f"{sessions.COOKIE}={sessions.SESSION}"}
    async with (
        httpx2.AsyncClient(base_url=f"http://{address}", headers=cookie) as client,
        listening(client, PATH) as stream,
    ):
        await stream.statuses(2)
        started.send_signal(stop)
        assert await stream.next() is None
        await eventually(lambda: started.poll() is not None, within_seconds=3)
    said = started.stderr.read()
    assert started.returncode == 0
    assert "Traceback" not in said
    assert "without completing" not in said
