"""Everything payments does, one verb a file. Asks Stripe and booking before or after its transactions, never inside."""
