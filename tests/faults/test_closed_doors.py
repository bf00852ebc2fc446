"""Inner doors are locked: no service answers a stranger, no role opens another's database."""

from __future__ import annotations

from importlib import import_module
from itertools import permutations

import grpc
import psycopg
import pytest
from chassis.policy import unauthenticated
from local_stack import postgres
from local_stack.secrets_file import SERVICES
from whole_stack import WholeStack

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]


def guarded_methods(service: str) -> list[str]:
    """Every RPC of a service but the ones that hand out principals."""
    contract = import_module(f"totetaxi.{service}.v1.{service}_service_pb2").DESCRIPTOR
    policy = import_module(f"{service}.policy").POLICY
    return [
        f"/{rpcs.full_name}/{method.name}"
        for rpcs in contract.services_by_name.values()
        for method in rpcs.methods
        if policy[rpcs.full_name][method.name] is not unauthenticated
    ]


@pytest.mark.parametrize(
    ("service", "method"), [(service, method) for service in SERVICES for method in guarded_methods(service)]
)
@pytest.mark.parametrize("metadata", [(), (("authorization", "Bearer eyJhbGciOiJub25lIn0.e30."),)])
async def test_a_service_called_without_a_genuine_principal_knows_nobody(
    stack: WholeStack, service: str, method: str, metadata: tuple[tuple[str, str], ...]
) -> None:
    async with grpc.aio.insecure_channel(f"127.0.0.1:{stack.ports[service]}") as channel:
        call = channel.unary_unary(method)
        with pytest.raises(grpc.aio.AioRpcError) as refused:
            await call(b"", timeout=5, metadata=metadata)
    assert refused.value.code() is grpc.StatusCode.UNAUTHENTICATED


@pytest.mark.parametrize(("role", "database"), [*permutations(SERVICES, 2), *((role, "postgres") for role in SERVICES)])
def test_a_role_can_not_connect_to_a_database_that_is_not_its_own(stack: WholeStack, role: str, database: str) -> None:
    url = postgres.url(stack.ports["postgres"], role, stack.secrets[f"{role}_database"], database)
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        psycopg.connect(url)


@pytest.mark.parametrize("role", SERVICES)
def test_a_role_opens_its_own_database_with_its_own_password_alone(stack: WholeStack, role: str) -> None:
    port = stack.ports["postgres"]
    with psycopg.connect(postgres.url(port, role, stack.secrets[f"{role}_database"], role)) as connection:
        assert connection.execute("SELECT current_user").fetchone() == (role,)
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(postgres.url(port, role, "guessed", role))
