"""Everything booking does with mini storage, one transaction each: lock, decide, save, say."""

from booking.actions.storage.bills import hear_failed, hear_paid, hear_suspended
from booking.actions.storage.end import close_over, end_for_customer, end_own_storage
from booking.actions.storage.forget import export_storages, forget_storages
from booking.actions.storage.items import add_items, request_return, return_items
from booking.actions.storage.legs import link_leg
from booking.actions.storage.look import (
    StoragePage,
    StorageView,
    inspect_storage,
    list_storages,
    search_storages,
    storage_of_customer,
)
from booking.actions.storage.price import refresh_price
from booking.actions.storage.start import Beginning, NewItem, Started, begin_due, start_storage

__all__ = [
    "Beginning",
    "NewItem",
    "Started",
    "StoragePage",
    "StorageView",
    "add_items",
    "begin_due",
    "close_over",
    "end_for_customer",
    "end_own_storage",
    "export_storages",
    "forget_storages",
    "hear_failed",
    "hear_paid",
    "hear_suspended",
    "inspect_storage",
    "link_leg",
    "list_storages",
    "refresh_price",
    "request_return",
    "return_items",
    "search_storages",
    "start_storage",
    "storage_of_customer",
]
