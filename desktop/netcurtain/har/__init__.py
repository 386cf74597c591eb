"""A recorded session (a HAR) through the same core.

reader.py takes the file apart, session.py feeds the pipeline, report.py and html.py tell what was found.
"""
