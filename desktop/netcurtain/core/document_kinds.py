"""Answers after which a browser stays at the page it is at. Asked by those who are told where a tab goes: har/ and survey/looking/."""

NOTHING_IN_IT = frozenset({204, 205})
"""Statuses of those that hold nothing; a browser says that the load was broken off."""

DOWNLOADED = frozenset(
    {
        "application/octet-stream",
        "application/gzip",
        "application/java-archive",
        "application/msword",
        "application/rtf",
        "application/x-7z-compressed",
        "application/x-apple-diskimage",
        "application/x-bzip2",
        "application/x-download",
        "application/x-gzip",
        "application/x-msdownload",
        "application/x-rar-compressed",
        "application/x-tar",
        "application/x-xz",
        "application/x-zip-compressed",
        "application/zip",
        "text/calendar",
        "text/csv",
        "text/vcard",
    }
)
"""Kinds of files that Chromium never shows. Others may be among "application/x-...", but a script, say, it does show."""

OF_OFFICES = ("application/vnd.openxmlformats-officedocument.", "application/vnd.oasis.opendocument.", "application/vnd.ms-")
"""How the names of more of them begin."""


def is_downloaded(content_type: str) -> bool:
    """Whether an answer of this kind, as its header says it, is a file that is never shown."""
    kind = content_type.partition(";")[0].strip().lower()
    return kind in DOWNLOADED or kind.startswith(OF_OFFICES)
