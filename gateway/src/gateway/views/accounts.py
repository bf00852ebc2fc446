"""Customers' accounts on their way out."""

from __future__ import annotations

from totetaxi.identity.v1 import account_pb2 as message
from totetaxi.identity.v1.api_key_service_pb2 import ApiKey

from gateway.schemas import accounts as schema
from gateway.views.words import dollars, instant, instant_or_none, pickup_time_word


def person(customer: message.CustomerProfile) -> schema.Person:
    """Who it is."""
    return schema.Person(
        id=customer.id,
        username=customer.email,
        email=customer.email,
        first_name=customer.first_name,
        last_name=customer.last_name,
        date_joined=instant(customer.joined_at),
    )


def preferences(wishes: message.CustomerPreferences) -> schema.Preferences:
    """What they want."""
    return schema.Preferences.model_validate(
        {
            "preferred_pickup_time": pickup_time_word(wishes.preferred_pickup_window),
            "email_notifications": wishes.email_notifications,
            "sms_notifications": wishes.sms_notifications,
            "marketing_emails": wishes.marketing_emails,
            "language": wishes.language,
        }
    )


def profile(customer: message.CustomerProfile) -> schema.CustomerProfile:
    """GET /api/customer/profile/."""
    counted = customer.statistics
    return schema.CustomerProfile(
        **dict(preferences(customer.preferences)),
        id=customer.id,
        user=person(customer),
        phone=customer.phone,
        is_email_verified=customer.is_email_verified,
        is_vip=customer.is_vip,
        total_bookings=counted.total_bookings,
        total_spent_cents=counted.total_spent_cents,
        total_spent_dollars=dollars(counted.total_spent_cents),
        last_booking_at=instant_or_none(counted, "last_booking_at"),
    )


def me(customer: message.CustomerProfile, csrf_token: str) -> schema.Me:
    """GET /api/customer/auth/user/."""
    return schema.Me(user=person(customer), customer_profile=profile(customer), csrf_token=csrf_token)


def signed_in(customer: message.CustomerProfile, csrf_token: str, words: str) -> schema.CustomerSignedIn:
    """The answer to signing in or registering."""
    return schema.CustomerSignedIn(message=words, **dict(me(customer, csrf_token)))


def device(key: ApiKey) -> schema.Device:
    """A device."""
    return schema.Device(
        id=key.id,
        name=key.name,
        prefix=key.prefix,
        scopes=list(key.scopes),
        created_at=instant(key.created_at),
        expires_at=instant_or_none(key, "expires_at"),
        last_used_at=instant_or_none(key, "last_used_at"),
    )
