import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.audit.v1 import act_pb2 as _act_pb2
from totetaxi.booking.v1 import booking_pb2 as _booking_pb2
from totetaxi.booking.v1 import claim_pb2 as _claim_pb2
from totetaxi.booking.v1 import custom_quote_pb2 as _custom_quote_pb2
from totetaxi.booking.v1 import document_pb2 as _document_pb2
from totetaxi.booking.v1 import logistics_pb2 as _logistics_pb2
from totetaxi.event.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
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

class BookingLinked(_message.Message):
    __slots__ = ("booking", "linked_at")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    LINKED_AT_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    linked_at: _timestamp_pb2.Timestamp
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., linked_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ErasureCompleted(_message.Message):
    __slots__ = ("erasure_id", "customer_id", "kept", "completed_at", "booking_ids", "email")
    ERASURE_ID_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    KEPT_FIELD_NUMBER: _ClassVar[int]
    COMPLETED_AT_FIELD_NUMBER: _ClassVar[int]
    BOOKING_IDS_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    erasure_id: str
    customer_id: str
    kept: str
    completed_at: _timestamp_pb2.Timestamp
    booking_ids: _containers.RepeatedScalarFieldContainer[str]
    email: str
    def __init__(self, erasure_id: _Optional[str] = ..., customer_id: _Optional[str] = ..., kept: _Optional[str] = ..., completed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., booking_ids: _Optional[_Iterable[str]] = ..., email: _Optional[str] = ...) -> None: ...

class ErasurePostponed(_message.Message):
    __slots__ = ("erasure_id", "customer_id", "until")
    ERASURE_ID_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    erasure_id: str
    customer_id: str
    until: str
    def __init__(self, erasure_id: _Optional[str] = ..., customer_id: _Optional[str] = ..., until: _Optional[str] = ...) -> None: ...

class AuditRecorded(_message.Message):
    __slots__ = ("act",)
    ACT_FIELD_NUMBER: _ClassVar[int]
    act: _act_pb2.Act
    def __init__(self, act: _Optional[_Union[_act_pb2.Act, _Mapping]] = ...) -> None: ...

class StorageStarted(_message.Message):
    __slots__ = ("booking", "monthly_cents", "start_date")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    MONTHLY_CENTS_FIELD_NUMBER: _ClassVar[int]
    START_DATE_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    monthly_cents: int
    start_date: str
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., monthly_cents: _Optional[int] = ..., start_date: _Optional[str] = ...) -> None: ...

class StorageEnded(_message.Message):
    __slots__ = ("booking", "end_date")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    END_DATE_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    end_date: str
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., end_date: _Optional[str] = ...) -> None: ...

