"""The commands that take reports in."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from whosays.cli.options import (
    Db,
    Fields,
    Published,
    Publisher,
    Sources,
    Url,
    Workers,
    app,
    loader,
    mapping_of,
    open_store,
    say,
    tell_failure,
    workers_of,
)


@app.command()
def add(
    sources: Sources,
    db: Db = None,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    fields: Fields = None,
    workers: Workers = None,
) -> int:
    """Read reports, code them and keep them. What is kept already is not coded again."""
    from whosays import desk, reading  # noqa: PLC0415
    from whosays.cli.showing import progress  # noqa: PLC0415

    overrides = reading.Overrides(published=published, publisher=publisher, url=url)
    items = reading.read_all(sources, overrides=overrides, mapping=mapping_of(fields))
    with open_store(db) as store, progress("coding") as seen:
        added = desk.add(store, items, load=loader(), workers=workers_of(workers), seen=seen)
    for failure in added.failures:
        tell_failure(failure)
    say(f"{added.new} new, {added.known} known, {len(added.failures)} failed; kept in {store.name}")
    return 1 if added.failures else 0


@app.command()
def code(
    sources: Sources,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    fields: Fields = None,
    format_: Annotated[str, typer.Option("--format", help="jsonl.")] = "jsonl",
    workers: Workers = None,
) -> int:
    """Code reports without a database: one self-contained line of JSON for each."""
    from whosays import codec, pipeline, reading  # noqa: PLC0415
    from whosays.cli.showing import check_format, progress  # noqa: PLC0415
    from whosays.records import Failure  # noqa: PLC0415

    check_format(format_, ("jsonl",))
    overrides = reading.Overrides(published=published, publisher=publisher, url=url)
    items = reading.read_all(sources, overrides=overrides, mapping=mapping_of(fields))
    failed = 0
    with progress("coding") as seen:
        for outcome in pipeline.code_reports_on(workers_of(workers), items, loader()):
            if isinstance(outcome, Failure):
                failed += 1
                tell_failure(outcome)
                continue
            sys.stdout.buffer.write(codec.encode(outcome) + b"\n")
            seen(outcome.report.title or outcome.report.id)
    sys.stdout.flush()
    return 1 if failed else 0


@app.command()
def rerun(db: Db = None, workers: Workers = None) -> int:
    """Read every kept report again with the coder of today; judgements stay."""
    from whosays import desk  # noqa: PLC0415
    from whosays.cli.showing import progress  # noqa: PLC0415

    with open_store(db) as store, progress("coding") as seen:
        failures = desk.rerun(store, load=loader(), workers=workers_of(workers), seen=seen)
    for failure in failures:
        tell_failure(failure)
    return 1 if failures else 0
