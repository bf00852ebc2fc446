"""Identity's tables, and the questions asked of them."""

from identity.store import access_tables, audit_tables, customer_tables, erasure_tables, key_tables, staff_tables
from identity.store.metadata import metadata

__all__ = [
    "access_tables",
    "audit_tables",
    "customer_tables",
    "erasure_tables",
    "key_tables",
    "metadata",
    "staff_tables",
]
