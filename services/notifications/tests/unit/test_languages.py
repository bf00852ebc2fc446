"""Mails in Spanish and French: the same facts, written as each language writes them."""

from __future__ import annotations

import pytest
from sample_mails import SAMPLES, sample
from visible_text import VisibleText

TRANSLATED = ("es", "fr")


def read(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("es-MX", "Confirmada para el 4 de julio: su reserva TT-7K2M9Q"),
        ("fr", "Confirmée pour le 4 juillet : votre réservation TT-7K2M9Q"),
    ],
)
def test_the_subject_names_the_day_as_the_language_writes_it(language: str, subject: str) -> None:
    assert read(sample("booking_paid", language).subject) == subject


@pytest.mark.parametrize(
    ("language", "facts"),
    [
        ("es", ["domingo, 4 de julio de 2027", "8–11 a.m.", "$6,700.00", "1040 Fifth Avenue, Apt 9B", "Minimudanza"]),
        ("fr", ["dimanche 4 juillet 2027", "8 h – 11 h", "6 700,00 $ US", "1040 Fifth Avenue, Apt 9B", "Standard"]),
    ],
)
def test_days_hours_and_amounts_are_the_languages_own_in_html_and_text(language: str, facts: list[str]) -> None:
    mail = sample("booking_paid", language)
    for fact in facts:
        assert fact in read(mail.text)
        assert fact in read(str(VisibleText(mail.html)))


@pytest.mark.parametrize(
    ("language", "moment"),
    [("es", "domingo, 4 de julio de 2027, 3:15 p.m., hora de Nueva York"), ("fr", "dimanche 4 juillet 2027, 15 h 15")],
)
def test_instants_are_read_off_new_yorks_clocks_in_every_language(language: str, moment: str) -> None:
    assert moment in read(sample("welcome", language).text)


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_mail_reads_differently_and_leads_to_the_same_pages(name: str, language: str) -> None:
    english, translated = sample(name), sample(name, language)
    assert translated.subject != english.subject
    assert f'<html lang="{language}">' in translated.html
    pages = VisibleText(translated.html).links
    assert pages == VisibleText(english.html).links
    assert all(page in translated.text for page in pages if page.startswith("https:"))
