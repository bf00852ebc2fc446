"""The rules of identity: keys, principals and proofs; imports no IO."""
