"""Whose deed it is that somebody else has done, wants done or is left with: "have him tried", "an invitation to".

Each finder looks at a verb and at what stands over it, and gives the word for whoever does or suffers it.
"""

from __future__ import annotations

from whosays.coding.words.control import SETTING, TELLING
from whosays.coding.words.mentions import case_of
from whosays.parse import Parse, Token

_BIDDING = frozenset("invitation request order instruction appeal plea call demand advice ultimatum".split())
_EFFORTS = frozenset(
    "effort attempt bid plan plot move drive push offer pledge threat decision campaign operation "
    "offensive mission".split()
)
_WHOSE = frozenset({"place", "organisation", "nationality"})


def had_done(parse: Parse, verb: Token) -> bool:
    """ "To have | the sales | investigated": it is done to what stands between the two verbs."""
    having = parse.tokens[verb.head]
    if verb.tag != "VBN" or verb.dep != "xcomp" or having.lemma.lower() != "have" or having.dep.startswith("aux"):
        return False
    if any(c.lower in {"can", "may", "might"} for c in parse.children(having.i, "aux")):
        return False  # "those who can have their pass revoked": what may befall anybody
    between = [c for c in parse.children(having.i, "obj") if having.i < c.i < verb.i]
    return len(between) == 1 and not parse.children(verb.i, "mark", "aux", "obj")


def is_bereft(parse: Parse, verb: Token) -> bool:
    """ "| They | had | their | homes seized": it befalls those whose home it is."""
    between = [c for c in parse.children(verb.head, "obj") if verb.head < c.i < verb.i]
    return any(o.tag == "PRP$" for c in between for o in parse.children(c.i, "nmod:poss"))


def bidden_to(parse: Parse, verb: Token) -> int | None:
    """ "Her invitation | to the king | to visit Peru", "a call | on both sides | to meet": whoever is bidden."""
    above = parse.tokens[verb.head]
    first = min(parse.subtree(verb.i))
    nouns = [above] if verb.dep == "acl" else [o for o in parse.children(above.i, "obj") if above.i < o.i < verb.i]
    nouns = [n for n in nouns if n.lemma.lower() in _BIDDING]
    if not nouns or (verb.dep != "acl" and (verb.tag != "VB" or max(parse.subtree(nouns[0].i)) + 1 != first)):
        return None
    told = [c for c in parse.children(nouns[0].i, "nmod") if nouns[0].i < c.i < verb.i]
    return next((c.i for c in told if case_of(parse, c.i) in {"to", "on", "upon", "for"}), None)


def left_to(parse: Parse, verb: Token, leaving: Token) -> int | None:
    """ "Refused to see him, leaving | the minister | to hold talks with a deputy": whoever is left with it."""
    if leaving.tag != "VBG" or leaving.lemma.lower() != "leave" or verb.tag != "VB":
        return None
    left = [c for c in parse.children(leaving.i, "obj") if leaving.i < c.i < verb.i]
    return left[0].i if len(left) == 1 and any(m.lower == "to" for m in parse.children(verb.i, "mark")) else None


def whose_effort(parse: Parse, noun: Token) -> int | None:
    """ "| Peruvian | efforts to free the baker", "| UK | plans to visit": the state before the noun makes them."""
    if noun.lemma.lower() not in _EFFORTS:
        return None
    for before in reversed(parse.children(noun.i, "compound", "amod", "nsubj")):
        if before.i < noun.i and any(n.label in _WHOSE and n.start <= before.i < n.end for n in parse.names):
            return before.i
    return None


_RANKS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth only last latest".split()
)
_SOMEBODY = frozenset(
    "person man woman people one national citizen politician leader member soldier journalist country state "
    "nation group government army rebel fighter minister president lawmaker officer policeman civilian worker "
    "hostage prisoner student teenager boy girl child mayor official peacekeeper volunteer "
    "place town city village hospital school church mosque ship".split()
)


def ranked_as(parse: Parse, noun: Token) -> int | None:
    """ "| Jan Holub | is said to be the first baker tried", "| Peru | was the last to attack": who is first of them."""
    alone = noun.lower in _RANKS and bool(parse.children(noun.i, "det"))
    called = noun.lemma.lower() in _SOMEBODY or noun.tag == "NNP"
    called = called or noun.i in parse.named("nationality")  # "the sixth Briton killed"
    if not (alone or called) or not parse.children(noun.i, "cop"):
        return None
    if not alone and not any(c.lower in _RANKS for c in parse.children(noun.i, "amod")):
        return None
    told = parse.children(noun.i, "nsubj")
    if not told and noun.dep == "xcomp":
        told = parse.children(noun.head, "nsubj", "nsubj:pass")
    return told[0].i if told and told[0].i < noun.i and told[0].tag.startswith(("NN", "PRP")) else None


