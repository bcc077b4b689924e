"""What kind of source a statement rests on: an official, a witness, a hospital, a document, somebody unnamed.

Readers weigh words by who says them. A source without a name keeps its description ("a diplomat familiar with the
file"), and that description tells its kind.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from whosays import ontology
from whosays.records import Actor, ActorKind, CodedReport, Mention, Statement

SourceKind = Literal[
    "official", "armed-group", "body", "witness", "hospital", "media", "expert", "document", "person", "anonymous"
]
_BY_ACTOR: dict[ActorKind, SourceKind] = {
    "state": "official", "government": "official", "ministry": "official", "force": "official", "party": "body",
    "armed-group": "armed-group", "body": "body", "organisation": "body", "company": "body", "media": "media",
}  # fmt: skip
_BY_SECTOR: dict[str, SourceKind] = {
    "GOV": "official", "MIL": "official", "COP": "official", "SPY": "official", "JUD": "official", "LEG": "official",
    "REB": "armed-group", "UAF": "armed-group", "PRM": "armed-group", "JRN": "media", "MED": "hospital",
    "IGO": "body", "NGO": "body", "BUS": "body", "PTY": "body",
}  # fmt: skip
_SETS: tuple[tuple[str, SourceKind], ...] = (
    ("witness", "witness"), ("expert", "expert"), ("official", "official"), ("hospital", "hospital"),
    ("outlet", "media"), ("unnamed", "anonymous"),
)  # fmt: skip


class Source(msgspec.Struct, frozen=True):
    """Who is behind a statement: the kind, whether a name is told, and the words that describe who it is."""

    kind: SourceKind
    named: bool
    words: str


def source_of(record: CodedReport, statement: Statement) -> Source | None:
    """The source of a statement; None where nobody is told at all ("reportedly")."""
    speaker = record.mention(statement.speaker)
    if speaker is None:
        document = record.mention(statement.relay[-1]) if statement.relay else None
        return None if document is None else Source("document", document.form == "name", document.name)
    entity = record.entity(speaker.id)
    told = _described(record, speaker, entity)
    named = told.form == "name"
    listed = _BY_ACTOR.get(entity.kind) if isinstance(entity, Actor) else None
    described = _kind_of(told.name)
    kind = (listed or described) if named else (described or listed)
    kind = kind or ("person" if named else "anonymous")
    return Source(kind, named, told.name)


def _described(record: CodedReport, speaker: Mention, entity: object) -> Mention:
    """The mention that says most of the speaker: for a pronoun, what it stands for."""
    if speaker.form != "pronoun" or not isinstance(entity, Actor):
        return speaker
    alike = [m for m in record.mentions if m.form != "pronoun" and record.entity(m.id) == entity]
    return alike[0] if alike else speaker


def _kind_of(words: str) -> SourceKind | None:
    """What a description tells: by the head noun first ("two security | sources"), then by the words before it."""
    nouns = ontology.load().nouns
    phrase = words.lower().split()
    cut = next(
        (i for i, w in enumerate(phrase) if i and w in {"of", "for", "from", "in", "at", "close", "familiar"}), None
    )
    head = phrase[:cut]
    for word in reversed(head):
        for form in (
            word,
            word.removesuffix("s"),
            word.removesuffix("es"),
            f"{word[:-3]}y" if word.endswith("ies") else word,
        ):
            found = next((kind for name, kind in _SETS if nouns.in_set(f"source_{name}", form)), None)
            sector = _BY_SECTOR.get(nouns.sector_of(form) or "")
            if found or sector:
                return found or sector
    return None
