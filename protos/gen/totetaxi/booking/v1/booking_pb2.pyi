import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.pricing.v1 import price_pb2 as _price_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class BookingStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    BOOKING_STATUS_UNSPECIFIED: _ClassVar[BookingStatus]
    BOOKING_STATUS_PENDING: _ClassVar[BookingStatus]
    BOOKING_STATUS_CONFIRMED: _ClassVar[BookingStatus]
    BOOKING_STATUS_PAID: _ClassVar[BookingStatus]
    BOOKING_STATUS_SCHEDULED: _ClassVar[BookingStatus]
    BOOKING_STATUS_IN_PROGRESS: _ClassVar[BookingStatus]
    BOOKING_STATUS_COMPLETED: _ClassVar[BookingStatus]
    BOOKING_STATUS_CANCELLED: _ClassVar[BookingStatus]
    BOOKING_STATUS_EXPIRED: _ClassVar[BookingStatus]

class PickupWindow(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PICKUP_WINDOW_UNSPECIFIED: _ClassVar[PickupWindow]
    PICKUP_WINDOW_MORNING: _ClassVar[PickupWindow]
    PICKUP_WINDOW_AFTERNOON: _ClassVar[PickupWindow]
    PICKUP_WINDOW_EVENING: _ClassVar[PickupWindow]
BOOKING_STATUS_UNSPECIFIED: BookingStatus
BOOKING_STATUS_PENDING: BookingStatus
BOOKING_STATUS_CONFIRMED: BookingStatus
BOOKING_STATUS_PAID: BookingStatus
BOOKING_STATUS_SCHEDULED: BookingStatus
BOOKING_STATUS_IN_PROGRESS: BookingStatus
BOOKING_STATUS_COMPLETED: BookingStatus
BOOKING_STATUS_CANCELLED: BookingStatus
BOOKING_STATUS_EXPIRED: BookingStatus
PICKUP_WINDOW_UNSPECIFIED: PickupWindow
PICKUP_WINDOW_MORNING: PickupWindow
PICKUP_WINDOW_AFTERNOON: PickupWindow
PICKUP_WINDOW_EVENING: PickupWindow

class Contact(_message.Message):
    __slots__ = ("first_name", "last_name", "email", "phone")
    FIRST_NAME_FIELD_NUMBER: _ClassVar[int]
    LAST_NAME_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    first_name: str
    last_name: str
    email: str
    phone: str
    def __init__(self, first_name: _Optional[str] = ..., last_name: _Optional[str] = ..., email: _Optional[str] = ..., phone: _Optional[str] = ...) -> None: ...

class Address(_message.Message):
    __slots__ = ("id", "address_line_1", "address_line_2", "city", "state", "zip_code")
    ID_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_LINE_1_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_LINE_2_FIELD_NUMBER: _ClassVar[int]
    CITY_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ZIP_CODE_FIELD_NUMBER: _ClassVar[int]
    id: str
    address_line_1: str
    address_line_2: str
    city: str
    state: str
    zip_code: str
    def __init__(self, id: _Optional[str] = ..., address_line_1: _Optional[str] = ..., address_line_2: _Optional[str] = ..., city: _Optional[str] = ..., state: _Optional[str] = ..., zip_code: _Optional[str] = ...) -> None: ...

class Booking(_message.Message):
    __slots__ = ("id", "booking_number", "status", "contact", "request", "price", "pickup_window", "pickup_address", "delivery_address", "special_instructions", "created_at", "updated_at", "expires_at", "version", "is_masked", "customer_id")
    ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_NUMBER_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    CONTACT_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    PRICE_FIELD_NUMBER: _ClassVar[int]
    PICKUP_WINDOW_FIELD_NUMBER: _ClassVar[int]
    PICKUP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    DELIVERY_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_INSTRUCTIONS_FIELD_NUMBER: _ClassVar[int]
    CREATED_AT_FIELD_NUMBER: _ClassVar[int]
    UPDATED_AT_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    IS_MASKED_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    booking_number: str
    status: BookingStatus
    contact: Contact
    request: _price_pb2.PriceRequest
    price: _price_pb2.Price
    pickup_window: PickupWindow
    pickup_address: Address
    delivery_address: Address
    special_instructions: str
    created_at: _timestamp_pb2.Timestamp
    updated_at: _timestamp_pb2.Timestamp
    expires_at: _timestamp_pb2.Timestamp
    version: int
    is_masked: bool
    customer_id: str
    def __init__(self, id: _Optional[str] = ..., booking_number: _Optional[str] = ..., status: _Optional[_Union[BookingStatus, str]] = ..., contact: _Optional[_Union[Contact, _Mapping]] = ..., request: _Optional[_Union[_price_pb2.PriceRequest, _Mapping]] = ..., price: _Optional[_Union[_price_pb2.Price, _Mapping]] = ..., pickup_window: _Optional[_Union[PickupWindow, str]] = ..., pickup_address: _Optional[_Union[Address, _Mapping]] = ..., delivery_address: _Optional[_Union[Address, _Mapping]] = ..., special_instructions: _Optional[str] = ..., created_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., updated_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., version: _Optional[int] = ..., is_masked: _Optional[bool] = ..., customer_id: _Optional[str] = ...) -> None: ...

class BookingSummary(_message.Message):
    __slots__ = ("id", "booking_number", "status", "contact", "customer_id", "request", "price", "pickup_window", "pickup_address", "delivery_address", "language", "version")
    ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_NUMBER_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    CONTACT_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    PRICE_FIELD_NUMBER: _ClassVar[int]
    PICKUP_WINDOW_FIELD_NUMBER: _ClassVar[int]
    PICKUP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    DELIVERY_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    id: str
    booking_number: str
    status: BookingStatus
    contact: Contact
    customer_id: str
    request: _price_pb2.PriceRequest
    price: _price_pb2.Price
    pickup_window: PickupWindow
    pickup_address: Address
    delivery_address: Address
    language: str
    version: int
    def __init__(self, id: _Optional[str] = ..., booking_number: _Optional[str] = ..., status: _Optional[_Union[BookingStatus, str]] = ..., contact: _Optional[_Union[Contact, _Mapping]] = ..., customer_id: _Optional[str] = ..., request: _Optional[_Union[_price_pb2.PriceRequest, _Mapping]] = ..., price: _Optional[_Union[_price_pb2.Price, _Mapping]] = ..., pickup_window: _Optional[_Union[PickupWindow, str]] = ..., pickup_address: _Optional[_Union[Address, _Mapping]] = ..., delivery_address: _Optional[_Union[Address, _Mapping]] = ..., language: _Optional[str] = ..., version: _Optional[int] = ...) -> None: ...
