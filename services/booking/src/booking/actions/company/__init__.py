"""Everything booking does with companies, one transaction each: lock, decide, save, say."""

from booking.actions.company.contacts import add_contact, remove_contact
from booking.actions.company.forget import export_companies
from booking.actions.company.link import link_booking, link_quote
from booking.actions.company.look import CompanyPage, CompanyView, inspect_company, search_companies
from booking.actions.company.manage import CompanyChange, create_company, update_company
from booking.actions.company.see import bookings_of, own_companies, quotes_of

__all__ = [
    "CompanyChange",
    "CompanyPage",
    "CompanyView",
    "add_contact",
    "bookings_of",
    "create_company",
    "export_companies",
    "inspect_company",
    "link_booking",
    "link_quote",
    "own_companies",
    "quotes_of",
    "remove_contact",
    "search_companies",
    "update_company",
]
