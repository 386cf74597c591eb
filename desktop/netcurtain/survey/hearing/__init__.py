"""What a browser reports in a survey, heard as in the app, and what is made of it: results and a recording."""
