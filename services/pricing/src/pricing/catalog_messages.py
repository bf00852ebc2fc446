"""Between the domain and the contract: versions, drafts, differences and simulations."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from chassis.refusal import Fault
from totetaxi.pricing.v1 import catalog_pb2, price_pb2
from totetaxi.pricing.v1 import catalog_service_pb2 as messages

from pricing.domain.difference import Difference
from pricing.domain.document import catalog_of, entry_of
from pricing.domain.simulation import Outcome, changed_codes, movers_of, totals_of
from pricing.entry_messages import entry_message, kind_value
from pricing.messages import catalog_message, service_type_value
from pricing.store.tables import Row


def version_message(row: Row) -> messages.CatalogVersion:
    """A version's summary."""
    state: Any = messages.VersionState.Value(f"VERSION_STATE_{row.state.upper()}")
    return messages.CatalogVersion(
        number=row.number,
        id=str(row.id),
        state=state,
        effective_at=row.effective_at,
        published_at=row.published_at,
        published_by=row.published_by,
        reason=row.reason,
        base_number=row.base_number or 0,
        restored_number=row.restored_number or 0,
    )


def draft_message(row: Row) -> messages.Draft:
    """A draft's summary."""
    status: Any = messages.DraftStatus.Value(f"DRAFT_STATUS_{row.status.upper()}")
    return messages.Draft(
        id=str(row.id),
        title=row.title,
        base_number=row.base_number,
        status=status,
        revision=row.revision,
        created_by=row.created_by,
        created_at=row.created_at,
        updated_at=row.updated_at,
        published_number=row.published_number or 0,
    )


def draft_catalog(row: Row) -> catalog_pb2.Catalog:
    """What a draft would publish: no version, from no instant on."""
    message = catalog_message(catalog_of(row.content), 0, row.updated_at)
    message.ClearField("effective_at")
    return message


def change_message(row: Row) -> messages.DraftChange:
    """One change."""
    message = messages.DraftChange(
        changed_at=row.changed_at, changed_by=row.changed_by, reason=row.reason, kind=kind_value(row.kind), key=row.key
    )
    for name in ("before", "after"):
        document = getattr(row, name)
        if document is not None:
            getattr(message, name).CopyFrom(entry_message(row.kind, entry_of(row.kind, document)))
    return message


def fault_messages(faults: Iterable[Fault]) -> list[messages.DraftFault]:
    """What is wrong."""
    return [messages.DraftFault(field=fault.field, message=fault.message) for fault in faults]


def difference_message(difference: Difference) -> messages.Difference:
    """One entry that differs."""
    how: Any = messages.DifferenceKind.Value(f"DIFFERENCE_KIND_{difference.how.upper()}")
    return messages.Difference(
        kind=how,
        entry_kind=kind_value(difference.kind),
        key=difference.key,
        name=difference.name,
        members=[
            messages.MemberDifference(member=one.member, before=json.dumps(one.before), after=json.dumps(one.after))
            for one in difference.members
        ],
    )


def simulation_message(
    outcomes: Sequence[Outcome], requests: Sequence[price_pb2.PriceRequest], movers: int, number: int
) -> messages.SimulateDraftResponse:
    """What a draft would do to `requests`, whose outcomes these are, against version `number`."""
    return messages.SimulateDraftResponse(
        services=[
            messages.SimulatedService(service_type=service_type_value(service_type), **asdict(totals))
            for service_type, totals in totals_of(outcomes).items()
        ],
        movers=[mover_message(outcomes[index], requests[index]) for index in movers_of(outcomes, movers)],
        sample_size=len(requests),
        catalog_version=number,
    )


def mover_message(outcome: Outcome, request: price_pb2.PriceRequest) -> messages.SimulatedMover:
    """One request whose price changes."""
    return messages.SimulatedMover(
        request=request,
        current_total_cents=outcome.current.total_cents if outcome.current else 0,
        draft_total_cents=outcome.draft.total_cents if outcome.draft else 0,
        changed_line_codes=changed_codes(outcome),
    )
