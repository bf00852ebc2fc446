"""Everything pricing does, one transaction each: lock, decide, save, say."""

from pricing.actions.adjust_credit import adjust_credit
from pricing.actions.custom_quote import create_custom_quote, custom_record
from pricing.actions.drafts import Editor, create_draft, discard_draft, put_draft_entry, remove_draft_entry
from pricing.actions.erase_customer import erase_customer
from pricing.actions.export_customer import export_customer
from pricing.actions.find_conditions import find_conditions
from pricing.actions.hold_price import create_quote, get_quote
from pricing.actions.look_up import Source, compare, draft_content, draft_in_full, version_in_full
from pricing.actions.offers import Offer, Offers
from pricing.actions.promotions import Change, create_promotion, get_promotion, update_promotion
from pricing.actions.publish_first_catalog import publish_first_catalog
from pricing.actions.publish_version import Publication, publish_draft, roll_back
from pricing.actions.quote_ids import Held, QuoteIds
from pricing.actions.redeem_quote import Try, redeem_quote, release_quote, release_unconfirmed
from pricing.actions.replay_quote import replay_quote
from pricing.actions.simulate import past_requests, simulate

__all__ = [
    "Change",
    "Editor",
    "Held",
    "Offer",
    "Offers",
    "Publication",
    "QuoteIds",
    "Source",
    "Try",
    "adjust_credit",
    "compare",
    "create_custom_quote",
    "create_draft",
    "create_promotion",
    "create_quote",
    "custom_record",
    "discard_draft",
    "draft_content",
    "draft_in_full",
    "erase_customer",
    "export_customer",
    "find_conditions",
    "get_promotion",
    "get_quote",
    "past_requests",
    "publish_draft",
    "publish_first_catalog",
    "put_draft_entry",
    "redeem_quote",
    "release_quote",
    "release_unconfirmed",
    "remove_draft_entry",
    "replay_quote",
    "roll_back",
    "simulate",
    "update_promotion",
    "version_in_full",
]
