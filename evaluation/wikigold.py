"""The gold of WikiEvents: the articles with the words that tell of events, arguments and numbers of victims."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
import yaml

from evaluation.numbers import number_before
from evaluation.request import EvaluationError

_MAPPING = Path(__file__).resolve().parent / "wikievents.yaml"
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

    def __str__(self) -> str:
        return f"{self.start} {self.type}"


class Argument(msgspec.Struct, frozen=True, order=True):
    """Who or what takes part in an event of a class: ``mentions`` are all the places where the entity is named."""

    type: str
    part: str
    start: int
    end: int
    mentions: tuple[Bounds, ...] = ()

    def __str__(self) -> str:
        return f"{self.start} {self.type} {self.part}:"


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


@functools.cache
def mapping() -> Table:
    """The tables of ``wikievents.yaml``."""
    return msgspec.convert(yaml.safe_load(_MAPPING.read_text(encoding="utf-8")), Table)


def mapped(kind: str, table: Mapping[str, str]) -> str | None:
    """What the longest prefix of an event type stands for; None where the type is left out."""
    parts = kind.split(".")
    prefixes = (".".join(parts[:n]) for n in range(len(parts), 0, -1))
    return next((table[p] for p in prefixes if p in table), None)


class _Entity(msgspec.Struct):
    id: str
    start: int
    end: int


class _Trigger(msgspec.Struct):
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
