"""One of each mail that we send, and of those that read differently, each with what it would say."""

from __future__ import annotations

from typing import Any

from notifications.rendering import House, Rendered, render
from notifications.samples import SAMPLES

HOUSE = House("https://totetaxi.example/", "concierge@totetaxi.example", "+1 (631) 555-0142")


def sample(name: str, language: str = "en-US", **changes: Any) -> Rendered:
    """The mail of that name, with some of what it says changed."""
    template, context = SAMPLES[name]
    return render(template, language, {**context, **changes}, HOUSE)
