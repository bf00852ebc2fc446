"""Rows and records: a record's members are columns of the same names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

import sqlalchemy as sql


def columns_of(table: sql.Table, record: type[Any]) -> Sequence[sql.Column[Any]]:
    """Those columns of `table` that `record` has members for."""
    return [table.c[member.name] for member in fields(record) if member.name in table.c]


def row_of(table: sql.Table, record: Any) -> dict[str, Any]:
    """The members of `record` that `table` has columns for."""
    return {column.name: getattr(record, column.name) for column in columns_of(table, type(record))}


def older_than(table: sql.Table, place: tuple[Any, Any] | None) -> sql.ColumnElement[bool]:
    """Rows behind `place` (created_at and id) in a list of the newest first; all of them without a place."""
    if place is None:
        return sql.true()
    return sql.tuple_(table.c.created_at, table.c.id) < sql.tuple_(*map(sql.literal, place))


def newest_first(table: sql.Table) -> tuple[sql.UnaryExpression[Any], sql.UnaryExpression[Any]]:
    """The order of such a list."""
    return table.c.created_at.desc(), table.c.id.desc()


def containing(column: sql.Column[str], words: str) -> sql.ColumnElement[bool]:
    """Rows whose `column` contains `words`, which are no pattern; all of them without words."""
    return column.contains(words, autoescape=True) if words else sql.true()
