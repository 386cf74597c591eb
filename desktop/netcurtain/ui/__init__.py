"""The windows. Only this room imports PySide6; it is fed through bridge.py and asks the history for rows."""
