"""Settings: what a user writes once into ``whosays.toml`` instead of on every command line.

Nothing but the command line and the web desk reads settings. A key that is not known is an error.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec
import platformdirs

from whosays.errors import SettingsError

FILE = "whosays.toml"
DATABASE = "whosays.db"


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``database``: path of the store, relative to the file it is written in. ``workers``: processes that code.

    ``actors``: files or folders of own lists of actors, relative to the file likewise.
    """

    database: str | None = None
    workers: int = 1
    actors: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.workers < 1:
            raise ValueError("workers is a whole number from 1")


def load(folder: Path | None = None) -> Settings:
    """The settings of ``whosays.toml`` in ``folder``, else in the user's configuration; none there is fine.

    Raises:
        SettingsError: the file is not TOML, or a key or value in it is wrong.
    """
    for place in (folder or Path(), platformdirs.user_config_path("whosays", appauthor=False)):
        file = place / FILE
        if file.is_file():
            return _read(file)
    return Settings()


def _read(file: Path) -> Settings:
    try:
        settings = msgspec.toml.decode(file.read_bytes(), type=Settings)
    except (msgspec.DecodeError, OSError, UnicodeDecodeError) as error:
        known = ", ".join(Settings.__struct_fields__)
        raise SettingsError(f"{file}: {error}. The settings there are: {known}") from error
    lists = tuple(str(file.parent / Path(path).expanduser()) for path in settings.actors)
    settings = msgspec.structs.replace(settings, actors=lists)
    if settings.database is None:
        return settings
    return msgspec.structs.replace(settings, database=str(file.parent / Path(settings.database).expanduser()))


def database(chosen: Path | None, settings: Settings, environment: Mapping[str, str] = os.environ) -> Path:
    """Where the store is: as chosen on the command line, else WHOSAYS_DB, else as set, else the user's own folder."""
    if chosen is not None:
        return chosen
    if environment.get("WHOSAYS_DB"):
        return Path(environment["WHOSAYS_DB"]).expanduser()
    if settings.database is not None:
        return Path(settings.database)
    return platformdirs.user_data_path("whosays", appauthor=False) / DATABASE


def own_lists_folder() -> Path:
    """Where imported lists of actors are kept."""
    return platformdirs.user_data_path("whosays", appauthor=False) / "actors"


def own_lists(settings: Settings) -> tuple[Path, ...]:
    """The user's own lists: those imported, then those that the settings name, which win over them."""
    folder = own_lists_folder()
    imported = (folder,) if folder.is_dir() and any(folder.iterdir()) else ()
    return (*imported, *(Path(path) for path in settings.actors))
