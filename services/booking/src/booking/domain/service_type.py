"""What can be booked online, and what begins with a quote by staff."""

from __future__ import annotations

from typing import Final

from chassis.refusal import Invalid

BOOKABLE: Final = ("mini_move", "standard_delivery", "specialty_item", "blade_luggage")

NOT_BOOKABLE: Final = {
    "mini_storage": "Mini storage can't be booked online: ask us for a quote for its pickup and delivery.",
    "b2b_popup": "Business and pop-up moves can't be booked online: ask us for a quote, and book by accepting it.",
}


def must_be_bookable_online(service_type: str) -> None:
    """Raises Invalid for what only staff can turn into a booking (pricing.md)."""
    if service_type not in BOOKABLE:
        message = NOT_BOOKABLE.get(service_type, f"service_type must be one of {', '.join(BOOKABLE)}.")
        raise Invalid("service_not_bookable", message, "service_type")
