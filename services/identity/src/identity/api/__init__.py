"""The doors: gRPC messages in, gRPC messages out, a file for each service; no rule lives here."""
