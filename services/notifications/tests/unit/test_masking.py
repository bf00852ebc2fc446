"""Addresses as staff and logs may see them."""

from __future__ import annotations

import pytest
from notifications.domain.masking import mask_email


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        ("eleanor@whitfield.example", "e•••@w•••.example"),
        ("e@w.co", "e•••@w•••.co"),
        ('"odd@local"@mail.whitfield.example', '"•••@m•••.example'),
        ("root@localhost", "•••"),
        ("not an address", "•••"),
        ("", "•••"),
    ],
)
def test_an_address_keeps_its_first_letters_and_its_top_level_domain(address: str, masked: str) -> None:
    assert mask_email(address) == masked
