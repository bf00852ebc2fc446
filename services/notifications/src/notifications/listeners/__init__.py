"""What we hear, by what it is about: bookings, accounts, and people's wish to be forgotten."""
