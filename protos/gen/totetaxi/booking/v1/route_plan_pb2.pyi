import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.booking.v1 import logistics_pb2 as _logistics_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RouteStop(_message.Message):
    __slots__ = ("task", "arrives_at", "begins_at", "departs_at", "drive_seconds", "drive_meters", "is_fixed")
    TASK_FIELD_NUMBER: _ClassVar[int]
    ARRIVES_AT_FIELD_NUMBER: _ClassVar[int]
    BEGINS_AT_FIELD_NUMBER: _ClassVar[int]
    DEPARTS_AT_FIELD_NUMBER: _ClassVar[int]
    DRIVE_SECONDS_FIELD_NUMBER: _ClassVar[int]
    DRIVE_METERS_FIELD_NUMBER: _ClassVar[int]
    IS_FIXED_FIELD_NUMBER: _ClassVar[int]
    task: _logistics_pb2.DeliveryTask
    arrives_at: _timestamp_pb2.Timestamp
    begins_at: _timestamp_pb2.Timestamp
    departs_at: _timestamp_pb2.Timestamp
    drive_seconds: int
    drive_meters: int
    is_fixed: bool
    def __init__(self, task: _Optional[_Union[_logistics_pb2.DeliveryTask, _Mapping]] = ..., arrives_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., begins_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., departs_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., drive_seconds: _Optional[int] = ..., drive_meters: _Optional[int] = ..., is_fixed: _Optional[bool] = ...) -> None: ...

class VanRoute(_message.Message):
    __slots__ = ("van_id", "van_name", "driver_id", "driver_name", "starts_at", "ends_at", "drive_seconds", "drive_meters", "waiting_seconds", "stops")
    VAN_ID_FIELD_NUMBER: _ClassVar[int]
    VAN_NAME_FIELD_NUMBER: _ClassVar[int]
    DRIVER_ID_FIELD_NUMBER: _ClassVar[int]
    DRIVER_NAME_FIELD_NUMBER: _ClassVar[int]
    STARTS_AT_FIELD_NUMBER: _ClassVar[int]
    ENDS_AT_FIELD_NUMBER: _ClassVar[int]
    DRIVE_SECONDS_FIELD_NUMBER: _ClassVar[int]
    DRIVE_METERS_FIELD_NUMBER: _ClassVar[int]
    WAITING_SECONDS_FIELD_NUMBER: _ClassVar[int]
    STOPS_FIELD_NUMBER: _ClassVar[int]
    van_id: str
    van_name: str
    driver_id: str
    driver_name: str
    starts_at: _timestamp_pb2.Timestamp
    ends_at: _timestamp_pb2.Timestamp
    drive_seconds: int
    drive_meters: int
    waiting_seconds: int
    stops: _containers.RepeatedCompositeFieldContainer[RouteStop]
    def __init__(self, van_id: _Optional[str] = ..., van_name: _Optional[str] = ..., driver_id: _Optional[str] = ..., driver_name: _Optional[str] = ..., starts_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., ends_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., drive_seconds: _Optional[int] = ..., drive_meters: _Optional[int] = ..., waiting_seconds: _Optional[int] = ..., stops: _Optional[_Iterable[_Union[RouteStop, _Mapping]]] = ...) -> None: ...

class LeftOutTask(_message.Message):
    __slots__ = ("task", "reason")
    TASK_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    task: _logistics_pb2.DeliveryTask
    reason: str
    def __init__(self, task: _Optional[_Union[_logistics_pb2.DeliveryTask, _Mapping]] = ..., reason: _Optional[str] = ...) -> None: ...

class IdleVan(_message.Message):
    __slots__ = ("van_id", "van_name", "reason")
    VAN_ID_FIELD_NUMBER: _ClassVar[int]
    VAN_NAME_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    van_id: str
    van_name: str
    reason: str
    def __init__(self, van_id: _Optional[str] = ..., van_name: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class RouteTotals(_message.Message):
    __slots__ = ("stop_count", "van_count", "drive_seconds", "drive_meters")
    STOP_COUNT_FIELD_NUMBER: _ClassVar[int]
    VAN_COUNT_FIELD_NUMBER: _ClassVar[int]
    DRIVE_SECONDS_FIELD_NUMBER: _ClassVar[int]
    DRIVE_METERS_FIELD_NUMBER: _ClassVar[int]
    stop_count: int
    van_count: int
    drive_seconds: int
    drive_meters: int
    def __init__(self, stop_count: _Optional[int] = ..., van_count: _Optional[int] = ..., drive_seconds: _Optional[int] = ..., drive_meters: _Optional[int] = ...) -> None: ...

class RoutePlanSummary(_message.Message):
    __slots__ = ("id", "day", "version", "made_at", "is_anew", "accepted_at", "stop_count", "left_out_count")
    ID_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    MADE_AT_FIELD_NUMBER: _ClassVar[int]
    IS_ANEW_FIELD_NUMBER: _ClassVar[int]
    ACCEPTED_AT_FIELD_NUMBER: _ClassVar[int]
    STOP_COUNT_FIELD_NUMBER: _ClassVar[int]
    LEFT_OUT_COUNT_FIELD_NUMBER: _ClassVar[int]
    id: str
    day: str
    version: int
    made_at: _timestamp_pb2.Timestamp
    is_anew: bool
    accepted_at: _timestamp_pb2.Timestamp
    stop_count: int
    left_out_count: int
    def __init__(self, id: _Optional[str] = ..., day: _Optional[str] = ..., version: _Optional[int] = ..., made_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., is_anew: _Optional[bool] = ..., accepted_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., stop_count: _Optional[int] = ..., left_out_count: _Optional[int] = ...) -> None: ...

class RoutePlan(_message.Message):
    __slots__ = ("summary", "routes", "left_out", "idle_vans", "before", "after")
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    ROUTES_FIELD_NUMBER: _ClassVar[int]
    LEFT_OUT_FIELD_NUMBER: _ClassVar[int]
    IDLE_VANS_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    summary: RoutePlanSummary
    routes: _containers.RepeatedCompositeFieldContainer[VanRoute]
    left_out: _containers.RepeatedCompositeFieldContainer[LeftOutTask]
    idle_vans: _containers.RepeatedCompositeFieldContainer[IdleVan]
    before: RouteTotals
    after: RouteTotals
    def __init__(self, summary: _Optional[_Union[RoutePlanSummary, _Mapping]] = ..., routes: _Optional[_Iterable[_Union[VanRoute, _Mapping]]] = ..., left_out: _Optional[_Iterable[_Union[LeftOutTask, _Mapping]]] = ..., idle_vans: _Optional[_Iterable[_Union[IdleVan, _Mapping]]] = ..., before: _Optional[_Union[RouteTotals, _Mapping]] = ..., after: _Optional[_Union[RouteTotals, _Mapping]] = ...) -> None: ...
