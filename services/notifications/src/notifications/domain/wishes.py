"""What a customer wants of us: their language, and what they want to be told by which channel."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """A customer's wishes, as identity told them last."""

    language: str
    """BCP 47 tag; empty when they never chose one."""
    phone: str = field(repr=False)
    """E.164; empty when they gave none."""
    wants_mails: bool
    """Mails that are a courtesy, such as the reminder; what they must know is sent whatever they want."""
    wants_texts: bool
    wants_offers: bool
    version: int
    """Identity's; a smaller one is older."""
