"""Which sentences can carry an event or a statement: those with a word that tells of one, or a quotation mark.

The others need no tree. A form counts under every reading that it may have, so that no misread tag loses anything.
"""

from __future__ import annotations

from collections.abc import Iterable

from whosays.ontology import Ontology, Trigger
from whosays.ontology.acts import PREPOSITION_SLOTS, Acts
from whosays.ontology.wording import Wording
from whosays.parsing.lemmas import Lemmatizer
from whosays.parsing.quotes import CLOSERS, PARTNERS

_READINGS = ("VB", "VBZ", "VBD", "VBG", "VBN", "NN", "NNS", "JJ", "JJR", "JJS")
_MARKS = (frozenset(PARTNERS) | CLOSERS) - {"'", "’", "‘"}  # an apostrophe opens nothing


def telling(ontology: Ontology, acts: Acts, wording: Wording) -> frozenset[str]:
    """Every lemma by which a deed, an act of speech, what became of people, or somebody is found in a sentence.

    Light verbs are not among them: they say nothing without the noun that they carry. Prepositions that begin or end
    an entry are found by no stage, since no verb, noun or adjective is spelt like them.
    """
    found = {_sign(trigger) for trigger in ontology.all_triggers} | {cue.head for cue in acts.cues}
    found |= {words.split()[-1] for words in ontology.nouns.all_nouns}  # "the regime", "the US president", "the ballot"
    found |= {(effect.verb or "").split()[0] for effect in wording.effects if effect.verb}
    found |= {(effect.noun or effect.adjective or "").split()[-1] for effect in wording.effects if not effect.verb}
    return frozenset(word.lower() for word in found) - PREPOSITION_SLOTS


_PARTICLES = PREPOSITION_SLOTS | {"out", "up", "off", "down", "away", "back"}


def _sign(trigger: Trigger) -> str:
    """The word of a trigger that tells: its head, or what stands before a head like that of "sit-in"."""
    particle = trigger.pos == "noun" and len(trigger.words) > 1 and trigger.head in _PARTICLES
    return trigger.words[-2] if particle else trigger.head


class Carriers:
    """Answers for the words of a sentence; each form is looked at once."""

    def __init__(self, lemmas: frozenset[str], lemmatizer: Lemmatizer) -> None:
        self._lemmas, self._lemmatizer = lemmas, lemmatizer
        self._known: dict[str, bool] = {}

    def among(self, words: Iterable[str]) -> bool:
        """Whether one of the words can carry an event or a statement."""
        return any(self._carries(word) for word in words)

    def _carries(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            readings = {self._lemmatizer.lemma(word, tag).lower() for tag in _READINGS}
            known = word in _MARKS or not readings.isdisjoint(self._lemmas)
            self._known[word] = known
        return known


_REMEMBERED = 100_000  # forms, so that no long run grows without bound
