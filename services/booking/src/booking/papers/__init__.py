"""How papers look: facts in, the bytes of a file out; nothing here asks or decides."""

from booking.papers.driver_sheet import driver_sheet_file
from booking.papers.invite import calendar_file
from booking.papers.proof_pack import proof_pack_file, small_picture
from booking.papers.quote import quote_file
from booking.papers.receipt import receipt_file

__all__ = ["calendar_file", "driver_sheet_file", "proof_pack_file", "quote_file", "receipt_file", "small_picture"]
