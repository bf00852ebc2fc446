import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ClaimStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CLAIM_STATUS_UNSPECIFIED: _ClassVar[ClaimStatus]
    CLAIM_STATUS_OPEN: _ClassVar[ClaimStatus]
    CLAIM_STATUS_ACCEPTED: _ClassVar[ClaimStatus]
    CLAIM_STATUS_REJECTED: _ClassVar[ClaimStatus]
CLAIM_STATUS_UNSPECIFIED: ClaimStatus
CLAIM_STATUS_OPEN: ClaimStatus
CLAIM_STATUS_ACCEPTED: ClaimStatus
CLAIM_STATUS_REJECTED: ClaimStatus

class ClaimItem(_message.Message):
    __slots__ = ("description", "amount_cents")
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    description: str
    amount_cents: int
    def __init__(self, description: _Optional[str] = ..., amount_cents: _Optional[int] = ...) -> None: ...

class Claim(_message.Message):
    __slots__ = ("id", "booking_id", "booking_number", "status", "items", "wanted_cents", "accepted_cents", "reason", "opened_at", "decided_at", "refund_id", "refund_refusal")
    ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_NUMBER_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    WANTED_CENTS_FIELD_NUMBER: _ClassVar[int]
    ACCEPTED_CENTS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    OPENED_AT_FIELD_NUMBER: _ClassVar[int]
    DECIDED_AT_FIELD_NUMBER: _ClassVar[int]
    REFUND_ID_FIELD_NUMBER: _ClassVar[int]
    REFUND_REFUSAL_FIELD_NUMBER: _ClassVar[int]
    id: str
    booking_id: str
    booking_number: str
    status: ClaimStatus
    items: _containers.RepeatedCompositeFieldContainer[ClaimItem]
    wanted_cents: int
    accepted_cents: int
    reason: str
    opened_at: _timestamp_pb2.Timestamp
    decided_at: _timestamp_pb2.Timestamp
    refund_id: str
    refund_refusal: str
    def __init__(self, id: _Optional[str] = ..., booking_id: _Optional[str] = ..., booking_number: _Optional[str] = ..., status: _Optional[_Union[ClaimStatus, str]] = ..., items: _Optional[_Iterable[_Union[ClaimItem, _Mapping]]] = ..., wanted_cents: _Optional[int] = ..., accepted_cents: _Optional[int] = ..., reason: _Optional[str] = ..., opened_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., decided_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., refund_id: _Optional[str] = ..., refund_refusal: _Optional[str] = ...) -> None: ...
