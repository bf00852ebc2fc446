"""A sealed quote is opened by us alone, has one id, and fits into it."""

from __future__ import annotations

import random
import string
from uuid import uuid4

import pytest
from chassis.refusal import Invalid
from hypothesis import given
from hypothesis import strategies as st
from pricing.sealing import LONGEST_ID, Seal
from requests_on_the_wire import request_message
from totetaxi.pricing.v1.price_pb2 import PriceConditions, PriceRequest, PromotionTerms
from totetaxi.pricing.v1.sealed_quote_pb2 import SealedQuote

SECRET, OTHER = "a" * 32, "b" * 32
CHANCE = random.Random(1)


def quote(request: PriceRequest | None = None) -> SealedQuote:
    return SealedQuote(
        id=uuid4().bytes,
        request=request or request_message(),
        catalog_version=7,
        conditions=PriceConditions(booked_count=3, promotion=PromotionTerms(code="SUMMER"), available_credit_cents=5),
        created_at_milliseconds=1_800_000_000_000,
        expires_at_milliseconds=1_800_000_600_000,
        total_cents=104_500,
    )


def large(items: int) -> PriceRequest:
    """As large as a request can be: every id another, every text as long as it may be."""
    code = "".join(CHANCE.choices(string.ascii_uppercase + string.digits, k=40))
    return request_message(
        "specialty_item",
        specialty_item_ids=[str(uuid4()) for _ in range(items)],
        promotion_code=code,
        pickup_zip_code="10001-1234",
        delivery_zip_code="11937-4321",
        coi_required=True,
        use_credit=True,
    )


@given(st.integers(0, 50))
def test_what_was_sealed_comes_out_again(items: int) -> None:
    sealed = quote(large(items))
    assert Seal(SECRET).open(Seal(SECRET).seal(sealed)) == sealed


def test_the_largest_request_and_promotion_fit_into_a_quote_id() -> None:
    sealed = quote(large(50))
    name = "".join(CHANCE.choices("éèàüößñçåøæœłšžčřďťňœ", k=80))
    sealed.conditions.promotion.MergeFrom(
        PromotionTerms(promotion_id=str(uuid4()), code=sealed.request.promotion_code, name=name, basis_points=10_000)
    )
    assert len(Seal(SECRET).seal(sealed)) <= LONGEST_ID


def test_an_ordinary_quote_is_short() -> None:
    assert len(Seal(SECRET).seal(quote())) < 250


def test_what_would_not_fit_is_refused() -> None:
    endless = request_message(mini_move_package_id="".join(CHANCE.choices(string.ascii_letters, k=3_000)))
    with pytest.raises(Invalid) as refused:
        Seal(SECRET).seal(quote(endless))
    assert refused.value.slug == "too_large_to_hold"


def test_no_character_can_be_changed_left_out_or_added() -> None:
    seal = Seal(SECRET)
    text = seal.seal(quote())
    for place in range(len(text)):
        other = "B" if text[place] == "A" else "A"
        assert seal.open(text[:place] + other + text[place + 1 :]) is None
        assert seal.open(text[:place] + text[place + 1 :]) is None
    for changed in (text + "A", text + "=", " " + text, text + "\n", text.upper(), text + "é"):
        assert seal.open(changed) is None


@given(st.text(max_size=100))
def test_no_other_text_is_a_quote(text: str) -> None:
    assert Seal(SECRET).open(text) is None


def test_the_secret_before_opens_until_it_is_gone() -> None:
    sealed = quote()
    text = Seal(SECRET).seal(sealed)
    assert Seal(OTHER, SECRET).open(text) == sealed
    assert Seal(OTHER).open(text) is None
    assert Seal(SECRET).open(Seal(OTHER, SECRET).seal(sealed)) is None
