"""Everything pricing does, one transaction each: lock, decide, save, say."""

from pricing.actions.adjust_credit import adjust_credit
from pricing.actions.custom_quote import create_custom_quote, custom_record
from pricing.actions.find_conditions import find_conditions
from pricing.actions.hold_price import create_quote, get_quote
from pricing.actions.offers import Offer, Offers
from pricing.actions.promotions import Change, create_promotion, get_promotion, update_promotion
from pricing.actions.publish_first_catalog import publish_first_catalog
from pricing.actions.quote_ids import QuoteIds
from pricing.actions.redeem_quote import Try, redeem_quote, release_quote, release_unconfirmed
from pricing.actions.replay_quote import replay_quote

__all__ = [
    "Change",
    "Offer",
    "Offers",
    "QuoteIds",
    "Try",
    "adjust_credit",
    "create_custom_quote",
    "create_promotion",
    "create_quote",
    "custom_record",
    "find_conditions",
    "get_promotion",
    "get_quote",
    "publish_first_catalog",
    "redeem_quote",
    "release_quote",
    "release_unconfirmed",
    "replay_quote",
    "update_promotion",
]
