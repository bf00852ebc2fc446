"""The routes of what belongs to a booking beside itself: its papers, documents, handovers, claims, tracking, events."""

from __future__ import annotations

from gateway.routes import booking_events, booking_papers, claims, documents, handovers, tracking

PAPER_ROUTERS = [
    booking_papers.customer_router,
    booking_papers.public_router,
    booking_papers.staff_router,
    booking_papers.page_router,
    documents.customer_router,
    documents.public_router,
    documents.staff_router,
    claims.customer_router,
    claims.staff_router,
    handovers.customer_router,
    handovers.staff_router,
    tracking.customer_router,
    tracking.public_router,
    tracking.staff_router,
    booking_events.customer_router,
    booking_events.public_router,
]
