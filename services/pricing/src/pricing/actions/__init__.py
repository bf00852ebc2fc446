"""Everything pricing does, one transaction each: lock, decide, save, say."""

from pricing.actions.publish_first_catalog import publish_first_catalog
from pricing.actions.quotes import create_quote, get_quote

__all__ = ["create_quote", "get_quote", "publish_first_catalog"]
