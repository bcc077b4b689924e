"""Quotation marks: which words are quoted, whose they are, and how far a quotation goes on."""

from __future__ import annotations

import msgspec

from whosays.coding.statements.drafts import Found, Range
from whosays.coding.words.mentions import phrase_range
from whosays.parse import Parse, Quotation
from whosays.records import Quoted

_NEAR = 14  # tokens between a quotation and the verb that brings it
_FULL_STOPS = frozenset({".", "!", "?", "…", "..."})
_WAITING = frozenset({",", "?", "!", "—", "–", "--"})  # what closes a quotation whose cue is still to come
_LONGEST_TITLE = 8
_SMALL = frozenset({"DT", "IN", "CC", "TO", "POS"})
_LEADS_TITLE = frozenset({"IN", "POS", "NN", "NNS", "NNP", "DT", "JJ", "VBN", "PRP$"})
_ADJACENT = 4  # for verbs that only sometimes speak ("he continued")


def in_speech(parse: Parse) -> frozenset[int]:
    """The tokens inside quotations that hold speech and not a title or a borrowed word."""
    found: set[int] = set()
    reach = 0  # quotations stand in order, so what an earlier one holds is not gone through again
    for quotation in parse.quotations:
        if quotation.close > reach and is_speech(parse, quotation):
            found.update(range(max(quotation.open + 1, reach), quotation.close))
            reach = quotation.close
    return frozenset(found)


def is_speech(parse: Parse, quotation: Quotation) -> bool:
    """Whether somebody speaks in these marks: a clause, or words that close like a sentence."""
    inner = parse.tokens[quotation.open + 1 : quotation.close]
    if not inner or is_title(parse, quotation):
        return False
    stops = inner[-1].text in {",", ".", "!", "?", "…", "..."}
    verbs = any(t.tag in {"VBZ", "VBP", "VBD", "MD", "VB"} for t in inner)
    if (verbs or stops) and len(inner) >= 3:
        return True
    led = parse.tokens[quotation.open - 1].text if quotation.open else ":"
    return stops and len(inner) > 1 and led in {",", ":"} and inner[-1].text != ","  # 'asked, "Really?"'


def is_title(parse: Parse, quotation: Quotation) -> bool:
    """Whether the marks hold the name of a programme, a book or a paper: 'on "Face the City"'."""
    if quotation.close - quotation.open > 2 * _LONGEST_TITLE + 2:
        return False
    words = [t for t in parse.tokens[quotation.open + 1 : quotation.close] if t.text[0].isalnum()]
    if quotation.open == 0 or not 1 < len(words) <= _LONGEST_TITLE:
        return False
    led = parse.tokens[quotation.open - 1]
    small = [t for t in words[1:] if not t.text[0].isupper() and not t.text[0].isdigit()]
    capital = words[0].text[0].isupper() and len(words) - len(small) > 1
    return capital and all(t.tag in _SMALL for t in small) and led.tag in _LEADS_TITLE


