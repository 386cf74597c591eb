"""The windows to save a copy of a visit and to write a letter about it. Netcurtain sends neither."""
