"""Saved cards and payment links, over REST."""

import pytest
import sessions
from chassis.refusal import Conflict
from contract_messages import BOOKING_ID, NOON, payment, timestamp
from totetaxi.payments.v1 import payment_link_service_pb2 as links
from totetaxi.payments.v1 import payment_method_service_pb2 as methods
from totetaxi.payments.v1.payments_service_pb2 import PayWithSavedCardResponse

CARDS = "/api/customer/payment-methods/"
CARD = methods.PaymentMethod(id=BOOKING_ID, brand="visa", last_four="4242", is_default=True, created_at=timestamp(NOON))
LINK = links.PaymentLink(
    id=BOOKING_ID,
    booking_number="TT-7QK2MB",
    amount_cents=254_425,
    status=links.PAYMENT_LINK_STATUS_OPEN,
    created_at=timestamp(NOON),
    expires_at=timestamp(NOON),
)
TOKEN = "a-token-that-nobody-guesses"


async def test_a_customer_sees_chooses_and_forgets_cards(customer, network) -> None:
    network.answers |= {
        "ListPaymentMethods": lambda _: methods.ListPaymentMethodsResponse(payment_methods=[CARD]),
        "SetDefaultPaymentMethod": lambda _: methods.SetDefaultPaymentMethodResponse(payment_method=CARD),
        "RemovePaymentMethod": lambda _: methods.RemovePaymentMethodResponse(),
    }
    (card,) = (await customer.get(CARDS)).json()["payment_methods"]
    assert (card["brand"], card["last_four"], card["is_default"]) == ("visa", "4242", True)
    assert (await customer.put(f"{CARDS}{BOOKING_ID}/default/")).json()["id"] == BOOKING_ID
    assert (await customer.delete(f"{CARDS}{BOOKING_ID}/")).status_code == 204
    assert sessions.token_used(network, "RemovePaymentMethod") == f"principal-of-{sessions.SESSION}"


async def test_a_card_is_saved_and_paid_with(customer, network) -> None:
    network.answers |= {
        "CreateSetupIntent": lambda _: methods.CreateSetupIntentResponse(setup_intent_id="seti_1", client_secret="s"),
        "PayWithSavedCard": lambda _: PayWithSavedCardResponse(payment=payment(), client_secret="pi_1_secret"),
    }
    assert (await customer.post(f"{CARDS}setup-intent/")).json()["setup_intent_id"] == "seti_1"
    body = {"booking_id": BOOKING_ID, "payment_method_id": BOOKING_ID}
    paid = (await customer.post(f"{CARDS}pay/", json=body)).json()
    assert (paid["payment"]["amount_cents"], paid["client_secret"]) == (254_425, "pi_1_secret")


async def test_staff_make_and_end_links_and_the_token_is_shown_once(client, identity, network) -> None:
    member = await sessions.hold_session(client, sessions.STAFF_SESSION)
    network.answers |= {
        "CreatePaymentLink": lambda _: links.CreatePaymentLinkResponse(link=LINK, token=TOKEN),
        "ListPaymentLinks": lambda _: links.ListPaymentLinksResponse(links=[LINK]),
        "RevokePaymentLink": lambda _: links.RevokePaymentLinkResponse(link=LINK),
    }
    made = await member.post("/api/payments/links/", json={"booking_id": BOOKING_ID})
    assert (made.status_code, made.json()["token"]) == (201, TOKEN)
    assert network.asked("CreatePaymentLink")[0].request.valid_hours == 72
    assert TOKEN not in (await member.get(f"/api/payments/links/?booking_id={BOOKING_ID}")).text
    assert (await member.post(f"/api/payments/links/{BOOKING_ID}/revoke/")).status_code == 200


@pytest.mark.parametrize("path", ["open", "pay"])
async def test_whoever_has_the_token_pays_and_a_link_that_is_over_says_so(client, network, path: str) -> None:
    def refuse(_: object) -> None:
        raise Conflict("payment_link_expired", "This link's time is over; please ask us for a new one.")

    network.answers |= {
        "GetPaymentLink": lambda _: links.GetPaymentLinkResponse(link=LINK),
        "PayByLink": lambda _: links.PayByLinkResponse(payment=payment(), client_secret="pi_1_secret"),
    }
    answer = await client.post(f"/api/payments/links/{path}/", json={"token": TOKEN})
    assert (answer.status_code, answer.json()["booking_number"]) == (200, "TT-7QK2MB")
    network.answers["PayByLink"] = refuse
    assert (await client.post("/api/payments/links/pay/", json={"token": TOKEN})).status_code == 409
