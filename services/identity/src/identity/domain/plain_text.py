"""Text that people type: lines without spare spaces, notes of several lines, and what is asked for in a search."""

from __future__ import annotations

import re

from chassis.refusal import Invalid

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


def optional_line(text: str, field: str) -> str:
    """One line without spare spaces; may be empty. Raises Invalid when it holds control characters."""
    line = " ".join(text.split())
    if not line.isprintable():
        raise Invalid("text_unprintable", f"{field} must be plain text on one line.", field)
    return line


def required_line(text: str, field: str) -> str:
    """The same, of which something must be left. Raises Invalid."""
    line = optional_line(text, field)
    if not line:
        raise Invalid("text_missing", f"{field} must be given.", field)
    return line


def several_lines(text: str, field: str) -> str:
    """Lines as typed, without spaces at the ends. Raises Invalid when it holds other control characters."""
    lines = text.strip().splitlines()
    if not all(line.replace("\t", " ").isprintable() for line in lines):
        raise Invalid("text_unprintable", f"{field} must be plain text.", field)
    return "\n".join(line.rstrip() for line in lines)


def language_tag(text: str) -> str:
    """A BCP 47 tag, or nothing. Raises Invalid."""
    tag = text.strip()
    if tag and not LANGUAGE.fullmatch(tag):
        raise Invalid("language_invalid", "language must be a tag such as en or es-US.", "language")
    return tag


def search_words(text: str, shortest: int) -> str:
    """What a search looks for, without case; empty for no search. Raises Invalid when it is shorter than `shortest`."""
    words = optional_line(text, "search").casefold()
    if words and len(words) < shortest:
        raise Invalid("search_too_short", f"search must be at least {shortest} characters long.", "search")
    return words


def without_controls(text: str) -> str:
    """What programs sent, such as a user agent, without what a database can't keep."""
    return "".join(character for character in text if character.isprintable())
