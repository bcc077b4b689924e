"""What several commands take, and how they open the store and speak. Slow imports wait inside the functions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whosays.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import msgspec

    from whosays.pipeline import Tools
    from whosays.reading import Mapping
    from whosays.records import Failure
    from whosays.store import Store

app = typer.Typer(
    name="whosays",
    help="What happened, and who says so: an evidence-linked record of events and statements from news reports.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from whosays import __version__  # noqa: PLC0415 - here only

        typer.echo(f"whosays {__version__}")
        raise typer.Exit


@app.callback()
def whosays(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """What happened, and who says so: an evidence-linked record of events and statements from news reports."""


Sources = Annotated[list[str], typer.Argument(help="Files, folders, tables (JSONL, CSV), or - for standard input.")]
Db = Annotated[Path | None, typer.Option("--db", help="The database. [default: WHOSAYS_DB, else the user's own]")]
Since = Annotated[str | None, typer.Option(help="First day, as 2026-03-01.")]
Until = Annotated[str | None, typer.Option(help="Last day, as 2026-03-31.")]
ListFormat = Annotated[str, typer.Option("--format", help="table, json, jsonl or csv.")]
Published = Annotated[str | None, typer.Option(help="When the reports were published, whatever they say.")]
Publisher = Annotated[str | None, typer.Option(help="Who published them, whatever they say.")]
Url = Annotated[str | None, typer.Option(help="Their address, whatever they say.")]
Fields = Annotated[
    list[str] | None, typer.Option("--field", help="In a table, what stands where: text=body, title=headline ...")
]
Workers = Annotated[int | None, typer.Option(min=1, help="Processes to code on. [default: whosays.toml, else 1]")]


def open_store(db: Path | None) -> Store:
    """The store that the command line, the environment or the settings name."""
    from whosays import settings, store  # noqa: PLC0415

    return store.open(settings.database(db, settings.load()))


def workers_of(given: int | None) -> int:
    """How many processes to code on."""
    from whosays import settings  # noqa: PLC0415

    return given or settings.load().workers


def loader() -> Callable[[], Tools]:
    """What makes the coder's tools, with the user's own lists of actors and map of places.

    The lists are read once now, to fail early.
    """
    import functools  # noqa: PLC0415

    from whosays import gazetteer, pipeline, settings  # noqa: PLC0415

    lists = settings.own_lists(settings.load())
    gazetteer.read_lists(lists)
    return functools.partial(pipeline.load_tools, lists, own_map())


def own_map() -> Path | None:
    """The user's own map of places; None where none was made, and the settings name none."""
    from whosays import settings  # noqa: PLC0415

    chosen = settings.load()
    path = settings.places(chosen)
    return path if chosen.places is not None or path.is_file() else None


def mapping_of(fields: list[str] | None) -> Mapping:
    """The field mapping of a table, from ``name=column`` pairs.

    Raises:
        SettingsError: a pair is not one, or its name is not known; the message lists those there are.
    """
    import dataclasses  # noqa: PLC0415

    from whosays.reading import Mapping  # noqa: PLC0415

    known = [field.name for field in dataclasses.fields(Mapping)]
    pairs = [pair.partition("=") for pair in fields or ()]
    for name, _, column in pairs:
        if name not in known or not column:
            raise SettingsError(f"--field {name!r}: write NAME=COLUMN, with one of these names: {', '.join(known)}")
    return Mapping(**{name: column for name, _, column in pairs})


def day_of(given: str | None, option: str) -> str | None:
    """An ISO day that the user gave.

    Raises:
        SettingsError: it is none.
    """
    from datetime import date  # noqa: PLC0415

    try:
        return date.fromisoformat(given).isoformat() if given else None
    except ValueError as error:
        raise SettingsError(f"{option} {given!r} is no day; write it as 2026-03-01") from error


def say(words: str) -> None:
    """A line for the person at the terminal, on standard error."""
    sys.stderr.write(f"{words}\n")


def tell_failure(failure: Failure) -> None:
    """Why a source could not be read, on one line of standard error."""
    say(" ".join(f"whosays: {failure.source}: {failure.reason.rstrip('.')}. {failure.advice}".split()))


def show_list(rows: Sequence[msgspec.Struct], kind: type[msgspec.Struct], format_: str) -> int:
    """Print a list; an empty one is told on standard error. Returns the exit code."""
    from whosays.cli.showing import listing  # noqa: PLC0415

    sys.stdout.write(listing(rows, kind, format_))
    if not rows:
        say("whosays: nothing found; ask for less, or add reports with `whosays add`")
    return 0 if rows else 1
