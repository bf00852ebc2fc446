"""What a reader sees of an HTML mail."""

from __future__ import annotations

from html.parser import HTMLParser


class VisibleText(HTMLParser):
    """Collects the words that are shown in the mail itself, and the links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self._is_hidden = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.links += [given["href"] or ""] if tag == "a" and "href" in given else []
        if tag in {"title", "style", "div"}:
            self._is_hidden = True

    def handle_endtag(self, tag: str) -> None:
        if tag in {"title", "style", "div"}:
            self._is_hidden = False

    def handle_data(self, data: str) -> None:
        self.words += [] if self._is_hidden else data.split()

    def __str__(self) -> str:
        return " ".join(self.words)
