"""A survey: a list of addresses comes in, what each page tells and whom goes out, through the same pipeline as for a person.

    sites.py             the addresses, a task for each site       asked.py     what was asked of the survey
      pool.py            some sites at a time on this machine      cluster.py   or on many, each site somewhere (worker.py, parcel.py)
        surveying.py     one site, page by page
          looking/       is it allowed, which pages; arrive, look for a form, touch a field, choose about cookies, look again
          hearing/       the link and the core as in the app; what they said, by stage, is a result (result.py), and a recording
      keeping.py         a result that says more of this computer than of the site is not kept
      folder.py          each site's result on disk, once (fit.py, again.py, on_disk.py); a stopped survey (stopping.py) goes on from there
    facts.py             what follows from a result, the same for all who tell it
      tables/            for programs and spreadsheets, and as `check` tells it
      report/            one page to read
      comparing/         two surveys

No form is ever sent, and nothing is typed but a marker, where that was asked for.
"""