def with_quotations(parse: Parse, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """The finds with the quotations that belong to them; those that waited in vain for one are dropped."""
    kept = [_extended(parse, f) for f in found]
    speech = in_speech(parse)
    # What "I think" brings in a quotation is no answer to whose the quotation is.
    outside = (f.content for f in kept if f.token not in speech and (not f.cue.belief or f.cue.quote))
    covered: set[int] = set().union(*outside)
    for quotation in parse.quotations:
        inner = set(range(quotation.open + 1, quotation.close))
        if not is_speech(parse, quotation) or 2 * len(inner & covered) >= len(inner):
            continue
        host = _host(parse, kept, speech, quotation)
        if host is None:
            continue
        words = frozenset(range(quotation.open, quotation.close + 1))
        old = kept[host]
        kept[host] = msgspec.structs.replace(
            old,
            content=old.content | words,
            content_head=old.content_head if old.content_head is not None else _head(parse, quotation),
            rule=old.rule if old.content else "quote",
        )
        covered |= words
    return tuple(_with_inner(f, kept) for f in kept if f.content or f.cue.bare)


def _with_inner(found: Found, others: list[Found]) -> Found:
    """ "“There is no end,” the judge said, according to the paper": what the paper tells holds what the judge said."""
    inner = [o for o in others if o is not found and o.token in found.content and not o.cue.belief]
    content = found.content.union(*(o.content for o in inner)) - {found.token, *found.words}
    return found if content == found.content else msgspec.structs.replace(found, content=content)


def _head(parse: Parse, quotation: Quotation) -> int:
    return parse.root_of(quotation.open + 1, max(quotation.close, quotation.open + 2))


def _extended(parse: Parse, found: Found) -> Found:
    """A content that reaches into a quotation holds all of it, marks included."""
    content = set(found.content)
    for quotation in parse.quotations:
        marks = range(quotation.open, quotation.close + 1)
        if found.token in marks or not content.intersection(range(quotation.open + 1, quotation.close)):
            continue
        inner = set(marks)
        inside = content & inner
        if is_title(parse, quotation):
            continue
        if is_speech(parse, quotation) or 2 * len(inside) >= len(inner):
            content |= inner - set(found.words)
    return found if len(content) == len(found.content) else msgspec.structs.replace(found, content=frozenset(content))


def _host(parse: Parse, found: list[Found], speech: frozenset[int], quotation: Quotation) -> int | None:
    """Which find a quotation belongs to: a cue beside it, or the one whose quotation it carries on."""
    best: tuple[int, int] | None = None
    for index, f in enumerate(found):
        if not f.cue.quote or f.token in speech:
            continue
        gap = _gap(parse, f, quotation)
        if gap > (_NEAR if f.cue.content else _ADJACENT) or not _brings(parse, f, quotation, gap):
            continue
        if f.content and not _is_direct(parse, f):
            gap += _ADJACENT
        if best is None or gap < best[0]:
            best = (gap, index)
    if best is not None:
        return best[1]
    broken = _broken_off(parse, found, quotation)
    return broken if broken is not None else _continued(parse, found, speech, quotation)


def _broken_off(parse: Parse, found: list[Found], quotation: Quotation) -> int | None:
    """ "“We hit it,” he admitted, speaking in the dark because he was afraid, | “and we knew” |": the rest of it."""
    first = parse.tokens[quotation.open + 1]
    if not first.text[0].islower() or parse.tokens[quotation.open - 1].text not in {",", "—", "–", "--"}:
        return None
    start, _ = parse.sentences[parse.sentence(quotation.open)]
    near = [n for n, f in enumerate(found) if start <= f.token < quotation.open and f.cue.quote and f.content]
    last = max(near, key=lambda n: found[n].token, default=None)
    if last is None or not any(q.close < found[last].token and q.open in found[last].content for q in parse.quotations):
        return None
    shut = max(q.close for q in parse.quotations if q.close < found[last].token)
    return last if parse.tokens[shut - 1].text in _WAITING and max(found[last].content) <= shut else None


def _brings(parse: Parse, found: Found, quotation: Quotation, gap: int) -> bool:
    """Whether a cue so near may bring the quotation.

    "I will go," closes with a comma and waits for its cue, in whatever sentence the parser put it; "I will go."
    is whole, and the next sentence's "She has said that" brings words of its own.
    """
    first, last = _sentences_of(parse, quotation)
    here = parse.sentence(found.token)
    if found.token < quotation.open:
        return first <= here <= last or gap <= _ADJACENT
    stop = parse.tokens[quotation.close - 1].text
    if parse.tokens[found.token].dep.startswith("acl") and not first <= here <= last:
        return False  # "“What else?” An aide, who | asked | not to be named, said": nobody is quoted by the way
    if stop in _FULL_STOPS and _says_no_more(parse, found) and here == last + 1:
        return not _new_paragraph(parse, quotation.close, found.token)
    if found.content:
        return first <= here <= last and stop not in _FULL_STOPS
    if first <= here <= last:
        return True
    if stop == "." or _new_paragraph(parse, quotation.close, found.token):
        return False  # "“They should be the norm.” The minister continued": he goes on with other words
    return gap <= _ADJACENT or (stop in _WAITING and here == last + 1)


def _says_no_more(parse: Parse, found: Found) -> bool:
    """ "“It is over.” | The mayor said.": a sentence of nothing but the speaker and the verb."""
    start, end = parse.sentences[parse.sentence(found.token)]
    head = found.source.head
    if found.content or head is None or not found.token < end <= found.token + 3:
        return False
    first = phrase_range(parse, head)[0]
    return start <= first < found.token and first - start <= 1 and found.cue.head == "say"


def _new_paragraph(parse: Parse, first: int, last: int) -> bool:
    return "\n" in parse.report.text[parse.tokens[first].end : parse.tokens[last].start]


def _sentences_of(parse: Parse, quotation: Quotation) -> tuple[int, int]:
    """The numbers of the first and the last sentence of the words inside the marks."""
    return parse.sentence(quotation.open + 1), parse.sentence(max(quotation.close - 1, quotation.open + 1))


def _gap(parse: Parse, found: Found, quotation: Quotation) -> int:
    """The tokens between a quotation and the cue, or its speaker where he is nearer: "...," Ruiz, a judge, said."""
    if quotation.open < found.token < quotation.close:
        return _NEAR + 1
    if found.token < quotation.open:
        led = parse.tokens[quotation.open - 1].text == ":" and _reach(parse, found) == quotation.open - 2
        return 1 if led and found.content else quotation.open - found.token  # "said that they knew: “We did.”"
    near = found.token
    head = found.source.head
    if head is not None and quotation.close < head < found.token:
        near = phrase_range(parse, head)[0]
    return max(near - quotation.close, 1)


def _is_direct(parse: Parse, found: Found) -> bool:
    return any(q.open in found.content for q in parse.quotations)


def _continued(parse: Parse, found: list[Found], speech: frozenset[int], quotation: Quotation) -> int | None:
    """A sentence that is nothing but quotation goes on with the last speaker's words."""
    first, last = _sentences_of(parse, quotation)
    start, end = parse.sentences[first][0], parse.sentences[last][1]
    marked = range(quotation.open, quotation.close + 1)
    if any(t.i not in marked and t.i not in speech and _is_word(t.text) for t in parse.tokens[start:end]):
        return None
    before = first - 1
    while before > 0 and not any(_is_word(t.text) for t in parse.tokens[slice(*parse.sentences[before])]):
        before -= 1  # a mark that the reading machine took for a sentence
    candidates = [
        (_is_direct(parse, f), parse.tokens[f.token].tag != "VBG", reach, index)
        for index, (f, reach) in enumerate((f, _reach(parse, f)) for f in found)
        if f.cue.quote and f.token not in speech and reach < quotation.open and parse.sentence(reach) == before
    ]
    return max(candidates)[3] if candidates else None


def _reach(parse: Parse, found: Found) -> int:
    """The last word of a cue and its content."""
    return max((i for i in (found.token, *found.content) if _is_word(parse.tokens[i].text)), default=found.token)


def _is_word(text: str) -> bool:
    return any(c.isalnum() for c in text)


def quoted_of(parse: Parse, content: tuple[Range, ...]) -> Quoted:
    """Whether none, a part or the whole of a content stands in quotation marks."""
    inside = outside = 0
    marked = {i for q in parse.quotations for i in range(q.open, q.close + 1)}
    for start, end in content:
        for i in range(start, end):
            if _is_word(parse.tokens[i].text):
                inside += i in marked
                outside += i not in marked
    if not inside:
        return "none"
    return "part" if outside else "whole"
