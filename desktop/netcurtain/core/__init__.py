"""The pure middle: requests and forms in, decisions with their reasons out. No Qt, no socket, no SQL, no clock."""
