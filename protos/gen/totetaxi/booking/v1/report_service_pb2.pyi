from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class FigurePeriod(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    FIGURE_PERIOD_UNSPECIFIED: _ClassVar[FigurePeriod]
    FIGURE_PERIOD_DAY: _ClassVar[FigurePeriod]
    FIGURE_PERIOD_WEEK: _ClassVar[FigurePeriod]
    FIGURE_PERIOD_MONTH: _ClassVar[FigurePeriod]
FIGURE_PERIOD_UNSPECIFIED: FigurePeriod
FIGURE_PERIOD_DAY: FigurePeriod
FIGURE_PERIOD_WEEK: FigurePeriod
FIGURE_PERIOD_MONTH: FigurePeriod

class GetBookingReportRequest(_message.Message):
    __slots__ = ("start_date", "end_date", "period")
    START_DATE_FIELD_NUMBER: _ClassVar[int]
    END_DATE_FIELD_NUMBER: _ClassVar[int]
    PERIOD_FIELD_NUMBER: _ClassVar[int]
    start_date: str
    end_date: str
    period: FigurePeriod
    def __init__(self, start_date: _Optional[str] = ..., end_date: _Optional[str] = ..., period: _Optional[_Union[FigurePeriod, str]] = ...) -> None: ...

class BookingFigures(_message.Message):
    __slots__ = ("period_start", "service_type", "booked", "waiting", "sold", "completed", "cancelled", "expired", "organized", "lead_days")
    PERIOD_START_FIELD_NUMBER: _ClassVar[int]
    SERVICE_TYPE_FIELD_NUMBER: _ClassVar[int]
    BOOKED_FIELD_NUMBER: _ClassVar[int]
    WAITING_FIELD_NUMBER: _ClassVar[int]
    SOLD_FIELD_NUMBER: _ClassVar[int]
    COMPLETED_FIELD_NUMBER: _ClassVar[int]
    CANCELLED_FIELD_NUMBER: _ClassVar[int]
    EXPIRED_FIELD_NUMBER: _ClassVar[int]
    ORGANIZED_FIELD_NUMBER: _ClassVar[int]
    LEAD_DAYS_FIELD_NUMBER: _ClassVar[int]
    period_start: str
    service_type: str
    booked: int
    waiting: int
    sold: int
    completed: int
    cancelled: int
    expired: int
    organized: int
    lead_days: int
    def __init__(self, period_start: _Optional[str] = ..., service_type: _Optional[str] = ..., booked: _Optional[int] = ..., waiting: _Optional[int] = ..., sold: _Optional[int] = ..., completed: _Optional[int] = ..., cancelled: _Optional[int] = ..., expired: _Optional[int] = ..., organized: _Optional[int] = ..., lead_days: _Optional[int] = ...) -> None: ...

class CapacityFigures(_message.Message):
    __slots__ = ("period_start", "used", "places", "organizers_used", "organizers")
    PERIOD_START_FIELD_NUMBER: _ClassVar[int]
    USED_FIELD_NUMBER: _ClassVar[int]
    PLACES_FIELD_NUMBER: _ClassVar[int]
    ORGANIZERS_USED_FIELD_NUMBER: _ClassVar[int]
    ORGANIZERS_FIELD_NUMBER: _ClassVar[int]
    period_start: str
    used: int
    places: int
    organizers_used: int
    organizers: int
    def __init__(self, period_start: _Optional[str] = ..., used: _Optional[int] = ..., places: _Optional[int] = ..., organizers_used: _Optional[int] = ..., organizers: _Optional[int] = ...) -> None: ...

class GetBookingReportResponse(_message.Message):
    __slots__ = ("rows", "total", "capacity", "total_capacity")
    ROWS_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    CAPACITY_FIELD_NUMBER: _ClassVar[int]
    TOTAL_CAPACITY_FIELD_NUMBER: _ClassVar[int]
    rows: _containers.RepeatedCompositeFieldContainer[BookingFigures]
    total: BookingFigures
    capacity: _containers.RepeatedCompositeFieldContainer[CapacityFigures]
    total_capacity: CapacityFigures
    def __init__(self, rows: _Optional[_Iterable[_Union[BookingFigures, _Mapping]]] = ..., total: _Optional[_Union[BookingFigures, _Mapping]] = ..., capacity: _Optional[_Iterable[_Union[CapacityFigures, _Mapping]]] = ..., total_capacity: _Optional[_Union[CapacityFigures, _Mapping]] = ...) -> None: ...

class ListTopCustomersRequest(_message.Message):
    __slots__ = ("limit",)
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    limit: int
    def __init__(self, limit: _Optional[int] = ...) -> None: ...

class TopCustomer(_message.Message):
    __slots__ = ("customer_id", "name", "sold")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SOLD_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    name: str
    sold: int
    def __init__(self, customer_id: _Optional[str] = ..., name: _Optional[str] = ..., sold: _Optional[int] = ...) -> None: ...

class ListTopCustomersResponse(_message.Message):
    __slots__ = ("customers",)
    CUSTOMERS_FIELD_NUMBER: _ClassVar[int]
    customers: _containers.RepeatedCompositeFieldContainer[TopCustomer]
    def __init__(self, customers: _Optional[_Iterable[_Union[TopCustomer, _Mapping]]] = ...) -> None: ...

class GetStaffReportRequest(_message.Message):
    __slots__ = ("start_date", "end_date")
    START_DATE_FIELD_NUMBER: _ClassVar[int]
    END_DATE_FIELD_NUMBER: _ClassVar[int]
    start_date: str
    end_date: str
    def __init__(self, start_date: _Optional[str] = ..., end_date: _Optional[str] = ...) -> None: ...

class StaffFigures(_message.Message):
    __slots__ = ("staff_id", "act", "count")
    STAFF_ID_FIELD_NUMBER: _ClassVar[int]
    ACT_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    staff_id: str
    act: str
    count: int
    def __init__(self, staff_id: _Optional[str] = ..., act: _Optional[str] = ..., count: _Optional[int] = ...) -> None: ...

class GetStaffReportResponse(_message.Message):
    __slots__ = ("rows",)
    ROWS_FIELD_NUMBER: _ClassVar[int]
    rows: _containers.RepeatedCompositeFieldContainer[StaffFigures]
    def __init__(self, rows: _Optional[_Iterable[_Union[StaffFigures, _Mapping]]] = ...) -> None: ...
