"""The commands about actors: who a name may mean on a date, and a user's own lists."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperGroup

from whosays.cli.options import ListFormat, app, day_of, say, show_list

_DEFAULT = "who"


class _NameFirst(TyperGroup):
    """``whosays actors NAME`` is ``whosays actors who NAME``: what is no command is a name or an option of it."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]  # click's Context
        """Puts the default command in front where none is given."""
        if args and args[0] not in self.commands and args[0] not in {"-h", "--help"}:
            args = [_DEFAULT, *args]
        return super().parse_args(ctx, args)


actors = typer.Typer(cls=_NameFirst, help="Who a name may mean on a date: `actors NAME --on DATE`; and own lists.")
app.add_typer(actors, name="actors", no_args_is_help=True)

Files = Annotated[list[Path], typer.Argument(help="CSV, a dictionary in PETRARCH's format, or a folder of them.")]


@actors.command(_DEFAULT)
def who(
    name: Annotated[list[str], typer.Argument(help="A name, an acronym, or an office as “Syrian president”.")],
    on: Annotated[str | None, typer.Option(help="The day, as 2024-12-11. [default: the lists' own]")] = None,
    format_: Annotated[str, typer.Option("--format", help="table or json.")] = "table",
) -> int:
    """Who a name may mean on a date: kinds, codes, offices then and before, what it is part of, and why."""
    from whosays import gazetteer, settings  # noqa: PLC0415
    from whosays.cli.people import FORMATS  # noqa: PLC0415
    from whosays.cli.showing import check_format  # noqa: PLC0415

    check_format(format_, tuple(FORMATS))
    own = gazetteer.read_lists(settings.own_lists(settings.load()))
    known = gazetteer.load().with_lists(own.actors, own.agents)
    day = day_of(on, "--on") or known.known_until()
    found = gazetteer.describe(known, " ".join(name), day)
    sys.stdout.write(FORMATS[format_](found, day))
    if not found:
        say(f"whosays: no list knows {' '.join(name)!r}; an actor of your own goes into `whosays actors import FILE`")
    return 0 if found else 1


@actors.command("import")
def import_(files: Files) -> int:
    """Keep lists of your own: from now on `add`, `code` and `rerun` know their actors, before all others."""
    from whosays import gazetteer, settings  # noqa: PLC0415

    folder = settings.own_lists_folder()
    paths = [path for given in files for path in gazetteer.files_of(given)]
    gazetteer.read_lists(paths)  # all or nothing: a mistake in the last one keeps the first from being copied
    for path in paths:
        one = gazetteer.keep(path, folder)
        say(f"kept {one.name}: {one.actors} actors, {one.agents} agents, {one.names} names")
    return 0


@actors.command("list")
def list_(format_: ListFormat = "table") -> int:
    """The lists of your own that are kept, and those that whosays.toml names."""
    from whosays import gazetteer, settings  # noqa: PLC0415

    paths = settings.own_lists(settings.load())
    rows = [gazetteer.describe_list(path) for given in paths for path in gazetteer.files_of(given)]
    return show_list(rows, gazetteer.KeptList, format_)


@actors.command()
def remove(name: Annotated[str, typer.Argument(help="The list's name, as `whosays actors list` shows it.")]) -> int:
    """Take a kept list out again; reports keep what they were coded with until `whosays rerun`."""
    from whosays import gazetteer, settings  # noqa: PLC0415

    say(f"removed {gazetteer.remove(name, settings.own_lists_folder())}")
    return 0


@actors.command()
def check(files: Files) -> int:
    """Explain what a list would do, without keeping it: mistakes by file and line, and names that it takes over."""
    from whosays import gazetteer  # noqa: PLC0415

    for path in files:
        lists, remarks = gazetteer.check_list(path, gazetteer.load())
        held = f"{len(lists.actors)} actors, {len(lists.agents)} agents"
        say(f"{path}: {held}; remarks: {len(remarks)}")
        sys.stdout.write("".join(f"{remark}\n" for remark in remarks))
    return 0
