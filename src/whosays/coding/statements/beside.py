"""What stands beside a speech verb, read off the order of words where the tree has neither speaker nor content.

A small parser often loses the subject of "said" behind a description set off by commas ("Ana Ruiz, the town's
mayor, said") and takes the clause before it for an adjunct. English newswriting orders these words so firmly that
the order itself tells.
"""

from __future__ import annotations

from whosays.coding.statements.drafts import is_mark
from whosays.coding.words.mentions import phrase_range
from whosays.parse import Parse, Token

SAYING = frozenset("say add tell write note explain announce argue".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PHRASE = frozenset({"DT", "PDT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "CD", "HYPH", "RB"})
_ENDS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "PRP"})
_TIES = frozenset({"of", "for", "from", "in", "at"})
_CLAUSE_OPENERS = frozenset("that while when as but and because although though : ; - – —".split())
_SHORTEST = 6  # tokens of a clause that stands before "said Ana Ruiz"
_LONGEST = 45  # tokens between a speaker and the verb, his description included

Range = tuple[int, int]


def beside(parse: Parse, token: Token, *, lost: bool = False) -> Range | None:
    """The half-open token range of the noun phrase that stands where the speaker of ``token`` must stand.

    Args:
        parse: the report.
        token: the verb.
        lost: whether a verb that is none of ``SAYING`` may be meant: it can bring words, and has no subject.
    """
    have = next((c.i for c in parse.children(token.i, "aux") if c.lemma == "have" and c.i == token.i - 1), None)
    says = token.lemma.lower() in SAYING
    if not (says or lost) or (token.tag not in _FINITE and have is None):
        return None
    start, end = parse.sentences[parse.sentence(token.i)]
    before = (token.i if have is None else have) - 1
    while before > start and parse.tokens[before].tag == "RB" and not _named(parse, start, before):
        before -= 1
    if before < start:
        return None
    if _closes_clause(parse, before):
        return _described(parse, start, before) or (_behind(parse, token.i + 1, end) if says else None)
    return _directly(parse, start, before)


def _closes_clause(parse: Parse, i: int) -> bool:
    return parse.tokens[i].text in {",", "?", "!", ")", "-RRB-"} or is_mark(parse, i)


def _directly(parse: Parse, start: int, last: int) -> Range | None:
    """The phrase that ends right before the verb, where it begins a clause."""
    first = _run_back(parse, start, last)
    if first is None or not _opens_clause(parse, start, first):
        return None
    return first, last + 1


def _run_back(parse: Parse, start: int, last: int) -> int | None:
    if parse.tokens[last].tag not in _ENDS and not _named(parse, start, last):
        return None
    first = last
    while first - 1 >= start:
        token = parse.tokens[first - 1]
        tied = token.tag == "IN" and token.lower in _TIES and first - 2 >= start
        if not (token.tag in _PHRASE or (tied and parse.tokens[first - 2].tag in _ENDS)):
            break
        first -= 1
    return first


def _named(parse: Parse, start: int, i: int) -> bool:
    """Whether a word that the tagger took for an adverb or a verb is a name by its capital: "..., Jolly said"."""
    word = parse.tokens[i].text
    known = any(n.start <= i < n.end and n.label in {"person", "organisation"} for n in parse.names)
    return known or (word.istitle() and i > start and not is_mark(parse, i - 1))


def _opens_clause(parse: Parse, start: int, first: int) -> bool:
    if first == start:
        return True
    token = parse.tokens[first - 1]
    return token.text == "," or is_mark(parse, first - 1) or token.lower in _CLAUSE_OPENERS


def _described(parse: Parse, start: int, comma: int) -> Range | None:
    """The phrase before a description: of the pieces between commas the first that is nothing but a noun phrase."""
    if parse.tokens[comma].text != ",":
        return None
    low = max(start, comma - _LONGEST)
    for i in range(comma - 1, low - 1, -1):
        if is_mark(parse, i):
            low = i + 1
            break
    commas = [i for i in range(low, comma) if parse.tokens[i].text == ","]
    edges = [low - 1, *commas]
    for left, right in zip(edges, commas, strict=False):
        names = any(t.tag.startswith("NNP") for t in parse.tokens[left + 1 : right])
        names = names or (left + 1 == start and parse.behind(right).lower == "who")  # "The general, who fled, said"
        first = _run_back(parse, left + 1, right - 1) if right > left + 1 else None
        if first == left + 1 and names and not any(t.start <= first < t.end for t in parse.times):
            return first, right
    return None


def _behind(parse: Parse, first: int, end: int) -> Range | None:
    """The phrase right behind the verb: "...," said Ana Ruiz, the town's mayor."""
    last = first
    while last < end and parse.tokens[last].tag in _PHRASE and parse.tokens[last].tag != "RB":
        last += 1
    if last == first or parse.tokens[last - 1].tag not in _ENDS:
        return (first, first + 1) if first < end and parse.tokens[first].tag == "PRP" else None
    return first, last


def behind(parse: Parse, token: Token) -> Range | None:
    """The name right behind the verb, closed by a comma or a stop: "The plan would fail, | said Ana Ruiz, a judge."."""
    if token.lemma.lower() not in SAYING - {"tell"} or token.tag not in _FINITE or token.i == 0:
        return None  # "told the Harbour Wire.": whom one tells
    _, end = parse.sentences[parse.sentence(token.i)]
    if not _closes_clause(parse, token.i - 1):
        return None
    found = _behind(parse, token.i + 1, end)
    if found is None or not parse.tokens[found[1] - 1].tag.startswith("NNP"):
        return None
    timed = any(t.start <= found[0] < t.end for t in parse.times)
    closed = found[1] >= end or parse.tokens[found[1]].text in {",", ".", ":"}
    return found if closed and not timed else None


def set_off(parse: Parse, token: Token) -> Range | None:
    """The phrase that a description in commas parts from the verb: "Ana Ruiz, the town's mayor, said"."""
    if token.lemma.lower() not in SAYING or token.tag not in _FINITE:
        return None
    start = parse.sentences[parse.sentence(token.i)][0]
    return _described(parse, start, token.i - 1) if token.i > start else None


def head_of(parse: Parse, where: Range) -> int:
    """The token that governs the phrase: the last noun before an "of", a name's own head."""
    first, last = where
    for i in range(first + 1, last):
        if parse.tokens[i].tag == "IN" and parse.tokens[i - 1].tag in _ENDS:
            return i - 1
    for name in parse.names:
        if name.start <= last - 1 < name.end and name.start >= first:
            return parse.root_of(name.start, name.end)
    return last - 1


def around(parse: Parse, token: Token, speaker: int) -> tuple[frozenset[int], int] | None:
    """What is said, with its governing token, where the tree shows nothing: the clause before or behind the verb.

    Args:
        parse: the report.
        token: the verb.
        speaker: a token of the speaker's phrase.
    """
    if token.lemma.lower() not in SAYING or not (token.tag in _FINITE or _goes_on_to(parse, token)):
        return None
    start, end = parse.sentences[parse.sentence(token.i)]
    end = next((q.close for q in parse.quotations if q.open < token.i < q.close < end), end)
    if speaker > token.i:
        return _all_before(parse, start, token)
    if any(is_mark(parse, i) for i in range(token.i + 1, min(token.i + 3, end))):
        return None
    first = phrase_range(parse, speaker)[0]
    if first > start + 2 and parse.tokens[first - 1].text == ",":
        return _before(parse, start, first - 1, token, end)
    return _after(parse, token, end)


def _goes_on_to(parse: Parse, token: Token) -> bool:
    """ "Went on to | say | that, if it rained, the mill would close": so it is said."""
    leads = parse.tokens[max(token.i - 3, 0) : token.i]
    return token.tag == "VB" and [t.lower for t in leads[1:]] == ["on", "to"] and leads[0].lemma.lower() == "go"


def _all_before(parse: Parse, start: int, token: Token) -> tuple[frozenset[int], int] | None:
    """ "Holding the pass is in their power | , said a group of officers.": all that stands before is what is said."""
    comma = token.i - 1
    told = range(start, comma)
    if parse.tokens[comma].text != "," or token.tag == "VBP" or len(told) < _SHORTEST:
        return None
    if token.dep != "root" or any(is_mark(parse, i) for i in told) or not any(parse.tokens[i].is_verb for i in told):
        return None
    return frozenset(told), parse.root_of(start, comma)


def _before(parse: Parse, start: int, comma: int, token: Token, end: int) -> tuple[frozenset[int], int] | None:
    """ "The bridge fell at dawn, the mayor said on Friday.", and "The bridge, he said, fell at dawn."."""
    tail = token.i + 1
    while tail < end - 1 and parse.tokens[tail].text != ",":
        tail += 1
    told = set(range(start, comma))
    if tail < end and parse.tokens[tail].text == ",":
        if tail > token.i + 1 and (not is_time(parse, token.i + 1, tail) or parse.behind(tail).tag == "CC"):
            return None  # "Rain fell, he said on Friday, and ...": too loose
        told |= set(range(tail + 1, end))
    if parse.tokens[start].tag == "CC":
        told.discard(start)
    if not any(parse.tokens[i].tag in _FINITE | {"MD", "VBN"} for i in told):
        return None
    return frozenset(told), parse.root_of(start, comma)


def is_time(parse: Parse, first: int, last: int) -> bool:
    """Whether nothing but a time stands there: "on Friday", "late on Monday night"."""
    timed = {i for t in parse.times for i in range(t.start, t.end)}
    return all(i in timed or parse.tokens[i].tag in {"IN", "RB", "JJ"} for i in range(first, last))


def _opens(token: Token) -> bool:
    """Whether a "that" opens a clause: not "at *that* time"."""
    return token.lower == "that" and token.dep != "det"


def _after(parse: Parse, token: Token, end: int) -> tuple[frozenset[int], int] | None:
    """ "The mayor said on Friday that the bridge ..."; "The mayor said the bridge ..."."""
    opener = next((t.i for t in parse.tokens[token.i + 1 : min(token.i + 9, end)] if _opens(t)), None)
    if token.i + 1 >= end:
        return None
    if opener is None and parse.behind(token.i).tag not in {"DT", "PRP", "NNP", "NNS", "NN", "PRP$", "EX"}:
        return None
    if opener is None and token.lemma.lower() not in {"say", "add"}:
        return None
    first = opener if opener is not None else token.i + 1
    told = parse.tokens[first:end]
    if not any(t.tag in _FINITE | {"MD"} for t in told[1:]) or len(told) < 4:
        return None
    marked = parse.tokens[opener] if opener is not None else None
    own = marked is not None and marked.dep == "mark" and marked.i < marked.head < end
    own = own and len(parse.children(parse.tokens[opener or 0].head, "mark")) == 1  # not "that if it fell"
    return frozenset(t.i for t in told), marked.head if marked is not None and own else parse.root_of(first, end)
