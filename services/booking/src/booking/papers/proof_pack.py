"""The proof pack: in which condition things were picked up and delivered, as a PDF with its pictures."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageOps

from booking.domain.papers import address_lines, spoken_day
from booking.domain.proof import ProofPack, ProofPage, confirmation_of, place_of, spoken_moment
from booking.papers.letterhead import LINE, MARGIN, Sheet

LONGEST_SIDE = 1200
"""Pixels; a picture takes half of a page's width."""
QUALITY = 78
GAP = 6.0
PHOTO_HEIGHT = 58.0
SIGNATURE_HEIGHT = 24.0
NO_NOTES = "Nothing was noted."


def proof_pack_file(pack: ProofPack, contact_email: str) -> bytes:
    """The PDF; the same facts are the same bytes."""
    visit = pack.visit
    sheet = Sheet(f"Proof of condition {visit.number}", pack.made_at, contact_email)
    sheet.small_capitals(f"Booking {visit.number}")
    sheet.heading("Proof of condition")
    sheet.ln(8)
    sheet.columns([("Customer", [pack.customer_name]), ("Move", [visit.service, spoken_day(visit.day)])])
    for number, page in enumerate(pack.pages):
        if number:
            sheet.add_page()
        else:
            sheet.rule(LINE, 0.2, before=7, after=7)
        write_stage(sheet, pack, page)
    return sheet.bytes_of_it()


def write_stage(sheet: Sheet, pack: ProofPack, page: ProofPage) -> None:
    """One end of the move."""
    handover = page.handover
    sheet.small_capitals(handover.stage)
    sheet.words(", ".join(address_lines(place_of(pack, handover.stage))), size=14)
    sheet.ln(2)
    sheet.words(f"Noted on {spoken_moment(handover.recorded_at)}.", muted=True)
    sheet.ln(3)
    sheet.words(handover.condition_notes or NO_NOTES)
    sheet.ln(5)
    write_photos(sheet, page.photos)
    sheet.words(confirmation_of(handover))
    for signature in page.signatures:
        sheet.ln(3)
        picture(sheet, signature, MARGIN, sheet.epw / 2, SIGNATURE_HEIGHT)


def write_photos(sheet: Sheet, photos: Sequence[bytes]) -> None:
    """Two in a row."""
    width = (sheet.epw - GAP) / 2
    for first in range(0, len(photos), 2):
        if sheet.will_page_break(PHOTO_HEIGHT):
            sheet.add_page()
        top = sheet.get_y()
        for column, photo in enumerate(photos[first : first + 2]):
            sheet.set_y(top)
            picture(sheet, photo, MARGIN + column * (width + GAP), width, PHOTO_HEIGHT)
        sheet.set_y(top + PHOTO_HEIGHT + GAP)


def picture(sheet: Sheet, content: bytes, left: float, width: float, height: float) -> None:
    """A picture, whole, in a box of millimetres; the next goes on below the box."""
    if sheet.will_page_break(height):
        sheet.add_page()
    top = sheet.get_y()
    sheet.image(io.BytesIO(content), left, top, width, height, keep_aspect_ratio=True)
    sheet.set_y(top + height)


def small_picture(content: bytes) -> bytes:
    """A picture upright and no larger than a page shows, without what a camera wrote into it, such as where it was."""
    with Image.open(io.BytesIO(content), formats=["JPEG", "PNG"]) as opened:
        opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        opened.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(opened)
        small = Image.new("RGB", upright.size, "white")
        small.paste(upright, mask=upright.getchannel("A") if upright.mode == "RGBA" else None)
    file = io.BytesIO()
    small.save(file, "JPEG", quality=QUALITY)
    return file.getvalue()
