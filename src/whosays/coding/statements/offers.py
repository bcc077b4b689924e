"""To whom a yes or no is said: whose the offer, the demand or the plan is that is accepted or turned down."""

from __future__ import annotations

from whosays.coding.words.mentions import case_of
from whosays.parse import Parse, Token
from whosays.records import Act

_ANSWERS: frozenset[Act] = frozenset({"refuse", "agree"})
_OFFERS = frozenset(
    "offer proposal demand call request plan invitation ultimatum appeal overture claim condition term".split()
)
_MADE = frozenset("make propose put submit table present draft issue extend".split())
_PARTIES = frozenset({"place", "nationality", "organisation", "person"})


def whose_offer(parse: Parse, act: Act, noun: int) -> int | None:
    """ "Rejected | Orland's | offer", "accepted a proposal | by the envoy |"; None where it is not one party's."""
    token = parse.tokens[noun]
    if act not in _ANSWERS or token.lemma.lower() not in _OFFERS:
        return None
    labels = {i: n.label for n in parse.names for i in range(n.start, n.end)}
    before = [c for c in parse.children(noun, "amod", "compound") if labels.get(c.i) in _PARTIES]
    owners = [c for c in parse.children(noun, "nmod:poss") if c.tag != "PRP$"]
    behind = [c for c in parse.children(noun, "nmod") if case_of(parse, c.i) in {"by", "from"}]
    makers = [c for made in parse.children(noun, "acl") if _is_made(made) for c in parse.children(made.i, "obl:agent")]
    told = [*owners, *before, *behind, *makers]
    single = len(told) == 1 and not parse.children(told[0].i, "conj")
    return told[0].i if single else None


def _is_made(verb: Token) -> bool:
    return verb.tag == "VBN" and verb.lemma.lower() in _MADE
