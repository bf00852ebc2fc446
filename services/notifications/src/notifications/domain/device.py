"""Browsers by the names that people know them under."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import ip_address

# In this order: a browser also claims to be those that it descends from.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("FxiOS", "Firefox"),
    ("Firefox", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def device_name(user_agent: str) -> str:
    """`Safari on iPhone`; empty when we know neither.

    Only words of ours: whoever signs in chooses the user agent, and would choose what our mail says.
    """
    browser, system = first_of(BROWSERS, user_agent), first_of(SYSTEMS, user_agent)
    return f"{browser} on {system}" if browser and system else browser or system


def first_of(names: Sequence[tuple[str, str]], user_agent: str) -> str:
    """The name of the first mark that is in it; empty when none is."""
    return next((name for mark, name in names if mark in user_agent), "")


def shown_address(text: str) -> str:
    """An IP address as it is; empty when the text is none."""
    try:
        return str(ip_address(text))
    except ValueError:
        return ""
