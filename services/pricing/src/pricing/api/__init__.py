"""The gRPC doors: message in, domain, message out; no rule lives here."""
