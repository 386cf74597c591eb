"""A saved copy: facts (core/evidence.py) on paper and as files, and whether such a copy is still as it was made.

    together.py     open pages and what is kept, as one copy
    bundle.py  what is in a copy of each kind, and in which file it goes
      fitting.py    what of very much is left out, so that each file stays under 3 MB
      data.py       copy.json          recording.py  copy.har          lines.py  how both are written
      paper.py      what the PDF says, in blocks.py's blocks -> pdf.py, paper.typ  copy.pdf
        page_blocks.py, record_blocks.py  one page; one kind of request in detail
        alike.py    requests that differ in nothing but their moment
        limits.py   of very much the first, and that there is more
        times.py    moments in UTC and here
      manifest.py   SHA256SUMS         locked.py, pages_hash.py  one encrypted PDF with the others in it
    written.py      the file on disk, whole or not at all
    letter.py       words for a complaint
    verifying.py    is a copy as it was made?
    wording.py, letter_wording.py, outcome_wording.py  the sentences of a copy, of a letter, and of what came of saving

Everything but written.py and verifying.py is bytes in, bytes out. saving.py is where it runs.
"""
