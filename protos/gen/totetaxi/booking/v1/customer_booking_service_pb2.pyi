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

class CreateBookingRequest(_message.Message):
    __slots__ = ("contact", "request", "pickup_window", "pickup_address", "delivery_address", "special_instructions", "quote_id", "idempotency_key", "language", "booking_id", "waiting_token")
    CONTACT_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    PICKUP_WINDOW_FIELD_NUMBER: _ClassVar[int]
    PICKUP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    DELIVERY_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_INSTRUCTIONS_FIELD_NUMBER: _ClassVar[int]
    QUOTE_ID_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    WAITING_TOKEN_FIELD_NUMBER: _ClassVar[int]
    contact: _booking_pb2.Contact
    request: _price_pb2.PriceRequest
    pickup_window: _booking_pb2.PickupWindow
    pickup_address: _booking_pb2.Address
    delivery_address: _booking_pb2.Address
    special_instructions: str
    quote_id: str
    idempotency_key: str
    language: str
    booking_id: str
    waiting_token: str
    def __init__(self, contact: _Optional[_Union[_booking_pb2.Contact, _Mapping]] = ..., request: _Optional[_Union[_price_pb2.PriceRequest, _Mapping]] = ..., pickup_window: _Optional[_Union[_booking_pb2.PickupWindow, str]] = ..., pickup_address: _Optional[_Union[_booking_pb2.Address, _Mapping]] = ..., delivery_address: _Optional[_Union[_booking_pb2.Address, _Mapping]] = ..., special_instructions: _Optional[str] = ..., quote_id: _Optional[str] = ..., idempotency_key: _Optional[str] = ..., language: _Optional[str] = ..., booking_id: _Optional[str] = ..., waiting_token: _Optional[str] = ...) -> None: ...

class CreateBookingResponse(_message.Message):
    __slots__ = ("booking", "is_replayed")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    IS_REPLAYED_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.Booking
    is_replayed: bool
    def __init__(self, booking: _Optional[_Union[_booking_pb2.Booking, _Mapping]] = ..., is_replayed: _Optional[bool] = ...) -> None: ...

