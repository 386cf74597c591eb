"""What the bundle starts: the command `netcurtain`, whose browsers are not to look for their libraries in the bundle."""

import os

from netcurtain.cli import main

if "LD_LIBRARY_PATH_ORIG" in os.environ:
    os.environ["LD_LIBRARY_PATH"] = os.environ.pop("LD_LIBRARY_PATH_ORIG")
else:
    os.environ.pop("LD_LIBRARY_PATH", None)

main(prog_name="netcurtain")
