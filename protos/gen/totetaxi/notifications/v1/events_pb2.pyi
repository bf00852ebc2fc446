import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.audit.v1 import act_pb2 as _act_pb2
from totetaxi.event.v1 import options_pb2 as _options_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class MessageSent(_message.Message):
    __slots__ = ("message_id", "booking_id", "template", "channel", "sent_at")
    MESSAGE_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    TEMPLATE_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    SENT_AT_FIELD_NUMBER: _ClassVar[int]
    message_id: str
    booking_id: str
    template: str
    channel: str
    sent_at: _timestamp_pb2.Timestamp
    def __init__(self, message_id: _Optional[str] = ..., booking_id: _Optional[str] = ..., template: _Optional[str] = ..., channel: _Optional[str] = ..., sent_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ErasureCompleted(_message.Message):
    __slots__ = ("erasure_id", "customer_id", "kept", "completed_at")
    ERASURE_ID_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    KEPT_FIELD_NUMBER: _ClassVar[int]
    COMPLETED_AT_FIELD_NUMBER: _ClassVar[int]
    erasure_id: str
    customer_id: str
    kept: str
    completed_at: _timestamp_pb2.Timestamp
    def __init__(self, erasure_id: _Optional[str] = ..., customer_id: _Optional[str] = ..., kept: _Optional[str] = ..., completed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class AuditRecorded(_message.Message):
    __slots__ = ("act",)
    ACT_FIELD_NUMBER: _ClassVar[int]
    act: _act_pb2.Act
    def __init__(self, act: _Optional[_Union[_act_pb2.Act, _Mapping]] = ...) -> None: ...

class MessageBounced(_message.Message):
    __slots__ = ("message_id", "booking_id", "template", "is_complaint", "bounced_at")
    MESSAGE_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    TEMPLATE_FIELD_NUMBER: _ClassVar[int]
    IS_COMPLAINT_FIELD_NUMBER: _ClassVar[int]
    BOUNCED_AT_FIELD_NUMBER: _ClassVar[int]
    message_id: str
    booking_id: str
    template: str
    is_complaint: bool
    bounced_at: _timestamp_pb2.Timestamp
    def __init__(self, message_id: _Optional[str] = ..., booking_id: _Optional[str] = ..., template: _Optional[str] = ..., is_complaint: _Optional[bool] = ..., bounced_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class MessageSuppressed(_message.Message):
    __slots__ = ("message_id", "booking_id", "template", "channel", "reason")
    MESSAGE_ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    TEMPLATE_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    message_id: str
    booking_id: str
    template: str
    channel: str
    reason: str
    def __init__(self, message_id: _Optional[str] = ..., booking_id: _Optional[str] = ..., template: _Optional[str] = ..., channel: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class WebhookEndpointDisabled(_message.Message):
    __slots__ = ("endpoint_id", "api_key_id", "reason", "disabled_at")
    ENDPOINT_ID_FIELD_NUMBER: _ClassVar[int]
    API_KEY_ID_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    DISABLED_AT_FIELD_NUMBER: _ClassVar[int]
    endpoint_id: str
    api_key_id: str
    reason: str
    disabled_at: _timestamp_pb2.Timestamp
    def __init__(self, endpoint_id: _Optional[str] = ..., api_key_id: _Optional[str] = ..., reason: _Optional[str] = ..., disabled_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...
