"""The price engine: plain data and functions, no input or output."""
