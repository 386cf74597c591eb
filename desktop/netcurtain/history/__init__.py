"""What is remembered: records in, frozen rows out, every job on one thread. Only this room knows SQL."""
