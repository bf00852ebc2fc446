"""Versions and drafts of the catalogue, as staff see them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from totetaxi.pricing.v1 import catalog_service_pb2 as message

from gateway.schemas import catalogue_drafts as drafts
from gateway.schemas import catalogue_versions as schema
from gateway.views.catalogue_entries import content, entry_of, kind_word
from gateway.views.messages import plain
from gateway.views.words import words_of


def version(each: message.CatalogVersion) -> schema.CatalogueVersion:
    """One published version."""
    return schema.CatalogueVersion.model_validate(plain(each))


def version_in_full(answer: message.GetCatalogVersionResponse) -> schema.VersionInFull:
    """The same with its content."""
    return schema.VersionInFull(version=version(answer.version), catalog=content(answer.catalog))


def draft_status(each: message.Draft) -> drafts.DraftStatus:
    """One draft."""
    return drafts.DraftStatus.model_validate(plain(each))


def draft_in_full(answer: message.GetDraftResponse) -> drafts.DraftInFull:
    """The same with its content and history."""
    return drafts.DraftInFull(
        draft=draft_status(answer.draft),
        catalog=content(answer.catalog),
        changes=[change(each) for each in answer.changes],
    )


def change(each: message.DraftChange) -> drafts.DraftChange:
    """Who changed what, and why."""
    values: dict[str, Any] = plain(each) | {"before": entry_of(each.before), "after": entry_of(each.after)}
    return drafts.DraftChange.model_validate(values)


def verdict(answer: message.ValidateDraftResponse) -> drafts.DraftVerdict:
    """What is wrong with a draft."""
    faults = [drafts.DraftFault(field=fault.field, message=fault.message) for fault in answer.faults]
    return drafts.DraftVerdict(is_valid=not faults, faults=faults, revision=answer.revision)


def differences(found: Iterable[message.Difference]) -> schema.Differences:
    """What differs."""
    return schema.Differences(differences=[difference(each) for each in found])


def difference(each: message.Difference) -> schema.Difference:
    """One entry that differs."""
    return schema.Difference.model_validate(
        {
            "difference": words_of(message.DifferenceKind.DESCRIPTOR)[each.kind],
            "kind": kind_word(each.entry_kind),
            "key": each.key,
            "name": each.name,
            "members": [member(one) for one in each.members],
        }
    )


def member(each: message.MemberDifference) -> schema.MemberDifference:
    """One member that differs, as JSON has it."""
    return schema.MemberDifference(member=each.member, before=value_of(each.before), after=value_of(each.after))


def value_of(document: str) -> Any:
    """The value in a JSON text; None for an empty one."""
    return json.loads(document) if document else None
