"""The one set of tables that every file beside this one adds to."""

from __future__ import annotations

from typing import Any, TypeAlias

import sqlalchemy as sql
from chassis.messaging_schema import messaging_tables

metadata = sql.MetaData()
messaging_tables(metadata)

INSTANT = sql.DateTime(timezone=True)

Row: TypeAlias = sql.Row[*tuple[Any, ...]]
"""What a question answers, its columns as attributes."""
