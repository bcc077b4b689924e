"""Deeds: the sixteen PLOVER classes, the words that tell of them, and the parts that their neighbours play.

A *trigger* is a word (or a few words) that tells of an event. Its ``roles`` map a slot, the place in the
sentence where somebody stands ("subject", "by", "of" ...), to the part played there ("actor", "recipient" ...).
Slots are those of the active voice: the subject of a passive stands in the slot "object", its agent in "by".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from typing import Literal, get_args

import msgspec

from whosays.numerals import NUMERALS
from whosays.ontology.nouns import Nouns
from whosays.ontology.verbal import VerbalTable
from whosays.parse import NameLabel
from whosays.records import Effect, EventStatus, RolePart, ThingEffect

Pos = Literal["verb", "noun", "adjective"]
# Prepositions are folded: onto, upon -> on; toward(s) -> to; inside, within -> in; among -> between; off -> from;
# outside, beside, opposite, "in front of" -> near; following -> after.
Slot = Literal[
    "subject", "object", "iobj", "poss", "compound", "amod",
    "about", "after", "against", "along", "around", "as", "at", "before", "behind", "between", "by", "during", "for",
    "from", "in", "into", "near", "of", "on", "over", "through", "to", "under", "via", "with", "without",
]  # fmt: skip
SLOTS: frozenset[str] = frozenset(get_args(Slot))
PARTS: frozenset[str] = frozenset(get_args(RolePart))
THING_EFFECTS: frozenset[str] = frozenset(get_args(ThingEffect))
EFFECTS: frozenset[str] = frozenset(get_args(Effect)) | THING_EFFECTS
STATUSES: frozenset[str] = frozenset(get_args(EventStatus))

# What a constraint may hold beside lemmas: names and numbers, which no list of lemmas can.
NAME = "@name"  # the name of a person, an organisation or a nationality
PLACE_NAME = "@placename"  # the name of a place or a facility
PERSON_NAME = "@personname"  # the name of a person only
BODY_NAME = "@bodyname"  # the name of an organisation only
NUMBER = "@number"  # a figure or a number word that stands alone: "killed 12"
MARKERS: frozenset[str] = frozenset({NAME, PLACE_NAME, PERSON_NAME, BODY_NAME, NUMBER})

_FIGURE = re.compile(r"\d[\d,.]*")
_NUMBER_WORDS = NUMERALS | frozenset("all both dozen few many none score several some".split())


def fits(allowed: frozenset[str], lemma: str, label: NameLabel | None = None) -> bool:
    """Whether a head word satisfies a constraint such as ``Trigger.object``.

    Args:
        allowed: lemmas and markers; an empty set forbids nothing.
        lemma: the lower-cased lemma of the word that stands in the slot.
        label: the label of the name that the word belongs to, None where it is no name.
    """
    return not allowed or matches(allowed, lemma, label)


def matches(words: frozenset[str], lemma: str, label: NameLabel | None = None) -> bool:
    """Whether a head word is one of ``words``; unlike :func:`fits` an empty set holds nothing (for ``unless``)."""
    if label in {"person", "organisation", "nationality"} and NAME in words:
        return True
    if label in {"place", "facility"} and PLACE_NAME in words:
        return True
    if (label == "person" and PERSON_NAME in words) or (label == "organisation" and BODY_NAME in words):
        return True
    if NUMBER in words and (lemma in _NUMBER_WORDS or _FIGURE.fullmatch(lemma) is not None):
        return True
    return lemma in words


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """A word or phrase that tells of an event, and how to read the words around it.

    ``words`` are lower-case lemmas; the head is the first of a verb's and the last of a noun's. ``object``,
    ``subject`` and ``compound`` constrain who may stand there (:func:`fits`; a verb with an ``object``
    constraint needs that object), and ``where`` constrains other slots in the same way; ``unless`` cancels the
    trigger when it stands in any slot (:func:`matches`); ``needs`` are slots that must be filled.
    """

    event: str
    mode: str | None = None
    pos: Pos
    words: tuple[str, ...]
    roles: dict[str, str] = {}
    object: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    compound: frozenset[str] = frozenset()
    where: dict[str, frozenset[str]] = {}
    among: frozenset[str] = frozenset()  # words of which the sentence has to hold one
    unless: frozenset[str] = frozenset()
    needs: tuple[str, ...] = ()
    effect: str | None = None
    status: str | None = None
    reciprocal: bool = False
    contexts: tuple[str, ...] = ()
    weak: bool = False
    cameo: str | None = None
    line: str

    @property
    def head(self) -> str:
        """The lemma by which the trigger is found in a sentence."""
        return self.words[0] if self.pos == "verb" else self.words[-1]

    @property
    def specificity(self) -> tuple[int, int, int]:
        """How much must be right for this trigger to count: more words first, then more constraints."""
        constraints = sum(map(bool, (self.object, self.subject, self.compound, self.where, self.needs, self.among)))
        return len(self.words), constraints, int(not self.weak)


class LightVerb(msgspec.Struct, frozen=True, kw_only=True):
    """A verb that says little itself and carries a noun that tells of an event: "carry out an attack".

    ``event`` is the slot in which that noun stands; ``subject`` the part that the verb's subject plays in the
    noun's event (None: none, or the subject is the event itself), ``by`` that of the agent of a passive, and
    ``roles`` those of the verb's other slots. ``status`` is what the verb makes of the event ("plan an attack").
    """

    words: tuple[str, ...]
    event: str = "object"
    subject: str | None = "actor"
    roles: dict[str, str] = {}
    status: str | None = None
    only: frozenset[str] = frozenset()  # nouns that it carries; empty: any that tells of an event
    line: str

    @property
    def head(self) -> str:
        """The lemma by which the verb is found in a sentence."""
        return self.words[0]


class Mode(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of event within its class, with its own score (-10 to 10) and CAMEO code."""

    score: float
    cameo: str
    about: str


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence and what must (``wanted``) or must not come out of it; only the fields that are set are checked."""

    text: str
    event: str
    wanted: bool
    mode: str | None = None
    actor: str | None = None
    recipient: str | None = None
    target: str | None = None
    status: str | None = None
    killed: int | None = None
    line: str


class EventClass(msgspec.Struct, frozen=True, kw_only=True):
    """One PLOVER class: its CAMEO root, its quad (1 verbal, 2 material cooperation, 3, 4 conflict) and its score."""

    name: str
    cameo: str
    quad: int
    score: float
    about: str
    modes: dict[str, Mode]
    triggers: tuple[Trigger, ...]
    examples: tuple[Example, ...]


class Ontology:
    """All that the words of a report may tell of. Built by :func:`whosays.ontology.load`."""

    def __init__(
        self,
        *,
        classes: Mapping[str, EventClass],
        light: Iterable[LightVerb],
        nouns: Nouns,
        contexts: Mapping[str, frozenset[str]],
        verbal: VerbalTable,
    ) -> None:
        self.classes = dict(classes)
        self.nouns = nouns
        self.contexts = dict(contexts)
        self.verbal = verbal
        self._triggers = _index([t for c in self.classes.values() for t in c.triggers])
        light_index: dict[str, list[LightVerb]] = {}
        for verb in light:
            light_index.setdefault(verb.head, []).append(verb)
        self._light = {
            head: tuple(sorted(verbs, key=lambda v: (-len(v.words), not v.only))) for head, verbs in light_index.items()
        }
        self._context_words: dict[str, list[str]] = {}
        for context, words in self.contexts.items():
            for word in sorted(words):
                self._context_words.setdefault(word, []).append(context)

    def triggers(self, lemma: str, pos: Pos) -> tuple[Trigger, ...]:
        """The triggers whose head is ``lemma``, most specific first."""
        return self._triggers.get((lemma, pos), ())

    def light_verbs(self, lemma: str) -> tuple[LightVerb, ...]:
        """The light verbs whose head is ``lemma``, longest first."""
        return self._light.get(lemma, ())

    def contexts_of(self, lemmas: Iterable[str]) -> tuple[str, ...]:
        """The contexts that the lemmas of a sentence evoke, in the order of the contexts file.

        Phrases count as well: the lemmas are taken in order, and pairs of neighbours are looked up too.
        """
        words = list(lemmas)
        pairs = [f"{one} {two}" for one, two in itertools.pairwise(words)]
        found = {context for word in (*words, *pairs) for context in self._context_words.get(word, ())}
        return tuple(context for context in self.contexts if context in found)

    def mode(self, event: str, mode: str | None) -> Mode | None:
        """The mode's own facts, None for an event without a mode."""
        return self.classes[event].modes[mode] if mode else None

    def cameo(self, event: str, mode: str | None = None, trigger: Trigger | None = None) -> str:
        """The CAMEO code: the trigger's own where it has one, else the mode's, else the class's root."""
        if trigger is not None and trigger.cameo:
            return trigger.cameo
        found = self.mode(event, mode)
        return found.cameo if found else f"{self.classes[event].cameo}0"

    def score(self, event: str, mode: str | None = None) -> float:
        """How cooperative (10) or hostile (-10) an event is."""
        found = self.mode(event, mode)
        return found.score if found else self.classes[event].score

    @property
    def examples(self) -> tuple[Example, ...]:
        """Every example sentence, for the tests."""
        return tuple(example for found in self.classes.values() for example in found.examples)

    @property
    def all_triggers(self) -> tuple[Trigger, ...]:
        """Every trigger, class by class, in the order of the files."""
        return tuple(trigger for found in self.classes.values() for trigger in found.triggers)

    @property
    def all_light_verbs(self) -> tuple[LightVerb, ...]:
        """Every light verb, by its head."""
        return tuple(verb for head in sorted(self._light) for verb in self._light[head])


def _index(triggers: Iterable[Trigger]) -> dict[tuple[str, Pos], tuple[Trigger, ...]]:
    found: dict[tuple[str, Pos], list[Trigger]] = {}
    for trigger in triggers:
        found.setdefault((trigger.head, trigger.pos), []).append(trigger)
    for several in found.values():
        several.sort(key=lambda t: t.specificity, reverse=True)  # stable: the file's order breaks ties
    return {key: tuple(several) for key, several in found.items()}
