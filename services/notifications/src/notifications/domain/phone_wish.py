"""What somebody who texts us says of texts: no more of them, or some again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")
"""E.164."""

PLAIN_STOP = frozenset({"stop", "stopall", "unsubscribe", "optout", "arret", "arretez", "alto"})
"""Whoever begins with one of these means it, whatever follows."""
STOP = PLAIN_STOP | {"cancel", "end", "quit", "revoke", "parar", "baja", "cancelar"}
START = frozenset({"start", "unstop", "commencer", "reprendre", "iniciar", "comenzar", "alta"})
"""Said alone, in the languages we speak, without accents; those that Amazon heeds by itself are among them."""


@dataclass(frozen=True)
class PhoneWish:
    """What the owner of a number wants from a moment on."""

    number: str = field(repr=False)
    """E.164."""
    wants_texts: bool
    said_at: datetime


def wish_of(told: Mapping[str, Any], said_at: datetime) -> PhoneWish | None:
    """What an incoming text wants; None for one that speaks of something else, or for no number that it came from.

    Raises KeyError or TypeError when it is not the format of End User Messaging.
    https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms-payload.html
    """
    number, words = str(told["originationNumber"]), words_of(str(told["messageBody"]))
    is_meant = len(words) == 1 and words[0] in STOP | START
    if not (is_meant or (words[:1] and words[0] in PLAIN_STOP)) or not re.fullmatch(NUMBER, number):
        return None
    return PhoneWish(number, words[0] in START, said_at)


def words_of(body: str) -> list[str]:
    """`¡Arrêt, merci!` as `arret` and `merci`."""
    plain = unicodedata.normalize("NFKD", body.casefold())
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return re.findall(r"[a-z]+", re.sub(r"opt[ -]out", "optout", letters))
