"""A situation report as a Word document, with its notes numbered at the end."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import TYPE_CHECKING

from whosays.briefing.pictures import drawn
from whosays.briefing.shape import Brief
from whosays.briefing.text import counted, headed, left_out, note_text, nothing, source_text
from whosays.briefing.typeset import png
from whosays.errors import MissingPackageError

if TYPE_CHECKING:
    from docx.document import Document

_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)  # the same bytes on every run
_ZIP_DAY = (2000, 1, 1, 0, 0, 0)


def docx(brief: Brief) -> bytes:
    """The report as the bytes of a ``.docx`` file.

    Raises:
        MissingPackageError: python-docx, or typst, which draws the pictures, is not installed.
    """
    try:
        import docx as library  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingPackageError("python-docx", "report") from error

    document = library.Document()
    properties = document.core_properties
    properties.title, properties.author = _clean(brief.title), ""
    properties.created = properties.modified = _MADE
    document.add_heading(_clean(brief.title), level=0)
    document.add_paragraph(counted(brief.counts))
    for line in nothing(brief):
        document.add_paragraph(line)
    for picture in drawn(brief):
        shown = document.add_picture(io.BytesIO(png(picture.svg)), width=library.shared.Mm(150))
        shown._inline.docPr.set("descr", picture.told)  # for those who cannot see it
        document.add_paragraph(picture.caption, style="Caption")
    _sections(document, brief)
    if brief.notes:
        document.add_heading("Notes", level=1)
        for note in brief.notes:
            document.add_paragraph(_clean(f"[{note.number}] {note_text(note)}"))
    if brief.sources:
        document.add_heading("Sources", level=1)
        for source in brief.sources:
            document.add_paragraph(_clean(source_text(source)), style="List Bullet")
    made = io.BytesIO()
    document.save(made)
    return _repacked(made.getvalue())


def _sections(document: Document, brief: Brief) -> None:
    for section in brief.sections:
        document.add_heading(_clean(section.title), level=1)
        for paragraph in section.paragraphs:
            made = document.add_paragraph()
            if paragraph.heading:
                made.add_run(_clean(f"{headed(paragraph.heading)} ")).bold = True
            for sentence in paragraph.sentences:
                made.add_run(_clean(sentence.text))
                made.add_run(f"{','.join(map(str, sentence.notes))} ").font.superscript = True
        for line in left_out(section):
            document.add_paragraph(line)


def _clean(text: str) -> str:
    """Text without the control signs that XML cannot hold."""
    return "".join(c for c in text if c >= " " or c in "\t\n")


def _repacked(archive: bytes) -> bytes:
    """The same archive with one date for all its parts, so that the same brief gives the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _ZIP_DAY), old.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()
