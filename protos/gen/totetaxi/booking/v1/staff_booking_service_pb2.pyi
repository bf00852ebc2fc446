import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.booking.v1 import booking_pb2 as _booking_pb2
from totetaxi.booking.v1 import customer_booking_service_pb2 as _customer_booking_service_pb2
from totetaxi.pricing.v1 import price_pb2 as _price_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class StoryKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    STORY_KIND_UNSPECIFIED: _ClassVar[StoryKind]
    STORY_KIND_DOCUMENT: _ClassVar[StoryKind]
    STORY_KIND_HANDOVER: _ClassVar[StoryKind]
    STORY_KIND_CLAIM: _ClassVar[StoryKind]
    STORY_KIND_TASK: _ClassVar[StoryKind]
STORY_KIND_UNSPECIFIED: StoryKind
STORY_KIND_DOCUMENT: StoryKind
STORY_KIND_HANDOVER: StoryKind
STORY_KIND_CLAIM: StoryKind
STORY_KIND_TASK: StoryKind

class SearchBookingsRequest(_message.Message):
    __slots__ = ("search", "statuses", "pickup_date", "service_type", "customer_id", "only_deleted", "page_size", "page_token")
    SEARCH_FIELD_NUMBER: _ClassVar[int]
    STATUSES_FIELD_NUMBER: _ClassVar[int]
    PICKUP_DATE_FIELD_NUMBER: _ClassVar[int]
    SERVICE_TYPE_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    ONLY_DELETED_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    search: str
    statuses: _containers.RepeatedScalarFieldContainer[_booking_pb2.BookingStatus]
    pickup_date: str
    service_type: str
    customer_id: str
    only_deleted: bool
    page_size: int
    page_token: str
    def __init__(self, search: _Optional[str] = ..., statuses: _Optional[_Iterable[_Union[_booking_pb2.BookingStatus, str]]] = ..., pickup_date: _Optional[str] = ..., service_type: _Optional[str] = ..., customer_id: _Optional[str] = ..., only_deleted: _Optional[bool] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class SearchBookingsResponse(_message.Message):
    __slots__ = ("bookings", "next_page_token", "total_count", "is_count_cut_short")
    BOOKINGS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    TOTAL_COUNT_FIELD_NUMBER: _ClassVar[int]
    IS_COUNT_CUT_SHORT_FIELD_NUMBER: _ClassVar[int]
    bookings: _containers.RepeatedCompositeFieldContainer[_booking_pb2.Booking]
    next_page_token: str
    total_count: int
    is_count_cut_short: bool
    def __init__(self, bookings: _Optional[_Iterable[_Union[_booking_pb2.Booking, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., total_count: _Optional[int] = ..., is_count_cut_short: _Optional[bool] = ...) -> None: ...

class InspectBookingRequest(_message.Message):
    __slots__ = ("booking_id", "include_story")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_STORY_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    include_story: bool
    def __init__(self, booking_id: _Optional[str] = ..., include_story: _Optional[bool] = ...) -> None: ...

class StoryEntry(_message.Message):
    __slots__ = ("at", "kind", "what", "actor", "subject_id")
    AT_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    WHAT_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_ID_FIELD_NUMBER: _ClassVar[int]
    at: _timestamp_pb2.Timestamp
    kind: StoryKind
    what: str
    actor: str
    subject_id: str
    def __init__(self, at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., kind: _Optional[_Union[StoryKind, str]] = ..., what: _Optional[str] = ..., actor: _Optional[str] = ..., subject_id: _Optional[str] = ...) -> None: ...

class HistoryEntry(_message.Message):
    __slots__ = ("at", "to", "actor", "cause")
    AT_FIELD_NUMBER: _ClassVar[int]
    FROM_FIELD_NUMBER: _ClassVar[int]
    TO_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    CAUSE_FIELD_NUMBER: _ClassVar[int]
    at: _timestamp_pb2.Timestamp
    to: _booking_pb2.BookingStatus
    actor: str
    cause: str
    def __init__(self, at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., to: _Optional[_Union[_booking_pb2.BookingStatus, str]] = ..., actor: _Optional[str] = ..., cause: _Optional[str] = ..., **kwargs) -> None: ...

class InspectBookingResponse(_message.Message):
    __slots__ = ("booking", "staff_notes", "history", "allowed_statuses", "deleted_at", "story")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    STAFF_NOTES_FIELD_NUMBER: _ClassVar[int]
    HISTORY_FIELD_NUMBER: _ClassVar[int]
    ALLOWED_STATUSES_FIELD_NUMBER: _ClassVar[int]
    DELETED_AT_FIELD_NUMBER: _ClassVar[int]
    STORY_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.Booking
    staff_notes: str
    history: _containers.RepeatedCompositeFieldContainer[HistoryEntry]
    allowed_statuses: _containers.RepeatedScalarFieldContainer[_booking_pb2.BookingStatus]
    deleted_at: _timestamp_pb2.Timestamp
    story: _containers.RepeatedCompositeFieldContainer[StoryEntry]
    def __init__(self, booking: _Optional[_Union[_booking_pb2.Booking, _Mapping]] = ..., staff_notes: _Optional[str] = ..., history: _Optional[_Iterable[_Union[HistoryEntry, _Mapping]]] = ..., allowed_statuses: _Optional[_Iterable[_Union[_booking_pb2.BookingStatus, str]]] = ..., deleted_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., story: _Optional[_Iterable[_Union[StoryEntry, _Mapping]]] = ...) -> None: ...

class UpdateBookingRequest(_message.Message):
    __slots__ = ("booking_id", "status", "staff_notes", "reason", "expected_version")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    STAFF_NOTES_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_VERSION_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    status: _booking_pb2.BookingStatus
    staff_notes: str
    reason: str
    expected_version: int
    def __init__(self, booking_id: _Optional[str] = ..., status: _Optional[_Union[_booking_pb2.BookingStatus, str]] = ..., staff_notes: _Optional[str] = ..., reason: _Optional[str] = ..., expected_version: _Optional[int] = ...) -> None: ...

class UpdateBookingResponse(_message.Message):
    __slots__ = ("booking",)
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.Booking
    def __init__(self, booking: _Optional[_Union[_booking_pb2.Booking, _Mapping]] = ...) -> None: ...

class CreateBookingForRequest(_message.Message):
    __slots__ = ("customer_id", "booking", "payment_hours")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    PAYMENT_HOURS_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    booking: _customer_booking_service_pb2.CreateBookingRequest
    payment_hours: int
    def __init__(self, customer_id: _Optional[str] = ..., booking: _Optional[_Union[_customer_booking_service_pb2.CreateBookingRequest, _Mapping]] = ..., payment_hours: _Optional[int] = ...) -> None: ...

class CreateBookingForResponse(_message.Message):
    __slots__ = ("booking", "is_replayed")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    IS_REPLAYED_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.Booking
    is_replayed: bool
    def __init__(self, booking: _Optional[_Union[_booking_pb2.Booking, _Mapping]] = ..., is_replayed: _Optional[bool] = ...) -> None: ...

class CancelBookingForRequest(_message.Message):
    __slots__ = ("booking_id", "refund_cents", "reason")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    REFUND_CENTS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    refund_cents: int
    reason: str
    def __init__(self, booking_id: _Optional[str] = ..., refund_cents: _Optional[int] = ..., reason: _Optional[str] = ...) -> None: ...

class CancelBookingForResponse(_message.Message):
    __slots__ = ("booking", "refund_cents")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    REFUND_CENTS_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.Booking
    refund_cents: int
    def __init__(self, booking: _Optional[_Union[_booking_pb2.Booking, _Mapping]] = ..., refund_cents: _Optional[int] = ...) -> None: ...

class RescheduleBookingForRequest(_message.Message):
    __slots__ = ("booking_id", "pickup_date", "pickup_window", "reason")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    PICKUP_DATE_FIELD_NUMBER: _ClassVar[int]
    PICKUP_WINDOW_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    pickup_date: str
    pickup_window: _booking_pb2.PickupWindow
    reason: str
    def __init__(self, booking_id: _Optional[str] = ..., pickup_date: _Optional[str] = ..., pickup_window: _Optional[_Union[_booking_pb2.PickupWindow, str]] = ..., reason: _Optional[str] = ...) -> None: ...

class RescheduleBookingForResponse(_message.Message):
    __slots__ = ("booking",)
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.Booking
    def __init__(self, booking: _Optional[_Union[_booking_pb2.Booking, _Mapping]] = ...) -> None: ...

class SetBookingDeletedRequest(_message.Message):
    __slots__ = ("booking_id", "is_deleted", "reason")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    IS_DELETED_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    is_deleted: bool
    reason: str
    def __init__(self, booking_id: _Optional[str] = ..., is_deleted: _Optional[bool] = ..., reason: _Optional[str] = ...) -> None: ...

class SetBookingDeletedResponse(_message.Message):
    __slots__ = ("booking",)
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.Booking
    def __init__(self, booking: _Optional[_Union[_booking_pb2.Booking, _Mapping]] = ...) -> None: ...

class GetBookingStatisticsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetBookingStatisticsResponse(_message.Message):
    __slots__ = ("total", "by_status", "urgent")
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    BY_STATUS_FIELD_NUMBER: _ClassVar[int]
    URGENT_FIELD_NUMBER: _ClassVar[int]
    total: int
    by_status: _containers.RepeatedCompositeFieldContainer[_customer_booking_service_pb2.StatusCount]
    urgent: _containers.RepeatedCompositeFieldContainer[_booking_pb2.Booking]
    def __init__(self, total: _Optional[int] = ..., by_status: _Optional[_Iterable[_Union[_customer_booking_service_pb2.StatusCount, _Mapping]]] = ..., urgent: _Optional[_Iterable[_Union[_booking_pb2.Booking, _Mapping]]] = ...) -> None: ...

class GetCalendarRequest(_message.Message):
    __slots__ = ("start_date", "end_date")
    START_DATE_FIELD_NUMBER: _ClassVar[int]
    END_DATE_FIELD_NUMBER: _ClassVar[int]
    start_date: str
    end_date: str
    def __init__(self, start_date: _Optional[str] = ..., end_date: _Optional[str] = ...) -> None: ...

class CalendarBooking(_message.Message):
    __slots__ = ("id", "booking_number", "customer_name", "request", "pickup_window", "status", "pickup_zip_code", "delivery_zip_code")
    ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_NUMBER_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_NAME_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    PICKUP_WINDOW_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    PICKUP_ZIP_CODE_FIELD_NUMBER: _ClassVar[int]
    DELIVERY_ZIP_CODE_FIELD_NUMBER: _ClassVar[int]
    id: str
    booking_number: str
    customer_name: str
    request: _price_pb2.PriceRequest
    pickup_window: _booking_pb2.PickupWindow
    status: _booking_pb2.BookingStatus
    pickup_zip_code: str
    delivery_zip_code: str
    def __init__(self, id: _Optional[str] = ..., booking_number: _Optional[str] = ..., customer_name: _Optional[str] = ..., request: _Optional[_Union[_price_pb2.PriceRequest, _Mapping]] = ..., pickup_window: _Optional[_Union[_booking_pb2.PickupWindow, str]] = ..., status: _Optional[_Union[_booking_pb2.BookingStatus, str]] = ..., pickup_zip_code: _Optional[str] = ..., delivery_zip_code: _Optional[str] = ...) -> None: ...

class CalendarDay(_message.Message):
    __slots__ = ("date", "capacity_used", "max_capacity", "is_closed", "note", "bookings", "organizers_used", "max_organizers", "organizers_note")
    DATE_FIELD_NUMBER: _ClassVar[int]
    CAPACITY_USED_FIELD_NUMBER: _ClassVar[int]
    MAX_CAPACITY_FIELD_NUMBER: _ClassVar[int]
    IS_CLOSED_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    BOOKINGS_FIELD_NUMBER: _ClassVar[int]
    ORGANIZERS_USED_FIELD_NUMBER: _ClassVar[int]
    MAX_ORGANIZERS_FIELD_NUMBER: _ClassVar[int]
    ORGANIZERS_NOTE_FIELD_NUMBER: _ClassVar[int]
    date: str
    capacity_used: int
    max_capacity: int
    is_closed: bool
    note: str
    bookings: _containers.RepeatedCompositeFieldContainer[CalendarBooking]
    organizers_used: int
    max_organizers: int
    organizers_note: str
    def __init__(self, date: _Optional[str] = ..., capacity_used: _Optional[int] = ..., max_capacity: _Optional[int] = ..., is_closed: _Optional[bool] = ..., note: _Optional[str] = ..., bookings: _Optional[_Iterable[_Union[CalendarBooking, _Mapping]]] = ..., organizers_used: _Optional[int] = ..., max_organizers: _Optional[int] = ..., organizers_note: _Optional[str] = ...) -> None: ...

class GetCalendarResponse(_message.Message):
    __slots__ = ("days",)
    DAYS_FIELD_NUMBER: _ClassVar[int]
    days: _containers.RepeatedCompositeFieldContainer[CalendarDay]
    def __init__(self, days: _Optional[_Iterable[_Union[CalendarDay, _Mapping]]] = ...) -> None: ...

class SetDayCapacityRequest(_message.Message):
    __slots__ = ("date", "window_capacity", "reason")
    DATE_FIELD_NUMBER: _ClassVar[int]
    WINDOW_CAPACITY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    date: str
    window_capacity: int
    reason: str
    def __init__(self, date: _Optional[str] = ..., window_capacity: _Optional[int] = ..., reason: _Optional[str] = ...) -> None: ...

class SetDayCapacityResponse(_message.Message):
    __slots__ = ("day",)
    DAY_FIELD_NUMBER: _ClassVar[int]
    day: CalendarDay
    def __init__(self, day: _Optional[_Union[CalendarDay, _Mapping]] = ...) -> None: ...

class SetDayOrganizersRequest(_message.Message):
    __slots__ = ("date", "organizers", "reason")
    DATE_FIELD_NUMBER: _ClassVar[int]
    ORGANIZERS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    date: str
    organizers: int
    reason: str
    def __init__(self, date: _Optional[str] = ..., organizers: _Optional[int] = ..., reason: _Optional[str] = ...) -> None: ...

class SetDayOrganizersResponse(_message.Message):
    __slots__ = ("day",)
    DAY_FIELD_NUMBER: _ClassVar[int]
    day: CalendarDay
    def __init__(self, day: _Optional[_Union[CalendarDay, _Mapping]] = ...) -> None: ...
