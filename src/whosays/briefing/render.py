"""A situation report as text: for the terminal, as Markdown, as JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator

import msgspec

from whosays.briefing.shape import Brief, Counts, Note, Paragraph, Section, Source
from whosays.briefing.wording import quoted, say_day
from whosays.errors import NotFoundError

_WIDTH = 100
_NOTHING = "Nothing to report: no kept report fits what was asked for."
_NO_FINDINGS = "The reports in view tell of no event and no statement that could be coded."
_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|"})


def terminal(brief: Brief) -> str:
    """Plain text, wrapped, with the notes below."""
    lines = [brief.title, "=" * len(brief.title), *_wrapped(_counted(brief.counts)), ""]
    lines.extend(_empty(brief))
    for section in brief.sections:
        lines.extend([section.title, "-" * len(section.title)])
        for paragraph in section.paragraphs:
            if paragraph.heading:
                lines.extend(_wrapped(f"[{paragraph.heading}]", "  "))
            lines.extend([*_wrapped(_text(paragraph), "  "), ""])
        lines.extend(_left_out(section, "  "))
    if brief.notes:
        lines.extend(["Notes", "-----"])
        for note in brief.notes:
            mark = f"{f'[{note.number}]':>5} "
            lines.extend(_wrapped(_note(note), mark, " " * len(mark)))
        lines.append("")
    if brief.sources:
        lines.extend(["Sources", "-------"])
        for source in brief.sources:
            lines.extend(_wrapped(_source(source), "  ", "    "))
        lines.append("")
    return "\n".join(line.rstrip() for line in lines)


def markdown(brief: Brief) -> str:
    """Markdown with footnotes (``[^1]``)."""
    lines = [f"# {_plain(brief.title)}", "", _counted(brief.counts), ""]
    for words in _empty(brief):
        lines.append(words)
    for section in brief.sections:
        lines.extend([f"## {section.title}", ""])
        for paragraph in section.paragraphs:
            head = f"**{_plain(paragraph.heading)}.** " if paragraph.heading else ""
            told = " ".join(_plain(s.text) + "".join(f"[^{n}]" for n in s.notes) for s in paragraph.sentences)
            lines.extend([f"- {head}{told}", ""])
        lines.extend(_left_out(section, ""))
    if brief.sources:
        lines.extend(["## Sources", "", *(f"- {_plain(_source(source))}" for source in brief.sources), ""])
    lines.extend(f"[^{note.number}]: {_plain(_note(note))}" for note in brief.notes)
    return "\n".join([*lines, ""])


def json(brief: Brief) -> str:
    """The report as one JSON object."""
    return msgspec.json.format(msgspec.json.encode(brief), indent=2).decode() + "\n"


FORMATS: dict[str, Callable[[Brief], str]] = {"terminal": terminal, "markdown": markdown, "json": json}


def render(brief: Brief, format_: str) -> str:
    """The report in one of :data:`FORMATS`.

    Raises:
        NotFoundError: there is no such format; the message lists those there are.
    """
    if format_ not in FORMATS:
        raise NotFoundError(f"no format {format_!r} for a brief; there are: {', '.join(FORMATS)}")
    return FORMATS[format_](brief)


def _empty(brief: Brief) -> Iterator[str]:
    if not brief.counts.reports:
        yield from (_NOTHING, "")
    elif not brief.sections:
        yield from (_NO_FINDINGS, "")


def _left_out(section: Section, margin: str) -> list[str]:
    if not section.left_out:
        return []
    return [f"{margin}({section.left_out:,} more here; ask for fewer days, or for more with --most.)", ""]


def _counted(counts: Counts) -> str:
    parts = (
        (counts.reports, "report"),
        (counts.publishers, "publisher"),
        (counts.incidents, "incident"),
        (counts.statements, "statement"),
        (counts.disputes, "dispute"),
    )
    return " · ".join(f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in parts)


def _text(paragraph: Paragraph) -> str:
    return " ".join(s.text + "".join(f"[{n}]" for n in s.notes) for s in paragraph.sentences)


def _note(note: Note) -> str:
    whose = ", ".join([note.publisher or "unnamed publisher", *([say_day(note.published)] if note.published else [])])
    return f"{whose}: {quoted(note.words)} (report {note.report}, {note.start}-{note.end})"


def _source(source: Source) -> str:
    day = say_day(source.published) if source.published else None
    parts = [source.publisher or "unnamed publisher", day, source.title, source.url, f"report {source.report}"]
    return ", ".join(part for part in parts if part)


def _wrapped(text: str, first: str = "", rest: str | None = None) -> list[str]:
    following = first if rest is None else rest
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=following, break_long_words=False, break_on_hyphens=False
    )


def _plain(text: str) -> str:
    """Text whose signs Markdown would take for markup, made plain."""
    return text.translate(_SPECIAL)
