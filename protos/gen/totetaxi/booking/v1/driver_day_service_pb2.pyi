import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.booking.v1 import logistics_pb2 as _logistics_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DriverStop(_message.Message):
    __slots__ = ("task_id", "booking_number", "title", "kind", "status", "state", "version", "next_statuses", "planned_from", "planned_until", "window_from", "window_until", "place", "first_name", "phone", "notes", "items", "to_collect", "van_name")
    TASK_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_NUMBER_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    NEXT_STATUSES_FIELD_NUMBER: _ClassVar[int]
    PLANNED_FROM_FIELD_NUMBER: _ClassVar[int]
    PLANNED_UNTIL_FIELD_NUMBER: _ClassVar[int]
    WINDOW_FROM_FIELD_NUMBER: _ClassVar[int]
    WINDOW_UNTIL_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    FIRST_NAME_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    NOTES_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    TO_COLLECT_FIELD_NUMBER: _ClassVar[int]
    VAN_NAME_FIELD_NUMBER: _ClassVar[int]
    task_id: str
    booking_number: str
    title: str
    kind: _logistics_pb2.DeliveryTaskKind
    status: _logistics_pb2.DeliveryTaskStatus
    state: str
    version: int
    next_statuses: _containers.RepeatedScalarFieldContainer[_logistics_pb2.DeliveryTaskStatus]
    planned_from: _timestamp_pb2.Timestamp
    planned_until: _timestamp_pb2.Timestamp
    window_from: _timestamp_pb2.Timestamp
    window_until: _timestamp_pb2.Timestamp
    place: _containers.RepeatedScalarFieldContainer[str]
    first_name: str
    phone: str
    notes: str
    items: _containers.RepeatedScalarFieldContainer[str]
    to_collect: _containers.RepeatedScalarFieldContainer[str]
    van_name: str
    def __init__(self, task_id: _Optional[str] = ..., booking_number: _Optional[str] = ..., title: _Optional[str] = ..., kind: _Optional[_Union[_logistics_pb2.DeliveryTaskKind, str]] = ..., status: _Optional[_Union[_logistics_pb2.DeliveryTaskStatus, str]] = ..., state: _Optional[str] = ..., version: _Optional[int] = ..., next_statuses: _Optional[_Iterable[_Union[_logistics_pb2.DeliveryTaskStatus, str]]] = ..., planned_from: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., planned_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., window_from: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., window_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., place: _Optional[_Iterable[str]] = ..., first_name: _Optional[str] = ..., phone: _Optional[str] = ..., notes: _Optional[str] = ..., items: _Optional[_Iterable[str]] = ..., to_collect: _Optional[_Iterable[str]] = ..., van_name: _Optional[str] = ...) -> None: ...

class DriverDay(_message.Message):
    __slots__ = ("driver_name", "day", "good_until", "stops")
    DRIVER_NAME_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    GOOD_UNTIL_FIELD_NUMBER: _ClassVar[int]
    STOPS_FIELD_NUMBER: _ClassVar[int]
    driver_name: str
    day: str
    good_until: _timestamp_pb2.Timestamp
    stops: _containers.RepeatedCompositeFieldContainer[DriverStop]
    def __init__(self, driver_name: _Optional[str] = ..., day: _Optional[str] = ..., good_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., stops: _Optional[_Iterable[_Union[DriverStop, _Mapping]]] = ...) -> None: ...

class CreateDriverLinkRequest(_message.Message):
    __slots__ = ("driver_id", "day")
    DRIVER_ID_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    driver_id: str
    day: str
    def __init__(self, driver_id: _Optional[str] = ..., day: _Optional[str] = ...) -> None: ...

class CreateDriverLinkResponse(_message.Message):
    __slots__ = ("token", "good_until")
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    GOOD_UNTIL_FIELD_NUMBER: _ClassVar[int]
    token: str
    good_until: _timestamp_pb2.Timestamp
    def __init__(self, token: _Optional[str] = ..., good_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class RevokeDriverLinkRequest(_message.Message):
    __slots__ = ("driver_id", "day")
    DRIVER_ID_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    driver_id: str
    day: str
    def __init__(self, driver_id: _Optional[str] = ..., day: _Optional[str] = ...) -> None: ...

class RevokeDriverLinkResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetDriverDayRequest(_message.Message):
    __slots__ = ("token",)
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    token: str
    def __init__(self, token: _Optional[str] = ...) -> None: ...

class GetDriverDayResponse(_message.Message):
    __slots__ = ("day",)
    DAY_FIELD_NUMBER: _ClassVar[int]
    day: DriverDay
    def __init__(self, day: _Optional[_Union[DriverDay, _Mapping]] = ...) -> None: ...

class ReportDriverTaskRequest(_message.Message):
    __slots__ = ("token", "task_id", "status", "reason", "expected_version")
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    TASK_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_VERSION_FIELD_NUMBER: _ClassVar[int]
    token: str
    task_id: str
    status: _logistics_pb2.DeliveryTaskStatus
    reason: str
    expected_version: int
    def __init__(self, token: _Optional[str] = ..., task_id: _Optional[str] = ..., status: _Optional[_Union[_logistics_pb2.DeliveryTaskStatus, str]] = ..., reason: _Optional[str] = ..., expected_version: _Optional[int] = ...) -> None: ...

class ReportDriverTaskResponse(_message.Message):
    __slots__ = ("day",)
    DAY_FIELD_NUMBER: _ClassVar[int]
    day: DriverDay
    def __init__(self, day: _Optional[_Union[DriverDay, _Mapping]] = ...) -> None: ...
