"""A cursor leads to the next page of its own list, and to nowhere else."""

from __future__ import annotations

import base64
import json

import pytest
from chassis.cursor import cursor_after, digest, number, position_of
from chassis.refusal import Invalid


def crafted(*members: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(members).encode()).decode()


def test_a_cursor_leads_on_where_the_page_ended() -> None:
    assert position_of("by age", cursor_after("by age", 41), number) == 41


def test_no_cursor_is_the_first_page() -> None:
    assert position_of("by age", "", number) is None


@pytest.mark.parametrize(
    "cursor",
    [
        cursor_after("by name", 41),
        "no cursor",
        "ä",
        crafted(digest("by age")),
        crafted(digest("by age"), None),
        crafted(digest("by age"), "-1"),
        crafted(digest("by age"), str(2**63)),
        crafted(digest("by age"), "9" * 300),
    ],
)
def test_any_other_text_is_refused(cursor: str) -> None:
    with pytest.raises(Invalid) as refused:
        position_of("by age", cursor, number)
    assert refused.value.slug == "cursor_invalid"