class QuoteRequested(_message.Message):
    __slots__ = ("quote", "requested_at")
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    REQUESTED_AT_FIELD_NUMBER: _ClassVar[int]
    quote: _custom_quote_pb2.CustomQuoteSummary
    requested_at: _timestamp_pb2.Timestamp
    def __init__(self, quote: _Optional[_Union[_custom_quote_pb2.CustomQuoteSummary, _Mapping]] = ..., requested_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class QuoteSent(_message.Message):
    __slots__ = ("quote", "version_number", "token", "sent_at")
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    VERSION_NUMBER_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    SENT_AT_FIELD_NUMBER: _ClassVar[int]
    quote: _custom_quote_pb2.CustomQuoteSummary
    version_number: int
    token: str
    sent_at: _timestamp_pb2.Timestamp
    def __init__(self, quote: _Optional[_Union[_custom_quote_pb2.CustomQuoteSummary, _Mapping]] = ..., version_number: _Optional[int] = ..., token: _Optional[str] = ..., sent_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class QuoteAccepted(_message.Message):
    __slots__ = ("quote", "booking_id", "booking_number", "accepted_at")
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_NUMBER_FIELD_NUMBER: _ClassVar[int]
    ACCEPTED_AT_FIELD_NUMBER: _ClassVar[int]
    quote: _custom_quote_pb2.CustomQuoteSummary
    booking_id: str
    booking_number: str
    accepted_at: _timestamp_pb2.Timestamp
    def __init__(self, quote: _Optional[_Union[_custom_quote_pb2.CustomQuoteSummary, _Mapping]] = ..., booking_id: _Optional[str] = ..., booking_number: _Optional[str] = ..., accepted_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class QuoteDeclined(_message.Message):
    __slots__ = ("quote", "is_by_staff", "reason", "declined_at")
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    IS_BY_STAFF_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    DECLINED_AT_FIELD_NUMBER: _ClassVar[int]
    quote: _custom_quote_pb2.CustomQuoteSummary
    is_by_staff: bool
    reason: str
    declined_at: _timestamp_pb2.Timestamp
    def __init__(self, quote: _Optional[_Union[_custom_quote_pb2.CustomQuoteSummary, _Mapping]] = ..., is_by_staff: _Optional[bool] = ..., reason: _Optional[str] = ..., declined_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class QuoteExpired(_message.Message):
    __slots__ = ("quote", "expired_at")
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    EXPIRED_AT_FIELD_NUMBER: _ClassVar[int]
    quote: _custom_quote_pb2.CustomQuoteSummary
    expired_at: _timestamp_pb2.Timestamp
    def __init__(self, quote: _Optional[_Union[_custom_quote_pb2.CustomQuoteSummary, _Mapping]] = ..., expired_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class WaitlistOffered(_message.Message):
    __slots__ = ("waiting_id", "contact", "language", "pickup_date", "pickup_window", "token", "offer_ends_at")
    WAITING_ID_FIELD_NUMBER: _ClassVar[int]
    CONTACT_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    PICKUP_DATE_FIELD_NUMBER: _ClassVar[int]
    PICKUP_WINDOW_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    OFFER_ENDS_AT_FIELD_NUMBER: _ClassVar[int]
    waiting_id: str
    contact: _booking_pb2.Contact
    language: str
    pickup_date: str
    pickup_window: _booking_pb2.PickupWindow
    token: str
    offer_ends_at: _timestamp_pb2.Timestamp
    def __init__(self, waiting_id: _Optional[str] = ..., contact: _Optional[_Union[_booking_pb2.Contact, _Mapping]] = ..., language: _Optional[str] = ..., pickup_date: _Optional[str] = ..., pickup_window: _Optional[_Union[_booking_pb2.PickupWindow, str]] = ..., token: _Optional[str] = ..., offer_ends_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class WaitlistPassed(_message.Message):
    __slots__ = ("waiting_id", "contact", "language", "pickup_date", "passed_at")
    WAITING_ID_FIELD_NUMBER: _ClassVar[int]
    CONTACT_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    PICKUP_DATE_FIELD_NUMBER: _ClassVar[int]
    PASSED_AT_FIELD_NUMBER: _ClassVar[int]
    waiting_id: str
    contact: _booking_pb2.Contact
    language: str
    pickup_date: str
    passed_at: _timestamp_pb2.Timestamp
    def __init__(self, waiting_id: _Optional[str] = ..., contact: _Optional[_Union[_booking_pb2.Contact, _Mapping]] = ..., language: _Optional[str] = ..., pickup_date: _Optional[str] = ..., passed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class DocumentRequested(_message.Message):
    __slots__ = ("booking", "document")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    document: _document_pb2.Document
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., document: _Optional[_Union[_document_pb2.Document, _Mapping]] = ...) -> None: ...

class DocumentSubmitted(_message.Message):
    __slots__ = ("booking", "document")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    document: _document_pb2.Document
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., document: _Optional[_Union[_document_pb2.Document, _Mapping]] = ...) -> None: ...

class DocumentAccepted(_message.Message):
    __slots__ = ("booking", "document")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    document: _document_pb2.Document
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., document: _Optional[_Union[_document_pb2.Document, _Mapping]] = ...) -> None: ...

class DocumentRejected(_message.Message):
    __slots__ = ("booking", "document")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    document: _document_pb2.Document
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., document: _Optional[_Union[_document_pb2.Document, _Mapping]] = ...) -> None: ...

class DocumentExpiring(_message.Message):
    __slots__ = ("booking", "document")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    document: _document_pb2.Document
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., document: _Optional[_Union[_document_pb2.Document, _Mapping]] = ...) -> None: ...

class ClaimOpened(_message.Message):
    __slots__ = ("booking", "claim")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    claim: _claim_pb2.Claim
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., claim: _Optional[_Union[_claim_pb2.Claim, _Mapping]] = ...) -> None: ...

class ClaimAccepted(_message.Message):
    __slots__ = ("booking", "claim")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    claim: _claim_pb2.Claim
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., claim: _Optional[_Union[_claim_pb2.Claim, _Mapping]] = ...) -> None: ...

class ClaimRejected(_message.Message):
    __slots__ = ("booking", "claim")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    claim: _claim_pb2.Claim
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., claim: _Optional[_Union[_claim_pb2.Claim, _Mapping]] = ...) -> None: ...

