"""No more reminders: asked once more on a page, done at once for mail programs, by whoever has the link."""

from __future__ import annotations

import pytest
from chassis.refusal import NotFound
from totetaxi.notifications.v1.mail_feedback_service_pb2 import UnsubscribeResponse

PATH = "/unsubscribe/?token=a-token"


async def test_opening_the_link_changes_nothing(client, network) -> None:
    answer = await client.get(PATH)
    assert answer.status_code == 200
    assert 'action="/unsubscribe/?token=a-token"' in answer.text
    assert network.asked("Unsubscribe") == []


async def test_a_mail_program_ends_it_with_one_click(client, network) -> None:
    network.answers["Unsubscribe"] = lambda _: UnsubscribeResponse()
    answer = await client.post(PATH, data={"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, "no more" in answer.text) == (200, True)
    [call] = network.asked("Unsubscribe")
    assert call.request.token == "a-token"
    assert call.metadata["authorization"] == "Bearer gateway-token"


@pytest.mark.parametrize("token", ["", "x" * 65])
async def test_a_link_that_is_not_whole_reaches_nobody(client, network, token: str) -> None:
    for answer in (await client.get(f"/unsubscribe/?token={token}"), await client.post(f"/unsubscribe/?token={token}")):
        assert answer.status_code == 404
    assert network.asked("Unsubscribe") == []


async def test_a_link_that_nobody_knows_says_so(client, network) -> None:
    def refuse(_: object) -> None:
        raise NotFound("unsubscribe_link_unknown", "We don't know this link.", "token")

    network.answers["Unsubscribe"] = refuse
    answer = await client.post(PATH)
    assert (answer.status_code, "know this link" in answer.text) == (404, True)


async def test_a_token_stays_text(client) -> None:
    answer = await client.get("/unsubscribe/", params={"token": '"><script>alert(1)</script>'})
    assert "<script>" not in answer.text
