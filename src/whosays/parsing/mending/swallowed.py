"""Clauses that a noun before them swallows: their verb is read as a word of that noun, their subject as one of a list.

Each rule takes a token and yields the tokens as they should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on

_ALSO_DONE = frozenset("kill wound injure".split())
# What somebody is called or given stands behind a participle as an object does.
_TWO_OBJECTS = frozenset(
    "call name dub give award offer grant pay deny find nickname consider deem make show tell teach ask allow code "
    "label term send title style elect appoint crown".split()
)
_PUTTING_OFF = frozenset("take hold seize bring carry attribute ascribe announce reveal impute".split())
_TELLING = frozenset("charge report announce reveal indicate stress state disclose add claim assert".split())


@on("root")
def _and_those_with_her(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Judge Ruiz, who wrote it, | and two of her guards | were shot": one subject, and what befell both."""
    if not token.is_noun or not parse.children(token.i, "acl:relcl", "acl", "appos"):
        return
    if parse.children(token.i, "cop", "case", *SUBJECTS):
        return
    for verb in parse.children(token.i, "conj"):
        subjects = parse.children(verb.i, *SUBJECTS)
        joining = parse.children(verb.i, "cc")
        if not verb.is_verb or len(subjects) != 1 or len(joining) != 1 or not joining[0].i > token.i:
            continue
        other = subjects[0]
        helped = parse.children(verb.i, "aux", "aux:pass")
        right_behind = joining[0].lower == "and" and min(parse.subtree(other.i)) == joining[0].i + 1
        finite = verb.tag in FINITE or any(c.tag in FINITE for c in helped)
        if not finite or not right_behind or parse.tokens[joining[0].i - 1].text != "," or other.tag == "PRP":
            continue
        yield moved(verb, "root", verb.i)
        yield moved(token, other.dep, verb.i)
        yield moved(other, "conj", token.i)
        yield moved(joining[0], "cc", other.i)
        for mark in parse.children(token.i, "punct"):
            if mark.i > verb.i:
                yield moved(mark, "punct", verb.i)
        return


@on("acl")
def _deed_of_first_subject(parse: Parse, token: Token) -> Iterator[Token]:
    """ "That | a band | blew up | a pylon, and that a column attacked a post": each has a verb of its own."""
    noun, verb = parse.tokens[token.head], parse.tokens[parse.tokens[token.head].head]
    if token.tag != "VBD" or noun.dep != "nsubj" or not verb.i > token.i or not parse.children(token.i, "obj"):
        return
    others = [c for c in parse.children(verb.i, "nsubj") if token.i < c.i < verb.i]
    joining = [c for c in parse.children(verb.i, "cc") if token.i < c.i < verb.i]
    if len(others) != 1 or len(joining) != 1 or verb.i == verb.head or noun.i > token.i:
        return
    cut = joining[0].i
    yield moved(token, verb.dep, verb.head)
    yield moved(noun, "nsubj", token.i)
    yield moved(verb, "conj", token.i)
    for child in parse.children(verb.i):
        if child.i < cut and child.i != noun.i:
            yield moved(child, child.dep, token.i)


