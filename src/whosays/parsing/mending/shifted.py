"""Objects that stand behind a phrase of the verb: "freed on bail | two bakers |", "returned to Peru | nine skulls |".

The trained pipeline takes them for one more phrase of the verb, or for the noun of that phrase.

Each rule takes a token and yields the tokens as they should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import moved, on

# Verbs that do something to somebody, or with something: where nothing else is told, a bare noun is what it is done to.
_DOING = frozenset(
    "kill wound injure arrest detain seize capture release free hand return give send deliver ship provide donate "
    "extradite deport expel execute abduct kidnap sentence destroy present repatriate".split()
)
_BARE = ("case", "mark", "cc", "cop", "nsubj", "nsubj:pass")
_SPANS = frozenset(
    "year month week day hour minute time percent % mile kilometre kilometer km metre meter foot".split()
)
_RECKONED = frozenset("record minimum maximum total average top bottom estimate estimated additional extra".split())


def _lacks_object(parse: Parse, verb: Token) -> bool:
    told = parse.children(verb.i, "obj", "iobj", "ccomp", "xcomp", "aux:pass")
    acting = verb.tag in {"VBD", "VBZ", "VBP", "VB", "VBG"} or verb.dep == "root" or parse.children(verb.i, "aux")
    return verb.lemma.lower() in _DOING and bool(acting) and not told


def _is_counted(parse: Parse, noun: Token) -> bool:
    """A number of people or things: no span of time, no distance."""
    several = noun.tag in {"NNS", "NNPS", "NN"} and noun.lemma.lower() not in _SPANS
    timed = any(t.start <= noun.i < t.end for t in parse.times)
    return several and not timed and bool(parse.children(noun.i, "nummod"))


def _made_object(parse: Parse, noun: Token, verb: Token) -> Iterator[Token]:
    yield moved(noun, "obj", verb.i)
    if verb.tag == "VBN" and verb.dep == "root" and not parse.children(verb.i, "aux"):
        yield moved(verb, "root", verb.i, tag="VBD")
    for subject in parse.children(verb.i, "nsubj:pass"):  # "the rebels | released | in Orli nine captives"
        yield moved(subject, "nsubj", verb.i)


@on("obl")
def _behind_phrase(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Returned to Peru | nine skulls |": no preposition opens it."""
    verb = parse.tokens[token.head]
    if token.i < verb.i or parse.children(token.i, *_BARE) or not _is_counted(parse, token):
        return
    first = min(parse.subtree(token.i))
    before = [c for c in parse.children(verb.i, "obl", "obl:unmarked") if verb.i < c.i < first]
    if before and parse.tokens[first - 1].text != "," and _lacks_object(parse, verb):
        yield from _made_object(parse, token, verb)


@on("obl", "nmod")
def _in_one_with_phrase(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Freed on | bail two bakers |", "handed to the | Red Cross nine bodies |": a number parts two nouns."""
    phrase, numbers = parse.tokens[token.head], parse.children(token.i, "nummod")
    verb = parse.tokens[phrase.head] if token.dep == "nmod" and phrase.dep == "obl" else phrase
    if token.tag not in {"NNS", "NNPS"} or not numbers or token.i < verb.i or not _lacks_object(parse, verb):
        return
    within = [c for c in parse.children(token.i, "compound") if c.i < numbers[0].i]
    if not within or within[-1].i + 1 != numbers[0].i or within[-1].lower in _RECKONED or token.lemma.lower() in _SPANS:
        return
    number = numbers[0]
    if not (number.text.isalpha() and number.text.islower()) and within[-1].tag != "NN":
        return  # "on the | Apollo 11 | flights"
    noun = within[-1]
    yield moved(noun, token.dep, phrase.i)
    for child in parse.children(token.i):
        if child.i < noun.i and child.dep in {"case", "det", "amod", "compound", "nmod:poss"}:
            yield moved(child, child.dep, noun.i)
    yield from _made_object(parse, token, verb)


@on("case")
def _over_phrase(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Returned | to | the museum nine skulls": it opens the nearer phrase, and no object."""
    thing = parse.tokens[token.head]
    if thing.dep != "obj" or token.i > thing.i or not parse.children(thing.i, "nummod"):
        return
    near = (c for c in parse.children(thing.head, "obl") if token.i < c.i < thing.i and not parse.children(c.i, "case"))
    yield from (moved(token, "case", c.i) for c in near)


@on("compound")
def _read_into_phrase(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Freed on bail | two bakers |", hung on the bail: no noun stands behind the one that it describes."""
    phrase = parse.tokens[token.head]
    verb = parse.tokens[phrase.head]
    behind = phrase.i < token.i and phrase.dep == "obl" and bool(parse.children(phrase.i, "case")) and phrase.i > verb.i
    if behind and _is_counted(parse, token) and _lacks_object(parse, verb):
        yield from _made_object(parse, token, verb)


_OF_GIVING = frozenset({"give", "hand", "send", "present", "provide"})


@on("nsubj:pass")
def _with_object(parse: Parse, token: Token) -> Iterator[Token]:
    """ "| Police | arrested on Monday two cooks", read as a passive that has an object."""
    verb = parse.tokens[token.head]
    if verb.tag != "VBN" or verb.dep != "root" or verb.lemma.lower() not in _DOING - _OF_GIVING:
        return
    things = parse.children(verb.i, "obj")
    if things and things[0].i > verb.i > token.i and not parse.children(verb.i, "aux", "aux:pass", "obl:agent"):
        yield moved(token, "nsubj", verb.i)
        yield moved(verb, "root", verb.i, tag="VBD")


@on("obj")
def _let_free(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Let free | six leaders |", "set free | six leaders |", hung on "free"."""
    free = parse.tokens[token.head]
    verb = parse.tokens[free.head]
    told = free.lower == "free" and free.tag == "JJ" and free.dep == "xcomp" and verb.lemma.lower() in {"let", "set"}
    if told and not parse.children(verb.i, "obj") and verb.i + 1 == free.i < token.i:
        yield moved(token, "obj", verb.i)


_LEAVE = frozenset({"permission", "clearance", "approval", "consent", "access"})
_GIVING = frozenset({"give", "grant", "deny", "refuse"})


@on("compound")
def _given_leave(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Gave the | Pentagon permission | to land": a name with an article of its own, to which leave is given."""
    leave = parse.tokens[token.head]
    verb = parse.tokens[leave.head]
    if token.tag != "NNP" or leave.lower not in _LEAVE or leave.dep != "obj" or verb.lemma.lower() not in _GIVING:
        return
    before = [c for c in parse.children(leave.i, "det", "amod") if c.i < token.i]
    if token.i + 1 == leave.i and any(c.lower == "the" for c in before) and not parse.children(verb.i, "iobj"):
        yield moved(token, "iobj", verb.i)
        yield from (moved(c, c.dep, token.i) for c in before)


RULES = (_given_leave, _let_free, _with_object, _over_phrase, _behind_phrase, _in_one_with_phrase, _read_into_phrase)
