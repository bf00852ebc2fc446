"""The ways a message leaves us: one function type a channel, one module a provider."""
