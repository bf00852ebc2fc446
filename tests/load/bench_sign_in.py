"""What signing in costs: argon2 and little else, and nobody who is signed in waits for those who are about to be."""

from __future__ import annotations

import asyncio
import os
import statistics
import time
from collections.abc import AsyncIterator
from typing import Any, cast

import psutil
from identity.hashing import NICENESS
from measuring import Ask, Finding, Side, answers_per_second
from stage import Stage
from totetaxi.identity.v1.customer_service_pb2 import RegisterRequest
from totetaxi.identity.v1.customer_service_pb2_grpc import CustomerServiceStub
from totetaxi.identity.v1.session_service_pb2 import ResolveSessionRequest, SignInCustomerRequest
from totetaxi.identity.v1.session_service_pb2_grpc import SessionServiceStub

SIGNING_IN = 8
SECONDS = 15.0
CUSTOMERS = 100
PASSWORD = "a quiet morning in Montauk"
SHARE = 0.8
SLOWDOWN = 5


async def bench(stage: Stage) -> AsyncIterator[Finding]:
    """A hundred customers sign in, eight at a time; then one session is resolved meanwhile as well."""
    channel = stage.channel(stage.stack.ports["identity"])
    stub: Any = SessionServiceStub(channel)
    sign_in, resolve = stage.asking(stub.SignInCustomer), stage.asking(stub.ResolveSession)
    customers = await registered(stage.asking(cast(Any, CustomerServiceStub(channel)).Register))
    whose = ResolveSessionRequest(session_token=(await sign_in(customers[0])).session.token)
    identity = psutil.Process(stage.stack.parts()["identity"]["pid"])
    side = Side("SignInCustomer", sign_in, customers)
    before = cpu_seconds(identity)
    rate = await answers_per_second(side, SIGNING_IN, SECONDS)
    hashing, everything = (after - then for after, then in zip(cpu_seconds(identity), before, strict=True))
    yield Finding(
        "argon2's share of identity's CPU", hashing / everything, SHARE, detail=f"{rate:,.0f} sign-ins/s, each right"
    )
    idle = await slowest_of_a_hundred(resolve, whose)
    _, busy = await asyncio.gather(answers_per_second(side, SIGNING_IN, SECONDS), slowest_of_a_hundred(resolve, whose))
    detail = f"p99 of ResolveSession {busy * 1000:.1f} ms, idle {idle * 1000:.1f} ms"
    yield Finding("p99 of others while many sign in / idle", busy / idle, SLOWDOWN, is_ceiling=True, detail=detail)


async def registered(register: Ask) -> list[SignInCustomerRequest]:
    """What customers who have just registered send to sign in."""
    emails = [f"guest{number}@example.com" for number in range(CUSTOMERS)]
    for email in emails:
        await register(RegisterRequest(email=email, password=PASSWORD, first_name="Ana", last_name="Guest"))
    return [SignInCustomerRequest(email=email, password=PASSWORD) for email in emails]


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
