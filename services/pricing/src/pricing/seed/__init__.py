"""What a new database begins with: catalogue version 1."""
