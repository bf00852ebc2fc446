"""The REST contract's routes, one module for each group."""
