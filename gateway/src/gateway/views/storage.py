"""Mini storage, on its way in and out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from totetaxi.booking.v1 import staff_storage_service_pb2 as service
from totetaxi.booking.v1.booking_pb2 import Contact
from totetaxi.booking.v1.customer_storage_service_pb2 import ListStoragesResponse
from totetaxi.booking.v1.storage_pb2 import Storage

from gateway.schemas import storage as schema
from gateway.views.messages import message_of, plain
from gateway.views.words import dollars


def members(each: Storage) -> dict[str, Any]:
    """Every member that any answer shows."""
    return plain(each) | {"monthly_dollars": dollars(each.monthly_cents)}


def storages(answer: ListStoragesResponse) -> schema.Storages:
    """GET /api/customer/storage/."""
    shown = [schema.ListedStorage.model_validate(members(each)) for each in answer.storages]
    return schema.Storages(storages=shown, next_cursor=answer.next_page_token)


def storage(each: Storage) -> schema.Storage:
    """One of a customer's own."""
    return schema.Storage.model_validate(members(each))


def staff_storages(answer: service.SearchStoragesResponse) -> schema.StaffStorages:
    """GET /api/staff/storage/."""
    shown = [schema.StaffListedStorage.model_validate(members(each)) for each in answer.storages]
    return schema.StaffStorages(storages=shown, next_cursor=answer.next_page_token)


def staff_storage(each: Storage) -> schema.StaffStorage:
    """One as staff see it."""
    return schema.StaffStorage.model_validate(members(each))


def storage_page(answer: service.InspectStorageResponse) -> schema.StaffStoragePage:
    """GET /api/staff/storage/{id}/."""
    history = [schema.StorageHistoryEntry.model_validate(plain(entry)) for entry in answer.history]
    return schema.StaffStoragePage(storage=staff_storage(answer.storage), history=history)


def start_request(sent: schema.NewStorage, key: str) -> service.StartStorageRequest:
    """What booking is asked to start."""
    asked = service.StartStorageRequest(
        customer_id=str(sent.customer_id or ""),
        booking_id=str(sent.booking_id or ""),
        start_date=sent.start_date.isoformat(),
        items=new_items(sent.items),
        idempotency_key=key,
    )
    if sent.email:
        contact = Contact(first_name=sent.first_name, last_name=sent.last_name, email=sent.email, phone=sent.phone)
        asked.contact.CopyFrom(contact)
    return asked


def new_items(items: Iterable[schema.NewStorageItem]) -> list[service.NewStorageItem]:
    """Things that come."""
    return [message_of(service.NewStorageItem, item.model_dump(mode="json")) for item in items]
