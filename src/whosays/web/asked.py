"""One request, as a page function sees it: the open store, the parts of the address, and what the query says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, TypeVar

import msgspec

from whosays.errors import SettingsError
from whosays.store import Store
from whosays.web.room import Room

Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", description="A day, as 2026-03-01.")]
PageNumber = Annotated[int, msgspec.Meta(ge=1, le=100_000, description="Which page of the list, from 1.")]
Words = Annotated[str, msgspec.Meta(max_length=400)]

PER_PAGE = 50


class View(msgspec.Struct, frozen=True, kw_only=True):
    """The base of what a page shows. Its JSON is the page's twin, so nothing is on the screen that is not in it."""


class Query(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of what may stand behind the question mark of an address; an unknown name is an error."""


class Nothing(Query, frozen=True, kw_only=True):
    """The query of a page that can be asked nothing."""


Q = TypeVar("Q", bound=Query)


@dataclass(frozen=True)
class Asked:
    """One request. ``path`` holds the named parts of the address, ``raw`` the query as it came."""

    store: Store
    room: Room
    path: Mapping[str, str]
    raw: Mapping[str, str]

    def query(self, kind: type[Q]) -> Q:
        """What the query says; a field that is left empty counts as not given.

        Raises:
            SettingsError: a name is not known here or a value cannot be read; the message says which.
        """
        given = {name: value.strip() for name, value in self.raw.items() if value.strip()}
        try:
            return msgspec.convert(given, kind, strict=False)
        except msgspec.ValidationError as error:
            known = ", ".join(kind.__struct_encode_fields__) or "nothing"
            raise SettingsError(f"{error}. What can be asked here: {known}; days are written as 2026-03-01") from error
