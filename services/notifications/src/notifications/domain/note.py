"""Notes: what staff write to who booked, as one of a few mails with their own words in it."""

from __future__ import annotations

import re
from datetime import timedelta

from chassis.refusal import Invalid

NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
GOOD_FOR = timedelta(days=7)
"""A note that could not be sent for so long is not news any more."""


def note_text(typed: str) -> str:
    """The words with the ends of lines made alike. Raises Invalid when there are none, or it is no text."""
    text = typed.replace("\r\n", "\n").strip()
    if not text or NO_TEXT.search(text):
        raise Invalid("note_not_text", "text must be words, without control characters.", "text")
    return re.sub(r"\n\s*\n+", "\n\n", text)
