"""The set ``wikievents``: triggers, classes and arguments of events in news on attacks, and how many the victims were.

Gold marks every word that tells of an event, and we make one event of all that is one incident in a report; so the
words of ours are the triggers and the mentions that were linked to an event. An argument is right when class, part and
head are (as in ACE: which of two triggers of one class it hangs on does not matter); any mention of the gold entity
will do in ``arg_coref_f1``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from evaluation.request import Case, Number, Request, Result, files
from evaluation.running import as_given, stages
from evaluation.scoring import Tally, pair, share
from evaluation.wikigold import Argument, Article, Bounds, Victims, Word, mapping, read
from whosays import Parse
from whosays.records import CodedReport, Event, Span

_PARTS = {"participant": "actor", "target": "recipient"}  # finer with us than in gold
Marks = Sequence[Word | Argument]


class Scores(msgspec.Struct):
    """The counts of the set."""

    trigger: Tally = msgspec.field(default_factory=Tally)
    type: Tally = msgspec.field(default_factory=Tally)
    argument: Tally = msgspec.field(default_factory=Tally)
    entity: Tally = msgspec.field(default_factory=Tally)
    exact: int = 0
    told: int = 0
    victims: int = 0

    def keys(self, articles: int) -> dict[str, Number]:
        """The scores under their fixed names."""
        return {
            "trigger_f1": self.trigger.f1,
            "trigger_p": self.trigger.p,
            "trigger_r": self.trigger.r,
            "class_f1": self.type.f1,
            "arg_f1": self.argument.f1,
            "arg_p": self.argument.p,
            "arg_r": self.argument.r,
            "arg_coref_f1": self.entity.f1,
            "victims_exact": share(self.exact, self.victims),
            "victims_told": share(self.told, self.victims),
            "victims": self.victims,
            "articles": articles,
            "gold": self.trigger.gold,
            "found": self.trigger.found,
            "gold_args": self.argument.gold,
            "found_args": self.argument.found,
        }


def run(request: Request) -> Result:
    """Scores the events of every article."""
    scores = Scores()
    cases: list[Case] = []
    found = files(request, "*.jsonl")
    # NAME_info.jsonl is NAME.jsonl again, with the arguments moved to the mentions that tell most.
    for path in (p for p in found if p.with_name(p.name.replace("_info.", ".")) not in found or "_info" not in p.name):
        for article in read(path):
            parsed, record = stages(as_given(article.text))
            cases += _count(article, parsed, record, scores)
    articles = sum(":" not in case.id for case in cases)
    return Result(keys=scores.keys(articles), cases=tuple(cases), notes={"mapping": mapping()})


def _count(article: Article, parsed: Parse, record: CodedReport, scores: Scores) -> Iterator[Case]:
    """Counts an article in; a case for its words, one for its arguments, one for each number of victims."""
    ours = words_of(record)
    pairs = pair(article.words, ours, overlap, 1)
    classes = pair(article.words, ours, lambda g, f: overlap(g, f) if g.type == f.type else 0, 1)
    scores.trigger.add(len(pairs), len(ours), len(article.words))
    scores.type.add(len(classes), len(ours), len(article.words))
    yield _case(article, article.id, (article.words, ours), classes)
    given = arguments_of(record, parsed) if article.arguments else []  # some texts are marked without any
    heads = pair(article.arguments, given, _same_head, 1)
    entities = pair(article.arguments, given, _same_entity, 1)
    scores.argument.add(len(heads), len(given), len(article.arguments))
    scores.entity.add(len(entities), len(given), len(article.arguments))
    yield _case(article, f"{article.id}: arguments", (article.arguments, given), heads)
    for victims in article.victims:
        told = tolls_of(record, victims)
        right = any(low == victims.number and (high in (low, None)) for low, high in told)
        scores.exact += right
        scores.told += bool(told)
        scores.victims += 1
        wanted = f"{victims.effect} {victims.number}: {article.text[victims.start : victims.end]}"
        verdict = "right" if right else "wrong" if told else "missed"
        yield Case(id=f"{article.id}: victims", verdict=verdict, gold=(wanted,), found=tuple(map(str, told)))


def _case(article: Article, name: str, sides: tuple[Marks, Marks], pairs: Sequence[tuple[int, int]]) -> Case:
    """What of gold was missed, and what we have beyond it."""

    def left(side: int) -> tuple[str, ...]:
        taken = {hit[side] for hit in pairs}
        rest = (one for at, one in enumerate(sides[side]) if at not in taken)
        return tuple(f"{one} {' '.join(article.text[one.start : one.end].split())}" for one in rest)

    missed, extra = left(0), left(1)
    verdict = f"{len(pairs)} right, {len(missed)} missed, {len(extra)} too much"
    return Case(id=name, verdict=verdict, gold=missed, found=extra)


# -- found --------------------------------------------------------------------------------------


def _mapped_events(record: CodedReport) -> list[Event]:
    classes = set(mapping().types.values())
    return [e for e in record.events if e.type in classes]


def words_of(record: CodedReport) -> list[Word]:
    """The words that tell of our events: their triggers, and the mentions that were linked to them."""
    events = {e.id: e.type for e in _mapped_events(record)}
    found = {Word(e.trigger.start, e.trigger.end, e.type) for e in _mapped_events(record)}
    for mention in record.mentions:
        link = record.link(mention.id) if mention.kind == "event" else None
        if link is not None and link.target in events:
            found.add(Word(mention.span.start, mention.span.end, events[link.target]))
    return sorted(found)


def arguments_of(record: CodedReport, parsed: Parse) -> list[Argument]:
    """The parts in our events, by the head of each mention."""
    found: set[Argument] = set()
    for event in _mapped_events(record):
        parts = [(_PARTS.get(role.part, role.part), role.mention) for role in event.roles]
        for part, name in [*parts, ("place", event.place)]:
            mention = record.mention(name)
            if mention is not None:
                found.add(Argument(event.type, part, *_head(parsed, mention.span)))
    return sorted(found)


def _head(parsed: Parse, span: Span) -> Bounds:
    start, end = parsed.tokens_of(span)
    head = parsed.tokens[parsed.root_of(start, end)]
    return head.start, head.end


def overlap(one: Word, two: Word) -> int:
    """How many characters two words share."""
    return max(0, min(one.end, two.end) - max(one.start, two.start))


def _same_head(gold: Argument, found: Argument) -> int:
    return int((gold.type, gold.part) == (found.type, found.part) and gold.start <= found.start < gold.end)


def _same_entity(gold: Argument, found: Argument) -> int:
    named = (*gold.mentions, (gold.start, gold.end))
    return int((gold.type, gold.part) == (found.type, found.part) and any(a <= found.start < b for a, b in named))


def tolls_of(record: CodedReport, victims: Victims) -> list[tuple[int | None, int | None]]:
    """Our numbers for this effect whose words overlap gold's; without any, the same number told elsewhere.

    "13 people were wounded" told a second time is a second toll in gold, and the same one in our record.
    """
    tolls = [toll for event in record.events for toll in event.tolls if toll.effect == victims.effect]
    here = [t for t in tolls if t.span.start < victims.end and victims.start < t.span.end]
    return [(t.count.low, t.count.high) for t in here or tolls if here or t.count.low == victims.number]
