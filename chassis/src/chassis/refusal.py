"""Refusals: the errors a caller can do something about, each with a slug, a sentence and the fields at fault."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

Kind = Literal["invalid", "unknown_caller", "not_allowed", "not_found", "conflict", "too_many", "unavailable"]


@dataclass(frozen=True)
class Fault:
    """One field that was wrong, and what would be right."""

    field: str
    message: str


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a program error
    """A request that is answered with no; raise one of the subclasses."""

    kind: ClassVar[Kind]

    def __init__(
        self,
        slug: str,
        message: str,
        field: str | None = None,
        *,
        faults: Sequence[Fault] = (),
        retry_after_seconds: float | None = None,
    ) -> None:
        super().__init__(message)
        self.slug = slug
        self.message = message
        self.faults: tuple[Fault, ...] = tuple(faults) or ((Fault(field, message),) if field else ())
        self.retry_after_seconds = retry_after_seconds


class Invalid(Refusal):
    """The request itself is wrong; sending it again unchanged will never work."""

    kind = "invalid"

    @classmethod
    def of(cls, faults: Sequence[Fault], slug: str = "invalid_request") -> Invalid:
        """One refusal that names every fault at once."""
        return cls(slug, " ".join(fault.message for fault in faults), faults=faults)


class UnknownCaller(Refusal):
    """Nobody proved who is calling."""

    kind = "unknown_caller"


class NotAllowed(Refusal):
    """The caller is known and may not do this."""

    kind = "not_allowed"


class NotFound(Refusal):
    """There is no such thing, or it is somebody else's."""

    kind = "not_found"


class Conflict(Refusal):
    """The request was right, and the state of things does not allow it."""

    kind = "conflict"


class TooMany(Refusal):
    """The caller asks too often; `retry_after_seconds` says when to come back."""

    kind = "too_many"


class Unavailable(Refusal):
    """Something we need does not answer right now; the same request may work later."""

    kind = "unavailable"


KINDS: dict[Kind, type[Refusal]] = {
    kind.kind: kind for kind in (Invalid, UnknownCaller, NotAllowed, NotFound, Conflict, TooMany, Unavailable)
}
