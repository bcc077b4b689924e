"""What somebody is told to do: "insisted that the governor step down", "say that the governor must step down"."""

from __future__ import annotations

from whosays.parse import Parse, Token
from whosays.records import EventStatus

# Verbs before a bare form: what stands below them is wished, and not told.
_WISHING = frozenset(
    "insist demand recommend urge request propose suggest stipulate ask require advise order decree plead".split()
)
_SPEAKING = frozenset(
    "say tell insist argue add stress declare maintain reiterate state repeat write emphasise emphasize underline "
    "underscore believe think reply answer warn".split()
)
_OWN = frozenset({"i", "we", "it", "there", "this", "that", "what", "which", "one", "you"})
# What "should" comes by itself: "said the convoy should arrive on Monday".
_COMING = frozenset("arrive be take last end begin start reach finish come follow happen return allow help".split())


def is_bidden(parse: Parse, verb: Token) -> bool:
    """Whether a clause says what somebody is to do in the eyes of whoever speaks."""
    holder = _first_of(parse, verb)
    above = parse.tokens[holder.head]
    if holder.dep in {"ccomp", "csubj"} and above.lemma.lower() in _OUGHT and _is_bare(parse, holder):
        return True
    if holder.dep != "ccomp" or not above.is_verb:
        return False
    return _is_subjunctive(parse, holder, above) or _is_owed(parse, holder, above, verb)


# "It is imperative that the army | free | them": a wish of whoever says so.
_OUGHT = frozenset("imperative essential vital crucial necessary important urgent critical".split())


def _is_bare(parse: Parse, verb: Token) -> bool:
    that = any(m.lower == "that" for m in parse.children(verb.i, "mark"))
    return (
        that
        and verb.tag in {"VB", "VBP"}
        and not parse.children(verb.i, "aux")
        and bool(parse.children(verb.i, "nsubj"))
    )


def _first_of(parse: Parse, verb: Token) -> Token:
    """The verb that a bare one is joined to: "must resign | and leave"."""
    current = verb
    while current.dep == "conj" and parse.tokens[current.head].is_verb:
        if parse.children(current.i, "nsubj", "nsubj:pass", "aux"):
            return current
        current = parse.tokens[current.head]
    return current


def _is_subjunctive(parse: Parse, verb: Token, above: Token) -> bool:
    """ "Insisted that the governor | step down", "that she | be freed": a bare form where none was due."""
    if above.lemma.lower() not in _WISHING or any(c.lower != "be" for c in parse.children(verb.i, "aux")):
        return False
    if verb.tag == "VBN":
        return any(c.lower == "be" for c in parse.children(verb.i, "aux:pass"))
    if verb.tag not in {"VB", "VBP"} or parse.children(verb.i, "aux:pass"):
        return False
    subjects = parse.children(verb.i, "nsubj")
    single = any(s.tag in {"NN", "NNP"} or s.lower in {"he", "she", "it"} for s in subjects)
    many = any(parse.children(s.i, "conj") for s in subjects)
    return bool(subjects) and (above.tag in {"VBD", "VBN"} or _in_past(parse, above) or (single and not many))


def _in_past(parse: Parse, verb: Token) -> bool:
    """ "The bank struck too, | insisting | that the leaders sign": told of the past, as the verb above it is."""
    above = parse.tokens[verb.head]
    return verb.tag == "VBG" and verb.dep == "advcl" and above.tag == "VBD" and not parse.children(verb.i, "aux")


def _is_owed(parse: Parse, verb: Token, above: Token, told: Token) -> bool:
    """ "Say that the governor | must step down": whoever says so wants it."""
    modals = {c.lower for c in parse.children(verb.i, "aux") if c.tag == "MD"}
    if above.lemma.lower() not in _SPEAKING or not modals & {"must", "should"}:
        return False
    if "should" in modals and told.lemma.lower() in _COMING:  # "should | take them back and | try them"
        return False
    if any(c.lemma.lower() == "have" for c in parse.children(verb.i, "aux")):
        return False
    if any(m.lower in {"if", "unless"} for c in parse.children(verb.i, "advcl") for m in parse.children(c.i, "mark")):
        return False
    subjects = parse.children(verb.i, "nsubj", "nsubj:pass")
    own = _OWN - {"it"} if _is_addressed(parse, above) else _OWN
    return bool(subjects) and all(s.lower not in own for s in subjects)


def _is_addressed(parse: Parse, verb: Token) -> bool:
    """ "Told | Orland | that it must free them": "it" is whoever is spoken to, and nobody's own duty."""
    whom = parse.children(verb.i, "obj", "iobj") if verb.lemma.lower() in {"tell", "warn"} else ()
    return any(c.tag.startswith("NN") for c in whom)


_THREATENING = frozenset({"threaten", "vow", "warn", "threat", "ultimatum"})


def is_ransom(parse: Parse, verb: Token) -> bool:
    """ "Threatened to kill them | unless all prisoners are freed": what a threat is to bring about."""
    if verb.dep != "advcl" or not any(m.lower == "unless" for m in parse.children(verb.i, "mark")):
        return False
    if any(c.lower in {"not", "n't"} for c in parse.children(verb.i, "advmod")):
        return False
    return any(a.lemma.lower() in _THREATENING for a in parse.ancestors(verb.i))


_BIDDING = frozenset("tell order give warn command instruct ask threaten urge force demand".split())


def or_else(parse: Parse, verb: Token) -> EventStatus | None:
    """ "Told them to pay | or be shot |", "gave them a day to leave | or face arrest |": what comes if they do not."""
    first = parse.tokens[verb.head]
    if verb.dep != "conj" or not any(c.lower == "or" for c in parse.children(verb.i, "cc")):
        return None
    if not any(m.lower == "to" for m in parse.children(first.i, "mark")) or first.i > verb.i:
        return None
    suffered = verb.tag == "VBN" and any(c.lower == "be" for c in parse.children(verb.i, "aux:pass"))
    if not (suffered or verb.lemma.lower() in {"face", "risk"}) or parse.children(verb.i, "nsubj", "nsubj:pass"):
        return None
    return "threatened" if bidder(parse, first) is not None else "hypothetical"


def bidder(parse: Parse, bidden: Token) -> Token | None:
    """The verb by which somebody is told to do a thing: "| told | them to pay", "| gave | them a day to leave"."""
    above = next((a for a in parse.ancestors(bidden.i) if a.is_verb), bidden)
    return above if above.lemma.lower() in _BIDDING else None
