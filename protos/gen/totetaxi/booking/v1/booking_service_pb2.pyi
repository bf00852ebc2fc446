import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.booking.v1 import booking_pb2 as _booking_pb2
from totetaxi.pricing.v1 import price_pb2 as _price_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CreateGuestBookingRequest(_message.Message):
    __slots__ = ("contact", "request", "pickup_window", "pickup_address", "delivery_address", "special_instructions", "quote_id", "idempotency_key", "guest_session", "language", "waiting_token")
    CONTACT_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    PICKUP_WINDOW_FIELD_NUMBER: _ClassVar[int]
    PICKUP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    DELIVERY_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_INSTRUCTIONS_FIELD_NUMBER: _ClassVar[int]
    QUOTE_ID_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    GUEST_SESSION_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    WAITING_TOKEN_FIELD_NUMBER: _ClassVar[int]
    contact: _booking_pb2.Contact
    request: _price_pb2.PriceRequest
    pickup_window: _booking_pb2.PickupWindow
    pickup_address: _booking_pb2.Address
    delivery_address: _booking_pb2.Address
    special_instructions: str
    quote_id: str
    idempotency_key: str
    guest_session: str
    language: str
    waiting_token: str
    def __init__(self, contact: _Optional[_Union[_booking_pb2.Contact, _Mapping]] = ..., request: _Optional[_Union[_price_pb2.PriceRequest, _Mapping]] = ..., pickup_window: _Optional[_Union[_booking_pb2.PickupWindow, str]] = ..., pickup_address: _Optional[_Union[_booking_pb2.Address, _Mapping]] = ..., delivery_address: _Optional[_Union[_booking_pb2.Address, _Mapping]] = ..., special_instructions: _Optional[str] = ..., quote_id: _Optional[str] = ..., idempotency_key: _Optional[str] = ..., guest_session: _Optional[str] = ..., language: _Optional[str] = ..., waiting_token: _Optional[str] = ...) -> None: ...

class CreateGuestBookingResponse(_message.Message):
    __slots__ = ("booking", "is_replayed")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    IS_REPLAYED_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.Booking
    is_replayed: bool
    def __init__(self, booking: _Optional[_Union[_booking_pb2.Booking, _Mapping]] = ..., is_replayed: _Optional[bool] = ...) -> None: ...

class GetBookingByNumberRequest(_message.Message):
    __slots__ = ("booking_number", "email", "guest_session")
    BOOKING_NUMBER_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    GUEST_SESSION_FIELD_NUMBER: _ClassVar[int]
    booking_number: str
    email: str
    guest_session: str
    def __init__(self, booking_number: _Optional[str] = ..., email: _Optional[str] = ..., guest_session: _Optional[str] = ...) -> None: ...

class GetBookingByNumberResponse(_message.Message):
    __slots__ = ("booking",)
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.Booking
    def __init__(self, booking: _Optional[_Union[_booking_pb2.Booking, _Mapping]] = ...) -> None: ...

class GetAmountDueRequest(_message.Message):
    __slots__ = ("booking_id",)
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    def __init__(self, booking_id: _Optional[str] = ...) -> None: ...

class GetAmountDueResponse(_message.Message):
    __slots__ = ("booking_id", "booking_number", "status", "amount_cents", "customer_name", "customer_id", "expires_at", "customer_email", "language")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_NUMBER_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_NAME_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_EMAIL_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    booking_number: str
    status: _booking_pb2.BookingStatus
    amount_cents: int
    customer_name: str
    customer_id: str
    expires_at: _timestamp_pb2.Timestamp
    customer_email: str
    language: str
    def __init__(self, booking_id: _Optional[str] = ..., booking_number: _Optional[str] = ..., status: _Optional[_Union[_booking_pb2.BookingStatus, str]] = ..., amount_cents: _Optional[int] = ..., customer_name: _Optional[str] = ..., customer_id: _Optional[str] = ..., expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., customer_email: _Optional[str] = ..., language: _Optional[str] = ...) -> None: ...

