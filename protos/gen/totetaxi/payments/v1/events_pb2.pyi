import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.audit.v1 import act_pb2 as _act_pb2
from totetaxi.event.v1 import options_pb2 as _options_pb2
from totetaxi.payments.v1 import addressee_pb2 as _addressee_pb2
from totetaxi.payments.v1 import refund_pb2 as _refund_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PaymentSucceeded(_message.Message):
    __slots__ = ("payment_id", "booking_id", "amount_cents", "stripe_payment_intent_id", "succeeded_at")
    PAYMENT_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    STRIPE_PAYMENT_INTENT_ID_FIELD_NUMBER: _ClassVar[int]
    SUCCEEDED_AT_FIELD_NUMBER: _ClassVar[int]
    payment_id: str
    booking_id: str
    amount_cents: int
    stripe_payment_intent_id: str
    succeeded_at: _timestamp_pb2.Timestamp
    def __init__(self, payment_id: _Optional[str] = ..., booking_id: _Optional[str] = ..., amount_cents: _Optional[int] = ..., stripe_payment_intent_id: _Optional[str] = ..., succeeded_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class PaymentFailed(_message.Message):
    __slots__ = ("payment_id", "booking_id", "failure_reason", "amount_cents", "addressee")
    PAYMENT_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    FAILURE_REASON_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    payment_id: str
    booking_id: str
    failure_reason: str
    amount_cents: int
    addressee: _addressee_pb2.Addressee
    def __init__(self, payment_id: _Optional[str] = ..., booking_id: _Optional[str] = ..., failure_reason: _Optional[str] = ..., amount_cents: _Optional[int] = ..., addressee: _Optional[_Union[_addressee_pb2.Addressee, _Mapping]] = ...) -> None: ...

class PaymentRequiresAction(_message.Message):
    __slots__ = ("payment_id", "booking_id", "amount_cents", "addressee")
    PAYMENT_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    payment_id: str
    booking_id: str
    amount_cents: int
    addressee: _addressee_pb2.Addressee
    def __init__(self, payment_id: _Optional[str] = ..., booking_id: _Optional[str] = ..., amount_cents: _Optional[int] = ..., addressee: _Optional[_Union[_addressee_pb2.Addressee, _Mapping]] = ...) -> None: ...

class PaymentOrphaned(_message.Message):
    __slots__ = ("payment_id", "booking_id", "amount_cents", "stripe_payment_intent_id", "reason")
    PAYMENT_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    STRIPE_PAYMENT_INTENT_ID_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    payment_id: str
    booking_id: str
    amount_cents: int
    stripe_payment_intent_id: str
    reason: str
    def __init__(self, payment_id: _Optional[str] = ..., booking_id: _Optional[str] = ..., amount_cents: _Optional[int] = ..., stripe_payment_intent_id: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class RefundCompleted(_message.Message):
    __slots__ = ("refund_id", "payment_id", "booking_id", "amount_cents", "origin", "stripe_refund_id", "is_whole", "addressee")
    REFUND_ID_FIELD_NUMBER: _ClassVar[int]
    PAYMENT_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    ORIGIN_FIELD_NUMBER: _ClassVar[int]
    STRIPE_REFUND_ID_FIELD_NUMBER: _ClassVar[int]
    IS_WHOLE_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    refund_id: str
    payment_id: str
    booking_id: str
    amount_cents: int
    origin: _refund_pb2.RefundOrigin
    stripe_refund_id: str
    is_whole: bool
    addressee: _addressee_pb2.Addressee
    def __init__(self, refund_id: _Optional[str] = ..., payment_id: _Optional[str] = ..., booking_id: _Optional[str] = ..., amount_cents: _Optional[int] = ..., origin: _Optional[_Union[_refund_pb2.RefundOrigin, str]] = ..., stripe_refund_id: _Optional[str] = ..., is_whole: _Optional[bool] = ..., addressee: _Optional[_Union[_addressee_pb2.Addressee, _Mapping]] = ...) -> None: ...

class RefundRequested(_message.Message):
    __slots__ = ("refund_id", "payment_id", "booking_id", "amount_cents", "reason", "origin", "requested_by")
    REFUND_ID_FIELD_NUMBER: _ClassVar[int]
    PAYMENT_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    ORIGIN_FIELD_NUMBER: _ClassVar[int]
    REQUESTED_BY_FIELD_NUMBER: _ClassVar[int]
    refund_id: str
    payment_id: str
    booking_id: str
    amount_cents: int
    reason: str
    origin: _refund_pb2.RefundOrigin
    requested_by: str
    def __init__(self, refund_id: _Optional[str] = ..., payment_id: _Optional[str] = ..., booking_id: _Optional[str] = ..., amount_cents: _Optional[int] = ..., reason: _Optional[str] = ..., origin: _Optional[_Union[_refund_pb2.RefundOrigin, str]] = ..., requested_by: _Optional[str] = ...) -> None: ...

class RefundApproved(_message.Message):
    __slots__ = ("refund_id", "payment_id", "booking_id", "amount_cents", "approved_by", "origin", "addressee")
    REFUND_ID_FIELD_NUMBER: _ClassVar[int]
    PAYMENT_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    APPROVED_BY_FIELD_NUMBER: _ClassVar[int]
    ORIGIN_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    refund_id: str
    payment_id: str
    booking_id: str
    amount_cents: int
    approved_by: str
    origin: _refund_pb2.RefundOrigin
    addressee: _addressee_pb2.Addressee
    def __init__(self, refund_id: _Optional[str] = ..., payment_id: _Optional[str] = ..., booking_id: _Optional[str] = ..., amount_cents: _Optional[int] = ..., approved_by: _Optional[str] = ..., origin: _Optional[_Union[_refund_pb2.RefundOrigin, str]] = ..., addressee: _Optional[_Union[_addressee_pb2.Addressee, _Mapping]] = ...) -> None: ...

class RefundRejected(_message.Message):
    __slots__ = ("refund_id", "payment_id", "booking_id", "amount_cents", "rejected_by", "reason")
    REFUND_ID_FIELD_NUMBER: _ClassVar[int]
    PAYMENT_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    REJECTED_BY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    refund_id: str
    payment_id: str
    booking_id: str
    amount_cents: int
    rejected_by: str
    reason: str
    def __init__(self, refund_id: _Optional[str] = ..., payment_id: _Optional[str] = ..., booking_id: _Optional[str] = ..., amount_cents: _Optional[int] = ..., rejected_by: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class RefundFailed(_message.Message):
    __slots__ = ("refund_id", "payment_id", "booking_id", "amount_cents", "failure_reason")
    REFUND_ID_FIELD_NUMBER: _ClassVar[int]
    PAYMENT_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    FAILURE_REASON_FIELD_NUMBER: _ClassVar[int]
    refund_id: str
    payment_id: str
    booking_id: str
    amount_cents: int
    failure_reason: str
    def __init__(self, refund_id: _Optional[str] = ..., payment_id: _Optional[str] = ..., booking_id: _Optional[str] = ..., amount_cents: _Optional[int] = ..., failure_reason: _Optional[str] = ...) -> None: ...

class AuditRecorded(_message.Message):
    __slots__ = ("act",)
    ACT_FIELD_NUMBER: _ClassVar[int]
    act: _act_pb2.Act
    def __init__(self, act: _Optional[_Union[_act_pb2.Act, _Mapping]] = ...) -> None: ...

class DisputeOpened(_message.Message):
    __slots__ = ("dispute_id", "payment_id", "booking_id", "amount_cents", "reason", "evidence_due_at")
    DISPUTE_ID_FIELD_NUMBER: _ClassVar[int]
    PAYMENT_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_DUE_AT_FIELD_NUMBER: _ClassVar[int]
    dispute_id: str
    payment_id: str
    booking_id: str
    amount_cents: int
    reason: str
    evidence_due_at: _timestamp_pb2.Timestamp
    def __init__(self, dispute_id: _Optional[str] = ..., payment_id: _Optional[str] = ..., booking_id: _Optional[str] = ..., amount_cents: _Optional[int] = ..., reason: _Optional[str] = ..., evidence_due_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class DisputeClosed(_message.Message):
    __slots__ = ("dispute_id", "payment_id", "booking_id", "amount_cents", "is_won")
    DISPUTE_ID_FIELD_NUMBER: _ClassVar[int]
    PAYMENT_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    IS_WON_FIELD_NUMBER: _ClassVar[int]
    dispute_id: str
    payment_id: str
    booking_id: str
    amount_cents: int
    is_won: bool
    def __init__(self, dispute_id: _Optional[str] = ..., payment_id: _Optional[str] = ..., booking_id: _Optional[str] = ..., amount_cents: _Optional[int] = ..., is_won: _Optional[bool] = ...) -> None: ...

class ReconciliationDiffered(_message.Message):
    __slots__ = ("reconciliation_id", "lost_webhooks", "repaired", "raised")
    RECONCILIATION_ID_FIELD_NUMBER: _ClassVar[int]
    LOST_WEBHOOKS_FIELD_NUMBER: _ClassVar[int]
    REPAIRED_FIELD_NUMBER: _ClassVar[int]
    RAISED_FIELD_NUMBER: _ClassVar[int]
    reconciliation_id: str
    lost_webhooks: int
    repaired: int
    raised: int
    def __init__(self, reconciliation_id: _Optional[str] = ..., lost_webhooks: _Optional[int] = ..., repaired: _Optional[int] = ..., raised: _Optional[int] = ...) -> None: ...

class PaymentLinkCreated(_message.Message):
    __slots__ = ("link_id", "booking_id", "booking_number", "amount_cents", "customer_name", "email", "token", "expires_at", "language")
    LINK_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_NUMBER_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_NAME_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    link_id: str
    booking_id: str
    booking_number: str
    amount_cents: int
    customer_name: str
    email: str
    token: str
    expires_at: _timestamp_pb2.Timestamp
    language: str
    def __init__(self, link_id: _Optional[str] = ..., booking_id: _Optional[str] = ..., booking_number: _Optional[str] = ..., amount_cents: _Optional[int] = ..., customer_name: _Optional[str] = ..., email: _Optional[str] = ..., token: _Optional[str] = ..., expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., language: _Optional[str] = ...) -> None: ...

class ErasureCompleted(_message.Message):
    __slots__ = ("erasure_id", "customer_id", "kept", "completed_at")
    ERASURE_ID_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    KEPT_FIELD_NUMBER: _ClassVar[int]
    COMPLETED_AT_FIELD_NUMBER: _ClassVar[int]
    erasure_id: str
    customer_id: str
    kept: str
    completed_at: _timestamp_pb2.Timestamp
    def __init__(self, erasure_id: _Optional[str] = ..., customer_id: _Optional[str] = ..., kept: _Optional[str] = ..., completed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class InvoicePaid(_message.Message):
    __slots__ = ("invoice_id", "booking_id", "customer_id", "amount_cents", "period_start", "is_resumed", "addressee")
    INVOICE_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    PERIOD_START_FIELD_NUMBER: _ClassVar[int]
    IS_RESUMED_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    invoice_id: str
    booking_id: str
    customer_id: str
    amount_cents: int
    period_start: str
    is_resumed: bool
    addressee: _addressee_pb2.Addressee
    def __init__(self, invoice_id: _Optional[str] = ..., booking_id: _Optional[str] = ..., customer_id: _Optional[str] = ..., amount_cents: _Optional[int] = ..., period_start: _Optional[str] = ..., is_resumed: _Optional[bool] = ..., addressee: _Optional[_Union[_addressee_pb2.Addressee, _Mapping]] = ...) -> None: ...

class InvoiceFailed(_message.Message):
    __slots__ = ("invoice_id", "booking_id", "customer_id", "amount_cents", "failure_reason", "attempt", "next_attempt_at", "addressee")
    INVOICE_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    FAILURE_REASON_FIELD_NUMBER: _ClassVar[int]
    ATTEMPT_FIELD_NUMBER: _ClassVar[int]
    NEXT_ATTEMPT_AT_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    invoice_id: str
    booking_id: str
    customer_id: str
    amount_cents: int
    failure_reason: str
    attempt: int
    next_attempt_at: _timestamp_pb2.Timestamp
    addressee: _addressee_pb2.Addressee
    def __init__(self, invoice_id: _Optional[str] = ..., booking_id: _Optional[str] = ..., customer_id: _Optional[str] = ..., amount_cents: _Optional[int] = ..., failure_reason: _Optional[str] = ..., attempt: _Optional[int] = ..., next_attempt_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., addressee: _Optional[_Union[_addressee_pb2.Addressee, _Mapping]] = ...) -> None: ...

class StorageSuspended(_message.Message):
    __slots__ = ("booking_id", "customer_id", "invoice_id", "amount_cents", "addressee")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    INVOICE_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    ADDRESSEE_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    customer_id: str
    invoice_id: str
    amount_cents: int
    addressee: _addressee_pb2.Addressee
    def __init__(self, booking_id: _Optional[str] = ..., customer_id: _Optional[str] = ..., invoice_id: _Optional[str] = ..., amount_cents: _Optional[int] = ..., addressee: _Optional[_Union[_addressee_pb2.Addressee, _Mapping]] = ...) -> None: ...
