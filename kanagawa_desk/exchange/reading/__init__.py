"""How the bytes of a returned workbook are taken apart; the door is reader.py."""
