"""What word kept, rulings and alternatives make of a deed: "kept its promise to strike", "rather than strike".

Rules in the shapes of :mod:`whosays.coding.factuality.regarded`.
"""

from __future__ import annotations

from collections.abc import Callable

from whosays.coding.factuality.denying import is_negated, modal_of
from whosays.coding.words.control import SIDING
from whosays.coding.words.inpassing import is_instead
from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token
from whosays.records import EventStatus

_WORDS_GIVEN = frozenset({"promise", "pledge", "vow", "threat", "word", "commitment"})
_KEEPING = frozenset({"keep", "fulfil", "fulfill", "honour", "honor", "carry", "redeem"})
_RULING = frozenset({"rule", "decide", "order", "decree", "determine", "conclude", "hold", "find"})
_SAYING = frozenset({"say", "insist", "argue", "add", "stress", "declare", "maintain", "reiterate", "demand", "warn"})


def _word_kept(parse: Parse, holder: Token, above: Token, wording: Wording) -> EventStatus | None:
    """ "Kept their promise | to kill the guard |": so they did."""
    verb = parse.tokens[above.head]
    if not is_word_kept(parse, holder):
        return None
    if is_negated(parse, verb, wording):
        return "negated"
    if any(m.lower == "to" for m in parse.children(verb.i, "mark")):
        return None  # "urged them | to keep their promise"
    ahead = modal_of(parse, verb, wording)
    return ahead or ("happened" if verb.tag in {"VBD", "VBN"} else None)


def is_word_kept(parse: Parse, verb: Token) -> bool:
    """Whether a verb tells what a promise was that somebody keeps, will keep or has not kept."""
    word = parse.tokens[verb.head]
    keeping = parse.tokens[word.head]
    if not word.is_noun or word.lemma.lower() not in _WORDS_GIVEN or word.dep != "obj" or not keeping.is_verb:
        return False
    if verb.dep not in {"acl", "xcomp"} or not any(m.lower == "to" for m in parse.children(verb.i, "mark")):
        return False
    out = any(c.lower == "out" for c in parse.children(keeping.i, "compound:prt"))
    return keeping.lemma.lower() in _KEEPING and (out or keeping.lemma.lower() != "carry")


def _ruled(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "The court decided that he | must be freed |", "he must be freed, the court ruled": it is told to be done."""
    must = any(c.lower == "must" for c in parse.children(holder.i, "aux"))
    if not must or any(c.lemma.lower() == "have" for c in parse.children(holder.i, "aux")):
        return None
    if not any(s.is_noun for s in parse.children(holder.i, "nsubj", "nsubj:pass")):
        return None
    after = [c for c in parse.children(holder.i, "parataxis") if parse.children(c.i, "nsubj")]
    words = {c.lemma.lower() for c in after} & (_RULING | _SAYING)
    if holder.dep in {"ccomp", "acl"} and holder.i > above.i:
        words |= {above.lemma.lower()} & (_RULING | {"decision", "ruling", "verdict", "order"})
    return "demanded" if words else None


def _sided(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Has opposed | sending troops |"."""
    bare = holder.tag == "VBG" and holder.dep == "xcomp" and not parse.children(holder.i, "mark")
    return "hypothetical" if bare and above.is_verb and above.lemma.lower() in SIDING else None


def _noun_instead(parse: Parse, noun: Token) -> EventStatus | None:
    """ "| Instead of a clash | there was talk"."""
    return "negated" if is_instead(parse, noun) else None


_DEALING = frozenset({"meeting", "talk", "visit", "summit", "negotiation", "dialogue"})


def is_agreed_to(parse: Parse, current: Token, governor: Token) -> bool:
    """ "Agreed | to a meeting | with the miners": it is yet to be held."""
    to = any(c.lower == "to" for c in parse.children(current.i, "case"))
    return governor.lemma.lower() == "agree" and to and current.lemma.lower() in _DEALING


_Rule = Callable[[Parse, Token, Token, Wording], EventStatus | None]
CLAUSES: tuple[_Rule, ...] = (_word_kept, _ruled, _sided)
AT_ROOT: tuple[_Rule, ...] = (_ruled,)
NOUNS: tuple[Callable[[Parse, Token], EventStatus | None], ...] = (_noun_instead,)
