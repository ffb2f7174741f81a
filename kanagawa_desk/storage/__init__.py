"""The ledger file: tables, unit of work, history, migration and lock, on SQLAlchemy Core."""
