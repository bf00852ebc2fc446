from buf.validate import validate_pb2 as _validate_pb2
from totetaxi.payments.v1 import payment_pb2 as _payment_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SandboxOutcome(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SANDBOX_OUTCOME_UNSPECIFIED: _ClassVar[SandboxOutcome]
    SANDBOX_OUTCOME_SUCCEEDED: _ClassVar[SandboxOutcome]
    SANDBOX_OUTCOME_FAILED: _ClassVar[SandboxOutcome]
SANDBOX_OUTCOME_UNSPECIFIED: SandboxOutcome
SANDBOX_OUTCOME_SUCCEEDED: SandboxOutcome
SANDBOX_OUTCOME_FAILED: SandboxOutcome

class CreatePaymentIntentRequest(_message.Message):
    __slots__ = ("booking_id", "customer_email", "save_card")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_EMAIL_FIELD_NUMBER: _ClassVar[int]
    SAVE_CARD_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    customer_email: str
    save_card: bool
    def __init__(self, booking_id: _Optional[str] = ..., customer_email: _Optional[str] = ..., save_card: _Optional[bool] = ...) -> None: ...

class CreatePaymentIntentResponse(_message.Message):
    __slots__ = ("payment", "client_secret")
    PAYMENT_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    payment: _payment_pb2.Payment
    client_secret: str
    def __init__(self, payment: _Optional[_Union[_payment_pb2.Payment, _Mapping]] = ..., client_secret: _Optional[str] = ...) -> None: ...

class PayWithSavedCardRequest(_message.Message):
    __slots__ = ("booking_id", "payment_method_id")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    PAYMENT_METHOD_ID_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    payment_method_id: str
    def __init__(self, booking_id: _Optional[str] = ..., payment_method_id: _Optional[str] = ...) -> None: ...

class PayWithSavedCardResponse(_message.Message):
    __slots__ = ("payment", "client_secret")
    PAYMENT_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    payment: _payment_pb2.Payment
    client_secret: str
    def __init__(self, payment: _Optional[_Union[_payment_pb2.Payment, _Mapping]] = ..., client_secret: _Optional[str] = ...) -> None: ...

class GetBookingPaymentRequest(_message.Message):
    __slots__ = ("booking_id",)
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    def __init__(self, booking_id: _Optional[str] = ...) -> None: ...

class GetBookingPaymentResponse(_message.Message):
    __slots__ = ("payment",)
    PAYMENT_FIELD_NUMBER: _ClassVar[int]
    payment: _payment_pb2.Payment
    def __init__(self, payment: _Optional[_Union[_payment_pb2.Payment, _Mapping]] = ...) -> None: ...

class ReceiveWebhookRequest(_message.Message):
    __slots__ = ("payload", "signature")
    PAYLOAD_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    payload: bytes
    signature: str
    def __init__(self, payload: _Optional[bytes] = ..., signature: _Optional[str] = ...) -> None: ...

class ReceiveWebhookResponse(_message.Message):
    __slots__ = ("is_duplicate",)
    IS_DUPLICATE_FIELD_NUMBER: _ClassVar[int]
    is_duplicate: bool
    def __init__(self, is_duplicate: _Optional[bool] = ...) -> None: ...

class ConfirmSandboxPaymentRequest(_message.Message):
    __slots__ = ("payment_intent_id", "outcome", "failure_reason")
    PAYMENT_INTENT_ID_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    FAILURE_REASON_FIELD_NUMBER: _ClassVar[int]
    payment_intent_id: str
    outcome: SandboxOutcome
    failure_reason: str
    def __init__(self, payment_intent_id: _Optional[str] = ..., outcome: _Optional[_Union[SandboxOutcome, str]] = ..., failure_reason: _Optional[str] = ...) -> None: ...

class ConfirmSandboxPaymentResponse(_message.Message):
    __slots__ = ("payment",)
    PAYMENT_FIELD_NUMBER: _ClassVar[int]
    payment: _payment_pb2.Payment
    def __init__(self, payment: _Optional[_Union[_payment_pb2.Payment, _Mapping]] = ...) -> None: ...

class ExportCustomerDataRequest(_message.Message):
    __slots__ = ("cursor",)
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    cursor: str
    def __init__(self, cursor: _Optional[str] = ...) -> None: ...

class ExportCustomerDataResponse(_message.Message):
    __slots__ = ("data_json", "next_cursor")
    DATA_JSON_FIELD_NUMBER: _ClassVar[int]
    NEXT_CURSOR_FIELD_NUMBER: _ClassVar[int]
    data_json: str
    next_cursor: str
    def __init__(self, data_json: _Optional[str] = ..., next_cursor: _Optional[str] = ...) -> None: ...
