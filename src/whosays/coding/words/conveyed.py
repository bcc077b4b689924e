"""Who does what a clause tells, where the verb over it only leads to it: "helped | them | in storming the port"."""

from __future__ import annotations

from whosays.coding.words.mentions import case_of
from whosays.parse import Parse, Token

_SIDING = frozenset("embolden assist help aid support back encourage abet guide".split())
_TRYING = frozenset("effort attempt bid endeavour endeavor drive push campaign operation offensive".split())
_FORCE = frozenset(
    "kill capture seize retake recapture oust drive dislodge topple assassinate arrest destroy defeat crush overthrow "
    "evict expel rout free liberate eliminate murder kidnap abduct disperse "
    "broker mediate negotiate deport ban block rid clear bomb attack invade".split()
)
_LEADING = frozenset({"lead", "result"})


def sided_with(parse: Parse, token: Token, governor: Token) -> int | None:
    """ "Emboldened | Orland | in attacking the port", "helped | the rebels | in storming it": they do it."""
    if token.tag != "VBG" or governor.lemma.lower() not in _SIDING or token.dep not in {"advcl", "acl"}:
        return None
    if not any(m.lower == "in" and m.i == token.i - 1 for m in parse.children(token.i, "mark", "case")):
        return None
    helped = [c for c in parse.children(governor.i, "obj") if governor.i < c.i < token.i]
    return helped[0].i if len(helped) == 1 and helped[0].tag.startswith(("NN", "PRP")) else None


def led_into(parse: Parse, token: Token, governor: Token) -> int | None:
    """ "The row could lead to | the president, Jan Holub |, | reaching | a deal": he reaches it, and no row."""
    if token.tag != "VBG" or token.dep != "advcl" or governor.lemma.lower() not in _LEADING:
        return None
    if parse.children(token.i, "mark", "case"):
        return None
    for noun in parse.children(governor.i, "obl"):
        between = parse.tokens[max(parse.subtree(noun.i)) + 1 : token.i] if noun.i < token.i else ()
        if case_of(parse, noun.i) in {"to", "in"} and noun.i < token.i and all(t.text == "," for t in between):
            return noun.i
    return None


def tried_by(parse: Parse, aim: Token) -> int | None:
    """ "Bombed houses | in a bid | to kill rebels": the verb whose subject makes the effort."""
    noun = parse.tokens[aim.head]
    verb = parse.tokens[noun.head]
    # "urged them to hold back | in a bid to ...", but "says | he | met them in an effort to broker"
    bidden = verb.dep in {"xcomp", "ccomp"} and not parse.children(verb.i, "nsubj")
    if aim.lemma.lower() not in _FORCE or bidden:
        return None
    if noun.lemma.lower() not in _TRYING or noun.dep != "obl" or case_of(parse, noun.i) not in {"in", "as", "during"}:
        return None
    fronted = max(parse.subtree(noun.i)) + 1 < verb.i  # "in a bid to kill rebels, | the army | bombed"
    return verb.i if verb.is_verb and (verb.i < noun.i or fronted) else None


_PICTURES = frozenset({"video", "photo", "photograph", "footage", "image", "picture", "film", "clip", "recording"})


def pictured(parse: Parse, token: Token) -> int | None:
    """ "A video of | a couple | being shot": not the video is."""
    noun = parse.tokens[token.head]
    being = token.tag == "VBG" or any(c.lower == "being" for c in parse.children(token.i, "aux:pass", "aux"))
    if noun.lemma.lower() not in _PICTURES or not being:
        return None
    first = min(parse.subtree(token.i))
    seen = [c for c in parse.children(noun.i, "nmod") if case_of(parse, c.i) == "of" and c.i < token.i]
    return seen[-1].i if seen and max(parse.subtree(seen[-1].i)) + 1 == first else None


_AIMS = frozenset("aim goal objective mission intention purpose ambition task job".split())


def whose_aim(parse: Parse, token: Token) -> int | None:
    """ "| Their | aim is to drive out the rebels": whoever has that aim."""
    if token.tag != "VB" or not any(m.lower == "to" for m in parse.children(token.i, "mark")):
        return None
    for aim in parse.children(token.i, "nsubj:outer"):
        owners = parse.children(aim.i, "nmod:poss")
        if aim.lemma.lower() in _AIMS and owners:
            return owners[0].i
    return None


_UNDERTAKINGS = frozenset({"operation", "offensive", "campaign"})


def is_undertaken(parse: Parse, verb: Token) -> bool:
    """ "Orlian operations | to retake Kest |": what such work is for is under way, and describes nobody."""
    work = parse.tokens[verb.head]
    aim = verb.dep == "acl" and verb.tag == "VB" and work.lemma.lower() in _UNDERTAKINGS
    return aim and work.dep in {"nsubj", "nmod"}  # but "launched an offensive | to retake Kest": the offensive is told
