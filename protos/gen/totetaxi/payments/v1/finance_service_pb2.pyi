import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.payments.v1 import payment_pb2 as _payment_pb2
from totetaxi.payments.v1 import refund_pb2 as _refund_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ReportPeriod(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    REPORT_PERIOD_UNSPECIFIED: _ClassVar[ReportPeriod]
    REPORT_PERIOD_DAY: _ClassVar[ReportPeriod]
    REPORT_PERIOD_WEEK: _ClassVar[ReportPeriod]
    REPORT_PERIOD_MONTH: _ClassVar[ReportPeriod]
REPORT_PERIOD_UNSPECIFIED: ReportPeriod
REPORT_PERIOD_DAY: ReportPeriod
REPORT_PERIOD_WEEK: ReportPeriod
REPORT_PERIOD_MONTH: ReportPeriod

class PaymentFilter(_message.Message):
    __slots__ = ("status", "search", "booking_id", "customer_id", "until")
    STATUS_FIELD_NUMBER: _ClassVar[int]
    SEARCH_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    FROM_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    status: _payment_pb2.PaymentStatus
    search: str
    booking_id: str
    customer_id: str
    until: _timestamp_pb2.Timestamp
    def __init__(self, status: _Optional[_Union[_payment_pb2.PaymentStatus, str]] = ..., search: _Optional[str] = ..., booking_id: _Optional[str] = ..., customer_id: _Optional[str] = ..., until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., **kwargs) -> None: ...

class ListPaymentsRequest(_message.Message):
    __slots__ = ("filter", "page_size", "page_token")
    FILTER_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    filter: PaymentFilter
    page_size: int
    page_token: str
    def __init__(self, filter: _Optional[_Union[PaymentFilter, _Mapping]] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListPaymentsResponse(_message.Message):
    __slots__ = ("payments", "next_page_token", "total_count")
    PAYMENTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    TOTAL_COUNT_FIELD_NUMBER: _ClassVar[int]
    payments: _containers.RepeatedCompositeFieldContainer[_payment_pb2.Payment]
    next_page_token: str
    total_count: int
    def __init__(self, payments: _Optional[_Iterable[_Union[_payment_pb2.Payment, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., total_count: _Optional[int] = ...) -> None: ...

class GetPaymentRequest(_message.Message):
    __slots__ = ("payment_id",)
    PAYMENT_ID_FIELD_NUMBER: _ClassVar[int]
    payment_id: str
    def __init__(self, payment_id: _Optional[str] = ...) -> None: ...

class GetPaymentResponse(_message.Message):
    __slots__ = ("payment", "refunds", "disputes")
    PAYMENT_FIELD_NUMBER: _ClassVar[int]
    REFUNDS_FIELD_NUMBER: _ClassVar[int]
    DISPUTES_FIELD_NUMBER: _ClassVar[int]
    payment: _payment_pb2.Payment
    refunds: _containers.RepeatedCompositeFieldContainer[_refund_pb2.Refund]
    disputes: _containers.RepeatedCompositeFieldContainer[Dispute]
    def __init__(self, payment: _Optional[_Union[_payment_pb2.Payment, _Mapping]] = ..., refunds: _Optional[_Iterable[_Union[_refund_pb2.Refund, _Mapping]]] = ..., disputes: _Optional[_Iterable[_Union[Dispute, _Mapping]]] = ...) -> None: ...

class ListBookingPaymentsRequest(_message.Message):
    __slots__ = ("booking_ids",)
    BOOKING_IDS_FIELD_NUMBER: _ClassVar[int]
    booking_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, booking_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class ListBookingPaymentsResponse(_message.Message):
    __slots__ = ("payments",)
    PAYMENTS_FIELD_NUMBER: _ClassVar[int]
    payments: _containers.RepeatedCompositeFieldContainer[_payment_pb2.Payment]
    def __init__(self, payments: _Optional[_Iterable[_Union[_payment_pb2.Payment, _Mapping]]] = ...) -> None: ...

class Dispute(_message.Message):
    __slots__ = ("id", "stripe_dispute_id", "payment_id", "booking_number", "customer_name", "amount_cents", "reason", "status", "evidence_due_at", "created_at", "closed_at")
    ID_FIELD_NUMBER: _ClassVar[int]
    STRIPE_DISPUTE_ID_FIELD_NUMBER: _ClassVar[int]
    PAYMENT_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_NUMBER_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_NAME_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_CENTS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_DUE_AT_FIELD_NUMBER: _ClassVar[int]
    CREATED_AT_FIELD_NUMBER: _ClassVar[int]
    CLOSED_AT_FIELD_NUMBER: _ClassVar[int]
    id: str
    stripe_dispute_id: str
    payment_id: str
    booking_number: str
    customer_name: str
    amount_cents: int
    reason: str
    status: str
    evidence_due_at: _timestamp_pb2.Timestamp
    created_at: _timestamp_pb2.Timestamp
    closed_at: _timestamp_pb2.Timestamp
    def __init__(self, id: _Optional[str] = ..., stripe_dispute_id: _Optional[str] = ..., payment_id: _Optional[str] = ..., booking_number: _Optional[str] = ..., customer_name: _Optional[str] = ..., amount_cents: _Optional[int] = ..., reason: _Optional[str] = ..., status: _Optional[str] = ..., evidence_due_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., created_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., closed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListDisputesRequest(_message.Message):
    __slots__ = ("status", "only_open", "page_size", "page_token", "until")
    STATUS_FIELD_NUMBER: _ClassVar[int]
    ONLY_OPEN_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    FROM_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    status: str
    only_open: bool
    page_size: int
    page_token: str
    until: _timestamp_pb2.Timestamp
    def __init__(self, status: _Optional[str] = ..., only_open: _Optional[bool] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., **kwargs) -> None: ...

class ListDisputesResponse(_message.Message):
    __slots__ = ("disputes", "next_page_token", "total_count")
    DISPUTES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    TOTAL_COUNT_FIELD_NUMBER: _ClassVar[int]
    disputes: _containers.RepeatedCompositeFieldContainer[Dispute]
    next_page_token: str
    total_count: int
    def __init__(self, disputes: _Optional[_Iterable[_Union[Dispute, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., total_count: _Optional[int] = ...) -> None: ...

class GetPaymentStatisticsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetPaymentStatisticsResponse(_message.Message):
    __slots__ = ("total_payments", "pending_payments", "failed_payments", "revenue_cents", "refunds_to_decide", "open_disputes")
    TOTAL_PAYMENTS_FIELD_NUMBER: _ClassVar[int]
    PENDING_PAYMENTS_FIELD_NUMBER: _ClassVar[int]
    FAILED_PAYMENTS_FIELD_NUMBER: _ClassVar[int]
    REVENUE_CENTS_FIELD_NUMBER: _ClassVar[int]
    REFUNDS_TO_DECIDE_FIELD_NUMBER: _ClassVar[int]
    OPEN_DISPUTES_FIELD_NUMBER: _ClassVar[int]
    total_payments: int
    pending_payments: int
    failed_payments: int
    revenue_cents: int
    refunds_to_decide: int
    open_disputes: int
    def __init__(self, total_payments: _Optional[int] = ..., pending_payments: _Optional[int] = ..., failed_payments: _Optional[int] = ..., revenue_cents: _Optional[int] = ..., refunds_to_decide: _Optional[int] = ..., open_disputes: _Optional[int] = ...) -> None: ...

class GetRevenueReportRequest(_message.Message):
    __slots__ = ("start_date", "end_date", "period")
    START_DATE_FIELD_NUMBER: _ClassVar[int]
    END_DATE_FIELD_NUMBER: _ClassVar[int]
    PERIOD_FIELD_NUMBER: _ClassVar[int]
    start_date: str
    end_date: str
    period: ReportPeriod
    def __init__(self, start_date: _Optional[str] = ..., end_date: _Optional[str] = ..., period: _Optional[_Union[ReportPeriod, str]] = ...) -> None: ...

class RevenueRow(_message.Message):
    __slots__ = ("period_start", "service_type", "bookings", "revenue_cents", "organizing_cents", "tax_cents", "refunds_cents", "disputes_cents", "fees_cents", "net_cents")
    PERIOD_START_FIELD_NUMBER: _ClassVar[int]
    SERVICE_TYPE_FIELD_NUMBER: _ClassVar[int]
    BOOKINGS_FIELD_NUMBER: _ClassVar[int]
    REVENUE_CENTS_FIELD_NUMBER: _ClassVar[int]
    ORGANIZING_CENTS_FIELD_NUMBER: _ClassVar[int]
    TAX_CENTS_FIELD_NUMBER: _ClassVar[int]
    REFUNDS_CENTS_FIELD_NUMBER: _ClassVar[int]
    DISPUTES_CENTS_FIELD_NUMBER: _ClassVar[int]
    FEES_CENTS_FIELD_NUMBER: _ClassVar[int]
    NET_CENTS_FIELD_NUMBER: _ClassVar[int]
    period_start: str
    service_type: str
    bookings: int
    revenue_cents: int
    organizing_cents: int
    tax_cents: int
    refunds_cents: int
    disputes_cents: int
    fees_cents: int
    net_cents: int
    def __init__(self, period_start: _Optional[str] = ..., service_type: _Optional[str] = ..., bookings: _Optional[int] = ..., revenue_cents: _Optional[int] = ..., organizing_cents: _Optional[int] = ..., tax_cents: _Optional[int] = ..., refunds_cents: _Optional[int] = ..., disputes_cents: _Optional[int] = ..., fees_cents: _Optional[int] = ..., net_cents: _Optional[int] = ...) -> None: ...

class GetRevenueReportResponse(_message.Message):
    __slots__ = ("rows", "total")
    ROWS_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    rows: _containers.RepeatedCompositeFieldContainer[RevenueRow]
    total: RevenueRow
    def __init__(self, rows: _Optional[_Iterable[_Union[RevenueRow, _Mapping]]] = ..., total: _Optional[_Union[RevenueRow, _Mapping]] = ...) -> None: ...

class GetBalancesRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class AccountBalance(_message.Message):
    __slots__ = ("account", "balance_cents")
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    BALANCE_CENTS_FIELD_NUMBER: _ClassVar[int]
    account: str
    balance_cents: int
    def __init__(self, account: _Optional[str] = ..., balance_cents: _Optional[int] = ...) -> None: ...

class GetBalancesResponse(_message.Message):
    __slots__ = ("balances",)
    BALANCES_FIELD_NUMBER: _ClassVar[int]
    balances: _containers.RepeatedCompositeFieldContainer[AccountBalance]
    def __init__(self, balances: _Optional[_Iterable[_Union[AccountBalance, _Mapping]]] = ...) -> None: ...

class ListLedgerRequest(_message.Message):
    __slots__ = ("booking_id", "kind", "until", "page_size", "page_token")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    FROM_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    kind: str
    until: _timestamp_pb2.Timestamp
    page_size: int
    page_token: str
    def __init__(self, booking_id: _Optional[str] = ..., kind: _Optional[str] = ..., until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., **kwargs) -> None: ...

class LedgerMovement(_message.Message):
    __slots__ = ("id", "kind", "source", "booking_id", "service_type", "occurred_at", "entries")
    ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    SERVICE_TYPE_FIELD_NUMBER: _ClassVar[int]
    OCCURRED_AT_FIELD_NUMBER: _ClassVar[int]
    ENTRIES_FIELD_NUMBER: _ClassVar[int]
    id: str
    kind: str
    source: str
    booking_id: str
    service_type: str
    occurred_at: _timestamp_pb2.Timestamp
    entries: _containers.RepeatedCompositeFieldContainer[AccountBalance]
    def __init__(self, id: _Optional[str] = ..., kind: _Optional[str] = ..., source: _Optional[str] = ..., booking_id: _Optional[str] = ..., service_type: _Optional[str] = ..., occurred_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., entries: _Optional[_Iterable[_Union[AccountBalance, _Mapping]]] = ...) -> None: ...

class ListLedgerResponse(_message.Message):
    __slots__ = ("movements", "next_page_token", "total_count")
    MOVEMENTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    TOTAL_COUNT_FIELD_NUMBER: _ClassVar[int]
    movements: _containers.RepeatedCompositeFieldContainer[LedgerMovement]
    next_page_token: str
    total_count: int
    def __init__(self, movements: _Optional[_Iterable[_Union[LedgerMovement, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., total_count: _Optional[int] = ...) -> None: ...

class InspectBookingPaymentsRequest(_message.Message):
    __slots__ = ("booking_id",)
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    def __init__(self, booking_id: _Optional[str] = ...) -> None: ...

class InspectBookingPaymentsResponse(_message.Message):
    __slots__ = ("payments", "refunds", "disputes")
    PAYMENTS_FIELD_NUMBER: _ClassVar[int]
    REFUNDS_FIELD_NUMBER: _ClassVar[int]
    DISPUTES_FIELD_NUMBER: _ClassVar[int]
    payments: _containers.RepeatedCompositeFieldContainer[_payment_pb2.Payment]
    refunds: _containers.RepeatedCompositeFieldContainer[_refund_pb2.Refund]
    disputes: _containers.RepeatedCompositeFieldContainer[Dispute]
    def __init__(self, payments: _Optional[_Iterable[_Union[_payment_pb2.Payment, _Mapping]]] = ..., refunds: _Optional[_Iterable[_Union[_refund_pb2.Refund, _Mapping]]] = ..., disputes: _Optional[_Iterable[_Union[Dispute, _Mapping]]] = ...) -> None: ...
