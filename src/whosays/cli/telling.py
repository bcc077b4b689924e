"""The commands that show what is kept."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from whosays.cli.options import Db, ListFormat, Since, Until, app, day_of, open_store, say, show_list


@app.command()
def brief(
    since: Since = None,
    until: Until = None,
    about: Annotated[str | None, typer.Option(help="Only reports that name this: a name, or words.")] = None,
    most: Annotated[int, typer.Option(min=1, help="How many paragraphs a section may have.")] = 25,
    format_: Annotated[
        str | None,
        typer.Option("--format", help="terminal, markdown, html, json, docx or pdf; else by --out's ending."),
    ] = None,
    out: Annotated[Path | None, typer.Option(help="The file to write; standard output without it.")] = None,
    template: Annotated[Path | None, typer.Option(help="A Jinja2 template of your own, for html.")] = None,
    db: Db = None,
) -> int:
    """The situation report: every sentence foot-noted to the words it rests on."""
    from whosays import briefing, desk  # noqa: PLC0415
    from whosays.cli.papers import form_of, hand_over  # noqa: PLC0415

    form = form_of(format_, out, template)
    period = briefing.Period(day_of(since, "--since"), day_of(until, "--until"), about)
    with open_store(db) as store:
        made = desk.brief(store, period, most)
    hand_over(made, form, out, template)
    return 0 if made.counts.reports else 1


@app.command()
def incidents(
    since: Since = None,
    until: Until = None,
    type_: Annotated[str | None, typer.Option("--type", help="PLOVER class, as ASSAULT.")] = None,
    actor: Annotated[str | None, typer.Option(help="Who takes part, on whichever side.")] = None,
    place: Annotated[str | None, typer.Option(help="Name of the place, or country as AFG.")] = None,
    text: Annotated[str | None, typer.Option(help="Words of the evidence.")] = None,
    format_: ListFormat = "table",
    db: Db = None,
) -> int:
    """What happened, each thing once however many reports tell of it; the latest first."""
    from whosays import desk  # noqa: PLC0415
    from whosays.store import IncidentFilter, IncidentRow  # noqa: PLC0415

    wanted = IncidentFilter(day_of(since, "--since"), day_of(until, "--until"), type_, actor, place, text)
    with open_store(db) as store:
        desk.refresh(store)
        rows = store.incident_rows(wanted)
    return show_list(rows, IncidentRow, format_)


@app.command()
def stories(
    most: Annotated[int, typer.Option("--most", min=1, help="How many.")] = 50,
    format_: ListFormat = "table",
    db: Db = None,
) -> int:
    """Which reports follow one developing matter; the latest first. `show story:ID` tells which, and why."""
    from whosays import desk  # noqa: PLC0415
    from whosays.store import Window  # noqa: PLC0415
    from whosays.store.screenrows import StoryRow  # noqa: PLC0415

    with open_store(db) as store:
        desk.refresh(store)
        rows = store.screens.stories(Window(0, most))
    return show_list(rows, StoryRow, format_)


@app.command()
def statements(
    since: Since = None,
    until: Until = None,
    speaker: Annotated[str | None, typer.Option(help="Who speaks.")] = None,
    act: Annotated[str | None, typer.Option(help="What is done with the words, as deny or claim.")] = None,
    about: Annotated[str | None, typer.Option(help="Words of what is said.")] = None,
    format_: ListFormat = "table",
    db: Db = None,
) -> int:
    """Who said what; the newest report first."""
    from whosays.store import StatementFilter, StatementRow  # noqa: PLC0415

    wanted = StatementFilter(day_of(since, "--since"), day_of(until, "--until"), speaker, act, about)
    with open_store(db) as store:
        rows = store.statement_rows(wanted)
    return show_list(rows, StatementRow, format_)


@app.command()
def disputes(format_: ListFormat = "table", db: Db = None) -> int:
    """Where parties contradict each other: each position on a line."""
    from whosays import desk  # noqa: PLC0415
    from whosays.store import DisputeRow  # noqa: PLC0415

    with open_store(db) as store:
        desk.refresh(store)
        rows = store.dispute_rows()
    return show_list(rows, DisputeRow, format_)


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(help='Words that the report holds; "in quotation marks" for a phrase.')],
    format_: ListFormat = "table",
    db: Db = None,
) -> int:
    """The reports that hold all the words, best first, each with where it holds them."""
    from whosays.store import Hit  # noqa: PLC0415

    with open_store(db) as store:
        rows = store.search(" ".join(words))
    return show_list(rows, Hit, format_)


@app.command()
def failures(format_: ListFormat = "table", db: Db = None) -> int:
    """The sources that could not be read, and why."""
    from whosays.records import Failure  # noqa: PLC0415

    with open_store(db) as store:
        rows = store.failures()
    return show_list(rows, Failure, format_)


@app.command()
def show(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The beginning of an id; event:ID for an event.")],
    format_: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    db: Db = None,
) -> int:
    """One record, whatever it is, with the words it rests on."""
    from whosays import desk  # noqa: PLC0415
    from whosays.cli import card  # noqa: PLC0415
    from whosays.cli.showing import check_format  # noqa: PLC0415

    check_format(format_, tuple(card.FORMATS))
    with open_store(db) as store:
        desk.refresh(store)
        sys.stdout.write(card.FORMATS[format_](store, store.show(identifier)))
    return 0


@app.command()
def export(
    format_: Annotated[str, typer.Argument(metavar="FORMAT", help="One of those that `whosays formats` lists.")],
    out: Annotated[Path, typer.Option(help="The folder to write into.")] = Path("whosays-export"),
    sure: Annotated[
        float, typer.Option(min=0, max=1, help="Leave out events less sure than this; see docs/record.md.")
    ] = 0.0,
    db: Db = None,
) -> int:
    """Write all that is kept: tables, maps, calendars, and the shapes that other data sets and tools know."""
    from whosays import desk  # noqa: PLC0415

    with open_store(db) as store:
        written = desk.export(store, format_, out, sure)
    for path in written:
        say(f"wrote {path}")
    return 0


@app.command()
def formats() -> int:
    """The formats of export, and what each is good for."""
    from whosays import exporting  # noqa: PLC0415

    for name, format_ in exporting.FORMATS.items():
        sys.stdout.write(f"{name:<12} {format_.about}\n")
    return 0


@app.command()
def schema() -> int:
    """The JSON Schema of every record."""
    import msgspec  # noqa: PLC0415

    from whosays import codec  # noqa: PLC0415

    sys.stdout.write(msgspec.json.format(msgspec.json.encode(codec.schema()), indent=2).decode() + "\n")
    return 0
