"""Profiles and saved addresses on their way in and out."""

from __future__ import annotations

from totetaxi.identity.v1 import account_pb2 as message
from totetaxi.identity.v1.address_service_pb2 import CreateAddressRequest, ListAddressesResponse, UpdateAddressRequest
from totetaxi.identity.v1.customer_service_pb2 import GetAccountOverviewResponse, UpdateProfileRequest

from gateway.schemas import profiles as schema
from gateway.views.accounts import preferences
from gateway.views.words import instant_or_none, pickup_window_of


def profile_change(sent: schema.PreferencesChange, expected_version: int) -> UpdateProfileRequest:
    """What is to change; identity leaves alone what is absent."""
    members = sent.model_dump(exclude_none=True)
    window = members.pop("preferred_pickup_time", None)
    if window is not None:
        members["preferred_pickup_window"] = pickup_window_of(window)
    return UpdateProfileRequest(**members, expected_version=expected_version)


def new_address(sent: schema.NewAddress) -> CreateAddressRequest:
    """An address to keep."""
    return CreateAddressRequest(**sent.model_dump())


def address_change(
    address_id: str, sent: schema.NewAddress | schema.AddressChange, expected_version: int
) -> UpdateAddressRequest:
    """What is to change: everything with PUT, what was sent with PATCH."""
    members = sent.model_dump(exclude_none=True)
    return UpdateAddressRequest(address_id=address_id, **members, expected_version=expected_version)


def address(each: message.SavedAddress) -> schema.SavedAddress:
    """One address."""
    street = ", ".join(line for line in (each.address_line_1, each.address_line_2) if line)
    return schema.SavedAddress(
        id=each.id,
        nickname=each.nickname,
        address_line_1=each.address_line_1,
        address_line_2=each.address_line_2,
        city=each.city,
        state=each.state,
        zip_code=each.zip_code,
        delivery_instructions=each.delivery_instructions,
        formatted_address=f"{street}, {each.city}, {each.state} {each.zip_code}",
        times_used=each.times_used,
        last_used_at=instant_or_none(each, "last_used_at"),
        is_active=each.is_active,
    )


def address_page(answer: ListAddressesResponse, next_page: str | None) -> schema.AddressPage:
    """GET /api/customer/addresses/."""
    return schema.AddressPage(
        count=answer.total_count, next=next_page, previous=None, results=[address(each) for each in answer.addresses]
    )


def preferences_page(answer: GetAccountOverviewResponse) -> schema.PreferencesPage:
    """GET /api/customer/preferences/."""
    return schema.PreferencesPage(
        **dict(preferences(answer.customer.preferences)),
        default_addresses=schema.DefaultAddresses(
            most_used_pickup=address(answer.most_used_pickup) if answer.HasField("most_used_pickup") else None,
            most_used_delivery=address(answer.most_used_delivery) if answer.HasField("most_used_delivery") else None,
        ),
    )