class DeliveryAssigned(_message.Message):
    __slots__ = ("booking", "task_id", "kind", "planned_from", "planned_until")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    TASK_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    PLANNED_FROM_FIELD_NUMBER: _ClassVar[int]
    PLANNED_UNTIL_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    task_id: str
    kind: _logistics_pb2.DeliveryTaskKind
    planned_from: _timestamp_pb2.Timestamp
    planned_until: _timestamp_pb2.Timestamp
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., task_id: _Optional[str] = ..., kind: _Optional[_Union[_logistics_pb2.DeliveryTaskKind, str]] = ..., planned_from: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., planned_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class DeliveryEnRoute(_message.Message):
    __slots__ = ("booking", "task_id", "kind", "planned_from", "planned_until")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    TASK_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    PLANNED_FROM_FIELD_NUMBER: _ClassVar[int]
    PLANNED_UNTIL_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    task_id: str
    kind: _logistics_pb2.DeliveryTaskKind
    planned_from: _timestamp_pb2.Timestamp
    planned_until: _timestamp_pb2.Timestamp
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., task_id: _Optional[str] = ..., kind: _Optional[_Union[_logistics_pb2.DeliveryTaskKind, str]] = ..., planned_from: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., planned_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class DeliveryArrived(_message.Message):
    __slots__ = ("booking", "task_id", "kind", "planned_from", "planned_until")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    TASK_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    PLANNED_FROM_FIELD_NUMBER: _ClassVar[int]
    PLANNED_UNTIL_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    task_id: str
    kind: _logistics_pb2.DeliveryTaskKind
    planned_from: _timestamp_pb2.Timestamp
    planned_until: _timestamp_pb2.Timestamp
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., task_id: _Optional[str] = ..., kind: _Optional[_Union[_logistics_pb2.DeliveryTaskKind, str]] = ..., planned_from: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., planned_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class DeliveryLoaded(_message.Message):
    __slots__ = ("booking", "task_id", "kind", "planned_from", "planned_until")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    TASK_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    PLANNED_FROM_FIELD_NUMBER: _ClassVar[int]
    PLANNED_UNTIL_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    task_id: str
    kind: _logistics_pb2.DeliveryTaskKind
    planned_from: _timestamp_pb2.Timestamp
    planned_until: _timestamp_pb2.Timestamp
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., task_id: _Optional[str] = ..., kind: _Optional[_Union[_logistics_pb2.DeliveryTaskKind, str]] = ..., planned_from: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., planned_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class DeliveryDelivered(_message.Message):
    __slots__ = ("booking", "task_id", "kind", "planned_from", "planned_until")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    TASK_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    PLANNED_FROM_FIELD_NUMBER: _ClassVar[int]
    PLANNED_UNTIL_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    task_id: str
    kind: _logistics_pb2.DeliveryTaskKind
    planned_from: _timestamp_pb2.Timestamp
    planned_until: _timestamp_pb2.Timestamp
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., task_id: _Optional[str] = ..., kind: _Optional[_Union[_logistics_pb2.DeliveryTaskKind, str]] = ..., planned_from: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., planned_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class DeliveryFailed(_message.Message):
    __slots__ = ("booking", "task_id", "kind", "planned_from", "planned_until", "reason")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    TASK_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    PLANNED_FROM_FIELD_NUMBER: _ClassVar[int]
    PLANNED_UNTIL_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    task_id: str
    kind: _logistics_pb2.DeliveryTaskKind
    planned_from: _timestamp_pb2.Timestamp
    planned_until: _timestamp_pb2.Timestamp
    reason: str
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., task_id: _Optional[str] = ..., kind: _Optional[_Union[_logistics_pb2.DeliveryTaskKind, str]] = ..., planned_from: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., planned_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., reason: _Optional[str] = ...) -> None: ...

class BookingConfirmed(_message.Message):
    __slots__ = ("booking", "confirmed_at")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    CONFIRMED_AT_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    confirmed_at: _timestamp_pb2.Timestamp
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., confirmed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class BookingScheduled(_message.Message):
    __slots__ = ("booking", "scheduled_at")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    SCHEDULED_AT_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    scheduled_at: _timestamp_pb2.Timestamp
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., scheduled_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class BookingStarted(_message.Message):
    __slots__ = ("booking", "started_at")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    STARTED_AT_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    started_at: _timestamp_pb2.Timestamp
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., started_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class BookingCompleted(_message.Message):
    __slots__ = ("booking", "completed_at")
    BOOKING_FIELD_NUMBER: _ClassVar[int]
    COMPLETED_AT_FIELD_NUMBER: _ClassVar[int]
    booking: _booking_pb2.BookingSummary
    completed_at: _timestamp_pb2.Timestamp
    def __init__(self, booking: _Optional[_Union[_booking_pb2.BookingSummary, _Mapping]] = ..., completed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...
