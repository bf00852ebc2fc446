"""What mails say of accounts, and where their links lead."""

from __future__ import annotations

import pytest
from notifications.samples import TOKEN
from sample_mails import sample
from visible_text import VisibleText

WEB = "https://totetaxi.example/account"
VERIFY, RESET = f"{WEB}/verify-email/?token={TOKEN}", f"{WEB}/reset-password/?token={TOKEN}"


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("welcome", VERIFY),
        ("email_verification", VERIFY),
        ("password_reset", RESET),
        ("staff_invitation", RESET),
        ("staff_password_reset", RESET),
        ("registration_repeated", f"{WEB}/forgotten-password/"),
        ("password_changed", f"{WEB}/forgotten-password/"),
        ("new_device", f"{WEB}/forgotten-password/"),
    ],
)
def test_the_button_leads_to_a_page_of_ours(name: str, link: str) -> None:
    mail = sample(name)
    assert link in VisibleText(mail.html).links
    assert link in mail.text.split()


@pytest.mark.parametrize("name", ["welcome", "email_verification", "password_reset", "staff_invitation"])
def test_a_link_says_until_when_it_is_good_by_new_yorks_clocks(name: str) -> None:
    text = " ".join(sample(name).text.replace("\N{NO-BREAK SPACE}", " ").split())
    assert "until Sunday, July 4, 2027, 3:15 PM, New York time" in text


@pytest.mark.parametrize("name", ["welcome", "password_reset", "staff_invitation"])
def test_a_token_is_in_the_link_and_in_no_header_or_preview(name: str) -> None:
    mail = sample(name)
    assert TOKEN not in mail.subject
    assert mail.text.count(TOKEN) == mail.html.count(TOKEN) == 1


@pytest.mark.parametrize("name", ["password_changed_staff", "new_device_staff", "staff_locked"])
def test_staff_are_sent_to_an_administrator_and_not_to_a_page_that_is_for_customers(name: str) -> None:
    assert "administrator" in sample(name).text
    assert "forgotten-password" not in sample(name).html


def test_staff_learn_what_they_sign_in_with() -> None:
    assert "mbrook" in sample("staff_invitation").text


def test_a_new_device_is_told_with_what_is_known_of_it() -> None:
    assert "Safari on iPhone" in sample("new_device").text
    assert "203.0.113.7" in sample("new_device").text
    unknown = sample("new_device", device="", address="").text
    assert "did not say its name" in unknown
    assert "Internet address" not in unknown
