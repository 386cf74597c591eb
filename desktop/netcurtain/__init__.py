"""Netcurtain: who a web page tells, said before a sensitive form is sent.

The flow, one line a step:

    extension            observes requests and forms, streams them over the link
    link/server.py       the websocket on 127.0.0.1; the only place with the link's socket
    link/connection.py   proof, decryption, message in -> effects out; no I/O
    core/session.py      the whole pipeline: page, matcher, decoders, finding, form, verdict
    history/store.py     what may be kept, on a thread of its own
    ui/                  the windows, fed by frozen views through ui/bridge.py
    app.py               builds all of it and joins it together
"""

__version__ = "0.1.0"
