"""The page behind the link in our mails."""

from __future__ import annotations

from typing import Any

import pytest
from booking_page_answers import nothing_to_tell
from chassis.refusal import NotFound
from contract_messages import found


@pytest.fixture
def known(network: Any) -> Any:
    """Booking shows everything to whoever names the right email."""

    def answer(request: Any) -> Any:
        return found(masked=request.email != "ada@example.com")

    network.answers["GetBookingByNumber"] = answer
    nothing_to_tell(network)
    return network


@pytest.mark.parametrize("path", ["/booking/TT-7KQ2MX", "/booking/TT-7KQ2MX/"])
async def test_the_link_in_a_mail_leads_to_the_booking(known: Any, client: Any, path: str) -> None:
    page = await client.get(path)
    assert page.status_code == 200
    assert "text/html" in page.headers["content-type"]
    assert page.headers["cache-control"] == "no-store"
    assert "Booking TT-" in page.text
    assert "350 Fifth Ave" not in page.text


async def test_the_email_it_was_booked_with_shows_everything_and_never_travels_in_the_address(
    known: Any, client: Any
) -> None:
    page = await client.post("/booking/TT-7KQ2MX/", data={"email": "ada@example.com"})
    assert "350 Fifth Ave" in page.text
    assert 'method="post"' in (await client.get("/booking/TT-7KQ2MX/")).text


async def test_another_email_is_refused_without_being_run(known: Any, client: Any) -> None:
    page = await client.post("/booking/TT-7KQ2MX/", data={"email": "<script>alert(1)</script>"})
    assert "was not made with &lt;script&gt;" in page.text
    assert "350 Fifth Ave" not in page.text


async def test_an_unknown_number_is_told_to_a_person(network: Any, client: Any) -> None:
    def answer(_request: Any) -> Any:
        raise NotFound("booking_not_found", "There is no such booking.")

    network.answers["GetBookingByNumber"] = answer
    page = await client.get("/booking/TT-ZZZZZZ")
    assert page.status_code == 404
    assert "We don&#39;t know this number." in page.text
