"""Field rules of the contracts (protovalidate): the same for every caller."""

from __future__ import annotations

import protovalidate
from google.protobuf.message import Message

from chassis.refusal import Fault, Invalid

MOST_QUESTIONS = 8_192
LONGEST_QUESTION = 256
"""Bytes: so all questions that are remembered take 3 MB at most."""

_validator = protovalidate.Validator()
_right: set[tuple[type[Message], bytes]] = set()


def validate(message: Message) -> None:
    """Raises Invalid with every field that breaks a rule of its contract."""
    try:
        _validator.validate(message)
    except protovalidate.ValidationError as error:
        raise Invalid.of([fault_of(violation) for violation in error.violations]) from error


def validate_question(message: Message) -> None:
    """As `validate`, for what many ask in the same words: what was right before is not looked at again.

    Rules look at nothing but the message (protos/tests sees to that), so what is right once is right for ever.
    """
    sent = message.SerializeToString()
    if (type(message), sent) in _right:
        return
    validate(message)
    if len(sent) > LONGEST_QUESTION:
        return
    if len(_right) >= MOST_QUESTIONS:
        _right.clear()
    _right.add((type(message), sent))


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
