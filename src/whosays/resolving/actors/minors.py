"""Who is a child, as the report tells: "the six-year-old Jan Holub", so that "the boy" and "the child" may mean him."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.parse import Parse, Token

_OF_AGE = 18
_WRITTEN = {
    "eight": 8, "eleven": 11, "fifteen": 15, "five": 5, "four": 4, "fourteen": 14, "nine": 9, "one": 1, "seven": 7,
    "seventeen": 17, "six": 6, "sixteen": 16, "ten": 10, "thirteen": 13, "three": 3, "twelve": 12, "two": 2,
}  # fmt: skip
_YOUNG = frozenset({"child", "boy", "girl", "youngster", "teenager", "toddler", "infant", "baby", "schoolboy", "youth"})
_MORE = frozenset({"a", "an", "another", "one", "some", "any", "each", "every"})


def is_child_noun(noun: str) -> bool:
    """Whether a noun calls somebody a child."""
    return noun in _YOUNG


def minors(parse: Parse) -> frozenset[int]:
    """The heads of the names whose bearers are told to be under age; none where other children are spoken of singly."""
    found = frozenset(_aged(parse))
    others = (t for t in parse.tokens if t.tag == "NN" and t.lemma.lower() in _YOUNG and t.dep != "compound")
    if any(_is_other(parse, t, found) for t in others):
        return frozenset()
    return found


def _is_other(parse: Parse, noun: Token, known: frozenset[int]) -> bool:
    if not any(c.lower in _MORE for c in parse.children(noun.i, "det")):
        return False
    beside = noun.dep == "appos" and noun.head in known
    called = any(c.i in known for c in parse.children(noun.i, "appos", "flat"))
    return not (beside or called or parse.children(noun.i, "cop"))


def _aged(parse: Parse) -> Iterator[int]:
    for name in parse.names:
        if name.label != "person":
            continue
        head = parse.root_of(name.start, name.end)
        for child in parse.children(head, "amod", "nummod", "appos", "compound", "nmod:unmarked"):
            if child.lower == "old" and child.i < name.end:
                ages = [parse.tokens[i] for i in parse.subtree(child.i) if parse.tokens[i].tag == "CD"]
            else:
                behind = child.i == name.end + 1 and parse.tokens[name.end].text == ","
                ages = [child] if child.tag == "CD" and behind else []
            years = [_value(t) for t in ages]
            if len(years) == 1 and years[0] is not None and years[0] < _OF_AGE:
                yield head


def _value(token: Token) -> int | None:
    if token.text.isdecimal():
        return int(token.text)
    return _WRITTEN.get(token.lower)
