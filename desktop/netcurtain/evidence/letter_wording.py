"""The words of the letter to an organisation and of the statement for the ICO. The law, and who is asked for what, stand only here."""

from netcurtain.core.translation import _

COMPLAINT = _(
    """[Your name, or a name to reply to]
[The date]

To: [the organisation's data protection officer, or its address for complaints about data]

Complaint about data protection: {site}

This is a complaint under section 164A of the Data Protection Act 2018. Please acknowledge it within 30 days, and tell me what you did.

Reply only to [an address that only you read]. Please do not write to, ring or visit any other address, even if you have it.
This letter is about data only. Please keep it apart from any crime report or case, and from whoever deals with one.

What was seen
{facts}

What I ask
1. Which companies receive something when somebody opens or uses these pages, what is it, and since when?
2. May it have been linked to a person? Please say how you know.
3. Please stop it, and ask those companies to delete what they received from these pages.
4. Please tell me what you have changed, and when.

A copy of what was seen, with times and lists, is with this letter.

{not_seen}

[Your name, or the name you chose]
"""
)
NO_FACTS = _("Netcurtain saw no request to a company on its lists. [Say what you saw yourself.]")
MORE = _("There is more in the copy.")
NOT_SEEN = _("It is not known to me what the companies did with what they received, or what your own computers pass on.")
STATEMENT_NOT_SEEN = _(
    "It is not known to me what the companies did with what they received, or what the organisation's own computers pass on."
)
STATEMENT = _(
    """On [date] I complained to [organisation] under section 164A of the Data Protection Act 2018 about {site}.
{answer}
Reply only to [an address that only you read]. This is about data only; please keep it apart from any crime report.

What was seen
{facts}

{not_seen}
A copy of what was seen, with times and lists, is attached.
"""
)
ANSWERED = _("They answered on [date]. I am not content because [say why].")
NOT_ANSWERED = _("[They did not acknowledge it within 30 days.]\n[They have not told me what they did.]")
