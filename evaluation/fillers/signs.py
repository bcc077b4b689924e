"""The signs by which a phrase shows which role it plays: its own words, where it stands, what the record says of it."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.fillers.gates import Meaning
from evaluation.fillers.phrases import Phrase
from evaluation.fillers.sentences import ATTACK, Read
from evaluation.templates.lists import has, listed, lists
from whosays import Parse
from whosays.parse import Token
from whosays.records import Event

_MOST_WORDS = 7
_JOINED = frozenset({"conj", "appos"})
_FARTHEST = 3  # steps from one that is joined to the first
_CLAUSES = frozenset({"acl", "acl:relcl", "appos"})
_TELLING_BEFORE = frozenset("DT IN PRP$ CD POS , TO JJ CC VBN".split())
_TELLING_BEHIND = frozenset("IN CC , . ( ) TO HYPH POS VBN VBG -LRB- -RRB-".split())
_NEAR = ((-1, "in the sentence before"), (0, "here"), (1, "in the next sentence"))


def signs_of(read: Read, phrase: Phrase, means: Meaning, words: str) -> Iterator[str]:
    """All signs of a phrase at one place of a report; ``words`` are those by which fillers are compared."""
    yield from _of_words(phrase, means, words)
    yield from _of_names(read, phrase)
    yield from _of_ends(read.told.parsed, phrase)
    yield from _of_place(read, phrase)
    yield from _of_record(read, phrase)
    yield from _of_sentence(read, read.told.parsed.sentence(phrase.head))


def _of_words(phrase: Phrase, means: Meaning, words: str) -> Iterator[str]:
    told = words.split()
    yield f"noun {means.noun}"
    yield f"kind {means.kind}"
    yield f"sector {means.sector}"
    yield f"cut {phrase.cut}"
    yield f"noun {means.noun}, cut {phrase.cut}"
    yield f"words {min(len(told), _MOST_WORDS)}"
    yield from (f"word {w}" for w in told)
    for name, table in (
        ("weapon", lists().instruments),
        ("building", lists().buildings),
        ("people", lists().people),
    ):
        kind = listed(means.words, table)
        if kind is not None:
            yield f"listed {name} {kind}"
    if has(means.words, lists().forces):
        yield "listed force"
    if has(words, lists().attackers):
        yield "listed attacker"


def _of_names(read: Read, phrase: Phrase) -> Iterator[str]:
    inside = [n for n in read.told.parsed.names if phrase.start <= n.start and n.end <= phrase.end]
    exact = next((n for n in inside if (n.start, n.end) == (phrase.start, phrase.end)), None)
    around = read.names.get(phrase.head)
    if exact is not None:
        yield f"name of {exact.label}"
    else:
        yield from (f"holds name of {n.label}" for n in inside)
        if around is not None:
            yield f"about name of {around.label}"
            if around.start < phrase.start or around.end > phrase.end:
                yield "part of a name"
    armed = [i in read.armed for i in range(phrase.start, phrase.end)]
    if any(armed):
        yield "armed group"
        if all(armed):
            yield "armed group alone"


def _of_ends(parsed: Parse, phrase: Phrase) -> Iterator[str]:
    first, last = parsed.sentences[parsed.sentence(phrase.head)]
    yield f"begins with {parsed.tokens[phrase.start].tag}"
    if phrase.start < phrase.head:
        yield f"first word {parsed.tokens[phrase.start].lower}"
    yield f"ends with {parsed.tokens[phrase.end - 1].tag}"
    before = parsed.tokens[phrase.start - 1] if phrase.start > first else None
    behind = parsed.tokens[phrase.end] if phrase.end < last else None
    yield f"after {_told_as(before, _TELLING_BEFORE)}"
    yield f"before {_told_as(behind, _TELLING_BEHIND)}"


def _told_as(token: Token | None, telling: frozenset[str]) -> str:
    if token is None:
        return "nothing"
    return token.lower if token.tag in telling else token.tag


def _of_place(read: Read, phrase: Phrase) -> Iterator[str]:
    """What governs the phrase, or the one that it is joined to: "nmod of of murder"."""
    parsed = read.told.parsed
    head = parsed.tokens[phrase.head]
    first = head
    for _ in range(_FARTHEST):
        if first.dep not in _JOINED or first.head == first.i:
            break
        first = parsed.tokens[first.head]
    if first is not head:
        yield f"{head.dep} of {parsed.tokens[head.head].lemma.lower()}"
        yield from (f"joined to {part}" for part in sorted(read.parts.get(first.i, ())))
    case = next((c.lower for c in parsed.children(first.i, "case")), "")
    link = f"{first.dep if first.dep == 'nsubj:pass' else first.dep.split(':')[0]} {case}".strip()
    governor = parsed.tokens[first.head]
    yield link
    yield f"{link} of {governor.lemma.lower()}"
    if governor.i in read.triggers:
        yield f"{link} of an event, {_shown(read.triggers[governor.i])}"
    above = parsed.tokens[governor.head]
    if above.i != governor.i:
        yield f"under {above.lemma.lower()}"
        if above.i in read.triggers:
            yield f"under an event, {read.triggers[above.i].type}"
    for child in parsed.children(head.i):
        if child.dep in _CLAUSES:
            yield f"with {child.dep} {child.lemma.lower()}"
            if child.i in read.triggers:
                yield f"with {child.dep} of an event, {read.triggers[child.i].type}"


def _shown(event: Event) -> str:
    return f"{event.type} {event.status}" if event.type == ATTACK else event.type


def _of_record(read: Read, phrase: Phrase) -> Iterator[str]:
    yield from sorted(read.parts.get(phrase.head, ()))
    if phrase.head in read.speakers:
        yield f"speaks: {read.speakers[phrase.head]}"


def _of_sentence(read: Read, number: int) -> Iterator[str]:
    """The events of the sentence and of those beside it, and where in the report it stands."""
    parsed = read.told.parsed
    yield f"sentence {stretch(number)}"
    for step, where in _NEAR:
        if not 0 <= number + step < len(parsed.sentences):
            continue
        for i in range(*parsed.sentences[number + step]):
            event = read.triggers.get(i)
            if event is None:
                continue
            if event.type == ATTACK:
                yield f"attack {event.status} {where}"
                if step == 0:
                    yield f"attack told by {parsed.tokens[i].lemma.lower()} here"
                    yield f"attack by {event.mode} here"
            elif step == 0:
                yield f"{event.type} here"


def stretch(number: int) -> str:
    """Where in a report a sentence stands: the first four by number, the others by stretches."""
    return str(number + 1) if number < 4 else "5 to 8" if number < 8 else "9 to 16" if number < 16 else "17 on"
