"""The driver's sheet: a van's day, door after door, as a PDF to be read at arm's length."""

from __future__ import annotations

from fpdf.enums import XPos, YPos

from booking.domain.driver_sheet import DriverSheet, SheetStop, spoken_window
from booking.domain.logistics import spoken_clock, spoken_time
from booking.domain.papers import spoken_day
from booking.papers.letterhead import FAMILY, GOLD, INK, LINE, MARGIN, MUTED, Sheet

TIMES = 38.0
"""Millimetres for when; the rest of the line is where, who and what."""
BOX = 3.4
GIVE_BACK = "Names, numbers and notes are for this day alone. Please give the sheet back at the end of it."


def driver_sheet_file(day: DriverSheet, contact_email: str) -> bytes:
    """The PDF; the same facts are the same bytes."""
    title = f"{day.van}, {spoken_day(day.day)}"
    sheet = Sheet(title, day.made_at, f"{title}   ·   {contact_email}")  # pages come loose in a van
    sheet.small_capitals(day.van)
    sheet.heading(spoken_day(day.day))
    sheet.ln(2)
    doors = f"{len(day.stops)} {'stop' if len(day.stops) == 1 else 'stops'}"
    driven = f"Driven by {' and '.join(day.drivers)}. " if day.drivers else ""
    sheet.words(f"{driven}{doors}, as planned at {spoken_time(day.made_at)}.", muted=True)
    sheet.ln(4)
    if not day.stops:
        sheet.words("Nothing is planned for this van.")
    tried = Sheet(title, day.made_at, contact_email)
    for position, stop in enumerate(day.stops, 1):
        if sheet.will_page_break(height_of(tried, stop, position)):
            sheet.add_page()
        write_stop(sheet, stop, position)
    sheet.rule(LINE, 0.2, before=3, after=4)
    sheet.words(GIVE_BACK, muted=True, size=9)
    return sheet.bytes_of_it()


def height_of(tried: Sheet, stop: SheetStop, position: int) -> float:
    """Millimetres of one door, tried on a sheet that nobody sees, so that the end of a page tears none.

    One that is longer than a page begins on a page of its own.
    """
    tried.add_page()
    page, top = tried.page_no(), tried.get_y()
    write_stop(tried, stop, position)
    return tried.get_y() - top if tried.page_no() == page else tried.eph


def write_stop(sheet: Sheet, stop: SheetStop, position: int) -> None:
    """When on the left; what, where, who and how on the right."""
    sheet.rule(LINE, 0.2, before=3, after=4)
    page, top = sheet.page_no(), sheet.get_y()
    write_times(sheet, stop, position)
    lowest = sheet.get_y()
    sheet.set_left_margin(MARGIN + TIMES)
    sheet.set_y(top)
    write_door(sheet, stop)
    sheet.set_left_margin(MARGIN)
    if sheet.page_no() == page:
        sheet.set_y(max(lowest, sheet.get_y()))


def write_times(sheet: Sheet, stop: SheetStop, position: int) -> None:
    """The planned arrival, and what the customer was promised."""
    sheet.small_capitals(f"Stop {position}", colour=GOLD, width=TIMES)
    sheet.set_font(FAMILY, "B", 15)
    sheet.set_text_color(*INK)
    sheet.cell(TIMES, 7.5, spoken_clock(stop.planned.begins), new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    sheet.set_font(FAMILY, "", 9)
    sheet.set_text_color(*MUTED)
    for line in (f"until {spoken_clock(stop.planned.ends)}", "promised", spoken_window(stop.promised)):
        sheet.cell(TIMES, 4.6, line, new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def write_door(sheet: Sheet, stop: SheetStop) -> None:
    """What is done there."""
    sheet.small_capitals(f"{stop.title}  ·  {stop.number}")
    if stop.state:
        line(sheet, stop.state, "B")
    line(sheet, "\n".join(stop.place), "B", 12.5)
    reached = "  ·  ".join(part for part in (stop.first_name, stop.phone) if part)
    line(sheet, reached, size=12.5)
    for item in stop.items:
        line(sheet, item)
    if stop.notes:
        sheet.ln(1)
        sheet.small_capitals("Note from the customer")
        line(sheet, stop.notes)
    if stop.to_collect:
        sheet.ln(1)
        sheet.small_capitals("To bring back")
    for wanted in stop.to_collect:
        tick_box(sheet, wanted)


def line(sheet: Sheet, text: str, style: str = "", size: float = 11) -> None:
    """A line of text, or several where it is long; nothing for none."""
    if text:
        sheet.set_font(FAMILY, style, size)
        sheet.set_text_color(*INK)
        sheet.multi_cell(0, size * 0.5, sheet.known(text), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def tick_box(sheet: Sheet, text: str) -> None:
    """A box to be ticked by hand, and what for."""
    if sheet.will_page_break(6):
        sheet.add_page()
    sheet.set_draw_color(*MUTED)
    sheet.set_line_width(0.3)
    sheet.rect(sheet.l_margin, sheet.get_y() + 1.1, BOX, BOX)
    sheet.set_font(FAMILY, "", 11)
    sheet.set_text_color(*INK)
    sheet.set_x(sheet.l_margin + BOX + 2.5)
    sheet.cell(0, 5.8, sheet.known(text), new_x=XPos.LMARGIN, new_y=YPos.NEXT)
