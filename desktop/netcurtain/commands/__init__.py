"""What the subcommands of `netcurtain` do, one file each. cli.py names them and their options; nothing here imports Qt."""
