"""Every language says everything that our templates say, with the same facts in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from notifications.catalogues import FOLDER, SOURCE
from notifications.formats import LANGUAGES
from notifications.rendering import TEMPLATES

TRANSLATED = sorted(set(LANGUAGES) - {SOURCE})
PLACEHOLDER = re.compile(r"%\(\w+\)s")


def said() -> set[str]:
    """Every sentence of every template."""
    found = extract_from_dir(TEMPLATES, [("**.jinja", "jinja2")], {"**.jinja": {"trimmed": "true", "silent": "false"}})
    return {str(sentence) for _, _, sentence, _, _ in found}


def catalogue(language: str) -> Catalog:
    with (FOLDER / f"{language}.po").open("rb") as source:
        return read_po(source, locale=language)


def translated(language: str) -> Iterator[tuple[str, str]]:
    return ((str(each.id), str(each.string)) for each in catalogue(language) if each.id)


def test_there_is_a_catalogue_of_every_language_and_of_no_other() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.po")) == TRANSLATED == ["es", "fr"]


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_missing_and_nothing_is_left_over(language: str) -> None:
    ids = {sentence for sentence, _ in translated(language)}
    assert (said() - ids, ids - said()) == (set(), set())


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_left_in_english_or_in_doubt(language: str) -> None:
    assert [sentence for sentence, translation in translated(language) if not translation.strip()] == []
    assert [each.id for each in catalogue(language) if each.id and each.fuzzy] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_same_facts_in_it(language: str) -> None:
    differing = [
        sentence
        for sentence, translation in translated(language)
        if sorted(PLACEHOLDER.findall(sentence)) != sorted(PLACEHOLDER.findall(translation))
    ]
    assert differing == []
    assert [translation for _, translation in translated(language) if "%" in PLACEHOLDER.sub("", translation)] == []


def test_french_never_breaks_a_line_before_its_high_punctuation() -> None:
    assert [translation for _, translation in translated("fr") if re.search(r" [:;?!]", translation)] == []
