"""The REST contract's members, group by group."""
