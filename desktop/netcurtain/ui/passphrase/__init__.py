"""The passphrase of a kept history: made twice over, typed to open it, changed."""
