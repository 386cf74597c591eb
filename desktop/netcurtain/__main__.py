"""`python -m netcurtain` is the command `netcurtain`."""

from netcurtain.cli import main

main()
