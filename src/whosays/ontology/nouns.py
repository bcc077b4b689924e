"""Nouns and what they stand for: people with their sector, bodies, weapons with the mode they imply, things, times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, get_args

import msgspec

NounKind = Literal[
    "person", "organisation", "thing", "place", "document", "event", "abstract", "time", "money", "measure"
]
KINDS: tuple[NounKind, ...] = get_args(NounKind)

SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC "
    "IGO UNO EUR NGO ISM IMG MNC".split()
)
# Those who bear arms: an attack by or on one of them is the plain reading of an ambiguous word.
ARMED_SECTORS = frozenset({"COP", "MIL", "PRM", "REB", "SPY", "UAF", "CRM"})


class Noun(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of one noun. ``member``: "X of ORG" stands for ORG. ``mode``: the ASSAULT mode of a weapon."""

    lemma: str
    kind: NounKind
    sector: str | None = None
    group: bool = False
    member: bool = False
    mode: str | None = None


class Nouns:
    """The lexicon of nouns and the named sets that triggers refer to as ``@name``."""

    def __init__(self, nouns: Mapping[str, Noun], sets: Mapping[str, frozenset[str]]) -> None:
        self._nouns = dict(nouns)
        self.sets = dict(sets)

    def get(self, lemma: str) -> Noun | None:
        """All that is known of a noun."""
        return self._nouns.get(lemma)

    def longest(self, words: Sequence[str]) -> Noun | None:
        """The noun that the end of a phrase names, longest first: "prime minister" before "minister"."""
        for start in range(max(len(words) - 3, 0), len(words)):
            found = self._nouns.get(" ".join(words[start:]))
            if found is not None:
                return found
        return None

    def __contains__(self, lemma: object) -> bool:
        return lemma in self._nouns

    def __len__(self) -> int:
        return len(self._nouns)

    def kind_of(self, lemma: str) -> NounKind | None:
        """What the noun stands for, None where the lexicon does not know it."""
        found = self._nouns.get(lemma)
        return found.kind if found else None

    @property
    def all_nouns(self) -> frozenset[str]:
        """Every noun of the lexicon."""
        return frozenset(self._nouns)

    def sector_of(self, lemma: str) -> str | None:
        """The PLOVER sector of a person or body noun ("soldier" MIL)."""
        found = self._nouns.get(lemma)
        return found.sector if found else None

    def is_armed(self, lemma: str) -> bool:
        """Whether the noun stands for people who bear arms."""
        return self.sector_of(lemma) in ARMED_SECTORS

    def is_member_noun(self, lemma: str) -> bool:
        """Whether "X of ORG" or "ORG's X" stands for ORG ("representative", "spokesman", "leader")."""
        found = self._nouns.get(lemma)
        return found is not None and found.member

    def is_group_noun(self, lemma: str) -> bool:
        """Whether the noun stands for several people ("crowd", "forces", "family")."""
        found = self._nouns.get(lemma)
        return found is not None and found.group

    def weapon_mode(self, lemma: str) -> str | None:
        """The ASSAULT mode that a weapon implies ("rifle" firearms), None where it is no weapon."""
        found = self._nouns.get(lemma)
        return found.mode if found else None

    def in_set(self, name: str, lemma: str) -> bool:
        """Whether a lemma is in the named set (without the ``@``)."""
        return lemma in self.sets.get(name, frozenset())
