import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.booking.v1 import booking_pb2 as _booking_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DeliveryTaskKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DELIVERY_TASK_KIND_UNSPECIFIED: _ClassVar[DeliveryTaskKind]
    DELIVERY_TASK_KIND_PICKUP: _ClassVar[DeliveryTaskKind]
    DELIVERY_TASK_KIND_DELIVERY: _ClassVar[DeliveryTaskKind]
    DELIVERY_TASK_KIND_AIRPORT_DELIVERY: _ClassVar[DeliveryTaskKind]
    DELIVERY_TASK_KIND_TO_STORAGE: _ClassVar[DeliveryTaskKind]
    DELIVERY_TASK_KIND_FROM_STORAGE: _ClassVar[DeliveryTaskKind]

class DeliveryTaskStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DELIVERY_TASK_STATUS_UNSPECIFIED: _ClassVar[DeliveryTaskStatus]
    DELIVERY_TASK_STATUS_UNASSIGNED: _ClassVar[DeliveryTaskStatus]
    DELIVERY_TASK_STATUS_ASSIGNED: _ClassVar[DeliveryTaskStatus]
    DELIVERY_TASK_STATUS_EN_ROUTE: _ClassVar[DeliveryTaskStatus]
    DELIVERY_TASK_STATUS_ARRIVED: _ClassVar[DeliveryTaskStatus]
    DELIVERY_TASK_STATUS_LOADED: _ClassVar[DeliveryTaskStatus]
    DELIVERY_TASK_STATUS_DELIVERED: _ClassVar[DeliveryTaskStatus]
    DELIVERY_TASK_STATUS_FAILED: _ClassVar[DeliveryTaskStatus]
    DELIVERY_TASK_STATUS_CANCELLED: _ClassVar[DeliveryTaskStatus]
DELIVERY_TASK_KIND_UNSPECIFIED: DeliveryTaskKind
DELIVERY_TASK_KIND_PICKUP: DeliveryTaskKind
DELIVERY_TASK_KIND_DELIVERY: DeliveryTaskKind
DELIVERY_TASK_KIND_AIRPORT_DELIVERY: DeliveryTaskKind
DELIVERY_TASK_KIND_TO_STORAGE: DeliveryTaskKind
DELIVERY_TASK_KIND_FROM_STORAGE: DeliveryTaskKind
DELIVERY_TASK_STATUS_UNSPECIFIED: DeliveryTaskStatus
DELIVERY_TASK_STATUS_UNASSIGNED: DeliveryTaskStatus
DELIVERY_TASK_STATUS_ASSIGNED: DeliveryTaskStatus
DELIVERY_TASK_STATUS_EN_ROUTE: DeliveryTaskStatus
DELIVERY_TASK_STATUS_ARRIVED: DeliveryTaskStatus
DELIVERY_TASK_STATUS_LOADED: DeliveryTaskStatus
DELIVERY_TASK_STATUS_DELIVERED: DeliveryTaskStatus
DELIVERY_TASK_STATUS_FAILED: DeliveryTaskStatus
DELIVERY_TASK_STATUS_CANCELLED: DeliveryTaskStatus

class Driver(_message.Message):
    __slots__ = ("id", "name", "phone", "is_active", "version")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    IS_ACTIVE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    phone: str
    is_active: bool
    version: int
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., phone: _Optional[str] = ..., is_active: _Optional[bool] = ..., version: _Optional[int] = ...) -> None: ...

class Van(_message.Message):
    __slots__ = ("id", "name", "capacity", "is_active", "version")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    CAPACITY_FIELD_NUMBER: _ClassVar[int]
    IS_ACTIVE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    capacity: int
    is_active: bool
    version: int
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., capacity: _Optional[int] = ..., is_active: _Optional[bool] = ..., version: _Optional[int] = ...) -> None: ...

class DeliveryTask(_message.Message):
    __slots__ = ("id", "booking_id", "booking_number", "customer_name", "kind", "status", "day", "window_from", "window_until", "planned_from", "planned_until", "address", "airport", "driver_id", "driver_name", "van_id", "van_name", "failure", "updated_at", "version", "next_statuses")
    ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_NUMBER_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_NAME_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    WINDOW_FROM_FIELD_NUMBER: _ClassVar[int]
    WINDOW_UNTIL_FIELD_NUMBER: _ClassVar[int]
    PLANNED_FROM_FIELD_NUMBER: _ClassVar[int]
    PLANNED_UNTIL_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    AIRPORT_FIELD_NUMBER: _ClassVar[int]
    DRIVER_ID_FIELD_NUMBER: _ClassVar[int]
    DRIVER_NAME_FIELD_NUMBER: _ClassVar[int]
    VAN_ID_FIELD_NUMBER: _ClassVar[int]
    VAN_NAME_FIELD_NUMBER: _ClassVar[int]
    FAILURE_FIELD_NUMBER: _ClassVar[int]
    UPDATED_AT_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    NEXT_STATUSES_FIELD_NUMBER: _ClassVar[int]
    id: str
    booking_id: str
    booking_number: str
    customer_name: str
    kind: DeliveryTaskKind
    status: DeliveryTaskStatus
    day: str
    window_from: _timestamp_pb2.Timestamp
    window_until: _timestamp_pb2.Timestamp
    planned_from: _timestamp_pb2.Timestamp
    planned_until: _timestamp_pb2.Timestamp
    address: _booking_pb2.Address
    airport: str
    driver_id: str
    driver_name: str
    van_id: str
    van_name: str
    failure: str
    updated_at: _timestamp_pb2.Timestamp
    version: int
    next_statuses: _containers.RepeatedScalarFieldContainer[DeliveryTaskStatus]
    def __init__(self, id: _Optional[str] = ..., booking_id: _Optional[str] = ..., booking_number: _Optional[str] = ..., customer_name: _Optional[str] = ..., kind: _Optional[_Union[DeliveryTaskKind, str]] = ..., status: _Optional[_Union[DeliveryTaskStatus, str]] = ..., day: _Optional[str] = ..., window_from: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., window_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., planned_from: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., planned_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., address: _Optional[_Union[_booking_pb2.Address, _Mapping]] = ..., airport: _Optional[str] = ..., driver_id: _Optional[str] = ..., driver_name: _Optional[str] = ..., van_id: _Optional[str] = ..., van_name: _Optional[str] = ..., failure: _Optional[str] = ..., updated_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., version: _Optional[int] = ..., next_statuses: _Optional[_Iterable[_Union[DeliveryTaskStatus, str]]] = ...) -> None: ...
