"""The command that opens the web desk."""

from __future__ import annotations

from typing import Annotated

import typer

from whosays.cli.options import Db, app, loader, say


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Where to listen; beyond this machine a key is needed.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="On which port.")] = 8040,
    allow_host: Annotated[
        list[str] | None, typer.Option("--allow-host", help="Another name that the desk answers to, behind a proxy.")
    ] = None,
    key: Annotated[str | None, typer.Option(envvar="WHOSAYS_KEY", help="The key that visitors need.")] = None,
    judge: Annotated[str | None, typer.Option("--as", help="Who judges. [default: your user name]")] = None,
    fetch: Annotated[bool, typer.Option(help="Whether reports may be added by their address.")] = True,
    db: Db = None,
) -> int:
    """Open the web desk in this machine's browser: brief, incidents, map, timeline, disputes, search, review."""
    import getpass  # noqa: PLC0415

    from whosays import settings, web  # noqa: PLC0415
    from whosays.web.room import Room  # noqa: PLC0415

    path = settings.database(db, settings.load())
    room = Room(path, judge=judge or getpass.getuser(), may_fetch=fetch, load=loader())
    web.serve(room, web.Serving(host, port, tuple(allow_host or ()), key), say)
    return 0
