"""What the driver's sheet says, read back from the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from booking.actions.logistics.items_at_a_door import items_at
from booking.domain.driver_sheet import DriverSheet, SheetStop, spoken_state, to_collect
from booking.domain.handovers import Handover, HandoverProof, Stage
from booking.domain.logistics import TaskKind, TaskStatus, Window
from booking.papers import driver_sheet_file
from chassis.contact import spoken_phone
from chassis.identifiers import new_id
from paper_reader import text_of
from totetaxi.pricing.v1.catalog_pb2 import MiniMovePackage, OrganizingService, SpecialtyItem
from totetaxi.pricing.v1.price_pb2 import LINE_KIND_BASE, LINE_KIND_CREDIT, Price, PriceLine, PriceRequest

MAIL = "bookings@totetaxi.example"
EIGHT = datetime(2027, 6, 2, 12, tzinfo=UTC)
"""8 AM in New York."""
HOUR = timedelta(hours=1)
STOP = SheetStop(
    title="Pickup",
    number="TT-7QK2MB",
    planned=Window(EIGHT + HOUR / 4, EIGHT + HOUR),
    promised=Window(EIGHT, EIGHT + 3 * HOUR),
    place=("350 Fifth Ave, Apt 9, New York, NY 10001",),
    first_name="Łucja",
    phone="(212) 555-0100",
    notes="Service entrance on 33rd Street; ask for Sam.",
    items=("Petite mini move, up to 15 items", "2 × Crib"),
    to_collect=("Photos of the condition", "The customer's code, or a signature"),
    state="",
)
SHEET = DriverSheet("Van 1", ("Dan Driver",), date(2027, 6, 2), EIGHT - 2 * HOUR, (STOP,))
NOTED = Handover(new_id(), Stage.PICKUP, EIGHT, "staff:sam")
SIGNED = replace(NOTED, proof=HandoverProof.SIGNATURE, confirmed_at=EIGHT)


def test_a_sheet_says_when_where_who_what_and_what_to_bring_back() -> None:
    text = " ".join(text_of(driver_sheet_file(SHEET, MAIL)).split())
    for words in (
        "Wednesday, June 2, 2027",
        "Driven by Dan Driver. 1 stop, as planned at 6:00 AM in New York.",
        "8:15 AM",
        "until 9:00 AM",
        "8:00 AM to 11:00 AM",
        "350 Fifth Ave, Apt 9, New York, NY 10001",
        "Łucja · (212) 555-0100",
        "Petite mini move, up to 15 items",
        "Service entrance on 33rd Street; ask for Sam.",
        "The customer's code, or a signature",
        f"Van 1, Wednesday, June 2, 2027 · {MAIL} · Page 1 of 1",
    ):
        assert words in text, words
    assert "$" not in text
    assert driver_sheet_file(SHEET, MAIL) == driver_sheet_file(SHEET, MAIL)


def test_forty_stops_go_on_over_several_pages_none_is_lost_or_torn() -> None:
    stops = tuple(replace(STOP, number=f"TT-7QK{number:03d}", notes="Ring. " * number) for number in range(40))
    pages = text_of(driver_sheet_file(replace(SHEET, stops=stops), MAIL)).split("TOTETAXI")
    assert all(any(stop.number in page for page in pages) for stop in stops)
    assert all(page.count("STOP ") == page.count("Photos of the condition") for page in pages)


def test_notes_longer_than_a_page_are_told_to_their_end() -> None:
    stop = replace(STOP, notes="Ring twice and wait. " * 400 + "Then come up.")
    text = " ".join(text_of(driver_sheet_file(replace(SHEET, stops=(stop, STOP)), MAIL)).split())
    assert "Then come up." in text
    assert "STOP 2" in text


def test_a_van_with_nothing_to_do_says_so() -> None:
    assert "Nothing is planned for this van." in text_of(driver_sheet_file(replace(SHEET, stops=(), drivers=()), MAIL))


@pytest.mark.parametrize(
    ("kind", "status", "handover", "wanted", "state"),
    [
        (TaskKind.PICKUP, TaskStatus.ASSIGNED, None, 2, ""),
        (TaskKind.PICKUP, TaskStatus.EN_ROUTE, NOTED, 2, "En route"),
        (TaskKind.PICKUP, TaskStatus.ARRIVED, SIGNED, 0, "Arrived, confirmed by signature"),
        (TaskKind.PICKUP, TaskStatus.LOADED, None, 0, "Loaded"),
        (TaskKind.FROM_STORAGE, TaskStatus.LOADED, None, 2, "Loaded"),
        (TaskKind.DELIVERY, TaskStatus.FAILED, None, 0, "Failed: nobody there"),
    ],
)
def test_what_is_to_be_brought_back_is_what_is_still_missing(
    kind: TaskKind, status: TaskStatus, handover: Handover | None, wanted: int, state: str
) -> None:
    failure = "nobody there" if status is TaskStatus.FAILED else ""
    assert len(to_collect(kind, status, handover)) == wanted
    assert spoken_state(kind, status, failure, handover) == state


def test_items_are_named_without_prices_and_organizers_only_where_they_work() -> None:
    crib = SpecialtyItem(name="Crib", price_cents=17_500)
    peloton = SpecialtyItem(name="Peloton", price_cents=50_000, special_handling=True)
    price = Price(
        mini_move_package=MiniMovePackage(name="Petite", max_items=15, base_price_cents=99_500),
        specialty_items=[crib, peloton, crib],
        organizing_services=[
            OrganizingService(organizer_count=2, is_packing_service=True),
            OrganizingService(organizer_count=1),
        ],
    )
    things = ("Petite mini move, up to 15 items", "2 × Crib", "1 × Peloton, carried by two, wrapped and strapped")
    assert items_at(TaskKind.PICKUP, PriceRequest(), price) == (*things, "Packing by 2 organizers")
    assert items_at(TaskKind.DELIVERY, PriceRequest(), price) == (*things, "Unpacking by 1 organizer")
    luggage = PriceRequest(bag_count=3)
    assert items_at(TaskKind.AIRPORT_DELIVERY, luggage, Price()) == ("3 bags",)
    delivery = PriceRequest(standard_delivery_item_count=1)
    assert items_at(TaskKind.PICKUP, delivery, Price()) == ("1 item",)


def test_what_staff_priced_by_hand_is_named_as_they_wrote_it() -> None:
    lines = [
        PriceLine(label="Sofa from the shop", quantity=2, amount_cents=80_000, kind=LINE_KIND_BASE),
        PriceLine(label="Thank you", quantity=1, amount_cents=-5_000, kind=LINE_KIND_CREDIT),
    ]
    assert items_at(TaskKind.PICKUP, PriceRequest(), Price(lines=lines)) == ("2 × Sofa from the shop",)
    assert items_at(TaskKind.PICKUP, PriceRequest(), Price()) == ("As agreed with the office",)


def test_phones_are_told_as_people_dial_them() -> None:
    told = [spoken_phone(kept) for kept in ("+12125550100", "+442079460958", "", "erased")]
    assert told == ["(212) 555-0100", "+44 20 7946 0958", "", ""]
