"""The pages behind the links in our mails."""

from __future__ import annotations

from typing import Any

import pytest
from chassis.refusal import Invalid, Unavailable
from structlog.testing import capture_logs
from totetaxi.identity.v1 import account_pb2
from totetaxi.identity.v1 import customer_service_pb2 as messages

VERIFY, RESET = "/account/verify-email/", "/account/reset-password/"
FORGOTTEN = "/account/forgotten-password/"
TOKEN = "k3Jx9-QbT7_w2mVd5RzYhN8uLpS4cA6eF0gKiXoWqBs"
NEW_PASSWORD = "four other unrelated words"
CHOSEN = {"token": TOKEN, "new_password": NEW_PASSWORD, "new_password_again": NEW_PASSWORD}


@pytest.fixture(autouse=True)
def services(network: Any) -> None:
    network.answers |= {
        "VerifyEmail": lambda _: messages.VerifyEmailResponse(email="grace@example.com"),
        "RequestPasswordReset": lambda _: messages.RequestPasswordResetResponse(),
        "ResetPassword": lambda _: messages.ResetPasswordResponse(account_kind=account_pb2.ACCOUNT_KIND_STAFF),
    }


def refuse(network: Any, method: str, refusal: Exception) -> None:
    def answer(_request: Any) -> Any:
        raise refusal

    network.answers[method] = answer


@pytest.mark.parametrize("path", [VERIFY, RESET, VERIFY[:-1], RESET[:-1]])
async def test_opening_a_link_does_nothing_for_mail_programs_open_links_too(
    client: Any, network: Any, path: str
) -> None:
    page = await client.get(path, params={"token": TOKEN})
    assert page.status_code == 200
    assert 'method="post"' in page.text
    assert network.asked("VerifyEmail") == network.asked("ResetPassword") == []


async def test_the_button_confirms_the_email(client: Any, network: Any) -> None:
    page = await client.post(VERIFY, data={"token": TOKEN})
    assert (page.status_code, "grace@example.com is confirmed" in page.text) == (200, True)
    [call] = network.asked("VerifyEmail")
    assert (call.request.token, call.metadata["authorization"]) == (TOKEN, "Bearer visitor-token")


async def test_the_form_sets_the_new_password_as_it_was_typed(client: Any, network: Any) -> None:
    typed = "  pass wörd & ünïcode + 100 % "
    page = await client.post(RESET, data=CHOSEN | {"new_password": typed, "new_password_again": typed})
    assert (page.status_code, "Your new password is set" in page.text) == (200, True)
    [call] = network.asked("ResetPassword")
    assert (call.request.token, call.request.new_password) == (TOKEN, typed)


async def test_two_that_differ_are_told_before_the_link_is_used(client: Any, network: Any) -> None:
    page = await client.post(RESET, data=CHOSEN | {"new_password_again": "something else"})
    assert (page.status_code, "The two are not the same" in page.text) == (400, True)
    assert network.asked("ResetPassword") == []


async def test_a_password_that_will_not_do_is_told_in_words_and_can_be_tried_again(client: Any, network: Any) -> None:
    message = "new_password is one that is easily guessed; please choose another, for example three unrelated words."
    refuse(network, "ResetPassword", Invalid("password_too_common", message, "new_password"))
    page = await client.post(RESET, data=CHOSEN)
    assert page.status_code == 400
    assert "Your new password is one that is easily guessed" in page.text
    assert f'name="token" value="{TOKEN}"' in page.text
    assert NEW_PASSWORD not in page.text


@pytest.mark.parametrize("typed", ["", "\0\0\0\0\0\0\0\0", "x" * 1025])
async def test_what_is_no_password_never_leaves_the_gateway(client: Any, network: Any, typed: str) -> None:
    page = await client.post(RESET, data=CHOSEN | {"new_password": typed, "new_password_again": typed})
    assert (page.status_code, "Please type a password" in page.text) == (400, True)
    assert network.asked("ResetPassword") == []


@pytest.mark.parametrize(
    ("path", "method", "way"), [(VERIFY, "VerifyEmail", 'href="/"'), (RESET, "ResetPassword", f'href="{FORGOTTEN}"')]
)
async def test_a_link_that_is_over_says_so_and_where_to_go(
    client: Any, network: Any, path: str, method: str, way: str
) -> None:
    refuse(network, method, Invalid("link_over", "This link is no longer good; please ask for a new one.", "token"))
    page = await client.post(path, data=CHOSEN)
    assert page.status_code == 400
    assert "This link is no longer good." in page.text
    assert way in page.text
    assert TOKEN not in page.text


