"""What a request changes: those of its optional members that are present."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from google.protobuf.message import Message


def present(request: Message, *members: str) -> dict[str, Any]:
    """The members among `members` that the request has, by name."""
    return {name: getattr(request, name) for name in members if request.HasField(name)}


def given(request: Message, members: Iterable[str]) -> dict[str, Any]:
    """These members, by name."""
    return {name: getattr(request, name) for name in members}