@on("acl")
def _deed_of_next_subject(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Attacked a town and | a band | blew up | a pylon": what the band did, and nobody else attacked."""
    noun = parse.tokens[token.head]
    first = parse.tokens[noun.head]
    verb = parse.tokens[first.head]
    if token.tag != "VBD" or noun.dep != "conj" or first.dep not in {"obj", "obl", "nmod"} or noun.i > token.i:
        return
    if token.lemma.lower() in _TWO_OBJECTS or not any(c.i > token.i for c in parse.children(token.i, "obj")):
        return
    while verb.dep in {"nmod", "obl", "obj"} and not verb.is_verb:
        verb = parse.tokens[verb.head]
    joining = parse.children(noun.i, "cc")
    if verb.tag not in FINITE or not verb.i < first.i or len(joining) != 1 or joining[0].lower not in {"and", "but"}:
        return
    if not noun.is_noun or not parse.children(noun.i, "det", "amod", "nummod"):
        return
    yield moved(token, "conj", verb.i)
    yield moved(noun, "nsubj", token.i)
    yield moved(joining[0], "cc", token.i)


@on("conj")
def _shot_and_killed(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Men who came in a car | shot and | killed | a judge": what the men did, and no word of the car."""
    shot = parse.tokens[token.i - 2]
    clause = parse.tokens[token.head]
    if token.lemma.lower() not in _ALSO_DONE or shot.lower not in {"shot", "stabbed"} or shot.dep == "root":
        return
    if parse.tokens[token.i - 1].lower != "and" or clause.dep != "acl:relcl" or not parse.children(token.i, "obj"):
        return
    men = parse.tokens[clause.head]
    if not men.is_noun or shot.i < clause.i or parse.children(men.i, "cop", *SUBJECTS):
        return
    if men.dep == "nsubj":  # "..., where guards | killed | a cook": taken for the men's
        later = parse.tokens[men.head]
        others = [c for c in parse.children(later.i, "nsubj") if c.i > token.i]
        where = [c for c in parse.children(later.i, "advmod") if c.lower == "where" and c.i > token.i]
        if later.dep != "root" or not others or len(where) != 1 or parse.tokens[where[0].i - 1].text != ",":
            return
        yield moved(later, "acl:relcl", _named_before(parse, where[0].i - 2).i)
    elif men.dep != "root":
        return
    yield moved(shot, "root", shot.i, "VBD")
    yield moved(men, "nsubj", shot.i)
    yield moved(token, "conj", shot.i, "VBD")
    for mark in parse.children(men.i, "punct"):
        if mark.i > token.i:
            yield moved(mark, "punct", shot.i)
    rest = [c for c in parse.children(shot.i) if c.i < shot.i]
    last = next((c for c in reversed(rest) if c.is_noun), None)
    if last is not None:
        yield moved(last, "obl" if shot.dep == "obl" else "nmod", shot.head)
        for child in rest:
            if child.i != last.i:
                yield moved(child, child.dep, last.i)


@on("conj")
def _told_what_he_is(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Wounded Ana Ruiz, | a clerk |, and burned the mill": a list has an "and" of its own."""
    name = parse.tokens[token.head]
    if token.tag != "NN" or parse.children(token.i, "cc", "case", "conj", "nummod") or name.i > token.i:
        return
    articles = [c for c in parse.children(token.i, "det") if c.lower in {"a", "an"}]
    named = any(n.label == "person" and n.start <= name.i < n.end for n in parse.names)
    if not named or not articles or [c.i for c in parse.children(name.i, "conj")] != [token.i]:
        return
    before, behind = parse.tokens[_first_word(parse, token) - 1], parse.behind(max(parse.subtree(token.i)))
    if before.text == "," and behind.text in {",", ".", ";"} and not parse.children(name.i, "cc"):
        yield moved(token, "appos", name.i)


@on("ccomp")
def _where_it_was(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Claimed to have bombed a chapel, | where a guard was hurt |": what happened there, and no word of the claim."""
    verb = parse.tokens[token.head]
    where = [c for c in parse.children(token.i, "advmod") if c.lower == "where"]
    if len(where) != 1 or not parse.children(verb.i, "xcomp", "ccomp", "obj") or where[0].i < 2:
        return
    if parse.tokens[where[0].i - 1].text != "," or where[0].i != _first_word(parse, token):
        return
    place = _named_before(parse, where[0].i - 2)
    if place.is_noun and verb.i < place.i < where[0].i:
        yield moved(token, "acl:relcl", place.i)


@on("obl")
def _put_off(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Taking with them as hostages | the mayor |", "laid to the rebels | the murder |": an object put off."""
    verb = parse.tokens[token.head]
    if verb.lemma.lower() not in _PUTTING_OFF or not token.is_noun or not token.i > verb.i:
        return
    if parse.children(token.i, "case") or parse.children(verb.i, "obj", "nsubj:pass", "ccomp", "aux:pass"):
        return
    before = [c for c in parse.children(verb.i, "obl") if verb.i < c.i < token.i and parse.children(c.i, "case")]
    timed = any(t.start <= token.i < t.end for t in parse.times)
    if before and not timed and parse.children(token.i, "det", "nummod", "nmod:poss", "flat", "case"):
        yield moved(token, "obj", verb.i)


@on("conj")
def _struck_with_them(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Blew up, with 20 sticks of dynamite, | the office |, and | painted | slogans": what they blew up."""
    means = parse.tokens[token.head]
    verb = parse.tokens[means.head]
    if means.dep != "obl" or not verb.is_verb or verb.tag == "VBN" or not verb.i < means.i < token.i:
        return
    start = _first_word(parse, means)
    if start - 1 not in {c.i for c in parse.tokens[verb.i : start] if c.text == ","}:
        return
    if start - 2 not in {verb.i, *(c.i for c in parse.children(verb.i, "compound:prt"))}:
        return
    if token.is_verb and any(c.lower == "and" for c in parse.children(token.i, "cc")):
        yield moved(token, "conj", verb.i, "VBD" if token.tag == "VBN" else None)
        return
    if not token.is_noun or parse.children(token.i, "cc", "case") or parse.children(verb.i, "obj"):
        return
    if (
        parse.children(token.i, "det", "nummod", "nmod:poss")
        and parse.tokens[_first_word(parse, token) - 1].text == ","
    ):
        yield moved(token, "obj", verb.i)


@on("acl")
def _they_charged(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Troops bombed a camp, killing a cook, the rebels | charged | on air": they say so, and bombed nothing."""
    noun = parse.tokens[token.head]
    told = parse.tokens[noun.head]
    if token.tag != "VBD" or token.lemma.lower() not in _TELLING or noun.dep != "nsubj" or noun.i != token.i - 1:
        return
    earlier = [c for c in parse.children(told.i, *SUBJECTS) if c.i < told.i]
    if told.dep != "root" or not earlier or not told.i < noun.i or parse.children(token.i, "obj", "ccomp"):
        return
    if parse.tokens[_first_word(parse, noun) - 1].text != ",":
        return
    yield moved(token, "root", token.i)
    yield moved(told, "ccomp", token.i)
    yield moved(noun, "nsubj", token.i)
    for child in parse.children(told.i):
        if child.i > token.i and child.dep == "punct":
            yield moved(child, "punct", token.i)


def _first_word(parse: Parse, token: Token) -> int:
    return min(i for i in parse.subtree(token.i) if parse.tokens[i].dep != "punct")


def _named_before(parse: Parse, last: int) -> Token:
    """The noun that ends with a word: "a judge in | San Jacinto |"."""
    place = parse.tokens[last]
    while place.dep in {"flat", "compound", "goeswith", "nummod"} and place.head != place.i:
        place = parse.tokens[place.head]
    return place


RULES = (
    _and_those_with_her,
    _deed_of_first_subject,
    _deed_of_next_subject,
    _shot_and_killed,
    _told_what_he_is,
    _where_it_was,
    _put_off,
    _struck_with_them,
    _they_charged,
)
