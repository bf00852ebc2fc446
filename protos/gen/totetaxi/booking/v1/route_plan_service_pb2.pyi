from buf.validate import validate_pb2 as _validate_pb2
from totetaxi.booking.v1 import booking_paper_service_pb2 as _booking_paper_service_pb2
from totetaxi.booking.v1 import route_plan_pb2 as _route_plan_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class VanCrew(_message.Message):
    __slots__ = ("van_id", "driver_id")
    VAN_ID_FIELD_NUMBER: _ClassVar[int]
    DRIVER_ID_FIELD_NUMBER: _ClassVar[int]
    van_id: str
    driver_id: str
    def __init__(self, van_id: _Optional[str] = ..., driver_id: _Optional[str] = ...) -> None: ...

class PlanRoutesRequest(_message.Message):
    __slots__ = ("day", "is_anew", "crews")
    DAY_FIELD_NUMBER: _ClassVar[int]
    IS_ANEW_FIELD_NUMBER: _ClassVar[int]
    CREWS_FIELD_NUMBER: _ClassVar[int]
    day: str
    is_anew: bool
    crews: _containers.RepeatedCompositeFieldContainer[VanCrew]
    def __init__(self, day: _Optional[str] = ..., is_anew: _Optional[bool] = ..., crews: _Optional[_Iterable[_Union[VanCrew, _Mapping]]] = ...) -> None: ...

class PlanRoutesResponse(_message.Message):
    __slots__ = ("plan",)
    PLAN_FIELD_NUMBER: _ClassVar[int]
    plan: _route_plan_pb2.RoutePlan
    def __init__(self, plan: _Optional[_Union[_route_plan_pb2.RoutePlan, _Mapping]] = ...) -> None: ...

class GetRoutePlanRequest(_message.Message):
    __slots__ = ("plan_id",)
    PLAN_ID_FIELD_NUMBER: _ClassVar[int]
    plan_id: str
    def __init__(self, plan_id: _Optional[str] = ...) -> None: ...

class GetRoutePlanResponse(_message.Message):
    __slots__ = ("plan",)
    PLAN_FIELD_NUMBER: _ClassVar[int]
    plan: _route_plan_pb2.RoutePlan
    def __init__(self, plan: _Optional[_Union[_route_plan_pb2.RoutePlan, _Mapping]] = ...) -> None: ...

class ListRoutePlansRequest(_message.Message):
    __slots__ = ("day", "page_size", "page_token")
    DAY_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    day: str
    page_size: int
    page_token: str
    def __init__(self, day: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListRoutePlansResponse(_message.Message):
    __slots__ = ("plans", "next_page_token")
    PLANS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    plans: _containers.RepeatedCompositeFieldContainer[_route_plan_pb2.RoutePlanSummary]
    next_page_token: str
    def __init__(self, plans: _Optional[_Iterable[_Union[_route_plan_pb2.RoutePlanSummary, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class AcceptRoutePlanRequest(_message.Message):
    __slots__ = ("plan_id",)
    PLAN_ID_FIELD_NUMBER: _ClassVar[int]
    plan_id: str
    def __init__(self, plan_id: _Optional[str] = ...) -> None: ...

class AcceptRoutePlanResponse(_message.Message):
    __slots__ = ("plan",)
    PLAN_FIELD_NUMBER: _ClassVar[int]
    plan: _route_plan_pb2.RoutePlan
    def __init__(self, plan: _Optional[_Union[_route_plan_pb2.RoutePlan, _Mapping]] = ...) -> None: ...

class GetDriverSheetRequest(_message.Message):
    __slots__ = ("van_id", "day")
    VAN_ID_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    van_id: str
    day: str
    def __init__(self, van_id: _Optional[str] = ..., day: _Optional[str] = ...) -> None: ...

class GetDriverSheetResponse(_message.Message):
    __slots__ = ("paper",)
    PAPER_FIELD_NUMBER: _ClassVar[int]
    paper: _booking_paper_service_pb2.Paper
    def __init__(self, paper: _Optional[_Union[_booking_paper_service_pb2.Paper, _Mapping]] = ...) -> None: ...
