"""Joining a browser to the app with a code."""
