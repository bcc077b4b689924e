"""What stands around an incident: the signs of a place where a report names somebody who may have done it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import msgspec

from evaluation.sectors import noun_sector, sectors, singular
from evaluation.templates.lists import has, lists, plain
from evaluation.templates.told import Told
from whosays.records import Event, Mention

_FAR = 3
_BESIDE = 1  # sentences
_SECTOR = 3  # letters of a code
_BEGINNING = 250  # characters in which the heading stands
_HEADING = re.compile(r"\[([A-Z ]{4,20})\]")
_CUES = {"claimed": lists().claiming, "suspected": lists().suspecting}


class Spot(msgspec.Struct, frozen=True):
    """One place where a report names somebody: words, head token, and the mention of the record that holds it."""

    words: str
    head: int
    mention: Mention | None


class Near:
    """What stands around an incident, looked up once for all its candidates."""

    def __init__(self, told: Told, events: Sequence[Event]) -> None:
        self._told = told
        self._events = events
        self._cued: dict[int, list[str]] = {}
        self._own = set(told.sentences(events))
        self._triggers = {
            i for e in told.record.events if e.type == "ASSAULT" for i in range(*told.parsed.tokens_of(e.trigger))
        }
        held = {e.id for e in events}
        others = [e for e in told.record.events if e.id not in held and e.type == "ASSAULT"]
        self._parts = {**_parts(told, others, "another attack"), **_parts(told, events, "it")}
        self._speaks = {s.speaker: s.act for s in told.record.statements}
        self._about = {s.speaker: s.act for s in told.record.statements if any(t.target in held for t in s.about)}
        self._has_doer = any(r.part == "actor" for e in events for r in e.roles)

    def signs(self, spot: Spot) -> set[str]:
        """The signs of one place where somebody is named."""
        told = self._told
        token, sector = told.parsed.tokens[spot.head], noun_sector(spot.words)
        sentence = told.parsed.sentence(spot.head)
        found = {f"noun {singular(token.lower)}", f"sector {sector}", self._away(sentence)}
        found |= set(self._of_mention(spot))
        found.add(f"words {min(len(spot.words.split()), 4)}")
        found |= {f"word {w}" for w in plain(spot.words).split()}
        placed = {*self._of_place(spot.head), *self._of_speech(spot.head)}
        found |= placed
        found |= {f"{sector}: {s}" for s in self._of_attack}
        cues = self._cues(sentence)
        found |= {f"{c} {'beside' if sentence in self._own else 'elsewhere'}" for c in cues}
        beside = min(abs(n - sentence) for n in self._own) <= _BESIDE
        if beside:
            found |= {f"near: {s}" for s in placed}
        if beside or cues:
            found |= self._hints(sentence)
        found |= {f"determiner {c.lower}" for c in told.parsed.children(token.i, "det")}
        if any(n.label == "person" and n.start <= spot.head < n.end for n in told.parsed.names):
            found.add("a person's name")
        return found

    def _of_place(self, head: int) -> Iterator[str]:
        """What governs a noun, and what governs that."""
        parsed = self._told.parsed
        token = parsed.tokens[head]
        governor = parsed.tokens[token.head]
        case = next((c.lower for c in parsed.children(token.i, "case")), "")
        yield f"behind {case}" if case else "behind no preposition"
        if governor.i == token.i:
            yield "root"
            return
        yield f"{token.dep} of {governor.lemma.lower()}"
        if governor.i in self._triggers:
            yield f"{token.dep} {case} of an attack"
        above = parsed.tokens[governor.head]
        if above.i != governor.i:
            yield f"under {above.lemma.lower()}"
            if above.i in self._triggers:
                yield f"{token.dep} under {governor.dep} of an attack"

    def _of_speech(self, head: int) -> Iterator[str]:
        """In whose words a noun stands: "accuse by MIL"."""
        span = self._told.parsed.span(head, head + 1)
        for statement in self._told.record.statements:
            if any(part.covers(span) for part in statement.content):
                yield f"in what is told: {statement.act}"
                yield from (f"told by {sector}" for sector in self._sectors_of(statement.speaker))
                yield f"told {statement.certainty}"

    def _sectors_of(self, speaker: str | None) -> list[str]:
        return sorted(s for s in sectors(self._told.record, speaker) if len(s) == _SECTOR) or ["nobody known"]

    @cached_property
    def _of_attack(self) -> list[str]:
        """What kind of attack it is, on whom, and in what kind of report: who strikes whom."""
        told = self._told
        found = {f"in {e.mode}" for e in self._events}
        for role in told.roles(self._events, "recipient", "target"):
            found |= {f"on {s}" for s in told.sectors(role) if len(s) == _SECTOR}
        text = told.record.report.text[:_BEGINNING].upper()
        found |= {f"heading {h.strip().lower()}" for h in _HEADING.findall(text)}
        if "CLANDESTINE" in text:
            found.add("hidden station")
        return sorted(found)

    def _cues(self, sentence: int) -> list[str]:
        """Whether a sentence has somebody claim or suspects somebody."""
        if sentence not in self._cued:
            spoken = self._told.spoken(sentence)
            self._cued[sentence] = [c for c, words in _CUES.items() if has(spoken, words)]
        return self._cued[sentence]

    def _hints(self, sentence: int) -> set[str]:
        """The words of the sentence that show who says it, and how surely."""
        start, end = self._told.parsed.sentences[sentence]
        lemmas = {w for t in self._told.parsed.tokens[start:end] for w in (t.lemma.lower(), t.lower)}
        return {f"beside {w}" for w in lemmas & set(lists().hints)}

    def _away(self, sentence: int) -> str:
        gap = min((sentence - n for n in self._own), key=abs)
        return f"away {min(abs(gap), _FAR + 1)} {'behind' if gap > 0 else 'before' if gap < 0 else 'beside'}"

    def _of_mention(self, spot: Spot) -> Iterator[str]:
        """What the record says of the one who is named, or of the mention in which the name stands."""
        told = self._told
        span = told.parsed.span(spot.head, spot.head + 1)
        around = [m for m in told.record.mentions if m.kind == "actor" and m.span.covers(span)]
        for mention in around:
            entity = told.entity(mention.id)
            keys = {mention.id, entity.id if entity is not None else mention.id}
            whole = "" if spot.mention is not None and mention.id == spot.mention.id else "within "
            yield from (f"{whole}{self._parts[k]}" for k in keys if k in self._parts)
            if mention.id in self._about:
                yield f"{whole}{self._about[mention.id]}s it"
            elif mention.id in self._speaks:
                yield f"{whole}speaks"
                yield f"{whole}speaks: {self._speaks[mention.id]}"
        if self._has_doer:
            yield "a doer is told"


def _parts(told: Told, events: Iterable[Event], which: str) -> dict[str, str]:
    """The part that each mention and entity plays in some events, as a few words."""
    found: dict[str, str] = {}
    for event in events:
        for role in event.roles:
            if role.mention is None:
                continue
            entity = told.entity(role.mention)
            said = f"{role.part} of {which}" + (f", {role.basis}" if role.part == "actor" else "")
            for key in (role.mention, entity.id if entity is not None else role.mention):
                found.setdefault(key, said)
    return found
