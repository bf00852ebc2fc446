"""The parts of the stack, in the order they are shown."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from local_stack import environment, nats_server, postgres
from local_stack.freshness import is_prepared
from local_stack.part import Part, bound, launch_python
from local_stack.places import Places
from local_stack.probes import accepts, answers
from local_stack.secrets_file import CALLERS, DATA_VARIABLE, SECRETS_VARIABLE, SERVICES

Launch = Callable[[], subprocess.Popen[bytes]]


@dataclass(frozen=True)
class Plan:
    """What the parts are made of."""

    places: Places
    secrets: Mapping[str, str]
    ports: Mapping[str, int]
    gateway_port: int
    mail_port: int

    def log(self, name: str) -> Path:
        """Where a part writes."""
        return self.places.log(name)


def parts_of(plan: Plan) -> dict[str, Part]:
    """Every part by name."""
    parts = [postgres_part(plan), nats_part(plan), *stand_ins(plan), preparation_part(plan)]
    parts += [service_part(plan, service) for service in SERVICES]
    parts.append(gateway_part(plan))
    for part in parts:
        bound(plan.log(part.name))
    return {part.name: part for part in parts}


def postgres_part(plan: Plan) -> Part:
    """The database server."""
    data, log, port = plan.places.data / "postgres", plan.log("postgres"), plan.ports["postgres"]
    password = plan.secrets["postgres"]

    def launch() -> subprocess.Popen[bytes]:
        postgres.initialise(data, password, log)
        return postgres.start(data, port, log)

    return Part("postgres", launch, lambda: postgres.is_ready(port, password))


def nats_part(plan: Plan) -> Part:
    """The event server."""
    port = plan.ports["nats"]
    passwords = {user: plan.secrets[f"{user}_nats"] for user in CALLERS}
    store = plan.places.data / "nats"
    return Part(
        "nats",
        lambda: nats_server.start(store, port, passwords, plan.log("nats")),
        lambda: accepts(port),
    )


def stand_ins(plan: Plan) -> list[Part]:
    """Stripe and AWS as far as we use them."""
    settings = environment.stand_in_environment(
        plan.secrets, plan.ports, plan.gateway_port, plan.mail_port, plan.places.data
    )
    sandbox = f"http://127.0.0.1:{plan.ports['stripe-sandbox']}/sandbox/health"
    mail = f"http://127.0.0.1:{plan.mail_port}/mail/messages.json?to=nobody"
    return [
        Part(
            "stripe-sandbox",
            python(plan, "stripe-sandbox", "stripe_sandbox", "serve", settings=settings),
            lambda: answers(sandbox),
        ),
        Part("aws", python(plan, "aws", "local_stack.aws", settings=settings), lambda: answers(mail)),
    ]


def preparation_part(plan: Plan) -> Part:
    """Databases, tables and what must be in them."""
    settings: dict[str, str] = {SECRETS_VARIABLE: str(plan.places.root / "secrets.json")}
    settings[postgres.SUPERUSER_URL_VARIABLE] = postgres.url(
        plan.ports["postgres"], postgres.SUPERUSER, plan.secrets["postgres"], "postgres"
    )
    for service in SERVICES:
        settings |= settings_of(plan, service)
    settings[DATA_VARIABLE] = str(plan.places.data)
    launch = python(plan, "preparation", "local_stack.preparation", settings=settings)
    part = Part("preparation", launch, lambda: False, needs=("postgres",), runs_once=True)
    if is_prepared(plan.places.data):
        part.state = "done"
    return part


def settings_of(plan: Plan, service: str) -> dict[str, str]:
    """All the settings of one service."""
    own = environment.own_settings(plan.secrets, plan.ports, plan.gateway_port, plan.mail_port)
    return environment.service_environment(service, plan.secrets, plan.ports) | own[service]


def service_part(plan: Plan, service: str) -> Part:
    """One of the five; the gateway is ready only when all of them say that they serve."""
    launch = python(plan, service, service, "serve", settings=settings_of(plan, service))
    return Part(service, launch, lambda: accepts(plan.ports[service]), needs=("preparation",))


def gateway_part(plan: Plan) -> Part:
    """The REST API."""
    settings = environment.gateway_environment(plan.secrets, plan.ports, plan.gateway_port)
    ready = f"http://127.0.0.1:{plan.gateway_port}/health/ready/"
    launch = python(plan, "gateway", "gateway", "serve", settings=settings)
    return Part("gateway", launch, lambda: answers(ready), needs=("preparation",))


def python(plan: Plan, name: str, module: str, *arguments: str, settings: Mapping[str, str]) -> Launch:
    """Starts one of our modules with its settings alone; what the operator set in the environment wins."""
    variables = {**settings, **environment.inherited()}
    return lambda: launch_python(module, *arguments, environment=variables, log=plan.log(name))
