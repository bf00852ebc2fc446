"""What signing in costs: argon2 and little else, and nobody who is signed in waits for those who are about to be."""

from __future__ import annotations

import asyncio
import os
import statistics
import time
from collections.abc import AsyncIterator
from typing import Any

import psutil
from identity.hashing import NICENESS
from measuring import Ask, Finding, Side, answers_per_second
from stage import Stage
from totetaxi.identity.v1.session_service_pb2 import ResolveSessionRequest, SignInStaffRequest
from totetaxi.identity.v1.session_service_pb2_grpc import SessionServiceStub

SIGNING_IN = 8
SECONDS = 15.0
PASSWORD = os.environ.get("TOTETAXI_DEMO_PASSWORD", "Passw0rd!x")
SHARE = 0.8
SLOWDOWN = 5


async def bench(stage: Stage) -> AsyncIterator[Finding]:
    """Eight people sign in without a pause, and one session is resolved all the while, as it was before."""
    stub: Any = SessionServiceStub(stage.channel(stage.stack.ports["identity"]))
    sign_in, resolve = stage.asking(stub.SignInStaff), stage.asking(stub.ResolveSession)
    staff, admin = (SignInStaffRequest(username=name, password=PASSWORD) for name in ("staff1", "admin1"))
    whose = ResolveSessionRequest(session_token=(await sign_in(admin)).session.token)
    idle = await slowest_of_a_hundred(resolve, whose)
    identity = psutil.Process(stage.stack.parts()["identity"]["pid"])
    before = cpu_seconds(identity)
    signing_in = answers_per_second(Side("SignInStaff", sign_in, [staff]), SIGNING_IN, SECONDS)
    rate, busy = await asyncio.gather(signing_in, slowest_of_a_hundred(resolve, whose))
    hashing, everything = (after - then for after, then in zip(cpu_seconds(identity), before, strict=True))
    yield Finding(
        "argon2's share of identity's CPU", hashing / everything, SHARE, detail=f"{rate:,.0f} sign-ins/s, each right"
    )
    detail = f"p99 of ResolveSession {busy * 1000:.1f} ms, idle {idle * 1000:.1f} ms"
    yield Finding("p99 of others while many sign in / idle", busy / idle, SLOWDOWN, is_ceiling=True, detail=detail)


async def slowest_of_a_hundred(ask: Ask, request: Any) -> float:
    """The 99th percentile of the seconds that an answer takes, asked again and again for the length of the bench."""
    ending, seconds = time.perf_counter() + SECONDS, []
    while (began := time.perf_counter()) < ending:
        await ask(request)
        seconds.append(time.perf_counter() - began)
    return statistics.quantiles(seconds, n=100)[98]


def cpu_seconds(process: psutil.Process) -> tuple[float, float]:
    """What the threads that hash have used, which step back behind the others, and what all have."""
    used = [(thread.id, thread.user_time + thread.system_time) for thread in process.threads()]
    hashing = [seconds for number, seconds in used if os.getpriority(os.PRIO_PROCESS, number) == NICENESS]
    return sum(hashing), sum(seconds for _, seconds in used)
