"""What a message is and how it comes to be sent, without any IO."""
