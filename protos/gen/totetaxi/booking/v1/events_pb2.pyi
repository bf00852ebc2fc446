import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.booking.v1 import booking_pb2 as _booking_pb2
from totetaxi.event.v1 import options_pb2 as _options_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class BookingCreated(_message.Message):
    __slots__ = ("booking", "quote_id", "expires_at")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    QUOTE_ID_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    quote_id: str
    expires_at: _timestamp_pb2.Timestamp
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., quote_id: _Optional[str] = ..., expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class BookingPaid(_message.Message):
    __slots__ = ("booking", "payment_id", "amount_cents", "paid_at")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    PAYMENT_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    PAID_AT_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    payment_id: str
    amount_cents: int
    paid_at: _timestamp_pb2.Timestamp
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., payment_id: _Optional[str] = ..., amount_cents: _Optional[int] = ..., paid_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class BookingExpired(_message.Message):
    __slots__ = ("booking", "expired_at")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    EXPIRED_AT_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    expired_at: _timestamp_pb2.Timestamp
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., expired_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class BookingCancelled(_message.Message):
    __slots__ = ("booking", "cancelled_at", "refund_cents")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    CANCELLED_AT_FIELD_NUMBER: _ClassVar[int]
    REFUND_CENTS_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    cancelled_at: _timestamp_pb2.Timestamp
    refund_cents: int
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., cancelled_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., refund_cents: _Optional[int] = ...) -> None: ...

class BookingRescheduled(_message.Message):
    __slots__ = ("booking", "previous_pickup_date")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_PICKUP_DATE_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    previous_pickup_date: str
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., previous_pickup_date: _Optional[str] = ...) -> None: ...
