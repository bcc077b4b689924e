"""A report as templates are made from it: its record, the names that the parser saw, and what is said of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import msgspec

import whosays
from evaluation.sectors import sectors
from evaluation.templates.lists import bare
from evaluation.templates.naming import Group, groups_in, nations_in
from whosays import Parse
from whosays.records import Actor, CodedReport, Event, Interval, Mention, Place, Role, Span
from whosays.resolving.dates.anchoring import Anchors, anchors_of, resolve_times

_BRACKETS = re.compile(r"\s*[\[(][^\])]*[\])]?")
_COUNTED = re.compile(
    r"^(?:(?:at least|more than|no fewer than|up to|over|nearly|almost|about|around|approximately|some|other|only"
    r"|(?:an? )?(?:undetermined |large |small )?(?:total|number|series|couple|pair) of|\d[\d,.]*|one|two|three|four"
    r"|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|several|many|few)\s+)+(?!of\b)(?=\S)",
    re.IGNORECASE,
)
ARMED = frozenset({"MIL", "REB", "UAF", "PRM", "CRM", "COP", "SPY"})


class Told(msgspec.Struct, frozen=True, dict=True):
    """A report's record with its parse, and the questions that templates ask of them."""

    record: CodedReport
    parsed: Parse

    def words(self, mention: Mention) -> str:
        """The mention as it stands in the report, in one line, without article, explanation in brackets and number."""
        told = self.record.report.words(mention.span)
        cut = bare(_BRACKETS.sub(" ", told)) or bare(told)
        return bare(_COUNTED.sub("", cut)) or cut

    def whole(self, mention: Mention) -> str:
        """The mention with its number."""
        return bare(self.record.report.words(mention.span))

    @cached_property
    def _mentions(self) -> dict[str, Mention]:
        return {m.id: m for m in self.record.mentions}

    @cached_property
    def _entities(self) -> dict[str, Actor | Place]:
        return {m.id: e for m in self.record.mentions if (e := self.record.entity(m.id)) is not None}

    @cached_property
    def _by_entity(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = {}
        for mention in self.record.mentions:
            entity = self._entities.get(mention.id)
            if entity is not None and mention.form != "pronoun":
                found.setdefault(entity.id, []).append(mention)
        return found

    def mention(self, identifier: str | None) -> Mention | None:
        """The mention with this id."""
        return self._mentions.get(identifier or "")

    def entity(self, identifier: str | None) -> Actor | Place | None:
        """Whom or what a mention stands for."""
        return self._entities.get(identifier or "")

    def key(self, role: Role) -> str:
        """What tells one participant from another: the entity, without one the mention."""
        entity = self.entity(role.mention)
        return entity.id if entity is not None else role.mention or ""

    def mentions_of(self, role: Role) -> Sequence[Mention]:
        """Every mention but pronouns of who plays the role, in the order of the text, the role's own among them."""
        own = self.mention(role.mention)
        entity = self.entity(role.mention)
        found = self._by_entity.get(entity.id, []) if entity is not None else []
        if found or own is None:
            return found
        return [] if own.form == "pronoun" else [own]

    def sectors(self, role: Role) -> frozenset[str]:
        """The sectors of who plays a role: by the actor's codes, and by the noun that its words name."""
        return frozenset(sectors(self.record, role.mention))

    def roles(self, events: Iterable[Event], *parts: str) -> Iterator[Role]:
        """The roles of events that play one of the parts."""
        return (role for event in events for role in event.roles if role.part in parts)

    def sentence_of(self, span: Span) -> int:
        """The number of the sentence in which words begin."""
        return self.parsed.sentence(self.parsed.tokens_of(span)[0])

    def sentences(self, events: Iterable[Event]) -> list[int]:
        """The sentences that the events rest on."""
        return list(dict.fromkeys(self.sentence_of(s) for e in events for s in (e.trigger, *e.evidence)))

    def spoken(self, sentence: int) -> str:
        """A sentence in one line of small letters."""
        return " ".join(self.parsed.text(*self.parsed.sentences[sentence]).split()).lower()

    def _said(self, sentence: int) -> list[str]:
        start, end = self.parsed.sentences[sentence]
        return [token.text for token in self.parsed.tokens[start:end]]

    def nations_in(self, sentence: int) -> list[str]:
        """The countries whose adjective or people a sentence names."""
        return list(nations_in(self._said(sentence)))

    def groups_in(self, sentence: int) -> list[Group]:
        """The armed groups that a sentence names."""
        return groups_in(self._said(sentence))

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The countries that the report names, by places and adjectives; those named most come first."""
        named = (self.entity(m.id) for m in self.record.mentions if m.kind == "place")
        places = (e.country for e in named if isinstance(e, Place))
        told = Counter(c for c in places if c)
        told.update(c for n in range(len(self.parsed.sentences)) for c in self.nations_in(n))
        return tuple(c for c, _ in told.most_common())

    @cached_property
    def anchors(self) -> Anchors:
        """The days from which the report counts."""
        return anchors_of(self.record.report, whosays.tools().gazetteer.known_until())

    @cached_property
    def _times(self) -> tuple[Interval, ...]:
        return resolve_times(self.parsed, self.anchors)

    def times_in(self, sentence: int) -> list[Interval]:
        """The times that a sentence tells."""
        found = zip(self.parsed.times, self._times, strict=True)
        return [i for expression, i in found if self.parsed.sentence(expression.start) == sentence]

    @cached_property
    def persons(self) -> tuple[str, ...]:
        """The names of persons of several words, as the report spells them."""
        spans = (self.parsed.span(n.start, n.end) for n in self.parsed.names if n.label == "person")
        return tuple(w for s in spans if len((w := " ".join(self.record.report.words(s).split())).split()) > 1)

    def trigger_words(self, events: Iterable[Event]) -> set[str]:
        """The words that tell of the events."""
        return {w for e in events for w in self.record.report.words(e.trigger).lower().split()}


def is_plural(words: str) -> bool:
    """Whether the noun that words are about stands in the plural."""
    head = re.split(r"\s+(?:of|in|from|at|who|with)\s+", words.lower())[0].split()
    return (
        bool(head)
        and head[-1].endswith(("s", "men", "people", "children", "personnel", "population", "clergy"))
        and head[-1] != "press"
    )
