"""Alembic's revisions of pricing's database."""
