"""The set ``wikievents``: triggers, classes and arguments of events in news on attacks, and how many the victims were.

Gold marks every word that tells of an event, and we make one event of all that is one incident in a report; so the
words of ours are the triggers and the mentions that were linked to an event. An argument is right when class, part and
head are (as in ACE: which of two triggers of one class it hangs on does not matter); any mention of the gold entity
will do in ``arg_coref_f1``.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
import yaml

from evaluation.numbers import number_before
from evaluation.request import Case, EvaluationError, Number, Request, Result, files
from evaluation.running import as_given, stages
from evaluation.scoring import Tally, pair, share
from whosays import Parse
from whosays.records import CodedReport, Event, Span

_MAPPING = Path(__file__).resolve().parent.parent / "wikievents.yaml"
_PARTS = {"participant": "actor", "target": "recipient"}  # finer with us than in gold
Bounds = tuple[int, int]


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Event types to our classes, argument roles to our parts, types to the effect of a toll."""

    types: dict[str, str]
    roles: dict[str, str]
    effects: dict[str, str]


class Word(msgspec.Struct, frozen=True, order=True):
    """A word that tells of an event, and the event's class."""

    start: int
    end: int
    type: str


class Argument(msgspec.Struct, frozen=True, order=True):
    """Who or what takes part in an event of a class: ``mentions`` are all the places where the entity is named."""

    type: str
    part: str
    start: int
    end: int
    mentions: tuple[Bounds, ...] = ()


class Victims(msgspec.Struct, frozen=True):
    """A number of victims, with the stretch of text from the number to the noun."""

    effect: str
    number: int
    start: int
    end: int


class Article(msgspec.Struct, frozen=True):
    """A text with its gold events, taken apart."""

    id: str
    text: str
    words: tuple[Word, ...]
    arguments: tuple[Argument, ...]
    victims: tuple[Victims, ...]


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

    def shown(one: Word | Argument) -> str:
        words = " ".join(article.text[one.start : one.end].split())
        return f"{one.start} {one.type} {f'{one.part}: ' if isinstance(one, Argument) else ''}{words}"

    ours = words_of(record)
    pairs = pair(article.words, ours, overlap, 1)
    classes = pair(article.words, ours, lambda g, f: overlap(g, f) if g.type == f.type else 0, 1)
    scores.trigger.add(len(pairs), len(ours), len(article.words))
    scores.type.add(len(classes), len(ours), len(article.words))
    missed = [shown(g) for i, g in enumerate(article.words) if i not in {i for i, _ in classes}]
    extra = [shown(f) for j, f in enumerate(ours) if j not in {j for _, j in classes}]
    verdict = f"{len(classes)} right, {len(missed)} missed, {len(extra)} too much"
    yield Case(id=article.id, verdict=verdict, gold=tuple(missed), found=tuple(extra))
    given = arguments_of(record, parsed) if article.arguments else []  # some texts are marked without any
    heads = pair(article.arguments, given, _same_head, 1)
    entities = pair(article.arguments, given, _same_entity, 1)
    scores.argument.add(len(heads), len(given), len(article.arguments))
    scores.entity.add(len(entities), len(given), len(article.arguments))
    missed = [shown(g) for i, g in enumerate(article.arguments) if i not in {i for i, _ in heads}]
    extra = [shown(f) for j, f in enumerate(given) if j not in {j for _, j in heads}]
    verdict = f"{len(heads)} right, {len(missed)} missed, {len(extra)} too much"
    yield Case(id=f"{article.id}: arguments", verdict=verdict, gold=tuple(missed), found=tuple(extra))
    for victims in article.victims:
        told = tolls_of(record, victims)
        right = any(low == victims.number and (high in (low, None)) for low, high in told)
        scores.exact += right
        scores.told += bool(told)
        scores.victims += 1
        wanted = f"{victims.effect} {victims.number}: {article.text[victims.start : victims.end]}"
        verdict = "right" if right else "wrong" if told else "missed"
        yield Case(id=f"{article.id}: victims", verdict=verdict, gold=(wanted,), found=tuple(map(str, told)))


# -- gold ---------------------------------------------------------------------------------------


@functools.cache
def mapping() -> Table:
    """The tables of ``wikievents.yaml``."""
    return msgspec.convert(yaml.safe_load(_MAPPING.read_text(encoding="utf-8")), Table)


def mapped(kind: str, table: Mapping[str, str]) -> str | None:
    """What the longest prefix of an event type stands for; None where the type is left out."""
    parts = kind.split(".")
    prefixes = (".".join(parts[:n]) for n in range(len(parts), 0, -1))
    return next((table[p] for p in prefixes if p in table), None)


class _Trigger(msgspec.Struct):
    start: int
    end: int


class _Entity(msgspec.Struct):
    id: str
    start: int
    end: int


class _Part(msgspec.Struct):
    entity_id: str
    role: str


class _Event(msgspec.Struct):
    event_type: str
    trigger: _Trigger
    arguments: list[_Part]


class _Document(msgspec.Struct):
    doc_id: str
    sentences: list[tuple[list[tuple[str, int, int]], str]]
    entity_mentions: list[_Entity]
    event_mentions: list[_Event]


class _Chains(msgspec.Struct):
    doc_key: str
    clusters: list[list[str]]


def read(path: Path) -> Iterator[Article]:
    """The articles of a JSON Lines file; chains of mentions come from ``coref_NAME.jsonlines`` where it lies beside."""
    beside = path.with_name(f"coref_{path.stem}.jsonlines")
    rows = beside.read_bytes().splitlines() if beside.is_file() else []
    chains = {c.doc_key: c.clusters for c in (msgspec.json.decode(row, type=_Chains) for row in rows)}
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            document = msgspec.json.decode(line, type=_Document)
            yield _article(document, chains.get(document.doc_id, []))
        except (msgspec.DecodeError, KeyError, IndexError) as error:
            raise EvaluationError(f"{path}, line {number}: not an article of the set ({error})") from error


def _article(document: _Document, chains: Iterable[list[str]]) -> Article:
    text = text_of(document.sentences)
    bounds = [(start, end) for tokens, _ in document.sentences for _, start, end in tokens]
    entities = {m.id: (bounds[m.start][0], bounds[m.end - 1][1]) for m in document.entity_mentions}
    named = {m: tuple(sorted(entities[x] for x in chain if x in entities)) for chain in chains for m in chain}
    words, arguments, victims = [], set(), []
    for event in document.event_mentions:
        kind = mapped(event.event_type, mapping().types)
        effect = mapped(event.event_type, mapping().effects)
        if kind is None:
            continue
        words.append(Word(bounds[event.trigger.start][0], bounds[event.trigger.end - 1][1], kind))
        for part in event.arguments:
            at = entities[part.entity_id]
            if part.role in mapping().roles:
                role = mapping().roles[part.role]
                arguments.add(Argument(kind, role, *at, named.get(part.entity_id) or (at,)))
            if effect and part.role == "Victim" and (told := number_before(text, at)) is not None:
                victims.append(Victims(effect, told.number, told.start, at[1]))
    return Article(document.doc_id, text, tuple(words), tuple(sorted(arguments)), tuple(victims))


def text_of(sentences: Iterable[tuple[list[tuple[str, int, int]], str]]) -> str:
    """The text that the offsets of the tokens point into: the field ``text`` has lost the breaks between sentences."""
    text = ""
    for tokens, words in sentences:
        if tokens:
            text += "\n" * (tokens[0][1] - len(text)) + words
    return text


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
