"""What stays as long as the process is nothing that collections look at."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from chassis.collection import leave_out_what_stays


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


class Loop:
    """Holds itself, so that only a collection can free it."""

    def __init__(self) -> None:
        self.itself = self


def test_what_was_there_is_looked_at_no_more_and_what_comes_later_is() -> None:
    before = Loop()
    leave_out_what_stays()
    later = Loop()
    looked_at = {id(thing) for thing in gc.get_objects()}
    assert id(before) not in looked_at
    assert id(later) in looked_at


def test_garbage_of_the_start_is_freed_first() -> None:
    Loop()
    leave_out_what_stays()
    assert not any(isinstance(thing, Loop) for thing in gc.get_objects())
    gc.unfreeze()
    assert not any(isinstance(thing, Loop) for thing in gc.get_objects())
