"""What every table of notifications belongs to."""

from __future__ import annotations

import sqlalchemy as sql
from chassis.messaging_schema import messaging_tables

metadata = sql.MetaData()
messaging_tables(metadata)
