"""What the benchmarks of pricing share: its stub, the requests, and replicas of it with another catalogue."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.resources import files
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


async def previews(stage: Stage, stub: Any, count: int) -> list[PreviewPriceRequest]:
    """So many previews as customers ask for them."""
    return [PreviewPriceRequest(request=request) for request in (await mix(stage, stub)).requests(count)]


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
