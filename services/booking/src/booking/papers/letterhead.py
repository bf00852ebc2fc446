"""The sheet that our papers are written on: Letter size, our name, our two fonts and our colours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from importlib.resources import as_file, files
from typing import Any

from fpdf import FPDF
from fpdf.enums import XPos, YPos

INK = (36, 33, 29)
MUTED = (116, 108, 96)
GOLD = (138, 106, 53)
LINE = (221, 213, 200)

MARGIN = 25.0
"""Millimetres, left and right."""
TOP = 22.0
FOOT = 24.0
FAMILY = "Source Serif Pro"
FONTS = {"": "SourceSerifPro-Regular.ttf", "B": "SourceSerifPro-Semibold.ttf"}
UNKNOWN = "·"
"""Stands for letters that the fonts don't have."""


class Sheet(FPDF):
    """A document on our letterhead; lengths are millimetres, sizes are points."""

    def __init__(self, title: str, made_at: datetime, foot: str) -> None:
        super().__init__(format="letter", unit="mm")
        self._foot = foot
        self.c_margin = 0
        self.set_margins(MARGIN, TOP, MARGIN)
        self.set_auto_page_break(auto=True, margin=FOOT + 6)
        self.set_title(title)
        self.set_author("ToteTaxi")
        self.set_lang("en-US")
        self.set_creation_date(made_at)
        for style, name in FONTS.items():
            with as_file(files("booking.papers") / "fonts" / name) as path:
                self.add_font(FAMILY, style, path)
        self.add_page()

    def header(self) -> None:
        """Our name between two lines of air, and the gold rule."""
        self.set_y(TOP)
        self.set_font(FAMILY, "", 19)
        self.set_text_color(*INK)
        self.set_char_spacing(7)
        self.cell(0, 9, "TOTETAXI", align="C", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.set_char_spacing(0)
        self.small_capitals("New York City  ·  The Hamptons", colour=GOLD, align="C", height=7)
        self.rule(GOLD, 0.5, before=6, after=12)

    def footer(self) -> None:
        """How to reach us, and the page."""
        self.set_y(-FOOT)
        self.rule(LINE, 0.2, before=0, after=4)
        self.set_font(FAMILY, "", 8.5)
        self.set_text_color(*MUTED)
        self.cell(0, 5, f"{self._foot}   ·   Page {self.page_no()} of {{nb}}", align="C")

    def rule(self, colour: tuple[int, int, int], width: float, before: float, after: float) -> None:
        """A line from margin to margin."""
        self.set_y(self.get_y() + before)
        self.set_draw_color(*colour)
        self.set_line_width(width)
        self.line(self.l_margin, self.get_y(), self.w - self.r_margin, self.get_y())
        self.set_y(self.get_y() + after)

    def small_capitals(
        self, text: str, colour: tuple[int, int, int] = MUTED, align: str = "L", height: float = 5, width: float = 0
    ) -> None:
        """A label in small letterspaced capitals."""
        self.set_font(FAMILY, "", 8)
        self.set_text_color(*colour)
        self.set_char_spacing(1.4)
        self.cell(width, height, text.upper(), align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.set_char_spacing(0)

    def heading(self, text: str) -> None:
        """What the paper is."""
        self.set_font(FAMILY, "", 25)
        self.set_text_color(*INK)
        self.multi_cell(0, 11, self.known(text), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def words(self, text: str, *, muted: bool = False, size: float = 11) -> None:
        """A paragraph."""
        self.set_font(FAMILY, "", size)
        self.set_text_color(*(MUTED if muted else INK))
        self.multi_cell(0, size * 0.52, self.known(text), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def columns(self, named: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Labels side by side, each with its lines below; the next goes on under the longest."""
        top, width, lowest = self.get_y(), self.epw / len(named), 0.0
        for number, (label, lines) in enumerate(named):
            self.set_left_margin(MARGIN + number * width)
            self.set_y(top)
            self.small_capitals(label, width=width)
            self.set_font(FAMILY, "", 11)
            self.set_text_color(*INK)
            for line in lines:
                self.multi_cell(width - 6, 5.6, self.known(line), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
            lowest = max(lowest, self.get_y())
        self.set_left_margin(MARGIN)
        self.set_y(lowest)

    def known(self, text: str) -> str:
        """The text with a dot for each letter that the font in use doesn't have."""
        letters: Any = getattr(self.current_font, "cmap", {})
        return "".join(letter if letter == "\n" or ord(letter) in letters else UNKNOWN for letter in text)

    def bytes_of_it(self) -> bytes:
        """The whole file."""
        return bytes(self.output())
