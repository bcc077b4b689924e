"""A situation report in every form: for the terminal, as Markdown, HTML, JSON, Word, PDF."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import msgspec

from whosays.briefing.page import html
from whosays.briefing.shape import Brief, Paragraph
from whosays.briefing.text import counted, headed, left_out, note_text, nothing, source_text
from whosays.briefing.typeset import pdf
from whosays.briefing.word import docx
from whosays.errors import NotFoundError

_WIDTH = 100
_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|"})


def terminal(brief: Brief) -> str:
    """Plain text, wrapped, with the notes below."""
    lines = [brief.title, "=" * len(brief.title), *_wrapped(counted(brief.counts)), ""]
    for words in nothing(brief):
        lines.extend((words, ""))
    for section in brief.sections:
        lines.extend([section.title, "-" * len(section.title)])
        for paragraph in section.paragraphs:
            if paragraph.heading:
                lines.extend(_wrapped(f"[{paragraph.heading}]", "  "))
            lines.extend([*_wrapped(_text(paragraph), "  "), ""])
        for words in left_out(section):
            lines.extend((f"  {words}", ""))
    if brief.notes:
        lines.extend(["Notes", "-----"])
        for note in brief.notes:
            mark = f"{f'[{note.number}]':>5} "
            lines.extend(_wrapped(note_text(note), mark, " " * len(mark)))
        lines.append("")
    if brief.sources:
        lines.extend(["Sources", "-------"])
        for source in brief.sources:
            lines.extend(_wrapped(source_text(source), "  ", "    "))
        lines.append("")
    return "\n".join(line.rstrip() for line in lines)


def markdown(brief: Brief) -> str:
    """Markdown with footnotes (``[^1]``)."""
    lines = [f"# {_plain(brief.title)}", "", counted(brief.counts), ""]
    for words in nothing(brief):
        lines.extend((words, ""))
    for section in brief.sections:
        lines.extend([f"## {section.title}", ""])
        for paragraph in section.paragraphs:
            head = f"**{_plain(headed(paragraph.heading))}** " if paragraph.heading else ""
            told = " ".join(_plain(s.text) + "".join(f"[^{n}]" for n in s.notes) for s in paragraph.sentences)
            lines.extend([f"- {head}{told}", ""])
        for words in left_out(section):
            lines.extend((words, ""))
    if brief.sources:
        lines.extend(["## Sources", "", *(f"- {_plain(source_text(source))}" for source in brief.sources), ""])
    lines.extend(f"[^{note.number}]: {_plain(note_text(note))}" for note in brief.notes)
    return "\n".join([*lines, ""])


def json(brief: Brief) -> str:
    """The report as one JSON object."""
    return msgspec.json.format(msgspec.json.encode(brief), indent=2).decode() + "\n"


FORMATS: dict[str, Callable[[Brief], str]] = {"terminal": terminal, "markdown": markdown, "html": html, "json": json}
FILES: dict[str, Callable[[Brief], bytes]] = {"docx": docx, "pdf": pdf}


def render(brief: Brief, format_: str) -> str:
    """The report as text, in one of :data:`FORMATS`.

    Raises:
        NotFoundError: there is no such format; the message lists those there are.
    """
    if format_ not in FORMATS:
        raise NotFoundError(f"no format {format_!r} for a brief; there are: {', '.join((*FORMATS, *FILES))}")
    return FORMATS[format_](brief)


def render_file(brief: Brief, format_: str) -> bytes:
    """The report as the bytes of a file, in one of :data:`FORMATS` or :data:`FILES`.

    Raises:
        NotFoundError: there is no such format; the message lists those there are.
        MissingPackageError: the format needs a package that is an extra and is not installed.
    """
    return FILES[format_](brief) if format_ in FILES else render(brief, format_).encode()


def _text(paragraph: Paragraph) -> str:
    return " ".join(s.text + "".join(f"[{n}]" for n in s.notes) for s in paragraph.sentences)


def _wrapped(text: str, first: str = "", rest: str | None = None) -> list[str]:
    following = first if rest is None else rest
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=following, break_long_words=False, break_on_hyphens=False
    )


def _plain(text: str) -> str:
    """Text whose signs Markdown would take for markup, made plain."""
    return text.translate(_SPECIAL)
