"""How long a principal is kept: 30 seconds, never past its own end, never past a revocation."""

from datetime import UTC, datetime, timedelta

import pytest
from chassis.clock import FixedClock
from gateway.caller_memory import CallerMemory
from gateway.signed_in import SignedIn
from totetaxi.identity.v1.events_pb2 import SessionRevoked
from totetaxi.identity.v1.session_service_pb2 import AccountSummary

from gateway import caller_memory

NOON = datetime(2027, 6, 2, 12, tzinfo=UTC)


class Ear:
    """Whether announcements are heard."""

    is_open = True

    def hears(self) -> bool:
        return self.is_open


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def memory(ear: Ear, clock: FixedClock) -> CallerMemory:
    return CallerMemory(ear.hears, clock)


def caller(seconds: float = 60, account: str = "ada") -> SignedIn:
    end = NOON.timestamp() + seconds
    return SignedIn("customer", account, "a-session", False, "token", end, "binding", AccountSummary())


def test_somebody_is_known_for_thirty_seconds(memory: CallerMemory, clock: FixedClock) -> None:
    memory.keep(b"secret", caller(), memory.mark)
    clock.instant = NOON + timedelta(seconds=29)
    assert memory.find(b"secret") == caller()
    clock.instant = NOON + timedelta(seconds=30)
    assert memory.find(b"secret") is None


def test_nobody_is_known_past_the_end_of_their_principal(memory: CallerMemory, clock: FixedClock) -> None:
    memory.keep(b"secret", caller(seconds=10), memory.mark)
    clock.instant = NOON + timedelta(seconds=6)
    assert memory.find(b"secret") is not None
    clock.instant = NOON + timedelta(seconds=7)
    assert memory.find(b"secret") is None


def test_a_revocation_while_identity_was_asked_makes_its_answer_too_old(memory: CallerMemory) -> None:
    mark = memory.mark
    memory.on_session_revoked(SessionRevoked(account_id="ada"))
    memory.keep(b"secret", caller(), mark)
    assert memory.find(b"secret") is None


def test_while_nothing_is_heard_nobody_is_known_and_nobody_is_kept(memory: CallerMemory, ear: Ear) -> None:
    memory.keep(b"before", caller(), memory.mark)
    ear.is_open = False
    memory.keep(b"meanwhile", caller(), memory.mark)
    assert memory.find(b"before") is None
    ear.is_open = True
    assert memory.find(b"before") is not None
    assert memory.find(b"meanwhile") is None


def test_a_revocation_forgets_one_account_alone(memory: CallerMemory) -> None:
    memory.keep(b"ada's", caller(), memory.mark)
    memory.keep(b"grace's", caller(account="grace"), memory.mark)
    memory.on_session_revoked(SessionRevoked(account_id="ada"))
    assert memory.find(b"ada's") is None
    assert memory.find(b"grace's") is not None


def test_only_so_many_are_kept_and_the_oldest_goes_first(memory: CallerMemory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caller_memory, "MOST_KEPT", 2)
    for name in (b"first", b"second", b"third"):
        memory.keep(name, caller(), memory.mark)
    assert memory.find(b"first") is None
    assert memory.find(b"third") is not None
