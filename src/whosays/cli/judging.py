"""The commands by which people decide: what is the same, what is right; nothing that was decided is ever deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from whosays.cli.options import Db, ListFormat, app, open_store, say, show_list

if TYPE_CHECKING:
    from whosays.store import Store

_VERDICTS = ("same", "not-same", "unsure", "right", "wrong", "corrected")
By = Annotated[str | None, typer.Option(help="Who decides. [default: your name on this machine]")]


@app.command()
def judge(
    verdict: Annotated[str, typer.Argument(help="same, not-same, unsure, right, wrong or corrected.")],
    target: Annotated[str, typer.Argument(help="An incident, event or statement: the beginning of its id.")],
    other: Annotated[str | None, typer.Argument(help="With same and not-same: the other incident or event.")] = None,
    field: Annotated[str | None, typer.Option(help="The field that is wrong or corrected, as killed or when.")] = None,
    value: Annotated[
        str | None,
        typer.Option(help="The right value: 12, 12-15, 2026-03-01, geonames:1138958; of actors the id of a mention."),
    ] = None,
    by: By = None,
    db: Db = None,
) -> int:
    """Decide on what was read or merged; every later reading and merging respects it. Undo with `undo` or `unsure`."""
    import msgspec  # noqa: PLC0415

    from whosays import desk  # noqa: PLC0415
    from whosays.errors import SettingsError  # noqa: PLC0415
    from whosays.records import Judgement  # noqa: PLC0415

    if verdict not in _VERDICTS:
        raise SettingsError(f"no verdict {verdict!r}; there are: {', '.join(_VERDICTS)}")
    if verdict in {"same", "not-same"} and other is None:
        raise SettingsError(f"{verdict} is said of two: give the other incident or event as well")
    if verdict in {"right", "wrong", "corrected"} and other is not None:
        raise SettingsError(f"{verdict} is said of one thing; {other!r} is one too many")
    with open_store(db) as store:
        desk.refresh(store)
        ends = {"target": _id(store, target), "other": _id(store, other) if other else None}
        rest = {"field": field, "value": value, "by": by or _user(), "at": _now(), "id": "", "verdict": verdict}
        decision = msgspec.convert({**ends, **rest}, Judgement)
        before = desk.said_before(store, decision)
        new = desk.judge(store, decision)
        for earlier in before:
            say(f"{earlier.by} decided so already on {earlier.at} (decision {earlier.id})")
    say("kept" if new else "nothing was added: this was decided already")
    return 0


def _id(store: Store, prefix: str) -> str:
    """The id of the incident, event or statement that is meant; an incident is known by its first event."""
    from whosays.errors import NotFoundError  # noqa: PLC0415
    from whosays.records import Event, Incident, Statement  # noqa: PLC0415

    found = store.show(prefix)
    if not isinstance(found, Incident | Event | Statement):
        raise NotFoundError(f"{prefix!r} is no incident, event or statement; `whosays incidents` lists ids")
    return found.id


def _user() -> str:
    import getpass  # noqa: PLC0415

    from whosays.errors import SettingsError  # noqa: PLC0415

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise SettingsError("nobody knows who you are on this machine; say who decides with --by NAME") from error


def _now() -> str:
    from datetime import UTC, datetime  # noqa: PLC0415

    return datetime.now(UTC).isoformat(timespec="milliseconds")


@app.command()
def review(
    most: Annotated[int, typer.Option("--most", min=1, help="How many questions.")] = 20,
    format_: ListFormat = "table",
    db: Db = None,
) -> int:
    """What may be one incident and was left apart, the likeliest first; `judge same` or `judge not-same` settles it."""
    from whosays import desk  # noqa: PLC0415

    with open_store(db) as store:
        desk.refresh(store)
        rows = desk.questions(store, most)
    return show_list(rows, desk.Question, format_)


@app.command()
def undo(
    decision: Annotated[str, typer.Argument(help="The beginning of a decision's id; `judgements` lists them.")],
    by: By = None,
    db: Db = None,
) -> int:
    """Take a decision back; both the decision and its taking back stay on record."""
    from whosays import desk  # noqa: PLC0415

    with open_store(db) as store:
        back = desk.undo(store, decision, by or _user(), _now())
    say(f"taken back (decision {back.id})")
    return 0


@app.command()
def judgements(
    unattached: Annotated[bool, typer.Option("--unattached", help="Only those whose words are read otherwise now.")] = (
        False
    ),
    format_: ListFormat = "table",
    db: Db = None,
) -> int:
    """All decisions in the order in which they were made, and whether they count."""
    from whosays import desk  # noqa: PLC0415

    with open_store(db) as store:
        rows = [d for d in desk.decisions(store) if not unattached or d.state == "unattached"]
    return show_list(rows, desk.Decision, format_)
