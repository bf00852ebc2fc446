"""Browsers by the names that people know them under."""

from __future__ import annotations

import pytest
from notifications.domain.device import device_name, shown_address

WEBKIT = "AppleWebKit/605.1.15 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (
            f"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) {WEBKIT} Version/17.5 Safari/604.1",
            "Safari on iPhone",
        ),
        (f"Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) {WEBKIT} CriOS/125.0 Safari/604.1", "Chrome on iPad"),
        (f"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {WEBKIT} Chrome/131.0.0.0 Safari/537.36", "Chrome on Mac"),
        (f"Mozilla/5.0 (Windows NT 10.0) {WEBKIT} Chrome/131.0 Safari/537.36 Edg/131.0", "Edge on Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox on Linux"),
        (f"Mozilla/5.0 (Linux; Android 14; Pixel 8) {WEBKIT} Chrome/131.0 Mobile Safari/537.36", "Chrome on Android"),
        ("ToteTaxi/3.2 (iPhone; iOS 18)", "iPhone"),
        ("curl/8.5.0", ""),
        ("", ""),
    ],
)
def test_a_browser_has_the_name_that_people_know(user_agent: str, name: str) -> None:
    assert device_name(user_agent) == name


def test_whoever_signs_in_does_not_choose_what_our_mail_says() -> None:
    assert device_name("Please call +1 900 555 0100 at once. Safari") == "Safari"


@pytest.mark.parametrize(
    ("text", "shown"), [("203.0.113.7", "203.0.113.7"), ("2001:db8::1", "2001:db8::1"), ("call us", ""), ("", "")]
)
def test_an_address_is_an_address_or_nothing(text: str, shown: str) -> None:
    assert shown_address(text) == shown
