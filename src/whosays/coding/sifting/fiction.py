"""What a book or a film tells: "the novel tells of a man who kills his brother"."""

from __future__ import annotations

from whosays.coding.words.mentions import case_of
from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token

_WORKS = frozenset(
    "film movie novel play opera series thriller comedy sitcom tale legend fable myth fairytale cartoon novella "
    "musical melodrama sequel season episode chapter scene finale storyline plot show book game videogame saga comic "
    "manga".split()
)
_TELLING = frozenset({"tell", "depict", "portray", "follow", "feature", "imagine", "recount", "star", "show", "open"})
_NOW = frozenset({"VBZ", "VBP", "VBG"})


def is_fiction(parse: Parse, found: Found) -> bool:
    """Whether a deed in the present tense stands in what a made-up work tells, or in a text that gives one away."""
    if _gives_away(parse):
        return True
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    if not verb.is_verb or verb.tag not in _NOW:
        return False
    if any(_is_within(parse, h) for h in (verb.i, *_joined(verb))):
        return True
    return any(a.lemma.lower() in _TELLING and _is_of_work(parse, a) for a in parse.ancestors(verb.i))


_OPENING = 3  # sentences


def _gives_away(parse: Parse) -> bool:
    """ "Spoilers: the baker is arrested for theft": what a series will show next."""
    end = parse.sentences[:_OPENING][-1][1]
    opening = [t.lower for t in parse.tokens[:end]]
    return "spoilers" in opening and not {"election", "vote", "ballot", "candidate", "party"} & set(opening)


def _joined(verb: Token) -> list[int]:
    return [verb.head] if verb.dep == "conj" else []


def _is_of_work(parse: Parse, verb: Token) -> bool:
    now = verb.tag in _NOW and not parse.children(verb.i, "aux")
    return now and any(c.lemma.lower() in _WORKS for c in parse.children(verb.i, "nsubj"))


def _is_within(parse: Parse, verb: int) -> bool:
    """ "In the legend | a king kills his brother"."""
    return any(c.lemma.lower() in _WORKS and case_of(parse, c.i) == "in" for c in parse.children(verb, "obl"))
