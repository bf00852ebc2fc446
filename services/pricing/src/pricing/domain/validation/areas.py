"""Service areas: ZIP codes that are some, each in one area; and local moves between zones that exist."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from chassis.refusal import Fault

from pricing.domain.catalog import Catalog
from pricing.domain.entry import MOST_ZIP_CODES
from pricing.domain.validation.place import Place, place_of

ZIP_CODE = re.compile(r"\d{5}", re.ASCII)
NAMED = 5


def area_faults(catalog: Catalog) -> Iterator[Fault]:
    """Every area that is wrong in itself, or with another."""
    times = Counter(zip_code for area in catalog.service_areas for zip_code in area.zip_codes)
    if not catalog.service_areas:
        yield Fault("service_areas", "There must be at least one service area.")
    if times.total() > MOST_ZIP_CODES:
        yield Fault("service_areas", f"All areas together must have {MOST_ZIP_CODES:,} ZIP codes at most.")
    for area in catalog.service_areas:
        yield from zip_code_faults(place_of("service_area", area), area.zip_codes, times)
    missing = sorted(catalog.local_moves.zones - {area.zone for area in catalog.service_areas})
    if missing:
        place = place_of("local_moves", catalog.local_moves)
        yield place.fault("zones", f"must be zones of service areas; there is no {', '.join(missing[:NAMED])}")


def zip_code_faults(place: Place, zip_codes: Sequence[str], times: Counter[str]) -> Iterator[Fault]:
    """ZIP codes that are missing, are none, or are somewhere else too."""
    if not zip_codes:
        yield place.fault("zip_codes", "must be at least one")
    strange = [zip_code for zip_code in zip_codes if not ZIP_CODE.fullmatch(zip_code)]
    if strange:
        yield place.fault("zip_codes", f"must be five digits each, unlike {some(strange)}")
    shared = sorted({zip_code for zip_code in zip_codes if times[zip_code] > 1})
    if shared:
        yield place.fault("zip_codes", f"must be in one area only and once, unlike {some(shared)}")


def some(zip_codes: Sequence[str]) -> str:
    """The first few."""
    more = f" and {len(zip_codes) - NAMED} more" if len(zip_codes) > NAMED else ""
    return ", ".join(zip_codes[:NAMED]) + more
