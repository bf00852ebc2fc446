"""What the messaging half measures; the dead-man gauge of its loops is in `metrics`."""

from __future__ import annotations

from prometheus_client import Counter, Gauge

PUBLISHED = Counter("totetaxi_events_published_total", "Events the stream has acknowledged", ["subject"])
PUBLISH_FAILURES = Counter("totetaxi_events_publish_failures_total", "Tries to publish that failed", ["subject"])
HANDLED = Counter("totetaxi_events_handled_total", "Events whose effect is committed", ["listener"])
REPEATED = Counter("totetaxi_events_repeated_total", "Deliveries of events handled before", ["listener"])
FAILED = Counter("totetaxi_events_failed_total", "Deliveries whose handler failed", ["listener"])
DEAD_LETTERED = Counter("totetaxi_events_dead_lettered_total", "Events given up on", ["listener"])
LAG = Gauge("totetaxi_listener_lag_events", "Events a listener has yet to be given", ["listener"])
OUTBOX_DEPTH = Gauge("totetaxi_outbox_depth_rows", "Outbox rows waiting to be published")
OUTBOX_AGE = Gauge("totetaxi_outbox_oldest_age_seconds", "Age of the oldest outbox row waiting to be published")
BROKER_CONNECTED = Gauge("totetaxi_broker_connected", "1 while there is a live connection to NATS")
BROKER_CONNECTIONS = Counter("totetaxi_broker_connections_total", "Connections to NATS made so far")
