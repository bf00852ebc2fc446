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

class DifferenceKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DIFFERENCE_KIND_UNSPECIFIED: _ClassVar[DifferenceKind]
    DIFFERENCE_KIND_STRANGER: _ClassVar[DifferenceKind]
    DIFFERENCE_KIND_NOT_COMPARABLE: _ClassVar[DifferenceKind]
    DIFFERENCE_KIND_NOT_CAPTURED: _ClassVar[DifferenceKind]
    DIFFERENCE_KIND_NOT_REFUNDED: _ClassVar[DifferenceKind]
    DIFFERENCE_KIND_NOT_IN_BOOKS: _ClassVar[DifferenceKind]
    DIFFERENCE_KIND_STUCK_WEBHOOK: _ClassVar[DifferenceKind]
DIFFERENCE_KIND_UNSPECIFIED: DifferenceKind
DIFFERENCE_KIND_STRANGER: DifferenceKind
DIFFERENCE_KIND_NOT_COMPARABLE: DifferenceKind
DIFFERENCE_KIND_NOT_CAPTURED: DifferenceKind
DIFFERENCE_KIND_NOT_REFUNDED: DifferenceKind
DIFFERENCE_KIND_NOT_IN_BOOKS: DifferenceKind
DIFFERENCE_KIND_STUCK_WEBHOOK: DifferenceKind

class Difference(_message.Message):
    __slots__ = ("id", "kind", "subject", "payment_id", "detail", "amount_cents", "first_seen_at", "last_seen_at", "resolved_at", "resolved_by", "resolution")
    ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    PAYMENT_ID_FIELD_NUMBER: _ClassVar[int]
    DETAIL_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    FIRST_SEEN_AT_FIELD_NUMBER: _ClassVar[int]
    LAST_SEEN_AT_FIELD_NUMBER: _ClassVar[int]
    RESOLVED_AT_FIELD_NUMBER: _ClassVar[int]
    RESOLVED_BY_FIELD_NUMBER: _ClassVar[int]
    RESOLUTION_FIELD_NUMBER: _ClassVar[int]
    id: str
    kind: DifferenceKind
    subject: str
    payment_id: str
    detail: str
    amount_cents: int
    first_seen_at: _timestamp_pb2.Timestamp
    last_seen_at: _timestamp_pb2.Timestamp
    resolved_at: _timestamp_pb2.Timestamp
    resolved_by: str
    resolution: str
    def __init__(self, id: _Optional[str] = ..., kind: _Optional[_Union[DifferenceKind, str]] = ..., subject: _Optional[str] = ..., payment_id: _Optional[str] = ..., detail: _Optional[str] = ..., amount_cents: _Optional[int] = ..., first_seen_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., last_seen_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., resolved_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., resolved_by: _Optional[str] = ..., resolution: _Optional[str] = ...) -> None: ...

class ListDifferencesRequest(_message.Message):
    __slots__ = ("kind", "include_resolved", "page_size", "page_token")
    KIND_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_RESOLVED_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    kind: DifferenceKind
    include_resolved: bool
    page_size: int
    page_token: str
    def __init__(self, kind: _Optional[_Union[DifferenceKind, str]] = ..., include_resolved: _Optional[bool] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListDifferencesResponse(_message.Message):
    __slots__ = ("differences", "next_page_token", "total_count")
    DIFFERENCES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    TOTAL_COUNT_FIELD_NUMBER: _ClassVar[int]
    differences: _containers.RepeatedCompositeFieldContainer[Difference]
    next_page_token: str
    total_count: int
    def __init__(self, differences: _Optional[_Iterable[_Union[Difference, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., total_count: _Optional[int] = ...) -> None: ...

class ResolveDifferenceRequest(_message.Message):
    __slots__ = ("difference_id", "resolution")
    DIFFERENCE_ID_FIELD_NUMBER: _ClassVar[int]
    RESOLUTION_FIELD_NUMBER: _ClassVar[int]
    difference_id: str
    resolution: str
    def __init__(self, difference_id: _Optional[str] = ..., resolution: _Optional[str] = ...) -> None: ...

class ResolveDifferenceResponse(_message.Message):
    __slots__ = ("difference",)
    DIFFERENCE_FIELD_NUMBER: _ClassVar[int]
    difference: Difference
    def __init__(self, difference: _Optional[_Union[Difference, _Mapping]] = ...) -> None: ...

class Reconciliation(_message.Message):
    __slots__ = ("id", "compared_from", "compared_until", "finished_at", "compared", "lost_webhooks", "repaired", "raised")
    ID_FIELD_NUMBER: _ClassVar[int]
    COMPARED_FROM_FIELD_NUMBER: _ClassVar[int]
    COMPARED_UNTIL_FIELD_NUMBER: _ClassVar[int]
    FINISHED_AT_FIELD_NUMBER: _ClassVar[int]
    COMPARED_FIELD_NUMBER: _ClassVar[int]
    LOST_WEBHOOKS_FIELD_NUMBER: _ClassVar[int]
    REPAIRED_FIELD_NUMBER: _ClassVar[int]
    RAISED_FIELD_NUMBER: _ClassVar[int]
    id: str
    compared_from: _timestamp_pb2.Timestamp
    compared_until: _timestamp_pb2.Timestamp
    finished_at: _timestamp_pb2.Timestamp
    compared: int
    lost_webhooks: int
    repaired: int
    raised: int
    def __init__(self, id: _Optional[str] = ..., compared_from: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., compared_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., finished_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., compared: _Optional[int] = ..., lost_webhooks: _Optional[int] = ..., repaired: _Optional[int] = ..., raised: _Optional[int] = ...) -> None: ...

class ListReconciliationsRequest(_message.Message):
    __slots__ = ("page_size", "page_token", "only_differing")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    ONLY_DIFFERING_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    only_differing: bool
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., only_differing: _Optional[bool] = ...) -> None: ...

class ListReconciliationsResponse(_message.Message):
    __slots__ = ("reconciliations", "next_page_token", "total_count")
    RECONCILIATIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    TOTAL_COUNT_FIELD_NUMBER: _ClassVar[int]
    reconciliations: _containers.RepeatedCompositeFieldContainer[Reconciliation]
    next_page_token: str
    total_count: int
    def __init__(self, reconciliations: _Optional[_Iterable[_Union[Reconciliation, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., total_count: _Optional[int] = ...) -> None: ...
