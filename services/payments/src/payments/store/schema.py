"""What all of payments' tables have in common."""

from __future__ import annotations

import sqlalchemy as sql
from chassis.messaging_schema import messaging_tables

INSTANT = sql.DateTime(timezone=True)

metadata = sql.MetaData()
messaging_tables(metadata)