class ListAvailabilityRequest(_message.Message):
    __slots__ = ("start_date", "end_date")
    START_DATE_FIELD_NUMBER: _ClassVar[int]
    END_DATE_FIELD_NUMBER: _ClassVar[int]
    start_date: str
    end_date: str
    def __init__(self, start_date: _Optional[str] = ..., end_date: _Optional[str] = ...) -> None: ...

class WindowCapacity(_message.Message):
    __slots__ = ("window", "used", "maximum")
    WINDOW_FIELD_NUMBER: _ClassVar[int]
    USED_FIELD_NUMBER: _ClassVar[int]
    MAXIMUM_FIELD_NUMBER: _ClassVar[int]
    window: _booking_pb2.PickupWindow
    used: int
    maximum: int
    def __init__(self, window: _Optional[_Union[_booking_pb2.PickupWindow, str]] = ..., used: _Optional[int] = ..., maximum: _Optional[int] = ...) -> None: ...

class AvailableDay(_message.Message):
    __slots__ = ("date", "is_available", "is_weekend", "specialty_items_allowed", "capacity_used", "max_capacity", "windows", "surcharges", "organizers_left", "max_organizers")
    DATE_FIELD_NUMBER: _ClassVar[int]
    IS_AVAILABLE_FIELD_NUMBER: _ClassVar[int]
    IS_WEEKEND_FIELD_NUMBER: _ClassVar[int]
    SPECIALTY_ITEMS_ALLOWED_FIELD_NUMBER: _ClassVar[int]
    CAPACITY_USED_FIELD_NUMBER: _ClassVar[int]
    MAX_CAPACITY_FIELD_NUMBER: _ClassVar[int]
    WINDOWS_FIELD_NUMBER: _ClassVar[int]
    SURCHARGES_FIELD_NUMBER: _ClassVar[int]
    ORGANIZERS_LEFT_FIELD_NUMBER: _ClassVar[int]
    MAX_ORGANIZERS_FIELD_NUMBER: _ClassVar[int]
    date: str
    is_available: bool
    is_weekend: bool
    specialty_items_allowed: bool
    capacity_used: int
    max_capacity: int
    windows: _containers.RepeatedCompositeFieldContainer[WindowCapacity]
    surcharges: _containers.RepeatedCompositeFieldContainer[_price_pb2.DateSurcharge]
    organizers_left: int
    max_organizers: int
    def __init__(self, date: _Optional[str] = ..., is_available: _Optional[bool] = ..., is_weekend: _Optional[bool] = ..., specialty_items_allowed: _Optional[bool] = ..., capacity_used: _Optional[int] = ..., max_capacity: _Optional[int] = ..., windows: _Optional[_Iterable[_Union[WindowCapacity, _Mapping]]] = ..., surcharges: _Optional[_Iterable[_Union[_price_pb2.DateSurcharge, _Mapping]]] = ..., organizers_left: _Optional[int] = ..., max_organizers: _Optional[int] = ...) -> None: ...

class ListAvailabilityResponse(_message.Message):
    __slots__ = ("days",)
    DAYS_FIELD_NUMBER: _ClassVar[int]
    days: _containers.RepeatedCompositeFieldContainer[AvailableDay]
    def __init__(self, days: _Optional[_Iterable[_Union[AvailableDay, _Mapping]]] = ...) -> None: ...

class ExportCustomerDataRequest(_message.Message):
    __slots__ = ("cursor",)
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    cursor: str
    def __init__(self, cursor: _Optional[str] = ...) -> None: ...

class ExportCustomerDataResponse(_message.Message):
    __slots__ = ("data_json", "next_cursor")
    DATA_JSON_FIELD_NUMBER: _ClassVar[int]
    NEXT_CURSOR_FIELD_NUMBER: _ClassVar[int]
    data_json: str
    next_cursor: str
    def __init__(self, data_json: _Optional[str] = ..., next_cursor: _Optional[str] = ...) -> None: ...
