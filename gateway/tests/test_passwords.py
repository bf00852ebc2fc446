"""Passwords are changed and reset, emails verified; links are the proof, whoever follows them."""

import pytest
import sessions
from chassis.refusal import Invalid
from identity_messages import NEW_SESSION, PASSWORD
from identity_messages import opened as opened_session
from totetaxi.identity.v1 import account_pb2
from totetaxi.identity.v1 import customer_service_pb2 as messages

AUTH = "/api/customer/auth"
NEW_PASSWORD = "four other unrelated words"


@pytest.fixture(autouse=True)
def services(identity) -> None:
    identity.answers |= {
        "VerifyEmail": lambda _: messages.VerifyEmailResponse(email="grace@example.com"),
        "ResendVerification": lambda _: messages.ResendVerificationResponse(),
        "RequestPasswordReset": lambda _: messages.RequestPasswordResetResponse(),
        "ResetPassword": lambda _: messages.ResetPasswordResponse(account_kind=account_pb2.ACCOUNT_KIND_STAFF),
        "ChangePassword": lambda _: messages.ChangePasswordResponse(session=opened_session()),
    }


async def test_a_mailed_link_verifies_the_email_for_whoever_follows_it(customer, network) -> None:
    del customer.headers["X-CSRFToken"]
    answer = await customer.post(f"{AUTH}/verify-email/", json={"token": "from-the-link"})
    assert (answer.status_code, answer.json()["email"]) == (200, "grace@example.com")
    assert sessions.token_used(network, "VerifyEmail") == "visitor-token"


async def test_asking_for_the_link_again_needs_a_session(client, customer) -> None:
    assert (await customer.post(f"{AUTH}/verify-email/resend/")).status_code == 200
    customer.cookies.clear()
    assert (await client.post(f"{AUTH}/verify-email/resend/")).status_code == 401


async def test_a_forgotten_password_is_answered_the_same_for_everybody(client, network) -> None:
    answers = [
        await client.post(f"{AUTH}/password-reset/", json={"email": email})
        for email in ("grace@example.com", "nobody@example.com")
    ]
    assert {answer.status_code for answer in answers} == {202}
    assert answers[0].json() == answers[1].json()
    assert len(network.asked("RequestPasswordReset")) == 2


async def test_a_reset_says_where_to_sign_in(client, network) -> None:
    body = {"token": "from-the-link", "new_password": NEW_PASSWORD}
    answer = await client.post(f"{AUTH}/password-reset/confirm/", json=body)
    assert answer.json()["sign_in_at"] == "/api/staff/auth/login/"
    assert network.asked("ResetPassword")[0].request.new_password == NEW_PASSWORD


async def test_a_changed_password_begins_a_new_session_in_this_browser(customer, network) -> None:
    body = {"current_password": PASSWORD, "new_password": NEW_PASSWORD}
    answer = await customer.post(f"{AUTH}/password-change/", json=body)
    assert answer.status_code == 200
    assert customer.cookies[sessions.COOKIE] == NEW_SESSION
    assert answer.json()["csrf_token"] == answer.cookies["csrftoken"]
    assert sessions.token_used(network, "ChangePassword") == f"principal-of-{sessions.SESSION}"


async def test_a_wrong_current_password_is_named(customer, network) -> None:
    def refuse(_: object) -> None:
        raise Invalid("password_wrong", "The current password is not right.", "current_password")

    network.answers["ChangePassword"] = refuse
    body = {"current_password": "wrong", "new_password": NEW_PASSWORD}
    answer = await customer.post(f"{AUTH}/password-change/", json=body)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "current_password")
    assert customer.cookies[sessions.COOKIE] == sessions.SESSION
