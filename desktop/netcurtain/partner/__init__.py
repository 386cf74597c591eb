"""A charity's own words beside ours: its signed file is read, checked and kept. It adds ways to be heard, and nothing else.

shelf.py    the files in use; the only one that touches the person's disk
signed.py   a file is words, a signature and a key
words.py    what may be said, and how much of it
names.py    whose name it may bear
key_file.py the charity's own key, for `netcurtain partner make`
"""