@pytest.mark.parametrize("path", [VERIFY, RESET])
@pytest.mark.parametrize("token", ["", "x" * 129])
async def test_a_link_that_lost_its_end_is_told_so(client: Any, network: Any, path: str, token: str) -> None:
    for page in (await client.get(path, params={"token": token}), await client.post(path, data={"token": token})):
        assert (page.status_code, "This link is not complete." in page.text) == (400, True)
    assert network.asked("VerifyEmail") == network.asked("ResetPassword") == []


async def test_whoever_forgot_their_password_is_answered_the_same(client: Any, network: Any) -> None:
    pages = [await client.post(FORGOTTEN, data={"email": email}) for email in ("ada@example.com", "bob@example.com")]
    assert {page.status_code for page in pages} == {200}
    assert pages[0].text.replace("ada@", "bob@") == pages[1].text
    assert [call.request.email for call in network.asked("RequestPasswordReset")] == [
        "ada@example.com",
        "bob@example.com",
    ]


async def test_without_an_email_there_is_no_link(client: Any, network: Any) -> None:
    page = await client.post(FORGOTTEN, data={"email": "   "})
    assert (page.status_code, "Please type the email" in page.text) == (400, True)
    assert network.asked("RequestPasswordReset") == []


async def test_what_somebody_typed_stays_text(client: Any) -> None:
    hostile = '"><script>alert(1)</script>'
    pages = [
        await client.get(VERIFY, params={"token": hostile}),
        await client.get(RESET, params={"token": hostile}),
        await client.post(FORGOTTEN, data={"email": hostile}),
    ]
    assert all("<script>" not in page.text for page in pages)


@pytest.mark.parametrize("path", [VERIFY, RESET, FORGOTTEN])
async def test_the_pages_keep_their_address_to_themselves(client: Any, path: str) -> None:
    page = await client.get(path, params={"token": TOKEN})
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "form-action 'self'" in page.headers["content-security-policy"]
    assert "<script" not in page.text


async def test_no_log_line_has_a_token_a_password_or_an_address(client: Any) -> None:
    with capture_logs() as logged:
        await client.get(VERIFY, params={"token": TOKEN})
        await client.post(VERIFY, data={"token": TOKEN})
        await client.post(RESET, data=CHOSEN)
        await client.post(FORGOTTEN, data={"email": "ada@example.com"})
    assert [line["route"] for line in logged] == [VERIFY, VERIFY, RESET, FORGOTTEN]
    assert not any(word in str(logged) for word in (TOKEN, NEW_PASSWORD, "ada@"))


@pytest.mark.parametrize("headers", [{"Origin": "null"}, {"Sec-Fetch-Site": "same-origin", "Origin": "null"}])
async def test_older_browsers_that_hide_where_a_form_comes_from_are_served(
    client: Any, headers: dict[str, str]
) -> None:
    assert (await client.post(RESET, data=CHOSEN, headers=headers)).status_code == 200


async def test_too_many_tries_are_told_in_words_with_a_time_to_come_back(gateway_with: Any) -> None:
    async with gateway_with(links_per_minute=1) as client:
        await client.post(VERIFY, data={"token": TOKEN})
        pages = [await client.post(path, data=CHOSEN | {"email": "a@b.example"}) for path in (VERIFY, RESET, FORGOTTEN)]
    for page in pages:
        assert (page.status_code, "please wait a moment" in page.text) == (429, True)
        assert int(page.headers["retry-after"]) >= 1


async def test_links_are_asked_for_a_few_times_an_hour_for_one_account(gateway_with: Any, network: Any) -> None:
    async with gateway_with(account_links_per_hour=1) as client:
        answers = [(await client.post(FORGOTTEN, data={"email": "ada@example.com"})).status_code for _ in range(2)]
    assert answers == [200, 429]
    assert len(network.asked("RequestPasswordReset")) == 1


async def test_who_comes_while_we_are_busy_can_try_again_at_once(client: Any, network: Any) -> None:
    refuse(network, "ResetPassword", Unavailable("sign_in_busy", "We are busy right now; please try again."))
    page = await client.post(RESET, data=CHOSEN)
    assert (page.status_code, "We are busy right now" in page.text) == (503, True)
    assert f'value="{TOKEN}"' in page.text
