"""What every form of a situation report says in the same words: counts, notes, sources, what was left out."""

from __future__ import annotations

from whosays.briefing.shape import Brief, Counts, Note, Section, Source
from whosays.briefing.wording import quoted, say_day

_NOTHING = "Nothing to report: no kept report fits what was asked for."
_NO_FINDINGS = "The reports in view tell of no event and no statement that could be coded."


def nothing(brief: Brief) -> tuple[str, ...]:
    """What a report says that has nothing to say."""
    if not brief.counts.reports:
        return (_NOTHING,)
    return () if brief.sections else (_NO_FINDINGS,)


def headed(heading: str | None) -> str:
    """A paragraph's heading as the beginning of a line, with a stop unless it ends with a mark of its own."""
    return "" if not heading else heading if heading.endswith(("?", "!", ".")) else f"{heading}."


def left_out(section: Section) -> tuple[str, ...]:
    """How much of a section there was no room for."""
    if not section.left_out:
        return ()
    return (f"({section.left_out:,} more here; ask for fewer days, or for more with --most.)",)


def counted(counts: Counts) -> str:
    """How much lies behind the report."""
    parts = (
        (counts.reports, "report"),
        (counts.publishers, "publisher"),
        (counts.incidents, "incident"),
        (counts.statements, "statement"),
        (counts.disputes, "dispute"),
    )
    return " · ".join(f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in parts)


def note_text(note: Note) -> str:
    """A note: whose words, of which day, and where they stand."""
    whose = ", ".join([note.publisher or "unnamed publisher", *([say_day(note.published)] if note.published else [])])
    return f"{whose}: {quoted(note.words)} (report {note.report}, {note.start}-{note.end})"


def source_text(source: Source) -> str:
    """A report that the brief draws on."""
    day = say_day(source.published) if source.published else None
    parts = [source.publisher or "unnamed publisher", day, source.title, source.url, f"report {source.report}"]
    return ", ".join(part for part in parts if part)
