"""Alembic's entry into identity's migrations."""

from chassis.migrations import run
from identity.staff_accounts import staff_account

run(staff_account.metadata)
