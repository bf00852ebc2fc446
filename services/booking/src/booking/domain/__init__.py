"""The business of booking: plain values and functions, no IO."""
