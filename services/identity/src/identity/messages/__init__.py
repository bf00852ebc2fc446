"""Records as the contracts' messages, and back."""
