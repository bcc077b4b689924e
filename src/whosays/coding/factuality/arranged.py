"""What a clause arranges or orders: "is to visit", "announced that he was leaving", "Kill them.", and in headlines."""

from __future__ import annotations

from whosays.coding.factuality.denying import modal_of
from whosays.coding.factuality.governing import infinitive
from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token


def is_heading(parse: Parse, verb: Token) -> bool:
    """ "Ana Ruiz | to meet the king in Orli.": a sentence without a finite verb is a headline with a stop."""
    noun = parse.tokens[verb.head]
    if verb.dep != "acl" or noun.dep != "root" or not noun.is_noun or noun.i > verb.i:
        return False
    return not any(t.tag in {"VBD", "VBZ", "VBP", "MD"} for t in parse.around(verb.i))


_GOING = frozenset({"leave", "travel", "fly", "go", "come", "return", "head", "depart", "arrive", "attend"})


def is_travelling(parse: Parse, verb: Token, wording: Wording) -> bool:
    """ "Would leave on Monday | to hold talks |": who is to go somewhere to do a thing is to do it."""
    while verb.dep == "conj" and parse.tokens[verb.head].is_verb:
        verb = parse.tokens[verb.head]
    going = parse.tokens[verb.head]
    if verb.dep not in {"advcl", "xcomp"} or going.lemma.lower() not in _GOING or not going.is_verb:
        return False
    return modal_of(parse, going, wording) == "planned"


def is_commanded(parse: Parse, verb: Token) -> bool:
    """ "Kill them.": a bare form with nobody to do it and nothing over it."""
    if verb.tag != "VB" or verb.dep not in {"root", "parataxis", "ccomp"}:
        return False
    return not parse.children(verb.i, "nsubj", "nsubj:pass", "aux", "mark")


def is_to(parse: Parse, verb: Token) -> bool:
    """ "is to visit", "are to be held", "is due to meet", "are due to be held": an arrangement."""
    marks = [c for c in parse.children(verb.i, "mark") if c.lower == "to"]
    due = [c for c in parse.children(verb.i, "mark", "advmod", "aux", "aux:pass") if c.lower == "due"]
    if due:
        return bool(marks) or any(c.lower == "to" for d in due for c in parse.children(d.i, "fixed"))
    beings = [c for c in parse.children(verb.i, "cop", "aux", "aux:pass") if c.lower in {"is", "are", "was", "were"}]
    return any(being.i < mark.i for being in beings for mark in marks)


_DECIDED = frozenset(
    "withdraw pull leave resign quit step stand recall expel impose lift send deploy suspend end release".split()
)
_ANNOUNCING = frozenset({"announce", "declare", "decide", "announcement", "decision"})


def is_announced(parse: Parse, verb: Token) -> bool:
    """ "Announced that he | was withdrawing the troops": what lies ahead, seen from the past."""
    if _announces_duties(parse, verb):
        return True
    governor = parse.tokens[verb.head]
    if verb.tag != "VBG" or verb.dep not in {"ccomp", "acl"} or governor.lemma.lower() not in _ANNOUNCING:
        return False
    if verb.lemma.lower() not in _DECIDED:
        return False
    told = parse.tokens[verb.head].tag in {"VBZ", "VBP"}  # "announces that he | is stepping down"
    beings = {"was", "were", *(("is", "are", "'s", "’s") if told else ())}
    return any(c.lower in beings for c in parse.children(verb.i, "aux"))


def is_to_be_told(parse: Parse, verb: Token, wording: Wording) -> bool:
    """ "Will announce that it | is sending troops": not told yet, let alone done."""
    above = parse.tokens[verb.head]
    if verb.dep != "ccomp" or above.lemma.lower() not in {"announce", "declare", "unveil"} or verb.tag != "VBG":
        return False
    return modal_of(parse, above, wording) == "planned" or infinitive(parse, above)


_DUTIES = frozenset({"duty", "tariff", "levy", "increase", "hike", "rise"})
_COMING = frozenset({"take", "start", "begin", "come", "apply", "kick"})


def _announces_duties(parse: Parse, verb: Token) -> bool:
    """ "Announced | duties that take effect in July", "a tariff starting on Monday": not levied yet."""
    if verb.lemma.lower() != "announce":
        return False
    told = [c for c in parse.children(verb.i, "obj", "nsubj") if c.lemma.lower() in _DUTIES]
    below = [parse.tokens[i] for c in told for i in parse.subtree(c.i)]
    below += parse.children(verb.i, "advcl", "acl", "acl:relcl", "ccomp") if told else ()
    return any(t.lemma.lower() in _COMING and t.tag in {"VBP", "VBZ", "VBG", "VB"} for t in below)
