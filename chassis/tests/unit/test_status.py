"""A refusal arrives, however much there is to say."""

from __future__ import annotations

from chassis.refusal import Fault, Invalid
from chassis.status import FAULT_BYTES, LONGEST_MESSAGE, status_of
from google.rpc import error_details_pb2, status_pb2

TRAILING_METADATA_BYTES = 8_192
AS_BASE64 = 4 / 3


def faults_of(status: status_pb2.Status) -> list[Fault]:
    bad_request = error_details_pb2.BadRequest()
    assert any(detail.Unpack(bad_request) for detail in status.details)
    return [Fault(each.field, each.description) for each in bad_request.field_violations]


def test_a_refusal_is_told_as_it_is() -> None:
    faults = [Fault(f"field_{number}", f"Fault {number}.") for number in range(20)]
    status = status_of(Invalid.of(faults))
    assert status.message == " ".join(fault.message for fault in faults)
    assert faults_of(status) == faults


def test_of_very_many_faults_the_first_arrive() -> None:
    faults = [Fault(f"field_{number}", f"Fault {number}.") for number in range(1_000)]
    found = faults_of(status_of(Invalid.of(faults)))
    assert found == faults[: len(found)]
    assert 100 < len(found) < 200


def test_nothing_is_longer_than_what_arrives() -> None:
    status = status_of(Invalid.of([Fault("f" * 10_000, "m" * 10_000)] * 100))
    assert len(status.message) == LONGEST_MESSAGE
    assert status.message.endswith("…")
    assert sum(len(fault.field) + len(fault.message) for fault in faults_of(status)) <= FAULT_BYTES
    assert status.ByteSize() * AS_BASE64 + len(status.message) < TRAILING_METADATA_BYTES
