"""Everything booking does with quotes whose lines staff write, one transaction each: lock, decide, save, say."""

from booking.actions.custom_quote.accept import accept_quote
from booking.actions.custom_quote.decline import decline_by_link, decline_by_staff
from booking.actions.custom_quote.expire import expire_quotes
from booking.actions.custom_quote.forget import export_quotes, forget_quotes
from booking.actions.custom_quote.look import (
    QuotePage,
    QuoteView,
    inspect_quote,
    list_quotes,
    open_by_link,
    quote_of_customer,
    search_quotes,
)
from booking.actions.custom_quote.paper import paper_of
from booking.actions.custom_quote.payment_link import send_payment_link
from booking.actions.custom_quote.request import Asked, Asking, request_quote
from booking.actions.custom_quote.send import Offer, Sent, send_quote

__all__ = [
    "Asked",
    "Asking",
    "Offer",
    "QuotePage",
    "QuoteView",
    "Sent",
    "accept_quote",
    "decline_by_link",
    "decline_by_staff",
    "expire_quotes",
    "export_quotes",
    "forget_quotes",
    "inspect_quote",
    "list_quotes",
    "open_by_link",
    "paper_of",
    "quote_of_customer",
    "request_quote",
    "search_quotes",
    "send_payment_link",
    "send_quote",
]
