"""The situation report handed over: in which form, and into which file."""

from __future__ import annotations

import sys
from pathlib import Path

from whosays import briefing
from whosays.briefing import Brief
from whosays.cli.options import say
from whosays.cli.showing import check_format
from whosays.errors import SettingsError, StoreError

_ENDINGS = {".md": "markdown", ".html": "html", ".htm": "html", ".json": "json", ".docx": "docx", ".pdf": "pdf"}


def form_of(given: str | None, out: Path | None, template: Path | None) -> str:
    """The form that is asked for: by name, else by the ending of the file, else for the terminal.

    Raises:
        SettingsError: there is no such form, it needs a file, or a template was given for another form than HTML.
    """
    form = given or (_ENDINGS.get(out.suffix.lower(), "terminal") if out else "html" if template else "terminal")
    check_format(form, (*briefing.FORMATS, *briefing.FILES))
    if form in briefing.FILES and out is None:
        raise SettingsError(f"{form} is a file: name it with --out")
    if template is not None and form != "html":
        raise SettingsError(f"--template is for html, not for {form}")
    return form


def hand_over(brief: Brief, form: str, out: Path | None, template: Path | None) -> None:
    """Write the report into a file, or on standard output.

    Raises:
        StoreError: the file cannot be written.
    """
    made = briefing.html(brief, template).encode() if template else briefing.render_file(brief, form)
    if out is None:
        sys.stdout.write(made.decode())
        return
    try:
        out.write_bytes(made)
    except OSError as error:
        raise StoreError(f"cannot write {out} ({error.strerror}); give another file with --out") from error
    say(f"wrote {out}")
