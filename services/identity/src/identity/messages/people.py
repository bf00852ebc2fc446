"""Customers, their addresses and staff, as messages."""

from __future__ import annotations

from totetaxi.identity.v1 import account_pb2 as messages
from totetaxi.identity.v1.customer_service_pb2 import CustomerNote

from identity.announcements import preferences_of
from identity.domain.address import SavedAddress
from identity.domain.customer import KnownCustomer, Statistics
from identity.domain.staff import StaffAccount
from identity.messages.moments import optional_timestamp, timestamp
from identity.store.customer_lists import Note


def customer_message(known: KnownCustomer) -> messages.CustomerProfile:
    """A customer, as they see themselves."""
    customer = known.customer
    return messages.CustomerProfile(
        id=str(customer.id),
        email=customer.email,
        is_email_verified=customer.email_verified_at is not None,
        first_name=customer.first_name,
        last_name=customer.last_name,
        phone=customer.phone,
        preferences=preferences_of(customer),
        statistics=statistics_message(known.statistics),
        is_vip=customer.is_vip,
        joined_at=timestamp(customer.created_at),
        updated_at=timestamp(customer.updated_at),
        version=customer.version,
        is_erasure_requested=customer.erasure_requested_at is not None,
    )


def statistics_message(statistics: Statistics) -> messages.CustomerStatistics:
    """What they did."""
    return messages.CustomerStatistics(
        total_bookings=statistics.total_bookings,
        pending_bookings=statistics.pending_bookings,
        completed_bookings=statistics.completed_bookings,
        total_spent_cents=statistics.total_spent_cents,
        last_booking_at=optional_timestamp(statistics.last_booking_at),
    )


def address_message(address: SavedAddress) -> messages.SavedAddress:
    """A saved address."""
    return messages.SavedAddress(
        id=str(address.id),
        nickname=address.nickname,
        address_line_1=address.address_line_1,
        address_line_2=address.address_line_2,
        city=address.city,
        state=address.state,
        zip_code=address.zip_code,
        delivery_instructions=address.delivery_instructions,
        times_used=address.times_used,
        last_used_at=optional_timestamp(address.last_used_at),
        created_at=timestamp(address.created_at),
        is_active=address.deleted_at is None,
        version=address.version,
    )


def staff_message(account: StaffAccount) -> messages.StaffProfile:
    """Somebody who works here."""
    return messages.StaffProfile(
        id=str(account.id),
        username=account.username,
        email=account.email,
        first_name=account.first_name,
        last_name=account.last_name,
        role=account.role,
        permissions=account.permissions,
        department=account.department,
        hire_date=account.hire_date.isoformat() if account.hire_date else "",
        phone=account.phone,
        is_active=account.is_active,
        has_second_factor=account.has_second_factor,
        created_at=timestamp(account.created_at),
        last_signed_in_at=optional_timestamp(account.last_signed_in_at),
        locked_until=optional_timestamp(account.locked_until),
        version=account.version,
    )


def note_message(note: Note) -> CustomerNote:
    """What somebody noted."""
    return CustomerNote(
        id=str(note.id),
        text=note.text,
        author_id=str(note.author_id),
        author_name=note.author_name,
        created_at=timestamp(note.created_at),
    )
