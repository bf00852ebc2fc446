"""What counts as text: everything but control characters and halves of surrogate pairs, and lines may end."""

import sys
import unicodedata

from gateway.schemas.members import NO_TEXT, NOT_TYPEABLE

EVERYTHING = [chr(point) for point in range(sys.maxunicode + 1)]


def of_category(*categories: str) -> set[str]:
    return {letter for letter in EVERYTHING if unicodedata.category(letter) in categories}


def test_no_text_are_control_characters_and_surrogates_but_tab_and_the_ends_of_lines() -> None:
    refused = {letter for letter in EVERYTHING if NO_TEXT.search(letter)}
    assert refused == of_category("Cc", "Cs") - set("\n\r\t")


def test_nobody_types_nul_or_a_surrogate() -> None:
    assert {letter for letter in EVERYTHING if NOT_TYPEABLE.search(letter)} == of_category("Cs") | {"\0"}
