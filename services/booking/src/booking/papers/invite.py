"""The calendar file of a booking (RFC 5545, RFC 5546): one event that later versions replace or take away."""

from __future__ import annotations

from datetime import UTC

from icalendar import Calendar, Event, Timezone, vCalAddress

from booking.domain.papers import Appearance, Appointment, Visit, address_lines, spoken_hours
from booking.domain.pickup import window_begins, window_ends

PRODUCT = "-//ToteTaxi//Bookings//EN"

NEW_YORK_RULES = """BEGIN:VTIMEZONE
TZID:America/New_York
BEGIN:DAYLIGHT
TZNAME:EDT
DTSTART:20070311T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:EST
DTSTART:20071104T020000
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
END:VTIMEZONE
"""
"""The rules since 2007 (15 U.S.C. 260a), for calendars that don't know the zone by name."""


def calendar_file(appointment: Appointment, contact_email: str, page_url: str) -> bytes:
    """The .ics; the same version of a booking is the same bytes."""
    is_over = appointment.appearance is Appearance.CANCELLED
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "CANCEL" if is_over else "PUBLISH")
    calendar.add_component(Timezone.from_ical(NEW_YORK_RULES))
    calendar.add_component(event_of(appointment, contact_email, page_url))
    return bytes(calendar.to_ical())


def event_of(appointment: Appointment, contact_email: str, page_url: str) -> Event:
    """The pickup."""
    visit = appointment.visit
    event = Event()
    event.add("uid", f"{visit.booking_id}@booking.totetaxi")
    event.add("sequence", appointment.sequence)
    event.add("dtstamp", appointment.changed_at.astimezone(UTC))
    event.add("created", appointment.made_at.astimezone(UTC))
    event.add("last-modified", appointment.changed_at.astimezone(UTC))
    event.add("dtstart", window_begins(visit.day, visit.window))
    event.add("dtend", window_ends(visit.day, visit.window))
    event.add("summary", f"ToteTaxi pickup · {visit.service}")
    event.add("location", ", ".join(address_lines(visit.pickup)))
    event.add("description", description_of(visit))
    event.add("status", appointment.appearance.value)
    event.add("transp", "TRANSPARENT")
    organizer = vCalAddress(f"mailto:{contact_email}")
    organizer.params["CN"] = "ToteTaxi"
    event.add("organizer", organizer)
    if page_url:
        event.add("url", page_url)
    return event


def description_of(visit: Visit) -> str:
    """What a customer wants to know on the day."""
    return "\n".join(
        [
            f"Booking {visit.number}. Our crew comes from {spoken_hours(visit.window)}.",
            f"From: {', '.join(address_lines(visit.pickup))}",
            f"To: {', '.join(address_lines(visit.delivery))}",
        ]
    )
