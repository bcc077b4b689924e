"""Verbal events: which PLOVER class and CAMEO code an act of speech amounts to, given what it is about.

Words are stored once, as statements; this table derives from them the rows that a PLOVER or CAMEO user expects.
"""

from __future__ import annotations

import msgspec

from whosays.records import Act


class VerbalCode(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an act amounts to. ``plover`` is None for plain statements, which only CAMEO codes (01x)."""

    plover: str | None = None
    mode: str | None = None
    cameo: str


class VerbalTable(msgspec.Struct, frozen=True, kw_only=True):
    """Act x content class (and mode) -> code; ``rows`` are keyed by (act, class, mode), None being "any"."""

    rows: dict[tuple[str, str | None, str | None], VerbalCode]

    def code(self, act: Act, content_class: str | None = None, content_mode: str | None = None) -> VerbalCode:
        """The code of ``act`` about an event of ``content_class``: the most specific row that fits."""
        for key in ((act, content_class, content_mode), (act, content_class, None), (act, None, None)):
            found = self.rows.get(key)
            if found is not None:
                return found
        raise AssertionError(f"verbal.yaml has no row for {act}")  # load() has checked every act
