"""Stored webhooks say what happened to the money, and not to whom."""

from __future__ import annotations

from payments.domain.personal_data import without_personal_data

CHARGE = {
    "id": "ch_1",
    "amount": 104_500,
    "billing_details": {"name": "Ada Byron", "email": "ada@example.com", "address": {"line1": "350 Fifth Ave"}},
    "receipt_email": "ada@example.com",
    "payment_method_details": {"card": {"last4": "4242", "brand": "visa"}},
    "refunds": {"data": [{"id": "re_1", "shipping": {"name": "Ada Byron"}}]},
}


def test_what_identifies_people_goes_however_deep_it_is() -> None:
    assert without_personal_data({"data": {"object": CHARGE}}) == {
        "data": {
            "object": {
                "id": "ch_1",
                "amount": 104_500,
                "payment_method_details": {"card": {"last4": "4242", "brand": "visa"}},
                "refunds": {"data": [{"id": "re_1"}]},
            }
        }
    }
