"""The visitors' principal: asked for once, renewed in time, and kept while identity is away."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from chassis.clock import FixedClock
from chassis.refusal import Unavailable
from gateway.principals import VisitorPrincipal
from totetaxi.identity.v1.identity_service_pb2 import IssueAnonymousPrincipalResponse, SignedPrincipal

NOON = datetime(2027, 6, 2, 12, tzinfo=UTC)


class Identity:
    """What the stub would do."""

    def __init__(self, clock: FixedClock) -> None:
        self.clock = clock
        self.asked = 0
        self.is_away = False

    async def IssueAnonymousPrincipal(self, _request: object) -> IssueAnonymousPrincipalResponse:  # noqa: N802
        self.asked += 1
        await asyncio.sleep(0)
        if self.is_away:
            raise Unavailable("service_unavailable", "Away.")
        principal = SignedPrincipal(token=f"token-{self.asked}")
        principal.expires_at.FromDatetime(self.clock.now() + timedelta(seconds=60))
        return IssueAnonymousPrincipalResponse(principal=principal)


@pytest.fixture
def identity() -> Identity:
    return Identity(FixedClock(NOON))


@pytest.fixture
def visitor(identity: Identity) -> VisitorPrincipal:
    return VisitorPrincipal(identity, identity.clock)  # type: ignore[arg-type]


async def test_many_visitors_share_one_question(identity: Identity, visitor: VisitorPrincipal) -> None:
    tokens = await asyncio.gather(*(visitor.token() for _ in range(50)))
    assert (set(tokens), identity.asked) == ({"token-1"}, 1)


async def test_it_is_used_until_shortly_before_its_end(identity: Identity, visitor: VisitorPrincipal) -> None:
    await visitor.token()
    identity.clock.instant = NOON + timedelta(seconds=56)
    assert await visitor.token() == "token-1"
    identity.clock.instant = NOON + timedelta(seconds=57)
    assert await visitor.token() == "token-2"


async def test_it_is_kept_while_identity_is_away(identity: Identity, visitor: VisitorPrincipal) -> None:
    await visitor.token()
    identity.is_away = True
    identity.clock.instant = NOON + timedelta(seconds=40)
    assert await visitor.token() == "token-1"
    identity.clock.instant = NOON + timedelta(seconds=60)
    with pytest.raises(Unavailable):
        await visitor.token()


async def test_it_is_renewed_ahead_of_its_end(identity: Identity, visitor: VisitorPrincipal, eventually) -> None:
    stopping = asyncio.Event()
    identity.is_away = True
    keeping = asyncio.create_task(visitor.keep_fresh(stopping))
    await eventually(lambda: identity.asked >= 1)
    identity.is_away = False
    await eventually(lambda: identity.asked >= 2)
    asked = identity.asked
    assert await visitor.token() == f"token-{asked}"
    assert identity.asked == asked
    stopping.set()
    await keeping


async def test_a_visitor_who_gives_up_does_not_stop_the_question_for_others(
    identity: Identity, visitor: VisitorPrincipal
) -> None:
    impatient = asyncio.create_task(visitor.token())
    patient = asyncio.create_task(visitor.token())
    await asyncio.sleep(0)
    impatient.cancel()
    assert await patient == "token-1"