class ListBookingsRequest(_message.Message):
    __slots__ = ("statuses", "service_type", "from_date", "to_date", "page_size", "page_token")
    STATUSES_FIELD_NUMBER: _ClassVar[int]
    SERVICE_TYPE_FIELD_NUMBER: _ClassVar[int]
    FROM_DATE_FIELD_NUMBER: _ClassVar[int]
    TO_DATE_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    statuses: _containers.RepeatedScalarFieldContainer[_booking_pb2.BookingStatus]
    service_type: str
    from_date: str
    to_date: str
    page_size: int
    page_token: str
    def __init__(self, statuses: _Optional[_Iterable[_Union[_booking_pb2.BookingStatus, str]]] = ..., service_type: _Optional[str] = ..., from_date: _Optional[str] = ..., to_date: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListBookingsResponse(_message.Message):
    __slots__ = ("bookings", "next_page_token", "total_count")
    BOOKINGS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    TOTAL_COUNT_FIELD_NUMBER: _ClassVar[int]
    bookings: _containers.RepeatedCompositeFieldContainer[_booking_pb2.Booking]
    next_page_token: str
    total_count: int
    def __init__(self, bookings: _Optional[_Iterable[_Union[_booking_pb2.Booking, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., total_count: _Optional[int] = ...) -> None: ...

class GetBookingRequest(_message.Message):
    __slots__ = ("booking_id",)
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    def __init__(self, booking_id: _Optional[str] = ...) -> None: ...

class GetBookingResponse(_message.Message):
    __slots__ = ("booking", "can_cancel", "can_reschedule", "can_rebook")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    CAN_CANCEL_FIELD_NUMBER: _ClassVar[int]
    CAN_RESCHEDULE_FIELD_NUMBER: _ClassVar[int]
    CAN_REBOOK_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.Booking
    can_cancel: bool
    can_reschedule: bool
    can_rebook: bool
    def __init__(self, booking: _Optional[_Union[_booking_pb2.Booking, _Mapping]] = ..., can_cancel: _Optional[bool] = ..., can_reschedule: _Optional[bool] = ..., can_rebook: _Optional[bool] = ...) -> None: ...

class CountBookingsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class StatusCount(_message.Message):
    __slots__ = ("status", "count")
    STATUS_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    status: _booking_pb2.BookingStatus
    count: int
    def __init__(self, status: _Optional[_Union[_booking_pb2.BookingStatus, str]] = ..., count: _Optional[int] = ...) -> None: ...

class CountBookingsResponse(_message.Message):
    __slots__ = ("total", "by_status")
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    BY_STATUS_FIELD_NUMBER: _ClassVar[int]
    total: int
    by_status: _containers.RepeatedCompositeFieldContainer[StatusCount]
    def __init__(self, total: _Optional[int] = ..., by_status: _Optional[_Iterable[_Union[StatusCount, _Mapping]]] = ...) -> None: ...

class RebookRequest(_message.Message):
    __slots__ = ("booking_id", "pickup_date", "pickup_window", "special_instructions", "idempotency_key")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    PICKUP_DATE_FIELD_NUMBER: _ClassVar[int]
    PICKUP_WINDOW_FIELD_NUMBER: _ClassVar[int]
    SPECIAL_INSTRUCTIONS_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    pickup_date: str
    pickup_window: _booking_pb2.PickupWindow
    special_instructions: str
    idempotency_key: str
    def __init__(self, booking_id: _Optional[str] = ..., pickup_date: _Optional[str] = ..., pickup_window: _Optional[_Union[_booking_pb2.PickupWindow, str]] = ..., special_instructions: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class RebookResponse(_message.Message):
    __slots__ = ("booking", "is_replayed")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    IS_REPLAYED_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.Booking
    is_replayed: bool
    def __init__(self, booking: _Optional[_Union[_booking_pb2.Booking, _Mapping]] = ..., is_replayed: _Optional[bool] = ...) -> None: ...

class CancellationTerms(_message.Message):
    __slots__ = ("kept_cents", "refund_cents", "reason", "holds_until")
    KEPT_CENTS_FIELD_NUMBER: _ClassVar[int]
    REFUND_CENTS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    HOLDS_UNTIL_FIELD_NUMBER: _ClassVar[int]
    kept_cents: int
    refund_cents: int
    reason: str
    holds_until: _timestamp_pb2.Timestamp
    def __init__(self, kept_cents: _Optional[int] = ..., refund_cents: _Optional[int] = ..., reason: _Optional[str] = ..., holds_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class PreviewCancellationRequest(_message.Message):
    __slots__ = ("booking_id",)
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    def __init__(self, booking_id: _Optional[str] = ...) -> None: ...

class PreviewCancellationResponse(_message.Message):
    __slots__ = ("terms",)
    TERMS_FIELD_NUMBER: _ClassVar[int]
    terms: CancellationTerms
    def __init__(self, terms: _Optional[_Union[CancellationTerms, _Mapping]] = ...) -> None: ...

class CancelBookingRequest(_message.Message):
    __slots__ = ("booking_id", "expected_refund_cents", "reason")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_REFUND_CENTS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    expected_refund_cents: int
    reason: str
    def __init__(self, booking_id: _Optional[str] = ..., expected_refund_cents: _Optional[int] = ..., reason: _Optional[str] = ...) -> None: ...

class CancelBookingResponse(_message.Message):
    __slots__ = ("booking", "refund_cents")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    REFUND_CENTS_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.Booking
    refund_cents: int
    def __init__(self, booking: _Optional[_Union[_booking_pb2.Booking, _Mapping]] = ..., refund_cents: _Optional[int] = ...) -> None: ...

class PreviewRescheduleRequest(_message.Message):
    __slots__ = ("booking_id", "pickup_date", "pickup_window")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    PICKUP_DATE_FIELD_NUMBER: _ClassVar[int]
    PICKUP_WINDOW_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    pickup_date: str
    pickup_window: _booking_pb2.PickupWindow
    def __init__(self, booking_id: _Optional[str] = ..., pickup_date: _Optional[str] = ..., pickup_window: _Optional[_Union[_booking_pb2.PickupWindow, str]] = ...) -> None: ...

class MoveTerms(_message.Message):
    __slots__ = ("difference_cents", "is_free", "reason", "holds_until")
    DIFFERENCE_CENTS_FIELD_NUMBER: _ClassVar[int]
    IS_FREE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    HOLDS_UNTIL_FIELD_NUMBER: _ClassVar[int]
    difference_cents: int
    is_free: bool
    reason: str
    holds_until: _timestamp_pb2.Timestamp
    def __init__(self, difference_cents: _Optional[int] = ..., is_free: _Optional[bool] = ..., reason: _Optional[str] = ..., holds_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class PreviewRescheduleResponse(_message.Message):
    __slots__ = ("terms",)
    TERMS_FIELD_NUMBER: _ClassVar[int]
    terms: MoveTerms
    def __init__(self, terms: _Optional[_Union[MoveTerms, _Mapping]] = ...) -> None: ...

class RescheduleBookingRequest(_message.Message):
    __slots__ = ("booking_id", "pickup_date", "pickup_window")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    PICKUP_DATE_FIELD_NUMBER: _ClassVar[int]
    PICKUP_WINDOW_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    pickup_date: str
    pickup_window: _booking_pb2.PickupWindow
    def __init__(self, booking_id: _Optional[str] = ..., pickup_date: _Optional[str] = ..., pickup_window: _Optional[_Union[_booking_pb2.PickupWindow, str]] = ...) -> None: ...

class RescheduleBookingResponse(_message.Message):
    __slots__ = ("booking",)
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.Booking
    def __init__(self, booking: _Optional[_Union[_booking_pb2.Booking, _Mapping]] = ...) -> None: ...
