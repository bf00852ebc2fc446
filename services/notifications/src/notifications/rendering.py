"""Makes the subject, the HTML and the text of a message from its template, in the recipient's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import css_inline
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from notifications import formats
from notifications.catalogues import open_catalogue
from notifications.contexts import words_of
from notifications.domain import message
from notifications.domain.pickup_day import WINDOWS

TEMPLATES = Path(__file__).parent / "templates"
LARGEST_HTML_BYTES = 100_000
"""Gmail cuts a mail off at 102 kB."""

Kind = Literal["html", "txt"]

BRAND = {"name": "ToteTaxi", "line": "New York · The Hamptons"}

inliner = css_inline.CSSInliner(keep_style_tags=False, keep_at_rules=True, load_remote_stylesheets=False)


@dataclass(frozen=True)
class House:
    """What every mail says of us: where our pages are and how to reach us."""

    public_url: str
    support_email: str
    support_phone: str
    review_url: str = ""
    """Where customers write reviews; empty where they just reply."""


@dataclass(frozen=True)
class Rendered:
    """A message as it is read."""

    subject: str
    html: str
    text: str


def render(
    template: message.Template, language: str, context: Mapping[str, Any], house: House, opt_out_url: str = ""
) -> Rendered:
    """The message in `language` (BCP 47; one that we do not speak becomes English).

    Raises pydantic.ValidationError when `context` is not the template's, ValueError when the HTML is too large.
    """
    spoken = formats.spoken(language)
    values = {
        "it": words_of(template, context),
        "opt_out_url": opt_out_url,
        "language": spoken,
        "brand": BRAND,
        "public_url": house.public_url.rstrip("/"),
        "review_url": house.review_url,
        "support": {"email": house.support_email, "phone": house.support_phone},
    }
    text = open_template(template, spoken, "txt")
    return Rendered(
        subject=one_line("".join(text.blocks["subject"](text.new_context(values)))),
        html=finish_html(open_template(template, spoken, "html").render(values)),
        text=finish_text(text.render(values)),
    )


def render_text(template: message.Template, language: str, context: Mapping[str, Any], house: House) -> str:
    """The text message in `language`, one line. Raises pydantic.ValidationError for another's `context`."""
    spoken = formats.spoken(language)
    values = {"it": words_of(template, context), "public_url": house.public_url.rstrip("/")}
    source = open_environment(spoken, "txt").get_template(f"{template}.sms.jinja")
    return one_line(source.render(values))


@lru_cache
def open_template(template: message.Template, language: str, kind: Kind) -> Template:
    """The template with the layout and the pieces of `kind`."""
    return open_environment(language, kind).get_template(f"{template}.jinja")


@lru_cache
def open_environment(language: str, kind: Kind) -> Environment:
    """Jinja for one language and kind; whatever goes into HTML is escaped."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=kind == "html",  # noqa: S701 - plain text has nothing to escape
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.filters.update(formats.filters(language))
    environment.install_gettext_translations(open_catalogue(language), newstyle=True)  # type: ignore[attr-defined]
    environment.globals["pickup_windows"] = WINDOWS
    environment.globals["layout"] = f"layout.{kind}.jinja"
    environment.globals["kit"] = environment.get_template(f"kit.{kind}.jinja").module
    environment.globals["words"] = environment.get_template("words.jinja").module
    return environment


def finish_html(html: str) -> str:
    """Moves the style sheet into the elements, where every mail client reads it."""
    inlined = inliner.inline(one_stop(html))
    if len(inlined.encode()) > LARGEST_HTML_BYTES:
        raise ValueError(f"The mail is larger than {LARGEST_HTML_BYTES} bytes; its end would be cut off.")
    return inlined


def finish_text(text: str) -> str:
    """At most two empty lines in a row, none at the ends, no blanks before a line break."""
    without_blanks = re.sub(r"[ \t]+\n", "\n", one_stop(text))
    return re.sub(r"\n{4,}", "\n\n\n", without_blanks).strip() + "\n"


def one_line(words: str) -> str:
    """Words for a header: one line, single blanks."""
    return one_stop(" ".join(words.split()))


def one_stop(words: str) -> str:
    """A sentence that ends in an hour, as Spanish writes it (3:15 p.m.), ends in one stop."""
    return words.replace(".m..", ".m.")
