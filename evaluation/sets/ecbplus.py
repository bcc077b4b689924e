"""The set ``ecbplus``: which words in many reports tell of one event, over all topics at once.

Only actions in the listed sentences count, single ones as well. Once the gold mentions enter ``merge`` as events of
type ``other``, with whom, when and where from us; once everything is our own.
"""

from __future__ import annotations

import csv
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

import whosays
from evaluation.clustering import Cluster, b3, conll, grouped
from evaluation.request import Case, EvaluationError, Request, Result, files
from evaluation.running import as_given, stages
from evaluation.spelling import spelt
from whosays import coding
from whosays.records import CodedReport, Incident, Span

_LIST = "ECBplus_coreference_sentences.csv"
Pair = tuple[list[Cluster], list[Cluster]]  # with gold mentions, with our own
Home = tuple[tuple[str, int], str]  # a mention, and the cluster that it belongs to


class Action(msgspec.Struct, frozen=True, order=True):
    """A gold mention of an action: its characters, and its chain."""

    start: int
    end: int
    chain: str


class Article(msgspec.Struct, frozen=True):
    """A text with its actions, and the stretches of it that are annotated."""

    id: str
    text: str
    actions: tuple[Action, ...]
    listed: tuple[tuple[int, int], ...]


class Side(msgspec.Struct):
    """What is collected over all articles: records, and each mention with its home where it has one already."""

    records: list[CodedReport] = msgspec.field(default_factory=list)
    mentions: list[tuple[tuple[str, int], str]] = msgspec.field(default_factory=list)  # mention, event id


def run(request: Request) -> Result:
    """Merges all articles, with gold mentions and with our own."""
    gold: list[Home] = []
    lemmas: list[Home] = []
    given, own = Side(), Side()
    tools = whosays.tools()
    number = 0
    for article in articles(request):
        number += 1
        report = as_given(article.text)
        parsed, record = stages(report, tools)
        spans = [Span(report=report.id, start=a.start, end=a.end) for a in article.actions]
        marked = whosays.resolve(parsed, coding.code_marked(parsed, spans, tools.ontology), tools)
        _take_given(article, marked, given)
        _take_own(article, record, own)
        for action, span in zip(article.actions, spans, strict=True):
            head = parsed.tokens[parsed.root_of(*parsed.tokens_of(span))]
            gold.append(((article.id, action.start), action.chain))
            lemmas.append(((article.id, action.start), head.lemma.lower()))
    return _result(number, grouped(gold), grouped(lemmas), (_merged(given), _merged(own)))


def _result(number: int, gold: list[Cluster], lemmas: list[Cluster], found: Pair) -> Result:
    given, own = found
    by_given, by_lemma = conll(gold, given), conll(gold, lemmas)
    return Result(
        keys={
            "conll_f1_gold": by_given.f1,
            "b3_f1_gold": by_given.b3.f1,
            "b3_p_gold": by_given.b3.p,
            "b3_r_gold": by_given.b3.r,
            "muc_f1_gold": by_given.muc.f1,
            "lemma_conll_f1": by_lemma.f1,
            "lemma_b3_f1": by_lemma.b3.f1,
            "b3_f1_own": b3(gold, own).f1,
            "b3_p_own": b3(gold, own).p,
            "b3_r_own": b3(gold, own).r,
            "articles": number,
            "mentions": sum(map(len, gold)),
            "chains": sum(len(c) > 1 for c in gold),
            "found_chains": sum(len(c) > 1 for c in given),
            "own_mentions": sum(map(len, own)),
        },
        cases=tuple(_cases(gold, given)),
    )


