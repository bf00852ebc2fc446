"""Addresses as staff and logs may see them."""

from __future__ import annotations

HIDDEN = "•••"


def mask_phone(phone: str) -> str:
    """The country and the last two digits: `+1•••42`."""
    return f"{phone[:2]}{HIDDEN}{phone[-2:]}" if phone.startswith("+") else HIDDEN


def mask_email(address: str) -> str:
    """`eleanor@whitfield.example` as `e•••@w•••.example`: enough to recognise, too little to write to."""
    local, _, domain = address.rpartition("@")
    host, dot, top = domain.rpartition(".")
    return f"{local[:1]}{HIDDEN}@{host[:1]}{HIDDEN}{dot}{top}" if local and host else HIDDEN
