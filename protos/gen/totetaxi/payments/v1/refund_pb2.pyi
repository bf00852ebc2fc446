import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RefundStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    REFUND_STATUS_UNSPECIFIED: _ClassVar[RefundStatus]
    REFUND_STATUS_REQUESTED: _ClassVar[RefundStatus]
    REFUND_STATUS_APPROVED: _ClassVar[RefundStatus]
    REFUND_STATUS_REJECTED: _ClassVar[RefundStatus]
    REFUND_STATUS_PROCESSING: _ClassVar[RefundStatus]
    REFUND_STATUS_COMPLETED: _ClassVar[RefundStatus]
    REFUND_STATUS_FAILED: _ClassVar[RefundStatus]

class RefundOrigin(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    REFUND_ORIGIN_UNSPECIFIED: _ClassVar[RefundOrigin]
    REFUND_ORIGIN_STAFF: _ClassVar[RefundOrigin]
    REFUND_ORIGIN_CANCELLATION: _ClassVar[RefundOrigin]
    REFUND_ORIGIN_ORPHAN: _ClassVar[RefundOrigin]
    REFUND_ORIGIN_STRIPE: _ClassVar[RefundOrigin]
REFUND_STATUS_UNSPECIFIED: RefundStatus
REFUND_STATUS_REQUESTED: RefundStatus
REFUND_STATUS_APPROVED: RefundStatus
REFUND_STATUS_REJECTED: RefundStatus
REFUND_STATUS_PROCESSING: RefundStatus
REFUND_STATUS_COMPLETED: RefundStatus
REFUND_STATUS_FAILED: RefundStatus
REFUND_ORIGIN_UNSPECIFIED: RefundOrigin
REFUND_ORIGIN_STAFF: RefundOrigin
REFUND_ORIGIN_CANCELLATION: RefundOrigin
REFUND_ORIGIN_ORPHAN: RefundOrigin
REFUND_ORIGIN_STRIPE: RefundOrigin

class Refund(_message.Message):
    __slots__ = ("id", "payment_id", "booking_id", "booking_number", "customer_name", "amount_cents", "reason", "status", "origin", "requested_by", "decided_by", "decision_reason", "stripe_refund_id", "failure_reason", "created_at", "decided_at", "completed_at")
    ID_FIELD_NUMBER: _ClassVar[int]
    PAYMENT_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_NUMBER_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_NAME_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    ORIGIN_FIELD_NUMBER: _ClassVar[int]
    REQUESTED_BY_FIELD_NUMBER: _ClassVar[int]
    DECIDED_BY_FIELD_NUMBER: _ClassVar[int]
    DECISION_REASON_FIELD_NUMBER: _ClassVar[int]
    STRIPE_REFUND_ID_FIELD_NUMBER: _ClassVar[int]
    FAILURE_REASON_FIELD_NUMBER: _ClassVar[int]
    CREATED_AT_FIELD_NUMBER: _ClassVar[int]
    DECIDED_AT_FIELD_NUMBER: _ClassVar[int]
    COMPLETED_AT_FIELD_NUMBER: _ClassVar[int]
    id: str
    payment_id: str
    booking_id: str
    booking_number: str
    customer_name: str
    amount_cents: int
    reason: str
    status: RefundStatus
    origin: RefundOrigin
    requested_by: str
    decided_by: str
    decision_reason: str
    stripe_refund_id: str
    failure_reason: str
    created_at: _timestamp_pb2.Timestamp
    decided_at: _timestamp_pb2.Timestamp
    completed_at: _timestamp_pb2.Timestamp
    def __init__(self, id: _Optional[str] = ..., payment_id: _Optional[str] = ..., booking_id: _Optional[str] = ..., booking_number: _Optional[str] = ..., customer_name: _Optional[str] = ..., amount_cents: _Optional[int] = ..., reason: _Optional[str] = ..., status: _Optional[_Union[RefundStatus, str]] = ..., origin: _Optional[_Union[RefundOrigin, str]] = ..., requested_by: _Optional[str] = ..., decided_by: _Optional[str] = ..., decision_reason: _Optional[str] = ..., stripe_refund_id: _Optional[str] = ..., failure_reason: _Optional[str] = ..., created_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., decided_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., completed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...
