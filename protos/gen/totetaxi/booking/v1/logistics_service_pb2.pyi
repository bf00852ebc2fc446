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

class ListDriversRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListDriversResponse(_message.Message):
    __slots__ = ("drivers",)
    DRIVERS_FIELD_NUMBER: _ClassVar[int]
    drivers: _containers.RepeatedCompositeFieldContainer[_logistics_pb2.Driver]
    def __init__(self, drivers: _Optional[_Iterable[_Union[_logistics_pb2.Driver, _Mapping]]] = ...) -> None: ...

class SaveDriverRequest(_message.Message):
    __slots__ = ("driver_id", "name", "phone", "is_active", "expected_version")
    DRIVER_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    IS_ACTIVE_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_VERSION_FIELD_NUMBER: _ClassVar[int]
    driver_id: str
    name: str
    phone: str
    is_active: bool
    expected_version: int
    def __init__(self, driver_id: _Optional[str] = ..., name: _Optional[str] = ..., phone: _Optional[str] = ..., is_active: _Optional[bool] = ..., expected_version: _Optional[int] = ...) -> None: ...

class SaveDriverResponse(_message.Message):
    __slots__ = ("driver",)
    DRIVER_FIELD_NUMBER: _ClassVar[int]
    driver: _logistics_pb2.Driver
    def __init__(self, driver: _Optional[_Union[_logistics_pb2.Driver, _Mapping]] = ...) -> None: ...

class ListVansRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListVansResponse(_message.Message):
    __slots__ = ("vans",)
    VANS_FIELD_NUMBER: _ClassVar[int]
    vans: _containers.RepeatedCompositeFieldContainer[_logistics_pb2.Van]
    def __init__(self, vans: _Optional[_Iterable[_Union[_logistics_pb2.Van, _Mapping]]] = ...) -> None: ...

class SaveVanRequest(_message.Message):
    __slots__ = ("van_id", "name", "capacity", "is_active", "expected_version")
    VAN_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    CAPACITY_FIELD_NUMBER: _ClassVar[int]
    IS_ACTIVE_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_VERSION_FIELD_NUMBER: _ClassVar[int]
    van_id: str
    name: str
    capacity: int
    is_active: bool
    expected_version: int
    def __init__(self, van_id: _Optional[str] = ..., name: _Optional[str] = ..., capacity: _Optional[int] = ..., is_active: _Optional[bool] = ..., expected_version: _Optional[int] = ...) -> None: ...

class SaveVanResponse(_message.Message):
    __slots__ = ("van",)
    VAN_FIELD_NUMBER: _ClassVar[int]
    van: _logistics_pb2.Van
    def __init__(self, van: _Optional[_Union[_logistics_pb2.Van, _Mapping]] = ...) -> None: ...

class ListDayTasksRequest(_message.Message):
    __slots__ = ("day",)
    DAY_FIELD_NUMBER: _ClassVar[int]
    day: str
    def __init__(self, day: _Optional[str] = ...) -> None: ...

class ListDayTasksResponse(_message.Message):
    __slots__ = ("tasks",)
    TASKS_FIELD_NUMBER: _ClassVar[int]
    tasks: _containers.RepeatedCompositeFieldContainer[_logistics_pb2.DeliveryTask]
    def __init__(self, tasks: _Optional[_Iterable[_Union[_logistics_pb2.DeliveryTask, _Mapping]]] = ...) -> None: ...

class ListUrgentTasksRequest(_message.Message):
    __slots__ = ("within_hours",)
    WITHIN_HOURS_FIELD_NUMBER: _ClassVar[int]
    within_hours: int
    def __init__(self, within_hours: _Optional[int] = ...) -> None: ...

class ListUrgentTasksResponse(_message.Message):
    __slots__ = ("tasks",)
    TASKS_FIELD_NUMBER: _ClassVar[int]
    tasks: _containers.RepeatedCompositeFieldContainer[_logistics_pb2.DeliveryTask]
    def __init__(self, tasks: _Optional[_Iterable[_Union[_logistics_pb2.DeliveryTask, _Mapping]]] = ...) -> None: ...

class AssignTaskRequest(_message.Message):
    __slots__ = ("task_id", "driver_id", "van_id", "planned_from", "planned_until", "expected_version")
    TASK_ID_FIELD_NUMBER: _ClassVar[int]
    DRIVER_ID_FIELD_NUMBER: _ClassVar[int]
    VAN_ID_FIELD_NUMBER: _ClassVar[int]
    PLANNED_FROM_FIELD_NUMBER: _ClassVar[int]
    PLANNED_UNTIL_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_VERSION_FIELD_NUMBER: _ClassVar[int]
    task_id: str
    driver_id: str
    van_id: str
    planned_from: _timestamp_pb2.Timestamp
    planned_until: _timestamp_pb2.Timestamp
    expected_version: int
    def __init__(self, task_id: _Optional[str] = ..., driver_id: _Optional[str] = ..., van_id: _Optional[str] = ..., planned_from: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., planned_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., expected_version: _Optional[int] = ...) -> None: ...

class AssignTaskResponse(_message.Message):
    __slots__ = ("task",)
    TASK_FIELD_NUMBER: _ClassVar[int]
    task: _logistics_pb2.DeliveryTask
    def __init__(self, task: _Optional[_Union[_logistics_pb2.DeliveryTask, _Mapping]] = ...) -> None: ...

class ReportTaskRequest(_message.Message):
    __slots__ = ("task_id", "status", "reason", "expected_version")
    TASK_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_VERSION_FIELD_NUMBER: _ClassVar[int]
    task_id: str
    status: _logistics_pb2.DeliveryTaskStatus
    reason: str
    expected_version: int
    def __init__(self, task_id: _Optional[str] = ..., status: _Optional[_Union[_logistics_pb2.DeliveryTaskStatus, str]] = ..., reason: _Optional[str] = ..., expected_version: _Optional[int] = ...) -> None: ...

class ReportTaskResponse(_message.Message):
    __slots__ = ("task",)
    TASK_FIELD_NUMBER: _ClassVar[int]
    task: _logistics_pb2.DeliveryTask
    def __init__(self, task: _Optional[_Union[_logistics_pb2.DeliveryTask, _Mapping]] = ...) -> None: ...
