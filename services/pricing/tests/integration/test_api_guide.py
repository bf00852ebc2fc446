"""Every example of docs/pricing-api.md works as it is written, by what the service tells of itself."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import grpc
import pytest
from api_guide import GUIDE, Command, blocks, commands
from callers import BOOKING, CUSTOMER_ADA, STAFF, Signed
from first_catalog import NOW
from google.protobuf import json_format, message_factory
from google.protobuf.descriptor_pool import DescriptorPool
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import ProtoReflectionDescriptorDatabase
from pricing.policy import POLICY
from pricing_server import Replica, serving

SERVICE = Path(__file__).parents[2]
CALLERS: dict[str, Signed] = {"BOOKING": BOOKING, "STAFF": STAFF, "CUSTOMER": CUSTOMER_ADA}
VARIABLES = {
    "DAY": "2027-06-02",
    "UNTIL": (NOW + timedelta(days=14)).strftime("%Y-%m-%dT%H:%M:%SZ"),
}


@pytest.fixture
async def replica(url: str) -> AsyncIterator[Replica]:
    """A replica of a local stack, which describes itself to anybody."""
    async with serving(url, environment="local") as running:
        yield running


class Caller:
    """Calls as grpcurl does: by reflection, with JSON both ways."""

    def __init__(self, address: str) -> None:
        self._channel = grpc.insecure_channel(address)
        self._pool = DescriptorPool(ProtoReflectionDescriptorDatabase(self._channel))

    def call(self, command: Command, body: str, token: str) -> dict[str, Any]:
        """The answer. Raises ParseError for a body that the contract does not know, and RpcError."""
        service = self._pool.FindServiceByName(f"totetaxi.pricing.v1.{command.service}")
        method = service.methods_by_name[command.rpc]
        request = json_format.Parse(body, message_factory.GetMessageClass(method.input_type)())
        answer = self._channel.unary_unary(
            f"/{service.full_name}/{method.name}",
            request_serializer=lambda message: message.SerializeToString(),
            response_deserializer=message_factory.GetMessageClass(method.output_type).FromString,
        )
        found = answer(request, timeout=5, metadata=[("authorization", f"Bearer {token}")])
        return json_format.MessageToDict(found, preserving_proto_field_name=True)


def found_at(path: str, answer: dict[str, Any]) -> str:
    """What `field` prints."""
    value: Any = answer
    for key in path.split("."):
        value = value[key]
    return str(value)


async def test_every_example_is_answered(replica: Replica) -> None:
    caller, variables = Caller(replica.address), dict(VARIABLES)
    for command in commands():
        token = await CALLERS[command.caller].token()
        body = command.body_with(variables)
        answer = await asyncio.to_thread(caller.call, command, body, token)
        if command.variable and command.path:
            variables[command.variable] = found_at(command.path, answer)
        if command.rpc == "ValidateDraft":
            assert answer.get("faults", []) == []


def test_every_rpc_has_an_example() -> None:
    shown = {f"totetaxi.pricing.v1.{command.service}/{command.rpc}" for command in commands()}
    assert shown == {f"{service}/{rpc}" for service, rpcs in POLICY.items() for rpc in rpcs}


def test_no_example_is_passed_over() -> None:
    begun = [re.findall(r"^(?:\w+=\$\()?call \$\w+ ", block, re.MULTILINE) for block in blocks("bash")]
    assert len([line for lines in begun for line in lines]) == len(list(commands())) > 30


def test_every_reason_that_the_guide_names_is_one_that_the_readme_explains() -> None:
    readme = (SERVICE / "README.md").read_text().split("## Refusals")[1]
    named = re.findall(r"`(draft_\w+|undone_later|second_person_needed)`", GUIDE)
    assert set(named) > {"draft_changed", "draft_outdated"}
    assert all(f"`{reason}`" in readme for reason in named)
