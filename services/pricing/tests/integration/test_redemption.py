"""Redeeming: once for each quote, once for each key, and never more often than a code allows."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Sequence
from datetime import timedelta
from typing import Any

import pytest
from callers import ADA, BOOKING, CUSTOMER_ADA
from chassis.refusal import Conflict, Invalid, NotAllowed, NotFound
from first_catalog import NOW
from pricing_server import Replica
from promotions_made import balance, credit, promote, uses_taken
from requests_on_the_wire import held, held_preview, hold, preview, redemption, release
from totetaxi.pricing.v1.price_pb2 import Quote


async def redeem(replica: Replica, key: str, quote_id: str = "", **members: Any) -> Quote:
    quote: Quote = (await replica.call("RedeemQuote", redemption(key, quote_id, **members), BOOKING)).quote
    return quote


async def give_back(replica: Replica, quote_id: str, key: str) -> bool:
    return bool((await replica.call("ReleaseQuote", release(quote_id, key), BOOKING)).is_released)


async def outcomes(tries: Sequence[Awaitable[Any]]) -> tuple[list[Any], list[str]]:
    """What was answered, and the slugs of what was refused; all begun at once."""
    results = await asyncio.gather(*tries, return_exceptions=True)
    assert all(isinstance(result, Quote | Conflict | Invalid) for result in results), results
    refused = [result.slug for result in results if isinstance(result, Conflict | Invalid)]
    return [result for result in results if isinstance(result, Quote)], refused


async def test_without_a_quote_the_request_is_priced_and_used_at_once(replica: Replica) -> None:
    quote = await redeem(replica, "try-1", coi_required=True)
    assert quote.price == (await replica.call("PreviewPrice", preview(coi_required=True))).price
    with pytest.raises(Conflict) as refused:
        await replica.call("GetQuote", held(quote.quote_id))
    assert refused.value.slug == "quote_used"


async def test_the_same_key_gets_the_same_answer_even_when_the_quote_is_over(replica: Replica) -> None:
    quote = await redeem(replica, "try-1")
    replica.clock.instant = NOW + timedelta(minutes=45)
    assert await redeem(replica, "try-1") == quote
    made = (await replica.call("CreateQuote", hold())).quote
    first = await redeem(replica, "try-2", made.quote_id)
    replica.clock.instant = NOW + timedelta(hours=2)
    assert await redeem(replica, "try-2", made.quote_id) == first == made


async def test_another_key_finds_the_quote_used(replica: Replica) -> None:
    quote = (await replica.call("CreateQuote", hold())).quote
    await redeem(replica, "try-1", quote.quote_id)
    with pytest.raises(Conflict) as refused:
        await redeem(replica, "try-2", quote.quote_id)
    assert refused.value.slug == "quote_used"


@pytest.mark.parametrize("members", [{"coi_required": True}, {"quote_id": "another"}])
async def test_a_key_is_for_one_request(replica: Replica, members: dict[str, Any]) -> None:
    await redeem(replica, "try-1")
    if "quote_id" in members:
        members = {"quote_id": (await replica.call("CreateQuote", hold())).quote.quote_id}
    with pytest.raises(Invalid) as refused:
        await redeem(replica, "try-1", **members)
    assert refused.value.slug == "redemption_key_reused"


async def test_thirty_at_once_with_one_key_are_one_redemption(replica: Replica) -> None:
    await promote(replica)
    asked = {"promotion_code": "summer"}
    answered, refused = await outcomes([redeem(replica, "try-1", **asked) for _ in range(30)])
    assert (len(answered), refused) == (30, [])
    assert {quote.quote_id for quote in answered} == {answered[0].quote_id}
    assert await uses_taken(replica) == (1, 1)


@pytest.mark.parametrize("is_sealed", [False, True])
async def test_one_quote_by_twenty_keys_at_once_is_redeemed_once(replica: Replica, is_sealed: bool) -> None:
    await promote(replica)
    asked = {"promotion_code": "summer"}
    call, request = ("PreviewPrice", held_preview(**asked)) if is_sealed else ("CreateQuote", hold(**asked))
    answer = await replica.call(call, request)
    quote_id = answer.quote_id if is_sealed else answer.quote.quote_id
    answered, refused = await outcomes([redeem(replica, f"try-{n}", quote_id, **asked) for n in range(20)])
    assert (len(answered), refused) == (1, ["quote_used"] * 19)
    assert await uses_taken(replica) == (1, 1)


async def test_fifty_at_once_share_the_last_seven_uses_of_a_code_and_no_more(replica: Replica) -> None:
    await promote(replica, total_limit=10)
    for n in range(3):
        await redeem(replica, f"early-{n}", promotion_code="SUMMER")
    answered, refused = await outcomes([redeem(replica, f"try-{n}", promotion_code="SUMMER") for n in range(50)])
    assert (len(answered), refused) == (7, ["promotion_used_up"] * 43)
    assert {quote.price.total_cents for quote in answered} == {89_550}
    assert await uses_taken(replica) == (10, 10)


async def test_what_was_held_before_the_last_use_went_comes_too_late(replica: Replica) -> None:
    await promote(replica, total_limit=1)
    asked = {"promotion_code": "SUMMER"}
    quotes = [(await replica.call("PreviewPrice", held_preview(**asked))).quote_id for _ in range(2)]
    await redeem(replica, "try-1", quotes[0], **asked)
    with pytest.raises(Conflict) as refused:
        await redeem(replica, "try-2", quotes[1], **asked)
    assert refused.value.slug == "promotion_used_up"


async def test_what_was_given_back_can_be_redeemed_again(replica: Replica) -> None:
    await promote(replica, total_limit=1)
    await credit(replica, ADA, 5_000)
    asked: dict[str, Any] = {"promotion_code": "SUMMER", "use_credit": True}
    answer = await replica.call("PreviewPrice", held_preview(**asked), CUSTOMER_ADA)
    assert answer.price.total_cents == 99_500 - 9_950 - 5_000
    for key in ("try-1", "try-2", "try-1"):
        quote = await redeem(replica, key, answer.quote_id, customer_id=ADA, **asked)
        assert quote.price == answer.price
        assert (await uses_taken(replica), await balance(replica, ADA)) == ((1, 1), 0)
        assert await give_back(replica, quote.quote_id, key)
        assert (await uses_taken(replica), await balance(replica, ADA)) == ((0, 0), 5_000)


async def test_only_its_own_key_gives_a_redemption_back_and_once(replica: Replica) -> None:
    quote = await redeem(replica, "try-1")
    assert not await give_back(replica, quote.quote_id, "try-2")
    assert await give_back(replica, quote.quote_id, "try-1")
    assert not await give_back(replica, quote.quote_id, "try-1")
    assert not await give_back(replica, "018f0000-0000-7000-8000-000000000000", "try-1")
    with pytest.raises(NotFound):
        await give_back(replica, "nonsense", "try-1")


async def test_only_booking_redeems(replica: Replica) -> None:
    for caller in (CUSTOMER_ADA,):
        with pytest.raises(NotAllowed):
            await replica.call("RedeemQuote", redemption("try-1"), caller)
        with pytest.raises(NotAllowed):
            await replica.call("ReleaseQuote", release("x", "try-1"), caller)
