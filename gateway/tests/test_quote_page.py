"""The page behind a quote's link."""

from __future__ import annotations

from typing import Any

import pytest
from chassis.refusal import Conflict, NotFound
from quote_messages import TOKEN, quote
from totetaxi.booking.v1 import custom_quote_pb2 as contract
from totetaxi.booking.v1 import quote_service_pb2 as service
from totetaxi.booking.v1.booking_paper_service_pb2 import Paper

PAGE = "/quote/"
WITH_TOKEN = {"token": TOKEN}


@pytest.fixture(autouse=True)
def booking(network: Any) -> None:
    accepted, declined = (
        quote(status) for status in (contract.CUSTOM_QUOTE_STATUS_ACCEPTED, contract.CUSTOM_QUOTE_STATUS_DECLINED)
    )
    network.answers |= {
        "OpenQuote": lambda _: service.OpenQuoteResponse(quote=quote()),
        "AcceptQuote": lambda _: service.AcceptQuoteResponse(quote=accepted),
        "DeclineQuote": lambda _: service.DeclineQuoteResponse(quote=declined),
    }


async def test_it_shows_every_line_and_opening_it_decides_nothing(client: Any, network: Any) -> None:
    page = await client.get(PAGE, params=WITH_TOKEN)
    assert (page.status_code, page.headers["cache-control"]) == (200, "no-store")
    assert page.headers["referrer-policy"] == "no-referrer"
    for words in ("Van and two movers × 2", "$1,200.00", "-$150.50", "$2,249.50", "Wednesday, June 2, 2027"):
        assert words in page.text
    assert "Whitfield &amp; Co. &lt;b&gt;" in page.text
    assert network.asked("AcceptQuote") == network.asked("DeclineQuote") == []


async def test_one_button_makes_it_a_booking(client: Any, network: Any) -> None:
    page = await client.post(PAGE, data={**WITH_TOKEN, "decision": "accept"})
    assert (page.status_code, "It is yours." in page.text) == (200, True)
    assert 'href="/booking/TT-7QK2MB/"' in page.text
    assert "<form" not in page.text


async def test_the_other_says_no_and_why(client: Any, network: Any) -> None:
    page = await client.post(PAGE, data={**WITH_TOKEN, "decision": "decline", "reason": " Too dear "})
    assert "It is declined." in page.text
    assert network.asked("DeclineQuote")[0].request.reason == "Too dear"


async def test_a_full_day_is_told_beside_the_offer_which_stays(client: Any, network: Any) -> None:
    def full(_: object) -> None:
        raise Conflict("sold_out", "The morning of June 2, 2027 is sold out.", "pickup_date")

    network.answers["AcceptQuote"] = full
    page = await client.post(PAGE, data={**WITH_TOKEN, "decision": "accept"})
    assert page.status_code == 409
    assert "is sold out" in page.text
    assert 'value="accept"' in page.text


async def test_a_button_that_there_is_not_shows_it_again(client: Any, network: Any) -> None:
    page = await client.post(PAGE, data={**WITH_TOKEN, "decision": "steal"})
    assert 'value="accept"' in page.text
    assert network.asked("AcceptQuote") == []


@pytest.mark.parametrize("token", ["", "short", "x" * 129])
async def test_half_a_link_is_told_to_a_person(client: Any, network: Any, token: str) -> None:
    for page in (await client.get(PAGE, params={"token": token}), await client.post(PAGE, data={"token": token})):
        assert (page.status_code, "not complete" in page.text) == (400, True)
    assert network.asked("OpenQuote") == []


async def test_a_link_that_was_replaced_leads_to_the_newer_mail(client: Any, network: Any) -> None:
    def gone(_: object) -> None:
        raise NotFound("quote_link_unknown", "This link leads to no quote.", "token")

    network.answers["OpenQuote"] = gone
    page = await client.get(PAGE, params=WITH_TOKEN)
    assert (page.status_code, "our last mail" in page.text) == (404, True)


async def test_the_paper_is_posted_for_and_kept_by_nobody_on_the_way(client: Any, network: Any) -> None:
    paper = Paper(content=b"%PDF-1.7", content_type="application/pdf", file_name="ToteTaxi-quote-TQ-7QK2MB.pdf")
    network.answers["GetQuotePaper"] = lambda _: service.GetQuotePaperResponse(paper=paper)
    for answer in (
        await client.post("/quote/pdf/", data=WITH_TOKEN),
        await client.post("/api/public/quotes/pdf/", json=WITH_TOKEN),
    ):
        assert (answer.content, answer.headers["content-type"]) == (b"%PDF-1.7", "application/pdf")
        assert answer.headers["content-disposition"] == 'attachment; filename="ToteTaxi-quote-TQ-7QK2MB.pdf"'
        assert answer.headers["cache-control"] == "no-store"
    assert (await client.post("/quote/pdf/", data={"token": "x"})).status_code == 400
