"""The edge to the browser. connection.py and pairing.py do no I/O; server.py alone has sockets."""
