import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.booking.v1 import booking_pb2 as _booking_pb2
from totetaxi.booking.v1 import storage_pb2 as _storage_pb2
from totetaxi.pricing.v1 import catalog_pb2 as _catalog_pb2
from totetaxi.pricing.v1 import price_pb2 as _price_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CustomQuoteStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CUSTOM_QUOTE_STATUS_UNSPECIFIED: _ClassVar[CustomQuoteStatus]
    CUSTOM_QUOTE_STATUS_REQUESTED: _ClassVar[CustomQuoteStatus]
    CUSTOM_QUOTE_STATUS_SENT: _ClassVar[CustomQuoteStatus]
    CUSTOM_QUOTE_STATUS_ACCEPTED: _ClassVar[CustomQuoteStatus]
    CUSTOM_QUOTE_STATUS_DECLINED: _ClassVar[CustomQuoteStatus]
    CUSTOM_QUOTE_STATUS_EXPIRED: _ClassVar[CustomQuoteStatus]
CUSTOM_QUOTE_STATUS_UNSPECIFIED: CustomQuoteStatus
CUSTOM_QUOTE_STATUS_REQUESTED: CustomQuoteStatus
CUSTOM_QUOTE_STATUS_SENT: CustomQuoteStatus
CUSTOM_QUOTE_STATUS_ACCEPTED: CustomQuoteStatus
CUSTOM_QUOTE_STATUS_DECLINED: CustomQuoteStatus
CUSTOM_QUOTE_STATUS_EXPIRED: CustomQuoteStatus

class QuoteWish(_message.Message):
    __slots__ = ("company_name", "contact", "service_type", "pickup_date", "pickup_window", "pickup_address", "delivery_address", "description", "language", "storage_id", "storage_direction")
    COMPANY_NAME_FIELD_NUMBER: _ClassVar[int]
    CONTACT_FIELD_NUMBER: _ClassVar[int]
    SERVICE_TYPE_FIELD_NUMBER: _ClassVar[int]
    PICKUP_DATE_FIELD_NUMBER: _ClassVar[int]
    PICKUP_WINDOW_FIELD_NUMBER: _ClassVar[int]
    PICKUP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    DELIVERY_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    STORAGE_ID_FIELD_NUMBER: _ClassVar[int]
    STORAGE_DIRECTION_FIELD_NUMBER: _ClassVar[int]
    company_name: str
    contact: _booking_pb2.Contact
    service_type: _catalog_pb2.ServiceType
    pickup_date: str
    pickup_window: _booking_pb2.PickupWindow
    pickup_address: _booking_pb2.Address
    delivery_address: _booking_pb2.Address
    description: str
    language: str
    storage_id: str
    storage_direction: _storage_pb2.StorageLegDirection
    def __init__(self, company_name: _Optional[str] = ..., contact: _Optional[_Union[_booking_pb2.Contact, _Mapping]] = ..., service_type: _Optional[_Union[_catalog_pb2.ServiceType, str]] = ..., pickup_date: _Optional[str] = ..., pickup_window: _Optional[_Union[_booking_pb2.PickupWindow, str]] = ..., pickup_address: _Optional[_Union[_booking_pb2.Address, _Mapping]] = ..., delivery_address: _Optional[_Union[_booking_pb2.Address, _Mapping]] = ..., description: _Optional[str] = ..., language: _Optional[str] = ..., storage_id: _Optional[str] = ..., storage_direction: _Optional[_Union[_storage_pb2.StorageLegDirection, str]] = ...) -> None: ...

class CustomQuoteVersion(_message.Message):
    __slots__ = ("number", "price", "note", "valid_until", "sent_at", "written_by")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    PRICE_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    VALID_UNTIL_FIELD_NUMBER: _ClassVar[int]
    SENT_AT_FIELD_NUMBER: _ClassVar[int]
    WRITTEN_BY_FIELD_NUMBER: _ClassVar[int]
    number: int
    price: _price_pb2.Price
    note: str
    valid_until: _timestamp_pb2.Timestamp
    sent_at: _timestamp_pb2.Timestamp
    written_by: str
    def __init__(self, number: _Optional[int] = ..., price: _Optional[_Union[_price_pb2.Price, _Mapping]] = ..., note: _Optional[str] = ..., valid_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., sent_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., written_by: _Optional[str] = ...) -> None: ...

class CustomQuote(_message.Message):
    __slots__ = ("id", "quote_number", "status", "wish", "customer_id", "versions", "booking_id", "booking_number", "decline_reason", "created_at", "updated_at", "version")
    ID_FIELD_NUMBER: _ClassVar[int]
    QUOTE_NUMBER_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    WISH_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    VERSIONS_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_NUMBER_FIELD_NUMBER: _ClassVar[int]
    DECLINE_REASON_FIELD_NUMBER: _ClassVar[int]
    CREATED_AT_FIELD_NUMBER: _ClassVar[int]
    UPDATED_AT_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    id: str
    quote_number: str
    status: CustomQuoteStatus
    wish: QuoteWish
    customer_id: str
    versions: _containers.RepeatedCompositeFieldContainer[CustomQuoteVersion]
    booking_id: str
    booking_number: str
    decline_reason: str
    created_at: _timestamp_pb2.Timestamp
    updated_at: _timestamp_pb2.Timestamp
    version: int
    def __init__(self, id: _Optional[str] = ..., quote_number: _Optional[str] = ..., status: _Optional[_Union[CustomQuoteStatus, str]] = ..., wish: _Optional[_Union[QuoteWish, _Mapping]] = ..., customer_id: _Optional[str] = ..., versions: _Optional[_Iterable[_Union[CustomQuoteVersion, _Mapping]]] = ..., booking_id: _Optional[str] = ..., booking_number: _Optional[str] = ..., decline_reason: _Optional[str] = ..., created_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., updated_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., version: _Optional[int] = ...) -> None: ...

class CustomQuoteSummary(_message.Message):
    __slots__ = ("id", "quote_number", "contact", "company_name", "customer_id", "service_type", "pickup_date", "language", "total_cents", "valid_until", "version")
    ID_FIELD_NUMBER: _ClassVar[int]
    QUOTE_NUMBER_FIELD_NUMBER: _ClassVar[int]
    CONTACT_FIELD_NUMBER: _ClassVar[int]
    COMPANY_NAME_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    SERVICE_TYPE_FIELD_NUMBER: _ClassVar[int]
    PICKUP_DATE_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    TOTAL_CENTS_FIELD_NUMBER: _ClassVar[int]
    VALID_UNTIL_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    id: str
    quote_number: str
    contact: _booking_pb2.Contact
    company_name: str
    customer_id: str
    service_type: _catalog_pb2.ServiceType
    pickup_date: str
    language: str
    total_cents: int
    valid_until: _timestamp_pb2.Timestamp
    version: int
    def __init__(self, id: _Optional[str] = ..., quote_number: _Optional[str] = ..., contact: _Optional[_Union[_booking_pb2.Contact, _Mapping]] = ..., company_name: _Optional[str] = ..., customer_id: _Optional[str] = ..., service_type: _Optional[_Union[_catalog_pb2.ServiceType, str]] = ..., pickup_date: _Optional[str] = ..., language: _Optional[str] = ..., total_cents: _Optional[int] = ..., valid_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., version: _Optional[int] = ...) -> None: ...
