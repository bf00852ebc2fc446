"""Bookings by the hundred thousand, as years of business leave them: the same names, towns and states in any number."""

from __future__ import annotations

import json
from typing import Final

import psycopg
from booking.store.bookings import as_json
from totetaxi.pricing.v1.catalog_pb2 import SERVICE_TYPE_MINI_MOVE, MiniMovePackage, OrganizingService
from totetaxi.pricing.v1.price_pb2 import LINE_KIND_BASE, LINE_KIND_ORGANIZING, Price, PriceLine, PriceRequest

REQUEST: Final = PriceRequest(service_type=SERVICE_TYPE_MINI_MOVE, pickup_date="2027-06-02", include_packing=True)
PRICE: Final = Price(
    lines=[
        PriceLine(
            code="package",
            label="Petite",
            quantity=1,
            unit_amount_cents=99_500,
            amount_cents=99_500,
            reason="Up to 15 items under 50 lb each in a shared van.",
            kind=LINE_KIND_BASE,
        ),
        PriceLine(
            code="packing",
            label="Packing",
            quantity=1,
            unit_amount_cents=140_000,
            amount_cents=140_000,
            reason="Two organizers pack for four hours.",
            kind=LINE_KIND_ORGANIZING,
        ),
    ],
    base_cents=99_500,
    organizing_cents=140_000,
    total_cents=239_500,
    catalog_version=1,
    mini_move_package=MiniMovePackage(name="Petite", description="Up to 15 items under 50 lb each in a shared van."),
    organizing_services=[OrganizingService(name="Packing", description="Two organizers pack.", organizer_count=2)],
)

NO_TRIGGERS: Final = "ALTER TABLE booking DISABLE TRIGGER USER"
TRIGGERS: Final = "ALTER TABLE booking ENABLE TRIGGER USER"

DRAWN: Final = """
CREATE TEMP TABLE drawn AS
SELECT number, made, lpad(to_hex((extract(epoch FROM made) * 1000)::bigint), 12, '0') AS instant,
    (ARRAY['Anna','Ben','Chloe','David','Emma','Felix','Grace','Henry','Isla','Jack','Kate','Leo','Maya','Noah',
        'Olivia','Paul','Quinn','Rose','Sam','Tess','Uma','Victor','Wendy','Xena','Yara','Zoe'])
        [1 + floor(26 * power(random(), 2))::int] AS first_name,
    initcap(pieces[1 + floor(24 * power(random(), 1.5))::int] || pieces[1 + floor(24 * random())::int]
        || pieces[1 + floor(24 * random())::int]) AS last_name,
    '+1' || (ARRAY['212','917','646','631','516'])[1 + floor(5 * random())::int]
        || lpad(floor(1e7 * random())::int::text, 7, '0') AS phone,
    (ARRAY['10001','10003','10011','10012','10013','10014','10016','10019','10021','10022','10023','10024','10025',
        '10028','10065','10075','10128','10280','11201','11215'])[1 + floor(20 * power(random(), 1.3))::int] AS zip,
    (ARRAY['11937','11968','11932','11963','11975','11976','11954','11930'])
        [1 + floor(8 * power(random(), 1.5))::int] AS other_zip,
    random() AS fate
FROM (
    SELECT number, now() - interval '3 years' * (1 - number::float / %(count)s) AS made,
        ARRAY['al','ber','car','den','el','fer','gar','hol','in','jen','kel','lan','mar','nor','os','pet','quil',
            'ros','sal','ten','ul','ver','wil','yor'] AS pieces
    FROM generate_series(1, %(count)s) AS number OFFSET 0
) AS made_then
"""
BOOKINGS: Final = """
INSERT INTO booking (id, number, status, first_name, last_name, email, phone, language, service_type, request, price,
    total_cents, pickup_date, pickup_window, pickup_address, delivery_address, special_instructions, quote_id,
    guest_session, created_at, updated_at, expires_at, version, customer_id)
SELECT (instant || '7' || lpad(to_hex(number), 7, '0') || '8' || substr(md5(number::text), 1, 11))::uuid,
    'TT-' || translate(upper(lpad(to_hex((number * 12582917::bigint) %% 16777216), 6, '0')), 'E', 'Z'),
    CASE WHEN made > now() - interval '30 minutes' THEN 'pending' WHEN fate < 0.1 THEN 'cancelled'
        WHEN fate < 0.2 THEN 'expired' WHEN made < now() - interval '14 days' THEN 'completed'
        WHEN fate < 0.6 THEN 'paid' ELSE 'scheduled' END,
    first_name, last_name, lower(first_name || '.' || last_name) || number %% 1000 || '@example.com', phone, '',
    (ARRAY['mini_move','standard_delivery','blade_luggage'])[1 + floor(3 * fate)::int], %(request)s, %(price)s, 239500,
    (made + interval '14 days')::date, (ARRAY['morning','afternoon','evening'])[1 + number %% 3],
    jsonb_build_object('id', '', 'address_line_1', '350 Fifth Ave', 'address_line_2', 'Apt 9', 'city', 'New York',
        'state', 'NY', 'zip_code', zip),
    jsonb_build_object('id', '', 'address_line_1', '1 Main St', 'address_line_2', '', 'city', 'East Hampton',
        'state', 'NY', 'zip_code', other_zip),
    'ring twice', 'quote-' || number, '', made, made,
    CASE WHEN made > now() - interval '30 minutes' THEN made + interval '30 minutes' END, 1,
    CASE WHEN fate < 0.5 THEN md5((number / 3)::text)::uuid END
FROM drawn ORDER BY number
"""
TERMS: Final = """
INSERT INTO booking_search_term (term, booking_id, created_at)
SELECT lower(term), id, created_at FROM booking, unnest(ARRAY[
    number, substr(number, 4), email, ltrim(phone, '+'), right(phone, 10), first_name, last_name,
    first_name || ' ' || last_name, pickup_address ->> 'zip_code', delivery_address ->> 'zip_code'
]) AS term
"""
CONSTRAINTS: Final = """
SELECT format('ALTER TABLE booking_search_term DROP CONSTRAINT %I', conname),
    format('ALTER TABLE booking_search_term ADD CONSTRAINT %I %s', conname, pg_get_constraintdef(oid))
FROM pg_constraint WHERE conrelid = 'booking_search_term'::regclass AND contype IN ('p', 'f') ORDER BY contype DESC
"""
INDEXES: Final = """
SELECT format('DROP INDEX %I', indexname), indexdef FROM pg_indexes
WHERE tablename = 'booking_search_term' AND indexname <> 'booking_search_term_pkey'
"""
"""Made anew once everything is there, which takes a tenth of the time."""


def fill(url: str, count: int) -> None:
    """Puts `count` bookings into an empty, migrated database; a million take some minutes and 4 GB."""
    with psycopg.connect(url, autocommit=True) as connection:
        for setting in ("work_mem = '256MB'", "maintenance_work_mem = '1GB'", "synchronous_commit = off"):
            connection.execute(f"SET {setting}")
        connection.execute("SELECT setseed(0.5)")
        connection.execute(DRAWN, {"count": count})
        connection.execute(NO_TRIGGERS)
        values = {"request": json.dumps(as_json(REQUEST)), "price": json.dumps(as_json(PRICE))}
        connection.execute(BOOKINGS, values)
        connection.execute(TRIGGERS)
        later = [each for question in (CONSTRAINTS, INDEXES) for each in connection.execute(question).fetchall()]
        for drop, _ in later:
            connection.execute(drop)
        connection.execute(TERMS)
        for _, make in later:
            connection.execute(make)
        connection.execute("VACUUM ANALYZE")
