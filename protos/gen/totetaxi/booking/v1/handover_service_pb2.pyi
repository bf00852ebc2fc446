import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.booking.v1 import booking_paper_service_pb2 as _booking_paper_service_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class HandoverStage(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    HANDOVER_STAGE_UNSPECIFIED: _ClassVar[HandoverStage]
    HANDOVER_STAGE_PICKUP: _ClassVar[HandoverStage]
    HANDOVER_STAGE_DELIVERY: _ClassVar[HandoverStage]

class HandoverProof(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    HANDOVER_PROOF_UNSPECIFIED: _ClassVar[HandoverProof]
    HANDOVER_PROOF_CODE: _ClassVar[HandoverProof]
    HANDOVER_PROOF_SIGNATURE: _ClassVar[HandoverProof]
HANDOVER_STAGE_UNSPECIFIED: HandoverStage
HANDOVER_STAGE_PICKUP: HandoverStage
HANDOVER_STAGE_DELIVERY: HandoverStage
HANDOVER_PROOF_UNSPECIFIED: HandoverProof
HANDOVER_PROOF_CODE: HandoverProof
HANDOVER_PROOF_SIGNATURE: HandoverProof

class Handover(_message.Message):
    __slots__ = ("booking_id", "stage", "condition_notes", "signed_by", "proof", "confirmed_at", "recorded_at")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    STAGE_FIELD_NUMBER: _ClassVar[int]
    CONDITION_NOTES_FIELD_NUMBER: _ClassVar[int]
    SIGNED_BY_FIELD_NUMBER: _ClassVar[int]
    PROOF_FIELD_NUMBER: _ClassVar[int]
    CONFIRMED_AT_FIELD_NUMBER: _ClassVar[int]
    RECORDED_AT_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    stage: HandoverStage
    condition_notes: str
    signed_by: str
    proof: HandoverProof
    confirmed_at: _timestamp_pb2.Timestamp
    recorded_at: _timestamp_pb2.Timestamp
    def __init__(self, booking_id: _Optional[str] = ..., stage: _Optional[_Union[HandoverStage, str]] = ..., condition_notes: _Optional[str] = ..., signed_by: _Optional[str] = ..., proof: _Optional[_Union[HandoverProof, str]] = ..., confirmed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., recorded_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class RecordHandoverRequest(_message.Message):
    __slots__ = ("booking_id", "stage", "condition_notes", "signed_by")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    STAGE_FIELD_NUMBER: _ClassVar[int]
    CONDITION_NOTES_FIELD_NUMBER: _ClassVar[int]
    SIGNED_BY_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    stage: HandoverStage
    condition_notes: str
    signed_by: str
    def __init__(self, booking_id: _Optional[str] = ..., stage: _Optional[_Union[HandoverStage, str]] = ..., condition_notes: _Optional[str] = ..., signed_by: _Optional[str] = ...) -> None: ...

class RecordHandoverResponse(_message.Message):
    __slots__ = ("handover",)
    HANDOVER_FIELD_NUMBER: _ClassVar[int]
    handover: Handover
    def __init__(self, handover: _Optional[_Union[Handover, _Mapping]] = ...) -> None: ...

class IssueHandoverCodeRequest(_message.Message):
    __slots__ = ("booking_id", "stage")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    STAGE_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    stage: HandoverStage
    def __init__(self, booking_id: _Optional[str] = ..., stage: _Optional[_Union[HandoverStage, str]] = ...) -> None: ...

class IssueHandoverCodeResponse(_message.Message):
    __slots__ = ("code", "expires_at")
    CODE_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    code: str
    expires_at: _timestamp_pb2.Timestamp
    def __init__(self, code: _Optional[str] = ..., expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ConfirmHandoverRequest(_message.Message):
    __slots__ = ("booking_id", "stage", "code", "is_signed")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    STAGE_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    IS_SIGNED_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    stage: HandoverStage
    code: str
    is_signed: bool
    def __init__(self, booking_id: _Optional[str] = ..., stage: _Optional[_Union[HandoverStage, str]] = ..., code: _Optional[str] = ..., is_signed: _Optional[bool] = ...) -> None: ...

class ConfirmHandoverResponse(_message.Message):
    __slots__ = ("handover",)
    HANDOVER_FIELD_NUMBER: _ClassVar[int]
    handover: Handover
    def __init__(self, handover: _Optional[_Union[Handover, _Mapping]] = ...) -> None: ...

class ListHandoversRequest(_message.Message):
    __slots__ = ("booking_id",)
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    def __init__(self, booking_id: _Optional[str] = ...) -> None: ...

class ListHandoversResponse(_message.Message):
    __slots__ = ("handovers",)
    HANDOVERS_FIELD_NUMBER: _ClassVar[int]
    handovers: _containers.RepeatedCompositeFieldContainer[Handover]
    def __init__(self, handovers: _Optional[_Iterable[_Union[Handover, _Mapping]]] = ...) -> None: ...

class GetProofPackRequest(_message.Message):
    __slots__ = ("booking_id",)
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    def __init__(self, booking_id: _Optional[str] = ...) -> None: ...

class GetProofPackResponse(_message.Message):
    __slots__ = ("paper",)
    PAPER_FIELD_NUMBER: _ClassVar[int]
    paper: _booking_paper_service_pb2.Paper
    def __init__(self, paper: _Optional[_Union[_booking_paper_service_pb2.Paper, _Mapping]] = ...) -> None: ...
