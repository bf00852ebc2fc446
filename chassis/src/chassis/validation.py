"""Field rules of the contracts (protovalidate): the same for every caller."""

from __future__ import annotations

import protovalidate
from google.protobuf.message import Message

from chassis.refusal import Fault, Invalid

_validator = protovalidate.Validator()


def validate(message: Message) -> None:
    """Raises Invalid with every field that breaks a rule of its contract; about 30 µs a message."""
    try:
        _validator.validate(message)
    except protovalidate.ValidationError as error:
        raise Invalid.of([fault_of(violation) for violation in error.violations]) from error


def fault_of(violation: protovalidate.Violation) -> Fault:
    """One broken rule as the field's name, and a sentence that says what would be right."""
    field = name_of(violation)
    rule = violation.proto.message.removeprefix("value ")
    return Fault(field, f"{field} {rule}." if field else f"{violation.proto.message}.")


def name_of(violation: protovalidate.Violation) -> str:
    """The path of the field inside the request: the wrapper member `request` is the request itself."""
    if violation.proto.field is None:
        return ""
    return ".".join(element.field_name for element in violation.proto.field.elements).removeprefix("request.")
