"""What Stripe says against what we say, one subject a file; each repairs what it can and raises the rest."""
