"""Between the contract's messages and our own values: companies."""

from __future__ import annotations

from totetaxi.booking.v1 import company_pb2 as contract

from booking.actions.company import CompanyView
from booking.messages import timestamp
from booking.store.companies import CompanyRecord, ContactRecord


def company_message(view: CompanyView) -> contract.Company:
    """A company with its contacts, for staff."""
    message = bare_message(view.record)
    message.notes = view.record.notes
    message.contacts.extend(contact_message(each) for each in view.contacts)
    return message


def bare_message(record: CompanyRecord) -> contract.Company:
    """A company as its contacts, and lists, see it."""
    return contract.Company(
        id=str(record.id),
        name=record.name,
        is_active=record.is_active,
        created_at=timestamp(record.created_at),
        updated_at=timestamp(record.updated_at),
        version=record.version,
    )


def contact_message(each: ContactRecord) -> contract.CompanyContact:
    """Somebody who may see it."""
    return contract.CompanyContact(
        email=each.email, name=each.name, customer_id=str(each.customer_id or ""), added_at=timestamp(each.added_at)
    )