def _cases(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Iterator[Case]:
    """A case for each of our clusters of several mentions: the gold clusters that it is made of."""
    home = {mention: number for number, cluster in enumerate(gold) for mention in cluster}
    for cluster in sorted((c for c in found if len(c) > 1), key=lambda c: min(map(str, c))):
        parts: dict[int, list[str]] = defaultdict(list)
        for mention in sorted(cluster, key=str):
            parts[home[mention]].append(str(mention))
        verdict = "right" if len(parts) == 1 else f"{len(parts)} in one"
        yield Case(id=min(map(str, cluster)), verdict=verdict, found=tuple(", ".join(p) for p in parts.values()))


# -- found --------------------------------------------------------------------------------------


def _take_given(article: Article, record: CodedReport, side: Side) -> None:
    """Each gold mention at the event that it was made or, told twice in the article, joined to."""
    side.records.append(record)
    homes = list(_words_of(record))
    for action in article.actions:
        event = next((e for span, e in homes if (span.start, span.end) == (action.start, action.end)), None)
        alone = f"alone:{article.id}:{action.start}"
        side.mentions.append(((article.id, action.start), event or alone))


def _take_own(article: Article, record: CodedReport, side: Side) -> None:
    """Our own words for events in the annotated sentences; those that lie on a gold mention are that mention."""
    side.records.append(record)
    for span, event in _words_of(record):
        if not any(start <= span.start < end for start, end in article.listed):
            continue
        same = next((a for a in article.actions if a.start < span.end and span.start < a.end), None)
        side.mentions.append(((article.id, same.start if same else span.start), event))


def _words_of(record: CodedReport) -> Iterator[tuple[Span, str]]:
    """The words that tell of events: triggers, and mentions linked to an event."""
    yield from ((e.trigger, e.id) for e in record.events)
    events = {e.id for e in record.events}
    spans = {m.id: m.span for m in record.mentions if m.kind == "event"}
    for link in record.links:
        if link.target in events and link.mention in spans:
            yield spans[link.mention], link.target


def _merged(side: Side) -> list[Cluster]:
    """The mentions by the incident that their event is part of; events that are no incidents stand for themselves."""
    incidents: Iterable[Incident] = whosays.merge(side.records).incidents
    home = {event: incident.id for incident in incidents for event in incident.events}
    first = dict(reversed(side.mentions))  # two of our words on one gold mention stand for it with the first
    return grouped((mention, home.get(event, event)) for mention, event in sorted(first.items()))


# -- gold ---------------------------------------------------------------------------------------


def articles(request: Request) -> Iterator[Article]:
    """The articles that have annotated sentences, by topic folder and name."""
    found = files(request, "*_*ecb*.xml")
    listed = _listed(found)
    for path in found:
        sentences = listed.get(path.stem)
        if sentences:
            yield read(path, sentences)


def _listed(found: Sequence[Path]) -> dict[str, set[int]]:
    """The annotated sentences of each article, from the list above the topic folders."""
    above = next((p for path in found for p in (path.parent / _LIST, path.parent.parent / _LIST) if p.is_file()), None)
    if above is None:
        raise EvaluationError(f"no data: {_LIST} is not beside the topic folders; only its sentences are annotated")
    sentences: dict[str, set[int]] = defaultdict(set)
    with above.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            sentences[f"{row['Topic']}_{row['File']}"].add(int(row["Sentence Number"]))
    return sentences


def read(path: Path, sentences: set[int]) -> Article:
    """One article: its sentences in lines of their own, and the actions in those that are annotated."""
    try:
        root = ET.parse(path).getroot()
        tokens = [(t.attrib["t_id"], int(t.attrib["sentence"]), t.text or "") for t in root.iter("token")]
    except (ET.ParseError, KeyError, ValueError) as error:
        raise EvaluationError(f"{path}: not an article of ECB+ ({error!r})") from error
    text = ""
    places: dict[str, tuple[int, int]] = {}
    listed: list[tuple[int, int]] = []
    for number in sorted({n for _, n, _ in tokens}):
        inside = [(identity, word) for identity, n, word in tokens if n == number]
        if number == 0 and "ecbplus" in path.stem and number not in sentences:  # the address of the page
            continue
        words, at = spelt(word for _, word in inside)
        shift = len(text)
        text += words + "\n"
        places |= {identity: (shift + a, shift + b) for (identity, _), (a, b) in zip(inside, at, strict=True)}
        if number in sentences:
            listed.append((shift, len(text)))
    actions = sorted(_actions(root, path.stem, places))
    kept = {a.start: a for a in actions if any(start <= a.start < end for start, end in listed)}
    return Article(path.stem, text, tuple(kept.values()), tuple(listed))


def _actions(root: ET.Element, name: str, places: dict[str, tuple[int, int]]) -> Iterator[Action]:
    chains: dict[str, str] = {}
    for relation in root.iter():
        if relation.tag in ("CROSS_DOC_COREF", "INTRA_DOC_COREF"):
            within = relation.tag == "INTRA_DOC_COREF"
            chain = f"{name}:{relation.attrib['r_id']}" if within else relation.attrib["note"]
            chains |= {source.attrib["m_id"]: chain for source in relation.iter("source")}
    for markable in root.iter():
        if "ACTION" not in markable.tag:
            continue
        anchors = [places[t.attrib["t_id"]] for t in markable.iter("token_anchor") if t.attrib["t_id"] in places]
        if anchors:
            identity = markable.attrib["m_id"]
            chain = chains.get(identity, f"{name}:alone:{identity}")
            yield Action(min(a for a, _ in anchors), max(b for _, b in anchors), chain)
