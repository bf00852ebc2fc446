import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.booking.v1 import booking_pb2 as _booking_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class StorageStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    STORAGE_STATUS_UNSPECIFIED: _ClassVar[StorageStatus]
    STORAGE_STATUS_PLANNED: _ClassVar[StorageStatus]
    STORAGE_STATUS_ACTIVE: _ClassVar[StorageStatus]
    STORAGE_STATUS_ENDING: _ClassVar[StorageStatus]
    STORAGE_STATUS_ENDED: _ClassVar[StorageStatus]

class StorageStanding(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    STORAGE_STANDING_UNSPECIFIED: _ClassVar[StorageStanding]
    STORAGE_STANDING_GOOD: _ClassVar[StorageStanding]
    STORAGE_STANDING_LATE: _ClassVar[StorageStanding]
    STORAGE_STANDING_SUSPENDED: _ClassVar[StorageStanding]

class StorageItemKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    STORAGE_ITEM_KIND_UNSPECIFIED: _ClassVar[StorageItemKind]
    STORAGE_ITEM_KIND_BOX: _ClassVar[StorageItemKind]
    STORAGE_ITEM_KIND_SUITCASE: _ClassVar[StorageItemKind]
    STORAGE_ITEM_KIND_FURNITURE: _ClassVar[StorageItemKind]
    STORAGE_ITEM_KIND_SPORTS_EQUIPMENT: _ClassVar[StorageItemKind]
    STORAGE_ITEM_KIND_GARMENTS: _ClassVar[StorageItemKind]
    STORAGE_ITEM_KIND_ARTWORK: _ClassVar[StorageItemKind]
    STORAGE_ITEM_KIND_OTHER: _ClassVar[StorageItemKind]

class StorageLegDirection(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    STORAGE_LEG_DIRECTION_UNSPECIFIED: _ClassVar[StorageLegDirection]
    STORAGE_LEG_DIRECTION_PICKUP: _ClassVar[StorageLegDirection]
    STORAGE_LEG_DIRECTION_DELIVERY: _ClassVar[StorageLegDirection]
STORAGE_STATUS_UNSPECIFIED: StorageStatus
STORAGE_STATUS_PLANNED: StorageStatus
STORAGE_STATUS_ACTIVE: StorageStatus
STORAGE_STATUS_ENDING: StorageStatus
STORAGE_STATUS_ENDED: StorageStatus
STORAGE_STANDING_UNSPECIFIED: StorageStanding
STORAGE_STANDING_GOOD: StorageStanding
STORAGE_STANDING_LATE: StorageStanding
STORAGE_STANDING_SUSPENDED: StorageStanding
STORAGE_ITEM_KIND_UNSPECIFIED: StorageItemKind
STORAGE_ITEM_KIND_BOX: StorageItemKind
STORAGE_ITEM_KIND_SUITCASE: StorageItemKind
STORAGE_ITEM_KIND_FURNITURE: StorageItemKind
STORAGE_ITEM_KIND_SPORTS_EQUIPMENT: StorageItemKind
STORAGE_ITEM_KIND_GARMENTS: StorageItemKind
STORAGE_ITEM_KIND_ARTWORK: StorageItemKind
STORAGE_ITEM_KIND_OTHER: StorageItemKind
STORAGE_LEG_DIRECTION_UNSPECIFIED: StorageLegDirection
STORAGE_LEG_DIRECTION_PICKUP: StorageLegDirection
STORAGE_LEG_DIRECTION_DELIVERY: StorageLegDirection

class StorageItem(_message.Message):
    __slots__ = ("id", "kind", "label", "taken_in_on", "wanted_back_on", "returned_on")
    ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    LABEL_FIELD_NUMBER: _ClassVar[int]
    TAKEN_IN_ON_FIELD_NUMBER: _ClassVar[int]
    WANTED_BACK_ON_FIELD_NUMBER: _ClassVar[int]
    RETURNED_ON_FIELD_NUMBER: _ClassVar[int]
    id: str
    kind: StorageItemKind
    label: str
    taken_in_on: str
    wanted_back_on: str
    returned_on: str
    def __init__(self, id: _Optional[str] = ..., kind: _Optional[_Union[StorageItemKind, str]] = ..., label: _Optional[str] = ..., taken_in_on: _Optional[str] = ..., wanted_back_on: _Optional[str] = ..., returned_on: _Optional[str] = ...) -> None: ...

class StorageLeg(_message.Message):
    __slots__ = ("booking_id", "booking_number", "direction", "pickup_date", "status")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_NUMBER_FIELD_NUMBER: _ClassVar[int]
    DIRECTION_FIELD_NUMBER: _ClassVar[int]
    PICKUP_DATE_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    booking_number: str
    direction: StorageLegDirection
    pickup_date: str
    status: _booking_pb2.BookingStatus
    def __init__(self, booking_id: _Optional[str] = ..., booking_number: _Optional[str] = ..., direction: _Optional[_Union[StorageLegDirection, str]] = ..., pickup_date: _Optional[str] = ..., status: _Optional[_Union[_booking_pb2.BookingStatus, str]] = ...) -> None: ...

class StorageHistoryEntry(_message.Message):
    __slots__ = ("at", "actor", "what")
    AT_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    WHAT_FIELD_NUMBER: _ClassVar[int]
    at: _timestamp_pb2.Timestamp
    actor: str
    what: str
    def __init__(self, at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., actor: _Optional[str] = ..., what: _Optional[str] = ...) -> None: ...

class Storage(_message.Message):
    __slots__ = ("id", "storage_number", "status", "standing", "customer_id", "contact", "start_date", "end_date", "monthly_cents", "catalog_version", "item_count", "items", "legs", "period_end", "created_at", "updated_at", "version")
    ID_FIELD_NUMBER: _ClassVar[int]
    STORAGE_NUMBER_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    STANDING_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    CONTACT_FIELD_NUMBER: _ClassVar[int]
    START_DATE_FIELD_NUMBER: _ClassVar[int]
    END_DATE_FIELD_NUMBER: _ClassVar[int]
    MONTHLY_CENTS_FIELD_NUMBER: _ClassVar[int]
    CATALOG_VERSION_FIELD_NUMBER: _ClassVar[int]
    ITEM_COUNT_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    LEGS_FIELD_NUMBER: _ClassVar[int]
    PERIOD_END_FIELD_NUMBER: _ClassVar[int]
    CREATED_AT_FIELD_NUMBER: _ClassVar[int]
    UPDATED_AT_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    id: str
    storage_number: str
    status: StorageStatus
    standing: StorageStanding
    customer_id: str
    contact: _booking_pb2.Contact
    start_date: str
    end_date: str
    monthly_cents: int
    catalog_version: int
    item_count: int
    items: _containers.RepeatedCompositeFieldContainer[StorageItem]
    legs: _containers.RepeatedCompositeFieldContainer[StorageLeg]
    period_end: str
    created_at: _timestamp_pb2.Timestamp
    updated_at: _timestamp_pb2.Timestamp
    version: int
    def __init__(self, id: _Optional[str] = ..., storage_number: _Optional[str] = ..., status: _Optional[_Union[StorageStatus, str]] = ..., standing: _Optional[_Union[StorageStanding, str]] = ..., customer_id: _Optional[str] = ..., contact: _Optional[_Union[_booking_pb2.Contact, _Mapping]] = ..., start_date: _Optional[str] = ..., end_date: _Optional[str] = ..., monthly_cents: _Optional[int] = ..., catalog_version: _Optional[int] = ..., item_count: _Optional[int] = ..., items: _Optional[_Iterable[_Union[StorageItem, _Mapping]]] = ..., legs: _Optional[_Iterable[_Union[StorageLeg, _Mapping]]] = ..., period_end: _Optional[str] = ..., created_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., updated_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., version: _Optional[int] = ...) -> None: ...
