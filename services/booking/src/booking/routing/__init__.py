"""The solver's own process: places and pyvroom are loaded here alone, and what takes too long is ended with it."""
