"""Messages as plain values and back: enumerations as the words of the REST contract, absent members as None."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from google.protobuf.message import Message
from google.protobuf.timestamp_pb2 import Timestamp

from gateway.views.words import instant, numbers_of, words_of

Sent = TypeVar("Sent", bound=Message)
Field = Any
"""A FieldDescriptor, of either of protobuf's two implementations."""


def plain(message: Message) -> dict[str, Any]:
    """Every member of `message` by its name; instants as UTC, money as the cents it is."""
    return {field.name: plain_member(message, field) for field in message.DESCRIPTOR.fields}


def plain_member(message: Message, field: Field) -> Any:
    """One member: a list, a value, or None where it is absent."""
    value = getattr(message, field.name)
    if field.is_repeated:
        return [plain_value(each, field) for each in value]
    if field.has_presence and not message.HasField(field.name):
        return None
    return plain_value(value, field)


def plain_value(value: Any, field: Field) -> Any:
    """One value; an enumeration's zero says nothing and becomes None."""
    if field.enum_type is not None:
        return words_of(field.enum_type)[value] if value else None
    if isinstance(value, Timestamp):
        return instant(value)
    return plain(value) if isinstance(value, Message) else value


def message_of(kind: type[Sent], values: Mapping[str, Any]) -> Sent:
    """The message of `kind` with these values; the way back, for members one level deep."""
    fields = kind.DESCRIPTOR.fields_by_name
    return kind(**{name: wire_value(fields[name], value) for name, value in values.items() if value is not None})


def wire_value(field: Field, value: Any) -> Any:
    """A word as the number it stands for; everything else as it is."""
    if field.enum_type is None:
        return value
    numbers = numbers_of(field.enum_type)
    return [numbers[word] for word in value] if field.is_repeated else numbers[value]