_OBEYING = frozenset("agree consent submit obey accept face obtain win get receive violate appeal comply".split())
_RULINGS = frozenset("order injunction ruling decree judgment judgement".split())
_BARRING = frozenset("bar ban prohibit forbid restrain enjoin prevent block stop order require force".split())


def ordered_by(parse: Parse, verb: Token, above: Token) -> tuple[bool, int | None]:
    """ "Accepted an order of | the court |, barring her from it": who orders it, and not whoever obeys."""
    if above.dep == "acl" and above.tag == "VBN":  # hung on "issued"
        rulings = [parse.tokens[above.head]]
        obeying = True
    else:
        rulings = [c for c in parse.children(above.i, "obj", "obl") if above.i < c.i < verb.i]
        obeying = above.lemma.lower() in _OBEYING
    rulings = [n for n in rulings if n.lemma.lower() in _RULINGS]
    if not rulings or not obeying or verb.lemma.lower() not in _BARRING or verb.tag != "VBG":
        return False, None
    clauses = parse.children(rulings[0].i, "acl")
    agents = [a.i for c in clauses for a in parse.children(c.i, "obl:agent") if c.tag == "VBN"]
    owners = [c.i for c in parse.children(rulings[0].i, "nmod:poss")]
    return True, next(iter((*agents, *owners)), None)


def told_to(parse: Parse, governor: Token, verb: Token) -> int | None:
    """Whom a verb tells to do something: "ordered the army | to", "called on them | to", "gives them a day | to"."""
    granted = parse.children(governor.i, "iobj") if governor.lemma.lower() in SETTING else ()
    if any(
        c.lemma.lower() in {"permission", "leave", "licence", "approval"} for c in parse.children(governor.i, "obj")
    ):
        granted = tuple(c for c in parse.children(governor.i, "obl") if case_of(parse, c.i) == "to" and c.i < verb.i)
    if granted and verb.dep == "advcl":
        return granted[0].i
    if governor.lemma.lower() not in TELLING:
        return None
    for child in parse.children(governor.i, "obj", "obl"):
        if child.dep == "obj" or (
            governor.i < child.i < verb.i and case_of(parse, child.i) in {"on", "upon", "to", "for", "with"}
        ):
            return child.i
    return None


_CAUTIONING = frozenset({"warn", "caution"})


def warned(parse: Parse, token: Token, governor: Token) -> int | None:
    """ "Warned | Orland | not to attack": whoever is warned would do it."""
    if governor.lemma.lower() not in _CAUTIONING or token.tag != "VB" or token.dep not in {"ccomp", "xcomp", "advcl"}:
        return None
    if not any(m.lower == "to" for m in parse.children(token.i, "mark")):
        return None
    told = [c for c in parse.children(governor.i, "obj", "iobj") if governor.i < c.i < token.i]
    return told[0].i if len(told) == 1 else None


_LETTERS = frozenset({"letter", "note", "message", "telegram", "card"})


def written_by(parse: Parse, verb: Token) -> int | None:
    """ "Hands over a letter from | the king | inviting her to Lima": whoever wrote it invites her."""
    letter = parse.tokens[verb.head]
    if verb.dep != "acl" or verb.tag != "VBG" or letter.lemma.lower() not in _LETTERS:
        return None
    wrote = [c.i for c in parse.children(letter.i, "nmod") if case_of(parse, c.i) in {"from", "by"} and c.i < verb.i]
    return wrote[0] if wrote else None


def given_time(parse: Parse, verb: Token, giving: Token) -> int | None:
    """ "With | the army | given a day | to withdraw": whoever has been given it."""
    if giving.lemma.lower() != "give" or giving.tag != "VBN" or giving.dep != "advcl" or verb.tag != "VB":
        return None
    above = giving.head
    nouns = [*parse.children(above, "nmod", "obl")]
    nouns += [c for o in parse.children(above, "obj") for c in parse.children(o.i, "nmod")]
    return next((n.i for n in nouns if n.i == giving.i - 1 and case_of(parse, n.i) == "with"), None)
