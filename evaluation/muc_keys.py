"""The key templates of MUC-4 as their files hold them: slot by slot, each fill with its alternatives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from evaluation.templates.lists import bare, plain

_LINE = re.compile(r"^(\d+)\.\s+[A-Z :]*?[A-Z]\s{2,}(.*)$")
_QUOTED = re.compile(r'"((?:\\.|[^"\\])*)"')


class Fill(msgspec.Struct, frozen=True):
    """One fill of a slot: the value before a colon where there is one, and the quoted words, in plain letters."""

    value: str
    words: frozenset[str]

    @property
    def values(self) -> frozenset[str]:
        """The value, or each of those that are as good: "POSSIBLE / SUSPECTED OR ACCUSED"."""
        return frozenset(v.strip(" ?()") for v in self.value.split("/"))

    def fits(self, words: str) -> bool:
        """Whether words are one of the fill's, or hold it, or are held by it."""
        mine = plain(bare(words))
        return bool(mine.strip()) and any(mine in theirs or theirs in mine for theirs in self.words if theirs.strip())


Key = Mapping[str, Sequence[Fill]]  # the fills of a template by the number of the slot


def read(text: str) -> dict[str, list[Key]]:
    """The key templates of a file by the number of the report; reports without any have an empty list."""
    found: dict[str, list[dict[str, list[Fill]]]] = {}
    message, slot = "", ""
    for line in text.splitlines():
        head = _LINE.match(line)
        fill = head[2] if head else line.strip() if line.startswith(" ") else ""
        slot = head[1] if head else slot
        if slot == "0" and head:
            message = fill.split()[0]  # "DEV-MUC3-0001 (NCCOSC)"
            found.setdefault(message, [])
        elif slot == "1" and head and "*" not in fill:
            found[message].append({})
        elif fill.strip(" -*") and found.get(message):
            found[message][-1].setdefault(slot, []).append(_fill(fill))
    return {message: [dict(key) for key in keys] for message, keys in found.items()}


def _fill(told: str) -> Fill:
    words = frozenset(plain(bare(q.replace("\\", ""))) for q in _QUOTED.findall(told))
    return Fill(told.split(":", 1)[0].strip(" ?") if ":" in told else "", words)


def any_fits(fills: Iterable[Fill], words: str) -> bool:
    """Whether words are those of one of the fills."""
    return any(fill.fits(words) for fill in fills)
