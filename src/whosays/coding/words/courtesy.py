"""Who goes to see somebody: "an envoy | called on | the premier to discuss trade", which asks nothing of him."""

from __future__ import annotations

from whosays.coding.words.mentions import case_of, conjuncts
from whosays.parse import Parse, Token

# What one comes to do; of other things whoever is called on is asked: "called on the premier | to resign |".
_COMING_TO = frozenset(
    "discuss brief congratulate felicitate apprise greet pay express convey thank deliver present hand bid".split()
)
_THEIRS = frozenset({"office", "residence", "palace", "house", "chamber", "secretariat", "headquarters", "lodge"})
_OFFICES = frozenset(
    """president minister premier chancellor governor mayor king queen prince emir sultan secretary speaker chief
    commander ambassador commissioner envoy chairman general leader director counterpart pope bishop""".split()
)
_CALLERS = _OFFICES | {"delegation", "team", "mission", "group", "member", "representative", "diplomat", "officer"}


def pays_call(parse: Parse, verb: Token) -> bool:
    """Whether somebody is seen by whoever "calls on" him, and not called on to do a thing."""
    if verb.lemma.lower() != "call" or not verb.is_verb or parse.children(verb.i, "aux:pass"):
        return False
    hosts = [c for c in parse.children(verb.i, "obl", "nmod") if case_of(parse, c.i) in {"on", "upon"} and c.i > verb.i]
    host = hosts[0] if hosts and hosts[0].i - verb.i <= _NEAR else None
    callers = parse.children(verb.i, "nsubj", "nsubj:pass")
    if host is None or not callers or not _is_one(parse, host) or not _may_call(parse, callers[0]):
        return False
    aims = [c for c in parse.children(verb.i, "advcl", "xcomp") if c.i > host.i and _is_aim(parse, c)]
    aims += [c for c in parse.children(host.i, "acl") if _is_aim(parse, c)]
    if aims:
        asked = any(parse.tokens[i].lower == "with" for i in parse.subtree(aims[0].i) if i > aims[0].i)
        return aims[0].lemma.lower() in _COMING_TO and not asked
    around = (*parse.children(verb.i, "obl"), *parse.children(host.i, "nmod"))
    return any(case_of(parse, c.i) in {"at", "in"} and c.lemma.lower() in _THEIRS for c in around)


_NEAR = 12  # words


def _is_aim(parse: Parse, clause: Token) -> bool:
    return clause.tag == "VB" and any(m.lower == "to" for m in parse.children(clause.i, "mark"))


def _is_one(parse: Parse, host: Token) -> bool:
    """Somebody by name or office: not "both sides", not a country."""
    person = any(n.label == "person" and n.start <= host.i < n.end for n in parse.names)
    return len(conjuncts(parse, host.i)) == 1 and (person or (host.tag != "NNS" and host.lemma.lower() in _OFFICES))


def _may_call(parse: Parse, caller: Token) -> bool:
    person = any(n.label == "person" and n.start <= caller.i < n.end for n in parse.names)
    return person or caller.lemma.lower() in _CALLERS or caller.lower in {"he", "she"}
