"""What a report says sentence by sentence, looked up once for all its phrases: attacks, names, parts of events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from evaluation.templates import Candidate, Told, candidates
from whosays.parse import Name
from whosays.records import Event, Incident, Mention, Role

ATTACK = "ASSAULT"
_CONTENT = ("NN", "VB", "JJ")


class Read(msgspec.Struct, frozen=True, dict=True):
    """A report as fillers are looked for in it: what is told of it, and the incidents that it holds."""

    told: Told
    incidents: Sequence[Incident]

    @cached_property
    def found(self) -> list[Candidate]:
        """The incidents that may be wanted, each with its template."""
        return candidates(self.told, self.incidents)

    @cached_property
    def triggers(self) -> dict[int, Event]:
        """The events by the tokens that tell of them."""
        found: dict[int, Event] = {}
        for event in self.told.record.events:
            for i in range(*self.told.parsed.tokens_of(event.trigger)):
                found.setdefault(i, event)
        return found

    @cached_property
    def names(self) -> dict[int, Name]:
        """The names by the tokens in them."""
        return {i: name for name in self.told.parsed.names for i in range(name.start, name.end)}

    @cached_property
    def armed(self) -> frozenset[int]:
        """The tokens in names of armed groups."""
        parsed = self.told.parsed
        listed = {
            first + i
            for number, (first, _) in enumerate(parsed.sentences)
            for group in self.told.groups_in(number)
            for i in range(group.start, group.end)
        }
        return parsed.armed | listed

    @cached_property
    def words(self) -> list[frozenset[str]]:
        """The nouns, verbs and adjectives of each sentence."""
        tokens = self.told.parsed.tokens
        return [
            frozenset(t.lemma.lower() for t in tokens[start:end] if t.tag[:2] in _CONTENT)
            for start, end in self.told.parsed.sentences
        ]

    @cached_property
    def parts(self) -> dict[int, frozenset[str]]:
        """The parts in events that the record gives to whom a head noun means, as a few words each."""
        found: dict[int, set[str]] = {}
        for event in self.told.record.events:
            for role in event.roles:
                mention = self.told.mention(role.mention)
                if mention is None:
                    continue
                said = set(_part(event, role))
                found.setdefault(self._head(mention), set()).update(said)
                for other in self.told.mentions_of(role):
                    if other.id != mention.id:
                        found.setdefault(self._head(other), set()).update(f"elsewhere {s}" for s in said)
        return {head: frozenset(said) for head, said in found.items()}

    @cached_property
    def named(self) -> dict[int, str]:
        """Whom the names of the record mean, by their head nouns."""
        names = (m for m in self.told.record.mentions if m.kind == "actor" and m.form == "name")
        return {self._head(m): entity.id for m in names if (entity := self.told.entity(m.id)) is not None}

    @cached_property
    def speakers(self) -> dict[int, str]:
        """What those who speak do, by their head nouns: "deny", "claim"."""
        mentions = ((s.act, self.told.mention(s.speaker)) for s in self.told.record.statements)
        return {self._head(m): act for act, m in mentions if m is not None}

    def _head(self, mention: Mention) -> int:
        return self.told.parsed.root_of(*self.told.parsed.tokens_of(mention.span))


def _part(event: Event, role: Role) -> Iterator[str]:
    if event.type != ATTACK:
        yield f"{role.part} of {event.type}"
        return
    yield f"{role.part} of attack, {event.status}"
    yield f"{role.part} of attack by {event.mode}"
    if role.effect:
        yield f"{role.effect} in attack"
    if role.part == "actor":
        yield f"actor of attack by {role.basis}"
