"""The rules of money: states, facts and words; no input or output."""
