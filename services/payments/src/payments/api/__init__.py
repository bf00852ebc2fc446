"""The gRPC doors, one servicer a file: message in, action, message out."""
