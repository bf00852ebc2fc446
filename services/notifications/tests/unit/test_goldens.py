"""Every mail as golden files: run with WRITE_GOLDEN=1 to accept what changed, then read it in a browser."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from notifications.domain.message import Template
from notifications.rendering import LARGEST_HTML_BYTES, render
from pydantic import ValidationError
from sample_mails import HOUSE, SAMPLES, sample
from visible_text import VisibleText

GOLDEN = Path(__file__).parents[1] / "golden"

each = pytest.mark.parametrize("name", SAMPLES)


@each
@pytest.mark.parametrize("kind", ["html", "txt"])
def test_a_mail_is_word_for_word_the_one_that_was_approved(name: str, kind: str) -> None:
    rendered = sample(name).html if kind == "html" else f"Subject: {sample(name).subject}\n\n{sample(name).text}"
    approved = GOLDEN / f"{name}.{kind}"
    if os.environ.get("WRITE_GOLDEN"):
        approved.write_text(rendered)
    assert rendered == approved.read_text()


def test_there_is_a_sample_of_every_mail_and_a_golden_file_of_nothing_else() -> None:
    assert {template for template, _ in SAMPLES.values()} == set(Template)
    assert {path.stem for path in GOLDEN.iterdir()} == set(SAMPLES)


@each
def test_html_and_text_are_from_one_source(name: str) -> None:
    html = VisibleText(sample(name).html)
    text = " ".join(sample(name).text.split())
    missing = [word for word in html.words if word.lower() not in text.lower() and word != "·"]
    assert missing == []
    assert [link for link in html.links if link.startswith("http") and link not in text] == []


@each
def test_styles_are_inline_and_the_whole_stays_under_what_mail_clients_cut_off(name: str) -> None:
    html = sample(name).html
    assert len(html.encode()) < LARGEST_HTML_BYTES
    assert re.findall(r"<td(?![^>]*style=)[^>]*class=", html) == []
    assert not re.search(r'(src|href)="http://', html)


@each
def test_a_mail_that_lacks_a_fact_is_refused_instead_of_sent_with_a_gap(name: str) -> None:
    template, _ = SAMPLES[name]
    with pytest.raises(ValidationError):
        render(template, "en", {"something": "else"}, HOUSE)


@each
def test_what_somebody_typed_stays_text(name: str) -> None:
    template, context = SAMPLES[name]
    names = context.keys() & {"first_name", "username", "device", "address", "token", "name", "reason", "place", "note"}
    typed = dict.fromkeys(names, '<img src=x onerror=alert(1)>"{{ 7 * 7 }}')
    assert "<img" not in render(template, "en", context | typed, HOUSE).html


def test_a_line_break_in_a_value_can_not_add_a_header() -> None:
    assert "\n" not in sample("booking_paid", booking_number="TT-1\r\nBcc: everybody@whitfield.example").subject
