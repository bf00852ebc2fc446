"""How far a booking is, for whoever may know: stages from what its crew reports, and nothing about the crew."""

from __future__ import annotations

from booking.domain.visibility import Proof

NO_PROOF = Proof("", "")
