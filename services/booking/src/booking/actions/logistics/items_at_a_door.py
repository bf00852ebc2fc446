"""What a crew loads or hands over at a door, in words, from what was asked and how it was priced; no price is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from totetaxi.pricing.v1 import price_pb2

from booking.domain.driver_sheet import NO_ITEMS
from booking.domain.logistics import TaskKind, is_at_pickup

THINGS = {price_pb2.LINE_KIND_UNSPECIFIED, price_pb2.LINE_KIND_BASE, price_pb2.LINE_KIND_OPTION}
"""Kinds of lines that name what is done, where staff wrote the price by hand."""


def items_at(kind: TaskKind, request: price_pb2.PriceRequest, price: price_pb2.Price) -> tuple[str, ...]:
    """Things first, then who packs or unpacks there."""
    things = tuple(things_of(request, price)) or tuple(lines_of(price)) or (NO_ITEMS,)
    return (*things, *organizing_at(kind, price))


def things_of(request: price_pb2.PriceRequest, price: price_pb2.Price) -> Iterator[str]:
    """What the catalogue knows by name."""
    if price.HasField("mini_move_package"):
        package = price.mini_move_package
        most = f"up to {package.max_items} items" if package.HasField("max_items") else "alone in the van"
        yield f"{package.name} mini move, {most}"
        if package.protective_wrapping:
            yield "Blankets and wrapping"
    if request.standard_delivery_item_count:
        yield counted(request.standard_delivery_item_count, "item")
    if request.bag_count:
        yield counted(request.bag_count, "bag")
    handled = Counter((item.name, item.special_handling) for item in price.specialty_items)
    for (name, is_special), count in handled.items():
        yield f"{count} × {name}{', carried by two, wrapped and strapped' if is_special else ''}"


def lines_of(price: price_pb2.Price) -> Iterator[str]:
    """What staff wrote."""
    for line in price.lines:
        if line.kind in THINGS and line.amount_cents > 0:
            yield f"{line.quantity} × {line.label}" if line.quantity > 1 else line.label


def organizing_at(kind: TaskKind, price: price_pb2.Price) -> Iterator[str]:
    """Packing where we load, unpacking where we unload."""
    for service in price.organizing_services:
        if service.is_packing_service is is_at_pickup(kind):
            what = "Packing" if service.is_packing_service else "Unpacking"
            yield f"{what} by {counted(service.organizer_count, 'organizer')}"


def counted(number: int, word: str) -> str:
    """`3 bags`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
