"""Tests that share something costly go to one worker, so that it is started once."""

from __future__ import annotations

import pytest
from groups import GroupScheduling


@pytest.mark.parametrize(
    ("test", "together"),
    [
        ("tests/acceptance/test_quotes.py::test_any", "stack"),
        ("tests/faults/test_killed_parts.py::test_any[booking]", "stack"),
        ("services/booking/tests/integration/test_api.py::test_any", "services"),
        ("services/booking/tests/unit/test_checkout.py::test_any", "services/booking/tests/unit/test_checkout.py"),
        ("chassis/tests/integration/test_relay.py::test_any", "chassis/tests/integration/test_relay.py::test_any"),
    ],
)
def test_what_one_worker_gets_together(pytestconfig: pytest.Config, test: str, together: str) -> None:
    scheduling = GroupScheduling.__new__(GroupScheduling)
    scheduling.config = pytestconfig
    assert scheduling._split_scope(test) == together
