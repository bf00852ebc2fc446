"""What our templates say in each language: one gettext catalogue a language, English is in the templates themselves."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

FOLDER = Path(__file__).parent
SOURCE = "en"


def open_catalogue(language: str) -> NullTranslations:
    """The translations into `language`. They are compiled as they are read, so that nothing compiled can be stale."""
    if language == SOURCE:
        return NullTranslations()
    compiled = BytesIO()
    with (FOLDER / f"{language}.po").open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return Translations(compiled)
