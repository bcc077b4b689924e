"""Two states before a noun, joined by a hyphen: "| Peru-Chile | talks", "the | Peru–Chile | border".

The trained pipeline now and then takes the two for one name, hangs the second below the first, or reads the noun
behind them as a verb ("Peru-Chile | talks | resume").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whosays.parse import Name, Parse, Token
from whosays.parsing.mending.rules import moved, on

_HYPHENS = frozenset({"-", "–", "‑"})
_WHOLES = frozenset({"guinea", "timor", "bosnia", "austria", "papua", "serbia", "czecho"})  # "Guinea-Bissau"
_BETWEEN = frozenset({"talks", "clashes", "ties", "trades", "swaps", "attacks", "strikes"})


def parted(names: Sequence[Name], tokens: Sequence[Token]) -> Iterator[Name]:
    """The names, where one of them is two states joined by a hyphen as two."""
    for name in names:
        joint = name.start + 1
        two = name.end - name.start == 3 and name.kind == "state" and tokens[joint].text in _HYPHENS
        if two and tokens[name.start].lower not in _WHOLES and tokens[joint + 1].text[:1].isupper():
            yield Name(name.start, joint, name.label, name.kind)
            yield Name(joint + 1, name.end, name.label, name.kind)
        else:
            yield name


def _are_two(parse: Parse, second: Token) -> bool:
    """Whether a word is the second of two names of states joined so."""
    if second.i < 2 or parse.tokens[second.i - 1].text not in _HYPHENS:
        return False
    ends = {n.end for n in parse.names if n.kind == "state"}
    return second.i - 1 in ends and any(n.start == second.i and n.kind == "state" for n in parse.names)


@on("flat", "conj")
def _second_of_two(parse: Parse, token: Token) -> Iterator[Token]:
    """ "| Peru-Chile | clashes": the second stands before the noun as the first does."""
    first = parse.tokens[token.head]
    if first.i != token.i - 2 or first.dep != "compound" or first.head < token.i or not _are_two(parse, token):
        return
    yield moved(token, "compound", first.head)


@on("flat", "conj")
def _noun_of_two(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Peru-Chile | talks | resume": no verb, but what the two have with one another."""
    first = parse.tokens[token.head]
    if token.i + 2 >= len(parse.tokens) or first.i != token.i - 2 or not _are_two(parse, token):
        return
    noun, verb = parse.behind(token.i), parse.tokens[token.i + 2]
    if noun.tag != "VBZ" or noun.lower not in _BETWEEN or first.head != noun.i or verb.head != noun.i:
        return
    if not verb.tag.startswith("VB"):
        return
    yield moved(verb, noun.dep, verb.i if noun.head == noun.i else noun.head)
    yield moved(noun, "nsubj", verb.i, "NNS")
    yield moved(first, "compound", noun.i)
    yield moved(token, "compound", noun.i)
    for child in parse.children(noun.i):
        if child.i not in {first.i, verb.i}:
            yield moved(child, child.dep, verb.i)


RULES = (_second_of_two, _noun_of_two)
