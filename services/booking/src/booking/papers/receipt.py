"""The receipt: what was paid for a booking, as a PDF."""

from __future__ import annotations

from chassis.money import format_dollars
from fpdf.enums import XPos, YPos

from booking.domain.papers import Position, Receipt, address_lines, spoken_day, spoken_hours
from booking.domain.pickup import spoken_date
from booking.papers.letterhead import FAMILY, INK, LINE, Sheet

AMOUNT_WIDTH = 34.0


def receipt_file(receipt: Receipt, contact_email: str) -> bytes:
    """The PDF; the same receipt is the same bytes."""
    visit = receipt.visit
    sheet = Sheet(f"Receipt {visit.number}", receipt.paid_at, contact_email)
    sheet.small_capitals("Receipt")
    sheet.heading(f"Thank you, {receipt.customer_name}.")
    sheet.ln(3)
    sheet.words(f"Paid in full on {spoken_date(receipt.paid_on)}, for booking {visit.number}.", muted=True)
    sheet.ln(9)
    when = [spoken_day(visit.day), f"Pickup {spoken_hours(visit.window)}, New York time"]
    sheet.columns([("Service", [visit.service]), ("When", when)])
    sheet.ln(6)
    sheet.columns([("From", address_lines(visit.pickup)), ("To", address_lines(visit.delivery))])
    sheet.rule(LINE, 0.2, before=8, after=5)
    for position in receipt.positions:
        write_position(sheet, position)
    sheet.rule(INK, 0.3, before=3, after=4)
    amount(sheet, "Total paid", receipt.total_cents, "B", 13)
    write_refund(sheet, receipt)
    sheet.ln(8)
    sheet.words("All amounts in US dollars. Please keep this receipt for your records.", muted=True, size=9)
    return sheet.bytes_of_it()


def write_position(sheet: Sheet, position: Position) -> None:
    """One line: what, how many, how much."""
    count = f"  × {position.quantity}" if position.quantity > 1 else ""
    amount(sheet, f"{position.label}{count}", position.amount_cents)


def write_refund(sheet: Sheet, receipt: Receipt) -> None:
    """What came back, where the booking was called off."""
    if not receipt.is_called_off:
        return
    sheet.ln(1)
    amount(sheet, "Refund after cancellation", -receipt.refund_cents)
    amount(sheet, "Kept", receipt.total_cents - receipt.refund_cents)


def amount(sheet: Sheet, label: str, cents: int, style: str = "", size: float = 11) -> None:
    """A label, and dollars at the right margin; a long label goes on below itself."""
    sheet.set_font(FAMILY, style, size)
    sheet.set_text_color(*INK)
    if sheet.will_page_break(14):
        sheet.add_page()
    top, page = sheet.get_y(), sheet.page_no()
    sheet.multi_cell(sheet.epw - AMOUNT_WIDTH, 6.6, sheet.known(label), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    below = sheet.get_y()
    sheet.set_xy(sheet.w - sheet.r_margin - AMOUNT_WIDTH, top if sheet.page_no() == page else below)
    sheet.cell(AMOUNT_WIDTH, 6.6, format_dollars(cents), align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    sheet.set_y(max(below, sheet.get_y()))
