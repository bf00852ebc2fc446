"""Customers on their way to staff."""

from __future__ import annotations

from totetaxi.identity.v1 import customer_service_pb2 as message

from gateway.schemas import customers as schema
from gateway.views.accounts import profile
from gateway.views.profiles import address
from gateway.views.words import instant


def customer_in_full(answer: message.GetCustomerResponse) -> schema.CustomerInFull:
    """GET /api/staff/customers/{id}/."""
    return schema.CustomerInFull(
        customer=profile(answer.customer),
        addresses=[address(each) for each in answer.addresses],
        notes=[note(each) for each in answer.notes],
    )


def note(each: message.CustomerNote) -> schema.CustomerNote:
    """One note."""
    return schema.CustomerNote(
        id=each.id,
        text=each.text,
        author_id=each.author_id,
        author_name=each.author_name,
        created_at=instant(each.created_at),
    )
