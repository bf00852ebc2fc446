"""Words: what customers read is there and not too long, and stable words are words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chassis.refusal import Fault

from pricing.domain.catalog import Catalog, ServiceArea, SpecialtyItem, SurchargeRule
from pricing.domain.validation.place import places

LONGEST = {"name": 80, "description": 300}
STABLE_WORD = re.compile(r"[a-z][a-z0-9_]{0,39}")
SURCHARGE_TYPES = ("weekend", "peak_date", "holiday")


def word_faults(catalog: Catalog) -> Iterator[Fault]:
    """Every text that is missing, too long or not what it must be."""
    for place, _, entry in places(catalog):
        for member, longest in LONGEST.items():
            if not is_line(getattr(entry, member, "-"), longest):
                yield place.fault(member, f"must be one line of 1 to {longest} characters, without spaces around it")
        match entry:
            case SpecialtyItem() if not STABLE_WORD.fullmatch(entry.item_type):
                yield place.fault("item_type", "must be a lower-case word such as wardrobe_box")
            case ServiceArea() if not STABLE_WORD.fullmatch(entry.zone):
                yield place.fault("zone", "must be a lower-case word such as hamptons_east")
            case SurchargeRule() if entry.surcharge_type not in SURCHARGE_TYPES:
                yield place.fault("surcharge_type", f"must be one of {', '.join(SURCHARGE_TYPES)}")


def is_line(text: str, longest: int) -> bool:
    """Whether `text` is one printable line."""
    return 1 <= len(text) <= longest and text.isprintable() and text == text.strip()
