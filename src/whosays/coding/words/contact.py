"""What a clause tells of that hangs on a noun with no word for it: "released | a baker | they kidnapped in May"."""

from __future__ import annotations

from whosays.coding.words.mentions import case_of
from whosays.parse import Parse, Token

# "The day they attacked", "the way the army shot", "the time it invaded": when and how, and nobody that it was done to.
_WHEN_AND_HOW = frozenset(
    "time day night week month year moment hour minute second decade date century summer winter spring autumn weekend "
    "morning evening afternoon way manner reason extent degree speed ease fact case cause pace point instant "
    "place anniversary eve place thing all".split()
)
# "The towns he | visited |", "the bag he | left |", "a call he | made |", "a bomb they | planted |": no harm to those.
_OF_PLACES = frozenset("visit leave reach enter make have give plant place lay set carry assemble".split())
_ARMS = frozenset(
    "gun rifle pistol revolver shotgun weapon bullet round shell rocket missile grenade bomb arrow".split()
)
_WIELDING = frozenset({"shoot", "fire", "launch", "throw", "hurl", "drop", "use", "detonate", "wield"})
_OPENERS = frozenset({"who", "whom", "which", "that", "where", "when", "why", "how", "whose", "what"})
_FULL = ("obj", "ccomp", "nsubj:pass", "aux:pass", "csubj", "csubj:pass", "cop")


def told_of(parse: Parse, verb: Token) -> int | None:
    """ "Two men | they had killed": what the verb was done to, where its clause has a doer and no word for that."""
    if verb.dep != "acl:relcl" or verb.head > verb.i or verb.lemma.lower() in _OF_PLACES:
        return None
    noun = parse.tokens[verb.head]
    subjects = parse.children(verb.i, "nsubj")
    if len(subjects) != 1 or parse.children(verb.i, *_FULL) or not noun.is_noun:
        return None
    if noun.lemma.lower() in _WHEN_AND_HOW or any(t.start <= noun.i < t.end for t in parse.times):
        return None
    words = [parse.tokens[i] for i in parse.subtree(verb.i)]
    if subjects[0].i > verb.i or words[0].lower in _OPENERS or any(w.lower in _OPENERS for w in words[:3]):
        return None
    if noun.lemma.lower() in _ARMS and verb.lemma.lower() in _WIELDING and not any(w.lower == "down" for w in words):
        return None  # "the gun | I shot |", but "the missile they shot down"
    begins = words[0].i
    if parse.tokens[begins - 1].text in {",", "-", "–", "—", "(", ":", ";"} or _is_left_open(parse, verb):
        return None
    return noun.i


def _is_left_open(parse: Parse, verb: Token) -> bool:
    """ "The gun they shot him | with |": a preposition at the end speaks of the noun."""
    bare = [c for c in parse.children(verb.i) if c.i > verb.i and c.tag in {"IN", "RP", "TO"}]
    obliques = [c for c in parse.children(verb.i, "obl") if c.tag in {"IN", "TO"} and not case_of(parse, c.i)]
    behind = parse.tokens[verb.i + 1].tag if verb.i + 1 < len(parse.tokens) else ""
    following = parse.tokens[verb.i + 2].tag if verb.i + 2 < len(parse.tokens) else ""
    open_end = behind in {"IN", "TO"} and following in {".", ",", "VBD", "VBZ", "MD", "CC", ""}
    return bool([c for c in bare if c.dep != "compound:prt"] or obliques or open_end)
