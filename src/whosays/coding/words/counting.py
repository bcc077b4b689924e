"""Figures that stand alone in what is said: "put the toll | at 15 |", "spoke of | nine dead |", "admitted to | four |".

No deed is told with them; which one they count is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.words.mentions import case_of
from whosays.coding.words.quantities import count_of, number_at
from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token
from whosays.records import Count, Effect, Span

_SUMS = frozenset({"toll", "number", "figure", "count", "tally", "total", "estimate"})
_ANYBODY = frozenset({"people", "person", "man", "life", "other"})
_NOT_ALL = frozenset("more other others another further additional alone including among extra from half least".split())
_DYING = frozenset({"die", "perish"})
_ONLY = frozenset(
    "only just merely about around some nearly almost roughly over the not rather at least most more than fewer to "
    "of".split()
)
_FORMER = frozenset("earlier previous initial first original old provisional preliminary prior former".split())
_NEAR = 3


class Told(msgspec.Struct, frozen=True):
    """A figure that stands alone: its number and words, and of what effect it is (None: nobody says).

    ``nouns`` are the lemmas of those whom it counts, where they are named; ``denied`` says that it is held to be wrong
    ("at least 40, | not the 12 |"), ``placed`` that its clause says more of where or how they came to it,
    ``total`` that it is the sum so far ("the toll rose to 12 | after three of the wounded died overnight").
    """

    head: int
    words: tuple[int, int]
    count: Count
    effect: Effect | None
    nouns: frozenset[str] = frozenset()
    denied: bool = False
    placed: bool = False
    total: bool = False


def told_in(parse: Parse, start: int, end: int, wording: Wording) -> Iterator[Told]:
    """The figures that stand alone between two tokens, in the order of the text."""
    at, before = start, None
    while at < end:
        value, after = number_at(parse, at, end, wording.quantities)
        if value is None and parse.tokens[at].lower not in _ROUND:
            at += 1
            continue
        after = max(after, at + 1)
        found = _told(parse, (at, after), (start, end), wording, before)
        if found is not None:
            yield found
            before = found.effect or before
        at = after


_ROUND = frozenset({"dozens", "scores", "hundreds", "thousands"})


def is_figure(parse: Parse, span: Span) -> bool:
    """Whether some words tell a number, and not only somebody ("killed | Omar Badr |", "a baker")."""
    start, end = parse.tokens_of(span)
    words = {t.lower for t in parse.tokens[start:end]}
    return any(t.tag == "CD" for t in parse.tokens[start:end]) or bool(words & (_ROUND | {"no", "nobody", "none"}))


def _told(
    parse: Parse, number: tuple[int, int], within: tuple[int, int], wording: Wording, before: Effect | None
) -> Told | None:
    last = parse.tokens[number[1] - 1]
    if last.lower in {"no", "none", "nobody", "one"} or last.text in {"2000", "2001"}:
        return None
    sum_ = _sum_before(parse, number[0], within[0])
    noun = _counted(parse, last, within[1])
    former = sum_ is not None and any(c.lower in _FORMER for c in parse.children(sum_.i, "amod"))
    if noun is None or former:
        return None  # "revising an | earlier | toll of 20"
    effect, placed = _effect(parse, noun, sum_, wording)
    bare = noun is last and _is_bare(parse, number, within)
    denied = _is_denied(parse, number[0], within[0])
    effect = before if effect is None and denied and noun is last else effect  # "40 died, not | the 12 | announced"
    if effect is None and not (sum_ is not None and _is_of_all(parse, sum_)) and not bare:
        return None
    if _is_part(parse, number[0], noun):
        return None
    count = count_of(parse, noun.i, wording.quantities)
    if count is None:
        return None
    plain = noun is last or bool({noun.lemma.lower(), noun.lower} & (_ANYBODY | wording.counted.keys()))
    names = [noun, *parse.children(noun.i, "compound")]
    return Told(
        head=noun.i,
        words=number,
        count=count,
        effect=effect,
        nouns=frozenset() if plain else frozenset(t.lemma.lower() for t in names),
        denied=denied,
        placed=placed,
        total=sum_ is not None and sum_.lemma.lower() == "toll",
    )


def _counted(parse: Parse, last: Token, end: int) -> Token | None:
    """The noun that a number counts, or the number itself where it stands alone; None for sums of other things."""
    if last.dep == "nummod":
        noun = parse.tokens[last.head]
        if noun.is_noun and last.i < noun.i < end:
            return noun
        if noun.i > last.i and noun.lemma.lower() not in {"dead", "wounded", "injured", "missing"}:
            return None
    behind = parse.tokens[last.i + 1] if last.i + 1 < len(parse.tokens) else None
    if behind is not None and (behind.text in {"%", "-", "–"} or behind.lower in _UNITS):
        return None
    return last


_UNITS = frozenset("percent per km kilometres kilometers miles metres meters years days hours months weeks".split())


def _effect(parse: Parse, noun: Token, sum_: Token | None, wording: Wording) -> tuple[Effect | None, bool]:
    """What befell those who are counted, by the words about the number; and whether their clause says more of it."""
    own = wording.counted.get(noun.lemma.lower()) or wording.counted.get(noun.lower)
    governor = parse.tokens[noun.head].lemma.lower()
    counting = governor == "count" and noun.dep == "obj"  # "nurses counted | 15 bodies |"
    if noun.lemma.lower() in _REMAINS and noun.dep in _UNDERGOING and governor in _DONE_LATER and not counting:
        return None, False
    if own is not None:
        return own, False
    behind = parse.tokens[noun.i + 1] if noun.i + 1 < len(parse.tokens) else None
    if behind is not None and behind.lower in _BEFALLEN:
        return wording.counted.get(behind.lower), False
    verb = parse.tokens[noun.head]
    if verb.lemma.lower() == "loss" and case_of(parse, noun.i) == "of" and noun.tag == "NNS":
        return "killed", False
    if noun.dep == "nsubj" and verb.lemma.lower() in _DYING and verb.tag != "VBG":
        return "killed", bool(parse.children(verb.i, "obl", "advcl"))
    if sum_ is not None and _is_of_all(parse, sum_):
        return _of_sum(parse, sum_, wording), False
    return None, False


_REMAINS = frozenset({"body", "corpse"})
_UNDERGOING = frozenset({"nsubj:pass", "obj", "nsubj"})
# "Two bodies had been | counted | twice", "were | identified |": of those killed, and not how many.
_DONE_LATER = frozenset(
    "count recount identify misidentify bury rebury exhume return repatriate fly hand transfer claim release".split()
)
_BEFALLEN = frozenset({"dead", "killed", "wounded", "injured", "missing", "arrested", "detained", "hurt"})


def _of_sum(parse: Parse, sum_: Token, wording: Wording) -> Effect | None:
    """ "The | death | toll", "the number | of wounded |", "the number of people | killed |"."""
    told = [t.lemma.lower() for t in parse.children(sum_.i, "compound", "amod")]
    for child in parse.children(sum_.i, "nmod"):
        told += [child.lemma.lower(), child.lower]
        told += [t.lower for t in parse.children(child.i, "acl", "amod")]
    return next((wording.counted[w] for w in told if w in wording.counted), "killed" if sum_.lemma == "toll" else None)


def _is_of_all(parse: Parse, sum_: Token) -> bool:
    """ "The number | of dead |", "the toll"; not "the number | of troops | in the town"."""
    of = [c for c in parse.children(sum_.i, "nmod") if case_of(parse, c.i) == "of" and c.tag != "CD"]
    words = {w for c in of for w in (c.lemma.lower(), c.lower, *(t.lower for t in parse.children(c.i, "acl", "amod")))}
    return not of or bool(words & (_BEFALLEN | _OF_ALL))


_OF_ALL = frozenset({"victim", "casualty", "death", "fatality", "those", "arrest", "injury", "displaced"})


def _sum_before(parse: Parse, number: int, start: int) -> Token | None:
    """The word for a sum that leads to a number: "the | toll | at 15", "a | figure | of 15 dead"."""
    for i in range(number - 1, start - 1, -1):
        token = parse.tokens[i]
        if token.lemma.lower() in _SUMS and token.is_noun:
            return token if parse.tokens[number - 1].lower in _LEADING or _bounded(parse, number, i) else None
        if (token.is_verb and token.lemma.lower() not in _RISING | {"have", "be"}) or token.text in {",", ";", ":"}:
            return None
    return None


_RISING = frozenset("rise climb increase grow jump soar mount drop fall".split())  # "the toll | rose | to 12"
_LEADING = frozenset({"at", "of", "as", "to"})


def _bounded(parse: Parse, number: int, sum_: int) -> bool:
    """ "The toll at | at least | 15"."""
    return any(t.lower in _LEADING for t in parse.tokens[max(sum_ + 1, number - _NEAR) : number])


def _is_bare(parse: Parse, number: tuple[int, int], within: tuple[int, int]) -> bool:
    """ "Admitted to | four |", "announced | only 12 |": nothing else is said."""
    beside = [*range(within[0], number[0]), *range(number[1], within[1])]
    words = [parse.tokens[i] for i in beside if parse.tokens[i].text[:1].isalnum()]
    return all(t.lower in _ONLY for t in words)


def _is_part(parse: Parse, number: int, noun: Token) -> bool:
    """ "Six | of them", "two | more |", "including | six pupils", "from | 12": no count of all."""
    near = {t.lower for t in parse.tokens[max(0, number - _NEAR) : noun.i + 2]}
    if near & (_NOT_ALL - {"least", "more"}) or case_of(parse, noun.i) in {"from", "including", "among", "with"}:
        return True
    behind = [t.lower for t in parse.tokens[number + 1 : number + 3]]
    if "more" in behind or (len(behind) > 0 and behind[0] == "of"):
        return True
    return any(case_of(parse, c.i) == "of" for c in parse.children(noun.i, "nmod"))


def _is_denied(parse: Parse, number: int, start: int) -> bool:
    """ "At least 40 died, | not the 12 |": the word before the number says that it is not so."""
    before = [t.lower for t in parse.tokens[max(start, number - _NEAR) : number]]
    while before and before[-1] in {"the", "just", "only", "merely"}:
        before.pop()
    return bool(before) and (before[-1] == "not" or before[-2:] in (["rather", "than"], ["instead", "of"]))
