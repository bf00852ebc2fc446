"""How papers look: facts in, the bytes of a file out; nothing here asks or decides."""

from booking.papers.invite import calendar_file
from booking.papers.quote import quote_file
from booking.papers.receipt import receipt_file

__all__ = ["calendar_file", "quote_file", "receipt_file"]
