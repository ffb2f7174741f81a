"""Inquiries: creating, sending, following up, collecting, applying and sending back."""
