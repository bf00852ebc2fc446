"""`make gallery`: every mail in every language on one page, to be looked at; `--pictures` makes those of the docs.

For whoever changes a template. The page is written to a folder and served by nobody.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "stage"))

from notifications.formats import LANGUAGES
from playwright.sync_api import sync_playwright
from sample_mails import SAMPLES, sample

ROOT = Path(__file__).parents[4]
FOLDER = ROOT / ".gallery"
PICTURES = ROOT / "docs" / "images" / "mails"
GROUPS = {
    "bookings": ("booking_", "quote_"),
    "moves": ("delivery_", "document_", "claim_", "review_"),
    "money": ("payment_", "refund_", "storage_"),
    "office": "staff_",
}

STYLE = """
body{margin:0;padding:2rem;font:15px/1.5 Georgia,serif;color:#24211d;background:#e6dfd2}
section{display:grid;grid-template-columns:repeat(3,1fr);gap:1rem;margin-bottom:2rem}
h2{grid-column:1/-1;margin:0;font-weight:400}
p{margin:0 0 .3rem;font-size:13px}
iframe{width:100%;height:760px;border:0;background:#f4f1ea}
"""


def main(with_pictures: bool) -> None:
    """Writes the page; and the pictures, one for each group of mails."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    write_page("index", SAMPLES)
    sys.stdout.write(f"open {FOLDER / 'index.html'}\n")
    if with_pictures:
        take_pictures()


def write_page(name: str, mails: list[str] | dict[str, object]) -> Path:
    """One page of mails, a line for each, a column for each language."""
    lines = "".join(f"<section><h2>{mail}</h2>{''.join(columns(mail))}</section>" for mail in mails)
    page = FOLDER / f"{name}.html"
    page.write_text(f"<!doctype html><meta charset=utf-8><title>Mails</title><style>{STYLE}</style>{lines}")
    return page


def columns(mail: str) -> Iterator[str]:
    """The mail in each language, with its subject above."""
    for language in LANGUAGES:
        rendered = sample(mail, language)
        yield f'<div><p>{escape(rendered.subject)}</p><iframe srcdoc="{escape(rendered.html)}"></iframe></div>'


def group_of(mail: str) -> str:
    """On which picture a mail is."""
    return next((name for name, begins in GROUPS.items() if mail.startswith(begins)), "accounts")


def take_pictures() -> None:
    """A picture of each group, each mail in all languages, as tall as the tallest of it is."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        tab = browser.new_page(viewport={"width": 1800, "height": 900}, device_scale_factor=0.5)
        for group in (*GROUPS, "accounts"):
            page = write_page(group, [mail for mail in SAMPLES if group_of(mail) == group])
            tab.goto(page.as_uri())
            tab.evaluate(
                "document.querySelectorAll('iframe').forEach(each =>"
                " each.style.height = each.contentDocument.documentElement.scrollHeight + 'px')"
            )
            tab.screenshot(path=PICTURES / f"{group}.png", full_page=True)
        browser.close()


if __name__ == "__main__":
    main("--pictures" in sys.argv)
