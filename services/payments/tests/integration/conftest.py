"""Payments on a real Postgres and the real Stripe SDK against the sandbox; booking is a tiny server of its contract."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "fixtures"))

from payments_stage import stage

__all__ = ["stage"]
