"""Excel: write a workbook, read one back. Never touches the database, never compares."""
