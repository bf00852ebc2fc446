"""The quote: what staff offer, line by line, as a PDF."""

from __future__ import annotations

from fpdf.enums import XPos, YPos

from booking.domain.papers import address_lines, spoken_day, spoken_hours
from booking.domain.pickup import spoken_date
from booking.domain.quote_paper import QuotePaper, spoken_instant
from booking.papers.letterhead import FAMILY, INK, LINE, MUTED, Sheet
from booking.papers.receipt import amount


def quote_file(paper: QuotePaper, contact_email: str) -> bytes:
    """The PDF; the same version of the same quote is the same bytes."""
    sheet = Sheet(f"Quote {paper.number}", paper.sent_at, contact_email)
    sheet.small_capitals("Quote")
    sheet.heading(f"For {(paper.company_name or paper.customer_name).rstrip('.')}.")
    sheet.ln(3)
    which = f"Quote {paper.number}, version {paper.version}, of {spoken_date(paper.sent_on)}."
    sheet.words(f"{which} Good until {spoken_instant(paper.valid_until)}.", muted=True)
    sheet.ln(9)
    when = [spoken_day(paper.day), f"Pickup {spoken_hours(paper.window)}, New York time"]
    sheet.columns([("Service", [paper.service, f"Attn. {paper.customer_name}"]), ("When", when)])
    sheet.ln(6)
    sheet.columns([("From", address_lines(paper.pickup)), ("To", address_lines(paper.delivery))])
    sheet.rule(LINE, 0.2, before=8, after=5)
    for line in paper.lines:
        count = f"  × {line.quantity}" if line.quantity > 1 else ""
        amount(sheet, f"{line.label}{count}", line.amount_cents)
        write_reason(sheet, line.reason)
    sheet.rule(INK, 0.3, before=3, after=4)
    amount(sheet, "Total", paper.total_cents, "B", 13)
    if paper.note:
        sheet.ln(8)
        sheet.words(paper.note)
    sheet.ln(8)
    sheet.words("All amounts in US dollars. To accept it, open the link in our mail.", muted=True, size=9)
    return sheet.bytes_of_it()


def write_reason(sheet: Sheet, reason: str) -> None:
    """Why a line is there, small, below it."""
    if not reason:
        return
    sheet.set_font(FAMILY, "", 9)
    sheet.set_text_color(*MUTED)
    sheet.multi_cell(sheet.epw - 34, 4.8, sheet.known(reason), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    sheet.ln(1.5)
