"""What the audit log is told of a change."""

from __future__ import annotations

import json
from datetime import date

from chassis.audit import as_json, changes


def test_only_what_differs_is_told() -> None:
    told = changes({"role": "staff", "department": "Vans"}, {"role": "supervisor", "department": "Vans"})
    assert told == {"before": {"role": "staff"}, "after": {"role": "supervisor"}}


def test_of_personal_data_only_that_it_changed() -> None:
    told = changes({"phone": "+12125550100"}, {"phone": "+12125550199"}, personal=frozenset({"phone"}))
    assert told == {"before": {"phone": "personal"}, "after": {"phone": "personal"}}


def test_what_is_told_is_compact_json_in_one_order() -> None:
    assert as_json({"role": "staff", "hired": date(2027, 6, 1)}) == '{"hired":"2027-06-01","role":"staff"}'
    assert json.loads(as_json({"name": "Zoë"})) == {"name": "Zoë"}
    assert as_json(None) == ""
