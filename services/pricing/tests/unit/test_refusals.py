"""Every refusal names the field and the rule in one sentence."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from chassis.refusal import Invalid
from first_catalog import ITEMS, PACKAGES, TUESDAY, priced

REFUSED: list[tuple[str, dict[str, Any], str, str, str]] = [
    ("b2b_popup", {}, "quoted_by_staff", "service_type", "quoted by our staff"),
    ("helicopter", {}, "unknown_service", "service_type", "one of mini_move"),
    ("mini_move", {"mini_move_package_id": ""}, "unknown_package", "mini_move_package_id", "No package"),
    ("mini_move", {"mini_move_package_id": "x"}, "unknown_package", "mini_move_package_id", "no such package"),
    ("standard_delivery", {"standard_delivery_item_count": 0}, "item_count", "standard_delivery_item_count", "1 to"),
    ("standard_delivery", {"standard_delivery_item_count": 201}, "item_count", "standard_delivery_item_count", "200"),
    ("standard_delivery", {"standard_delivery_item_count": None}, "item_count", "standard_delivery_item_count", "1"),
    ("specialty_item", {"specialty_item_ids": ()}, "no_items", "specialty_item_ids", "at least one"),
    ("specialty_item", {"specialty_item_ids": ("x",)}, "unknown_item", "specialty_item_ids", "no such item"),
    ("blade_luggage", {"bag_count": 0}, "bag_count", "bag_count", "from 1 to 20"),
    ("blade_luggage", {"bag_count": 21}, "bag_count", "bag_count", "from 1 to 20"),
    ("blade_luggage", {"bag_count": None}, "bag_count", "bag_count", "from 1 to 20"),
    ("blade_luggage", {"airport": "LGA"}, "unsupported_airport", "airport", "JFK, EWR"),
    ("blade_luggage", {"airport": ""}, "unsupported_airport", "airport", "JFK, EWR"),
    ("mini_storage", {"months": 0}, "months", "months", "from 1 to 36"),
    ("mini_storage", {"months": 37}, "months", "months", "from 1 to 36"),
    ("mini_storage", {"coi_required": True}, "coi_not_offered", "coi_required", "certificate"),
    ("standard_delivery", {"include_packing": True}, "foreign_member", "include_packing", "only with a mini move"),
    ("blade_luggage", {"include_unpacking": True}, "foreign_member", "include_unpacking", "only with a mini move"),
    ("mini_move", {"bag_count": 0}, "foreign_member", "bag_count", "blade luggage"),
    ("mini_move", {"is_same_day_delivery": True}, "foreign_member", "is_same_day_delivery", "standard delivery"),
    ("mini_storage", {"specialty_item_ids": (ITEMS["crib"],)}, "foreign_member", "specialty_item_ids", "specialty"),
    ("blade_luggage", {"mini_move_package_id": PACKAGES["full"]}, "foreign_member", "mini_move_package_id", "mini"),
]


@pytest.mark.parametrize(("service_type", "members", "slug", "field", "words"), REFUSED)
def test_a_refusal_names_field_and_rule(
    service_type: str, members: dict[str, Any], slug: str, field: str, words: str
) -> None:
    with pytest.raises(Invalid) as refused:
        priced(service_type, **members)
    assert refused.value.slug == slug
    assert [fault.field for fault in refused.value.faults] == [field]
    assert words in refused.value.message
    assert refused.value.message.endswith(".")


def test_every_member_of_another_service_is_named_at_once() -> None:
    with pytest.raises(Invalid) as refused:
        priced("mini_storage", bag_count=2, airport="JFK", is_expedited=True)
    assert [fault.field for fault in refused.value.faults] == ["bag_count", "airport", "is_expedited"]


@pytest.mark.parametrize("new_york_hour", ["19:00", "20:30", "23:30"])
def test_today_is_new_yorks_day_when_utc_is_a_day_ahead(new_york_hour: str) -> None:
    evening = datetime.fromisoformat(f"2027-04-13T{new_york_hour}:00-04:00").astimezone(UTC)
    assert priced("mini_move", TUESDAY, evening).total_cents == 99_500
    with pytest.raises(Invalid) as refused:
        priced("mini_move", date(2027, 4, 12), evening)
    assert refused.value.slug == "pickup_in_the_past"
    assert "2027-04-13" in refused.value.message
