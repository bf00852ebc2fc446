"""Fixtures for every test of the project: real Postgres, real NATS, real Valkey, and a patient way to wait."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "tests" / "fixtures"))

pytest_plugins = ["garbage", "groups", "waiting", "rounds", "postgres_for_tests", "nats_for_tests", "valkey_for_tests"]
