from buf.validate import validate_pb2 as _validate_pb2
from totetaxi.booking.v1 import booking_pb2 as _booking_pb2
from totetaxi.booking.v1 import storage_pb2 as _storage_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class NewStorageItem(_message.Message):
    __slots__ = ("id", "kind", "label")
    ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    LABEL_FIELD_NUMBER: _ClassVar[int]
    id: str
    kind: _storage_pb2.StorageItemKind
    label: str
    def __init__(self, id: _Optional[str] = ..., kind: _Optional[_Union[_storage_pb2.StorageItemKind, str]] = ..., label: _Optional[str] = ...) -> None: ...

class StartStorageRequest(_message.Message):
    __slots__ = ("customer_id", "contact", "booking_id", "start_date", "items", "language", "idempotency_key")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    CONTACT_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    START_DATE_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    contact: _booking_pb2.Contact
    booking_id: str
    start_date: str
    items: _containers.RepeatedCompositeFieldContainer[NewStorageItem]
    language: str
    idempotency_key: str
    def __init__(self, customer_id: _Optional[str] = ..., contact: _Optional[_Union[_booking_pb2.Contact, _Mapping]] = ..., booking_id: _Optional[str] = ..., start_date: _Optional[str] = ..., items: _Optional[_Iterable[_Union[NewStorageItem, _Mapping]]] = ..., language: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class StartStorageResponse(_message.Message):
    __slots__ = ("storage", "is_replayed")
    STORAGE_FIELD_NUMBER: _ClassVar[int]
    IS_REPLAYED_FIELD_NUMBER: _ClassVar[int]
    storage: _storage_pb2.Storage
    is_replayed: bool
    def __init__(self, storage: _Optional[_Union[_storage_pb2.Storage, _Mapping]] = ..., is_replayed: _Optional[bool] = ...) -> None: ...

class SearchStoragesRequest(_message.Message):
    __slots__ = ("statuses", "standing", "customer_id", "only_wanted_back", "page_size", "page_token")
    STATUSES_FIELD_NUMBER: _ClassVar[int]
    STANDING_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    ONLY_WANTED_BACK_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    statuses: _containers.RepeatedScalarFieldContainer[_storage_pb2.StorageStatus]
    standing: _storage_pb2.StorageStanding
    customer_id: str
    only_wanted_back: bool
    page_size: int
    page_token: str
    def __init__(self, statuses: _Optional[_Iterable[_Union[_storage_pb2.StorageStatus, str]]] = ..., standing: _Optional[_Union[_storage_pb2.StorageStanding, str]] = ..., customer_id: _Optional[str] = ..., only_wanted_back: _Optional[bool] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class SearchStoragesResponse(_message.Message):
    __slots__ = ("storages", "next_page_token")
    STORAGES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    storages: _containers.RepeatedCompositeFieldContainer[_storage_pb2.Storage]
    next_page_token: str
    def __init__(self, storages: _Optional[_Iterable[_Union[_storage_pb2.Storage, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class InspectStorageRequest(_message.Message):
    __slots__ = ("storage_id",)
    STORAGE_ID_FIELD_NUMBER: _ClassVar[int]
    storage_id: str
    def __init__(self, storage_id: _Optional[str] = ...) -> None: ...

class InspectStorageResponse(_message.Message):
    __slots__ = ("storage", "history")
    STORAGE_FIELD_NUMBER: _ClassVar[int]
    HISTORY_FIELD_NUMBER: _ClassVar[int]
    storage: _storage_pb2.Storage
    history: _containers.RepeatedCompositeFieldContainer[_storage_pb2.StorageHistoryEntry]
    def __init__(self, storage: _Optional[_Union[_storage_pb2.Storage, _Mapping]] = ..., history: _Optional[_Iterable[_Union[_storage_pb2.StorageHistoryEntry, _Mapping]]] = ...) -> None: ...

class AddStorageItemsRequest(_message.Message):
    __slots__ = ("storage_id", "items", "taken_in_on")
    STORAGE_ID_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    TAKEN_IN_ON_FIELD_NUMBER: _ClassVar[int]
    storage_id: str
    items: _containers.RepeatedCompositeFieldContainer[NewStorageItem]
    taken_in_on: str
    def __init__(self, storage_id: _Optional[str] = ..., items: _Optional[_Iterable[_Union[NewStorageItem, _Mapping]]] = ..., taken_in_on: _Optional[str] = ...) -> None: ...

class AddStorageItemsResponse(_message.Message):
    __slots__ = ("storage",)
    STORAGE_FIELD_NUMBER: _ClassVar[int]
    storage: _storage_pb2.Storage
    def __init__(self, storage: _Optional[_Union[_storage_pb2.Storage, _Mapping]] = ...) -> None: ...

class ReturnStorageItemsRequest(_message.Message):
    __slots__ = ("storage_id", "item_ids", "returned_on")
    STORAGE_ID_FIELD_NUMBER: _ClassVar[int]
    ITEM_IDS_FIELD_NUMBER: _ClassVar[int]
    RETURNED_ON_FIELD_NUMBER: _ClassVar[int]
    storage_id: str
    item_ids: _containers.RepeatedScalarFieldContainer[str]
    returned_on: str
    def __init__(self, storage_id: _Optional[str] = ..., item_ids: _Optional[_Iterable[str]] = ..., returned_on: _Optional[str] = ...) -> None: ...

class ReturnStorageItemsResponse(_message.Message):
    __slots__ = ("storage",)
    STORAGE_FIELD_NUMBER: _ClassVar[int]
    storage: _storage_pb2.Storage
    def __init__(self, storage: _Optional[_Union[_storage_pb2.Storage, _Mapping]] = ...) -> None: ...

class LinkStorageLegRequest(_message.Message):
    __slots__ = ("storage_id", "booking_id", "direction")
    STORAGE_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    DIRECTION_FIELD_NUMBER: _ClassVar[int]
    storage_id: str
    booking_id: str
    direction: _storage_pb2.StorageLegDirection
    def __init__(self, storage_id: _Optional[str] = ..., booking_id: _Optional[str] = ..., direction: _Optional[_Union[_storage_pb2.StorageLegDirection, str]] = ...) -> None: ...

class LinkStorageLegResponse(_message.Message):
    __slots__ = ("storage",)
    STORAGE_FIELD_NUMBER: _ClassVar[int]
    storage: _storage_pb2.Storage
    def __init__(self, storage: _Optional[_Union[_storage_pb2.Storage, _Mapping]] = ...) -> None: ...

class RefreshStoragePriceRequest(_message.Message):
    __slots__ = ("storage_id", "expected_monthly_cents", "reason")
    STORAGE_ID_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_MONTHLY_CENTS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    storage_id: str
    expected_monthly_cents: int
    reason: str
    def __init__(self, storage_id: _Optional[str] = ..., expected_monthly_cents: _Optional[int] = ..., reason: _Optional[str] = ...) -> None: ...

class RefreshStoragePriceResponse(_message.Message):
    __slots__ = ("storage",)
    STORAGE_FIELD_NUMBER: _ClassVar[int]
    storage: _storage_pb2.Storage
    def __init__(self, storage: _Optional[_Union[_storage_pb2.Storage, _Mapping]] = ...) -> None: ...

class EndStorageForRequest(_message.Message):
    __slots__ = ("storage_id", "reason")
    STORAGE_ID_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    storage_id: str
    reason: str
    def __init__(self, storage_id: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class EndStorageForResponse(_message.Message):
    __slots__ = ("storage",)
    STORAGE_FIELD_NUMBER: _ClassVar[int]
    storage: _storage_pb2.Storage
    def __init__(self, storage: _Optional[_Union[_storage_pb2.Storage, _Mapping]] = ...) -> None: ...
