"""A cursor comes back as it was given; anything else is refused by name."""

from __future__ import annotations

import base64

import pytest
from chassis.cursors import cursor_of, keys_of, page_of
from chassis.refusal import Invalid


def test_a_cursor_holds_its_keys() -> None:
    assert keys_of(cursor_of("2027-06-02T10:00:00Z", 7), str, int) == ["2027-06-02T10:00:00Z", 7]


def test_no_cursor_means_the_first_page() -> None:
    assert keys_of("", str) is None


@pytest.mark.parametrize(
    "cursor",
    ["!", "abc", "é", base64.urlsafe_b64encode(b"{}").decode(), cursor_of(7), cursor_of("a", "b"), "\x00"],
)
def test_a_cursor_that_we_never_made_is_refused(cursor: str) -> None:
    with pytest.raises(Invalid) as refused:
        keys_of(cursor, str, field="cursor")
    assert refused.value.faults[0].field == "cursor"


@pytest.mark.parametrize(("rows", "size", "page"), [([1, 2, 3], 2, ([1, 2], True)), ([1, 2], 2, ([1, 2], False))])
def test_one_row_too_many_says_that_more_follow(rows: list[int], size: int, page: tuple[list[int], bool]) -> None:
    assert page_of(rows, size) == page
