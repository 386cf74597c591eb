"""History: the visits that are remembered, and one of them explained."""
