"""What the benchmarks of pricing share: its stub, the requests, and replicas of it with another catalogue."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from chassis.clock import new_york_date
from chassis.database import open_database
from chassis.identifiers import new_id
from chassis.migrations import migrate
from local_stack.environment import target
from price_mix import PriceMix
from pricing.store import versions
from stage import Stage
from totetaxi.pricing.v1.catalog_pb2 import Catalog
from totetaxi.pricing.v1.pricing_service_pb2 import GetCatalogRequest, PreviewPriceRequest
from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceStub

NULL_PRICING = Path(__file__).with_name("null_pricing.py")
SAMPLE = 101


def first_catalog() -> dict[str, Any]:
    """The document of the first catalogue."""
    document: dict[str, Any] = json.loads((files("pricing") / "seed" / "catalog.json").read_text())
    return document


def stub_at(stage: Stage, port: int) -> Any:
    """The plain stub of whoever answers there."""
    return PricingServiceStub(stage.channel(port))


async def mix(stage: Stage, stub: Any) -> PriceMix:
    """Requests for the catalogue that is served."""
    catalog: Catalog = (await stage.asking(stub.GetCatalog)(GetCatalogRequest())).catalog
    return PriceMix(catalog, new_york_date(datetime.now(UTC)))


async def previews(stage: Stage, stub: Any, count: int, *, hold: bool = False) -> list[PreviewPriceRequest]:
    """So many previews as customers ask for them."""
    requests = (await mix(stage, stub)).requests(count)
    return [PreviewPriceRequest(request=request, hold=hold) for request in requests]


async def null_port(stage: Stage, stub: Any, requests: Sequence[PreviewPriceRequest]) -> int:
    """Where a null pricing answers what the system does to the request whose answer is of the middle size.

    Both are in the stage's folder, as request.binpb and answer.binpb.
    """
    ask, port = stage.asking(stub.PreviewPrice), stage.new_port()
    pairs = [(request, await ask(request)) for request in requests[:SAMPLE]]
    request, answer = sorted(pairs, key=lambda pair: int(pair[1].ByteSize()))[SAMPLE // 2]
    stage.write("request.binpb", request.SerializeToString())
    stage.write("answer.binpb", answer.SerializeToString())
    await stage.run([str(NULL_PRICING), str(port), str(stage.folder / "answer.binpb")], port)
    return port


async def replica_with(stage: Stage, name: str, content: Mapping[str, Any]) -> Any:
    """The stub of a `python -m pricing serve` of its own, whose only catalogue has this content."""
    url, port = stage.new_database(name), stage.new_port()
    migrate("pricing", url)
    database, now = open_database(url, "bench"), datetime.now(UTC)
    columns: dict[str, Any] = {"effective_at": now, "published_at": now, "published_by": "bench", "reason": "A bench."}
    async with database.transaction() as connection:
        await versions.add_version(connection, id=new_id(), number=1, content=content, **columns)
    await database.close()
    address = target({name: port}, name)
    settings = stage.settings_of("pricing") | {"PRICING_DATABASE_URL": url, "PRICING_GRPC_ADDRESS": address}
    await stage.run(["-m", "pricing", "serve"], port, settings | {"TOTETAXI_ENVIRONMENT": "local"})
    return stub_at(stage, port)
