"""Edges of what is said that marks draw: a colon before it, brackets around it, a verb that wants its other half."""

from __future__ import annotations

from whosays.coding.statements.beside import SAYING
from whosays.coding.statements.drafts import Found, is_mark
from whosays.parse import Parse

_OPENS = frozenset({"(", "[", "-LRB-", "-LSB-"})
_CLOSES = frozenset({")", "]", "-RRB-", "-RSB-"})
_WANTING = frozenset({"MD", "TO", "DT", "IN"})  # no clause ends in "would", "to", "the"


def behind_colon(parse: Parse, found: Found, content: frozenset[int]) -> frozenset[int]:
    """ "Told reporters: | This is false, it is a lie |.": without marks all of the sentence is said."""
    first = min((i for i in content if parse.tokens[i].text != ":"), default=0)
    if first <= found.token or parse.tokens[found.token].lemma.lower() not in SAYING or found.rule != "verb":
        return content
    _, end = parse.sentences[parse.sentence(first)]
    led = parse.tokens[first - 1].text == ":" and parse.sentence(first) == parse.sentence(found.token)
    if not led or any(is_mark(parse, i) for i in range(first, end)):
        return content
    while end > first and not parse.tokens[end - 1].text[0].isalnum():
        end -= 1
    return content | frozenset(range(first, end))


def in_brackets(parse: Parse, found: Found, content: frozenset[int]) -> frozenset[int]:
    """ "The toll (| nine of them children |, the agency says) rose": who speaks in brackets says what is there."""
    start, end = parse.sentences[parse.sentence(found.token)]
    opening = next((i for i in range(found.token - 1, start - 1, -1) if parse.tokens[i].text in _OPENS | _CLOSES), None)
    closing = next((i for i in range(found.token + 1, end) if parse.tokens[i].text in _OPENS | _CLOSES), None)
    if opening is None or closing is None or parse.tokens[opening].text in _CLOSES or not content:
        return content
    if parse.tokens[closing].text in _OPENS or not min(content) < opening:
        return content
    inside = frozenset(i for i in content if opening < i < closing)
    return inside if any(parse.tokens[i].text[0].isalnum() for i in inside) else content


def without_gesture(parse: Parse, found: Found, content: frozenset[int]) -> frozenset[int]:
    """ "“It is over,” he said, | shrugging |": how he said it, behind what stands in quotation marks."""
    head = found.content_head
    if not content or head is None or head > found.token or max(content) < found.token:
        return content
    if not any(q.open < head < q.close < found.token for q in parse.quotations):
        return content
    marked = {i for q in parse.quotations for i in range(q.open, q.close + 1)}
    for i in sorted(content):
        token = parse.tokens[i]
        behind = i > found.token and i not in marked and parse.tokens[i - 1].text == ","
        if behind and token.tag == "VBG" and token.dep in {"advcl", "ccomp"} and not parse.children(i, "nsubj", "aux"):
            return content - frozenset(parse.subtree(i))
    return content


def without_stray(parse: Parse, content: frozenset[int]) -> frozenset[int]:
    """ "Whether Ruiz was dead; | a clerk |": a subject behind a semicolon whose verb is no part of what is said."""
    stops = [i for i in content if parse.tokens[i].text == ";"]
    if not stops:
        return content
    behind = [parse.tokens[i] for i in content if i > stops[-1]]
    lost = any(t.dep in {"nsubj", "nsubj:pass"} and t.head not in content for t in behind)
    before = frozenset(i for i in content if i < stops[-1])
    whole = _has_finite(parse, frozenset(t.i for t in behind)) or not _has_finite(parse, before)
    return content if whole and not lost else before  # "wants three things: a road; | a school |" goes on


def _has_finite(parse: Parse, told: frozenset[int]) -> bool:
    return any(parse.tokens[i].tag in {"VBD", "VBZ", "VBP", "MD"} for i in told)


def ends_open(parse: Parse, content: frozenset[int]) -> bool:
    """ "| He was |, officials said, a quiet man": whether the last word wants another behind it."""
    words = [i for i in content if parse.tokens[i].text[0].isalnum()]
    last = parse.tokens[max(words)] if words else None
    if last is None or any(is_mark(parse, i) for i in content if i > last.i):
        return False
    being = last.lemma.lower() == "be" and len(words) > 1 and last.tag in {"VBD", "VBZ", "VBP"}
    return being or last.tag in _WANTING
