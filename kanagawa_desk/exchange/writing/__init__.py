"""How a workbook of ours is laid out and written, room by room; the door is writer.py."""
