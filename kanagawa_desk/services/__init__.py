"""One module per thing a user does; each write is one transaction and says what changed."""
