"""What notifications measures of its own."""

from __future__ import annotations

from prometheus_client import Counter, Gauge, Histogram

MESSAGES = Counter("totetaxi_messages_total", "Messages by how their tries ended", ["template", "channel", "outcome"])
MAYBE_TWICE = Counter(
    "totetaxi_messages_resumed_total", "Messages sent again because their sender died: the recipient may have two"
)
SEND_SECONDS = Histogram(
    "totetaxi_message_send_seconds",
    "Seconds a provider took for one message",
    ["channel"],
    buckets=(0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20),
)
QUEUE_DEPTH = Gauge("totetaxi_messages_waiting", "Messages that have yet to leave")
QUEUE_AGE = Gauge("totetaxi_messages_oldest_waiting_seconds", "Age of the oldest message that has yet to leave")
WEBHOOKS = Counter("totetaxi_webhooks_total", "Webhooks by how their tries ended", ["event_type", "outcome"])
TEXTS_IN = Counter("totetaxi_texts_received_total", "Texts that people sent us, by what they want", ["kind"])
