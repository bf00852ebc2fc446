"""Alembic's revisions of payments' database."""
