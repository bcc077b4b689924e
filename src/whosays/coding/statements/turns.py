"""Conversations set down as such: "RUIZ: We will stay.", "Q: Will you stay? A: Yes."; a turn is its speaker's."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from whosays.coding.statements.drafts import Found, Source
from whosays.ontology.acts import Acts
from whosays.parse import Parse

_LABEL = re.compile(r"^[ \t]*[\"“]?(?P<who>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})[ \t]?:[ \t]+(?=\S)", re.MULTILINE)
_ASKS = frozenset("Q Question QUESTION Interviewer INTERVIEWER Moderator Host Reporter Journalist Presenter".split())
_ANSWERS = frozenset({"A", "Answer", "ANSWER"})
_FEW = 2  # turns of one speaker that make a conversation


class Turn(msgspec.Struct, frozen=True):
    """One turn: the label before its colon, and the characters of label and words, half-open."""

    who: str
    label: tuple[int, int]
    words: tuple[int, int]


def turns(parse: Parse, acts: Acts) -> Iterator[Found]:
    """The turns of a conversation with a known speaker; an interviewer's bare questions are the outlet's own voice."""
    told = _turns(parse)
    if not told:
        return
    starts = [t.start for t in parse.tokens]
    answers = _interviewed(parse, told[0].label[0])
    for turn in told:
        first, last = (bisect_left(starts, edge) for edge in turn.words)
        colon = first - 1
        if turn.who in _ASKS or first >= last or parse.tokens[colon].text != ":":
            continue
        if parse.tokens[first].tag == "CD" and turn.who not in _ANSWERS and not _clause(parse, first):
            continue  # "RUIZ: 1,769": a table
        if turn.who in _ANSWERS:
            speaker = answers
        else:
            label = bisect_left(starts, turn.label[0])
            speaker = parse.root_of(label, colon) if label < colon else None
        if speaker is not None:
            yield _found(parse, acts, colon, speaker, range(first, last))


def _clause(parse: Parse, first: int) -> bool:
    _, end = parse.sentences[parse.sentence(first)]
    return any(t.tag in {"VBD", "VBZ", "VBP", "MD"} for t in parse.tokens[first:end])


def _found(parse: Parse, acts: Acts, colon: int, speaker: int, told: range) -> Found:
    asked = parse.tokens[told.stop - 1].text == "?"
    end = parse.sentences[parse.sentence(told.start)][1]
    return Found(
        cue=acts.at("ask" if asked else "say", "verb")[0],
        token=colon,
        words=(colon,),
        source=Source(head=speaker),
        content=frozenset(told),
        content_head=parse.root_of(told.start, min(end, told.stop)),
        rule="colon",
    )


def _turns(parse: Parse) -> tuple[Turn, ...]:
    """The turns, in order; none where nobody speaks twice ("Note: ...", "Photo: ..." are no speakers)."""
    text = parse.report.text
    persons = sorted(
        (span.start, span.end) for span in (parse.span(n.start, n.end) for n in parse.names if n.label == "person")
    )
    labels = [m for m in _LABEL.finditer(text) if _is_speaker(m, persons)]
    counts = Counter(m["who"] for m in labels)
    if not counts or max(counts.values()) < _FEW:
        return ()
    found = []
    for m, following in zip(labels, [*labels[1:], None], strict=True):
        stop = following.start() if following is not None else text.find("\n", m.end())
        found.append(Turn(m["who"], m.span("who"), (m.end(), stop if stop >= 0 else len(text))))
    return tuple(found)


def _is_speaker(label: re.Match[str], persons: Sequence[tuple[int, int]]) -> bool:
    """Whether a label is somebody's: "Q", a name in capitals, or one of the people's names at ``persons``."""
    who = label["who"]
    if who in _ASKS | _ANSWERS:
        return True
    if len(who) > 2 and who.isupper():
        return True
    start, end = label.span("who")
    nearest = bisect_left(persons, (start, 0))
    return nearest < len(persons) and persons[nearest][1] <= end


def _interviewed(parse: Parse, before: int) -> int | None:
    """The token of the one person whom the text names in full before the first question; None for none or several."""
    told = [n for n in parse.names if n.label == "person" and parse.tokens[n.start].start < before]
    full = [n for n in told if n.end - n.start > 1]
    if len({parse.tokens[n.end - 1].lower for n in full}) != 1:
        return None
    return parse.root_of(full[0].start, full[0].end)
