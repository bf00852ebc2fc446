"""A cursor comes back as it was given; anything else is refused by name."""

from __future__ import annotations

import base64
from uuid import uuid4

import pytest
from chassis.cursors import cursor_of, id_of, keys_of, number_of, page_of
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


def test_a_cursor_of_an_id_or_a_number_holds_just_that() -> None:
    some_id = uuid4()
    assert id_of(cursor_of(str(some_id))) == some_id
    assert number_of(cursor_of(41)) == 41
    assert (id_of(""), number_of("")) == (None, None)


@pytest.mark.parametrize("number", [-1, 2**63, 10**90, True, "41"])
def test_no_number_that_a_database_would_not_take_comes_through(number: int) -> None:
    with pytest.raises(Invalid):
        number_of(cursor_of(number))


@pytest.mark.parametrize("text", ["", "41", "0197a000-0000-7000-8000-00000000000g"])
def test_no_id_that_is_none_comes_through(text: str) -> None:
    with pytest.raises(Invalid):
        id_of(cursor_of(text))
