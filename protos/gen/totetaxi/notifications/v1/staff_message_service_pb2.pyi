import datetime

from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from totetaxi.notifications.v1 import notifications_service_pb2 as _notifications_service_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class NoteKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    NOTE_KIND_UNSPECIFIED: _ClassVar[NoteKind]
    NOTE_KIND_QUESTION: _ClassVar[NoteKind]
    NOTE_KIND_NOTICE: _ClassVar[NoteKind]
NOTE_KIND_UNSPECIFIED: NoteKind
NOTE_KIND_QUESTION: NoteKind
NOTE_KIND_NOTICE: NoteKind

class LoggedMessage(_message.Message):
    __slots__ = ("id", "booking_id", "account_id", "template", "channel", "recipient", "language", "status", "attempts", "last_error", "provider_message_id", "created_at", "due_at", "good_until", "sent_at", "trouble", "trouble_at", "opened_at")
    ID_FIELD_NUMBER: _ClassVar[int]
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_ID_FIELD_NUMBER: _ClassVar[int]
    TEMPLATE_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    RECIPIENT_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    ATTEMPTS_FIELD_NUMBER: _ClassVar[int]
    LAST_ERROR_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_MESSAGE_ID_FIELD_NUMBER: _ClassVar[int]
    CREATED_AT_FIELD_NUMBER: _ClassVar[int]
    DUE_AT_FIELD_NUMBER: _ClassVar[int]
    GOOD_UNTIL_FIELD_NUMBER: _ClassVar[int]
    SENT_AT_FIELD_NUMBER: _ClassVar[int]
    TROUBLE_FIELD_NUMBER: _ClassVar[int]
    TROUBLE_AT_FIELD_NUMBER: _ClassVar[int]
    OPENED_AT_FIELD_NUMBER: _ClassVar[int]
    id: str
    booking_id: str
    account_id: str
    template: str
    channel: str
    recipient: str
    language: str
    status: _notifications_service_pb2.MessageStatus
    attempts: int
    last_error: str
    provider_message_id: str
    created_at: _timestamp_pb2.Timestamp
    due_at: _timestamp_pb2.Timestamp
    good_until: _timestamp_pb2.Timestamp
    sent_at: _timestamp_pb2.Timestamp
    trouble: str
    trouble_at: _timestamp_pb2.Timestamp
    opened_at: _timestamp_pb2.Timestamp
    def __init__(self, id: _Optional[str] = ..., booking_id: _Optional[str] = ..., account_id: _Optional[str] = ..., template: _Optional[str] = ..., channel: _Optional[str] = ..., recipient: _Optional[str] = ..., language: _Optional[str] = ..., status: _Optional[_Union[_notifications_service_pb2.MessageStatus, str]] = ..., attempts: _Optional[int] = ..., last_error: _Optional[str] = ..., provider_message_id: _Optional[str] = ..., created_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., due_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., good_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., sent_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., trouble: _Optional[str] = ..., trouble_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., opened_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class SearchMessagesRequest(_message.Message):
    __slots__ = ("booking_id", "customer_id", "given_up", "status", "template", "page_size", "page_token")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    GIVEN_UP_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    TEMPLATE_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    customer_id: str
    given_up: bool
    status: _notifications_service_pb2.MessageStatus
    template: str
    page_size: int
    page_token: str
    def __init__(self, booking_id: _Optional[str] = ..., customer_id: _Optional[str] = ..., given_up: _Optional[bool] = ..., status: _Optional[_Union[_notifications_service_pb2.MessageStatus, str]] = ..., template: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class SearchMessagesResponse(_message.Message):
    __slots__ = ("messages", "next_page_token")
    MESSAGES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    messages: _containers.RepeatedCompositeFieldContainer[LoggedMessage]
    next_page_token: str
    def __init__(self, messages: _Optional[_Iterable[_Union[LoggedMessage, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class GetMessageRequest(_message.Message):
    __slots__ = ("message_id",)
    MESSAGE_ID_FIELD_NUMBER: _ClassVar[int]
    message_id: str
    def __init__(self, message_id: _Optional[str] = ...) -> None: ...

class GetMessageResponse(_message.Message):
    __slots__ = ("message", "not_resendable_because")
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    NOT_RESENDABLE_BECAUSE_FIELD_NUMBER: _ClassVar[int]
    message: LoggedMessage
    not_resendable_because: str
    def __init__(self, message: _Optional[_Union[LoggedMessage, _Mapping]] = ..., not_resendable_because: _Optional[str] = ...) -> None: ...

class ResendMessageRequest(_message.Message):
    __slots__ = ("message_id", "idempotency_key", "reason")
    MESSAGE_ID_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    message_id: str
    idempotency_key: str
    reason: str
    def __init__(self, message_id: _Optional[str] = ..., idempotency_key: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ResendMessageResponse(_message.Message):
    __slots__ = ("message", "is_replayed")
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    IS_REPLAYED_FIELD_NUMBER: _ClassVar[int]
    message: LoggedMessage
    is_replayed: bool
    def __init__(self, message: _Optional[_Union[LoggedMessage, _Mapping]] = ..., is_replayed: _Optional[bool] = ...) -> None: ...

class SendNoteRequest(_message.Message):
    __slots__ = ("booking_id", "kind", "text", "idempotency_key")
    BOOKING_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    booking_id: str
    kind: NoteKind
    text: str
    idempotency_key: str
    def __init__(self, booking_id: _Optional[str] = ..., kind: _Optional[_Union[NoteKind, str]] = ..., text: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class SendNoteResponse(_message.Message):
    __slots__ = ("message", "is_replayed")
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    IS_REPLAYED_FIELD_NUMBER: _ClassVar[int]
    message: LoggedMessage
    is_replayed: bool
    def __init__(self, message: _Optional[_Union[LoggedMessage, _Mapping]] = ..., is_replayed: _Optional[bool] = ...) -> None: ...

class ListTemplatesRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListTemplatesResponse(_message.Message):
    __slots__ = ("templates", "languages")
    TEMPLATES_FIELD_NUMBER: _ClassVar[int]
    LANGUAGES_FIELD_NUMBER: _ClassVar[int]
    templates: _containers.RepeatedScalarFieldContainer[str]
    languages: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, templates: _Optional[_Iterable[str]] = ..., languages: _Optional[_Iterable[str]] = ...) -> None: ...

class PreviewTemplateRequest(_message.Message):
    __slots__ = ("template", "language")
    TEMPLATE_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    template: str
    language: str
    def __init__(self, template: _Optional[str] = ..., language: _Optional[str] = ...) -> None: ...

class PreviewTemplateResponse(_message.Message):
    __slots__ = ("subject", "html", "text")
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    HTML_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    subject: str
    html: str
    text: str
    def __init__(self, subject: _Optional[str] = ..., html: _Optional[str] = ..., text: _Optional[str] = ...) -> None: ...

class SendTestRequest(_message.Message):
    __slots__ = ("template", "language", "recipient")
    TEMPLATE_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    RECIPIENT_FIELD_NUMBER: _ClassVar[int]
    template: str
    language: str
    recipient: str
    def __init__(self, template: _Optional[str] = ..., language: _Optional[str] = ..., recipient: _Optional[str] = ...) -> None: ...

class SendTestResponse(_message.Message):
    __slots__ = ("recipient", "provider_message_id")
    RECIPIENT_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_MESSAGE_ID_FIELD_NUMBER: _ClassVar[int]
    recipient: str
    provider_message_id: str
    def __init__(self, recipient: _Optional[str] = ..., provider_message_id: _Optional[str] = ...) -> None: ...
