"""The command about places: what a name may mean, and a user's own files from GeoNames."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from whosays.cli.options import ListFormat, app, own_map, say, show_list

if TYPE_CHECKING:
    from whosays.resolving.places.choosing import PlaceChoice

_ADD = "add"


class Meaning(msgspec.Struct, frozen=True):
    """A place that a name may mean, as it is listed."""

    id: str
    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    feature: str | None
    precision: str
    reasons: str


@app.command()
def places(
    words: Annotated[
        list[str], typer.Argument(metavar="NAME | add FILE...", help="A name, or GeoNames' files to add.")
    ],
    format_: ListFormat = "table",
) -> int:
    """What the name of a place may mean, the likeliest first, and why; or `places add FILE...`: files of GeoNames."""
    if words[0] == _ADD:
        return _add([Path(word) for word in words[1:]])
    from whosays import gazetteer, resolving  # noqa: PLC0415

    found = resolving.meanings(" ".join(words), gazetteer.load(places=own_map()))
    return show_list([_row(choice) for choice in found], Meaning, format_)


def _row(choice: PlaceChoice) -> Meaning:
    place = choice.place
    assert place is not None  # meanings are of places
    return Meaning(
        id=place.id,
        name=place.name,
        country=place.country,
        admin1=place.admin1,
        lat=place.lat,
        lon=place.lon,
        feature=place.feature,
        precision=choice.precision,
        reasons="; ".join(r.detail for r in choice.reasons),
    )


def _add(files: list[Path]) -> int:
    from whosays import gazetteer, settings  # noqa: PLC0415
    from whosays.errors import SettingsError  # noqa: PLC0415

    if not files:
        raise SettingsError("places add: name the files, as `whosays places add UA.zip admin1CodesASCII.txt`")
    into = settings.places(settings.load())
    for file in files:
        taken = gazetteer.add_dump(file, into)
        say(f"{file}: {taken.places} places, {taken.parts} parts of states, {taken.names} further names; in {into}")
    return 0
