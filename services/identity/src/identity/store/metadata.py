"""What every table of identity belongs to."""

from __future__ import annotations

import sqlalchemy as sql
from chassis.messaging_schema import messaging_tables

metadata = sql.MetaData()
messaging_tables(metadata)

INSTANT = sql.DateTime(timezone=True)
