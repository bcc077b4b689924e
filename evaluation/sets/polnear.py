"""The set ``polnear``: who says what, against source, cue and content of attributions in political news.

Spans are compared by the words they hold (letters and digits; punctuation at their edges is no part). The set's
sources are whole noun phrases, with the descriptions and relative clauses that our mentions leave out by design
("Ana Ruiz, the mayor of Tarsa"), so a speaker is widened to all that the parse hangs below it;
where nobody is named, the document that carries the words is the source. The set is flat, so our statements inside
another statement's content give way to the outermost that has a source.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from evaluation.request import Case, EvaluationError, Request, Result, files
from evaluation.running import as_given, stages
from evaluation.scoring import Tally, common, jaccard, pair
from whosays import Parse
from whosays.records import CodedReport, Span, Statement

_WORD = re.compile(r"\w+")
_ANNOTATOR = re.compile(r"_[0-9a-f]{4}$")
_HALF = 0.5
_RELATIVES = frozenset({"who", "which", "that"})
_OBJECTS = _RELATIVES | {"whom"}
_NEAR = 4  # tokens from a noun to the pronoun of the clause on it
Words = frozenset[int]  # of a text, by their number


class Said(msgspec.Struct, frozen=True):
    """An attribution: the words of its source (perhaps none), cue and content."""

    source: Words
    cue: Words
    content: Words


class Article(msgspec.Struct, frozen=True):
    """A text with its gold attributions."""

    id: str
    text: str
    said: tuple[Said, ...]


def run(request: Request) -> Result:
    """Scores the statements of every article."""
    names = ("source_exact", "cue_exact", "content_exact", "content_overlap", "source_overlap", "triple")
    tallies = {name: Tally() for name in names}
    cases: list[Case] = []
    for article in articles(request):
        parsed, record = stages(as_given(article.text))
        ours = said_in(record, article.text, parsed)
        cases.append(_score(article, ours, tallies))
    overlap = tallies["content_overlap"]
    return Result(
        keys={f"{name}_f1": tally.f1 for name, tally in tallies.items()}
        | {"content_overlap_p": overlap.p, "content_overlap_r": overlap.r}
        | {"articles": len(cases), "gold": overlap.gold, "found": overlap.found},
        cases=tuple(cases),
    )


def articles(request: Request) -> Iterator[Article]:
    """The articles of every split given, each with its first annotator's attributions."""
    by_text: dict[Path, Path] = {}
    for path in files(request, "*.ann"):
        stem = _ANNOTATOR.sub("", path.stem)
        by_text.setdefault(path.parent.parent / "text" / f"{stem}.txt", path)
    for text_path, annotation in by_text.items():
        if not text_path.is_file():
            raise EvaluationError(f"no data: {annotation.name} has no {text_path}")
        text = text_path.read_bytes().decode("utf-8")
        yield Article(text_path.stem, text, tuple(read(annotation.read_text(encoding="utf-8"), text)))


def read(annotation: str, text: str) -> Iterator[Said]:
    """The attributions of an annotation file: its E lines, over the spans of its T lines."""
    numbered = _numbered(text)
    spans: dict[str, Words] = {}
    for line in annotation.splitlines():
        identity, _, rest = line.partition("\t")
        if identity.startswith("T"):
            places = rest.partition("\t")[0].partition(" ")[2].split(";")
            bounds = ([int(n) for n in place.split()] for place in places if place.strip())
            spans[identity] = frozenset(w for start, end in bounds for w in _within(numbered, start, end))
    for line in annotation.splitlines():
        if not line.startswith("E"):
            continue
        parts: dict[str, Words] = defaultdict(frozenset)
        for part in line.partition("\t")[2].split():
            name, _, target = part.partition(":")
            role = name.rstrip("0123456789")
            parts[role] = parts[role] | spans[target]
        yield Said(parts["Source"], parts["Cue"], parts["Content"])


def said_in(record: CodedReport, text: str, parse: Parse) -> list[Said]:
    """Our statements, flat, as words; speakers as whole noun phrases."""
    numbered = _numbered(text)

    def words(spans: Iterable[Span]) -> Words:
        return frozenset(w for s in spans for w in _within(numbered, s.start, s.end))

    found = []
    for statement in outermost(record.statements):
        source = words(_as_marked(parse, statement, span) for span in _source(record, statement, parse))
        cue, content = words([statement.cue]), words(_content_as_marked(parse, statement))
        found.append(Said(source - cue - content, cue, content))
    return found


def _source(record: CodedReport, statement: Statement, parse: Parse) -> list[Span]:
    """The speaker; the document that carries the words where nobody is named, or where its phrase names the speaker."""
    speaker = record.mention(statement.speaker)
    relays = [m.span for m in (record.mention(r) for r in statement.relay[::-1]) if m is not None]
    if speaker is None:
        return relays[:1]
    return [span for span in relays if whole_phrase(parse, span).covers(speaker.span)][:1] or [speaker.span]


def _as_marked(parse: Parse, statement: Statement, span: Span) -> Span:
    """The speaker as the set marks it: inside a clause on the speaker ("Ruiz, who said that") the pronoun alone."""
    start, end = parse.tokens_of(span)
    head = parse.root_of(start, end)
    cue = parse.tokens_of(statement.cue)[0]
    for clause in parse.children(head, "acl:relcl"):
        below = parse.subtree(clause.i)
        pronoun = next((i for i in below if parse.tokens[i].lower in _RELATIVES), None)
        if cue in below and pronoun is not None and pronoun < cue:
            return parse.span(pronoun, pronoun + 1)
    return whole_phrase(parse, span)


def _content_as_marked(parse: Parse, statement: Statement) -> list[Span]:
    """The content as the set marks it: before a clause on it ("the pact, which Ruiz opposed") the pronoun alone."""
    cue = parse.tokens_of(statement.cue)[0]
    told = [i for span in statement.content for i in range(*parse.tokens_of(span))]
    last = max((i for i in told if i < cue), default=-1)
    behind = range(last + 1, min(last + _NEAR, cue))
    pronoun = next((i for i in behind if parse.tokens[i].text != ","), cue)
    if last < 0 or parse.tokens[pronoun].lower not in _OBJECTS or not _opens_clause_with(parse, pronoun, cue):
        return list(statement.content)
    rest = [i for i in told if i > pronoun]
    return [parse.span(i, i + 1) for i in (pronoun, *rest)]


def _opens_clause_with(parse: Parse, pronoun: int, cue: int) -> bool:
    """Whether a pronoun stands for the noun before it: "the plan | that | he opposed"; not "said | that | he"."""
    token = parse.tokens[pronoun]
    relative = token.tag in {"WDT", "WP"} or (token.lower == "that" and token.dep in {"obj", "nsubj", "nsubj:pass"})
    clauses = (c for c in parse.ancestors(cue) if c.dep == "acl:relcl")
    own = parse.tokens[cue].dep == "acl:relcl" or any(pronoun in parse.subtree(c.i) for c in clauses)
    return relative and pronoun < cue and own


def whole_phrase(parse: Parse, span: Span) -> Span:
    """A mention's span and, joined to it, the descriptions that the parse hangs below its head."""
    start, end = parse.tokens_of(span)
    head = parse.root_of(start, end)
    below = set(parse.subtree(head)) - {i for c in parse.children(head, "parataxis") for i in parse.subtree(c.i)}
    while end < len(parse.tokens) and end in below:
        end += 1
    return parse.span(start, end)


def outermost(statements: Iterable[Statement]) -> list[Statement]:
    """The statements whose cue stands in no other statement's content; only statements with a speaker count there."""
    told = list(statements)
    return [
        s
        for s in told
        if not any(
            other is not s and other.speaker is not None and any(c.covers(s.cue) for c in other.content)
            for other in told
        )
    ]


def _numbered(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in _WORD.finditer(text)]


def _within(numbered: list[tuple[int, int]], start: int, end: int) -> list[int]:
    return [i for i, (a, b) in enumerate(numbered) if a < end and b > start]


def _score(article: Article, ours: list[Said], tallies: dict[str, Tally]) -> Case:
    gold = article.said
    for name in ("source", "cue", "content"):
        wanted, found = ([w for w in (getattr(s, name) for s in side) if w] for side in (gold, ours))
        tallies[f"{name}_exact"].add(common(wanted, found), len(found), len(wanted))
        if name != "cue":
            pairs = pair(wanted, found, jaccard, _HALF)
            tallies[f"{name}_overlap"].add(len(pairs), len(found), len(wanted))
    triples = pair(gold, ours, _triple, _HALF)
    tallies["triple"].add(len(triples), len(ours), len(gold))
    content = pair([s.content for s in gold], [s.content for s in ours], jaccard, _HALF)
    hit_gold, hit_found = {i for i, _ in content}, {j for _, j in content}
    return Case(
        id=article.id,
        verdict=f"content {len(content)} of {len(gold)} wanted, {len(ours)} found; all three {len(triples)}",
        gold=tuple(_shown(article.text, s) for i, s in enumerate(gold) if i not in hit_gold),
        found=tuple(_shown(article.text, s) for j, s in enumerate(ours) if j not in hit_found),
    )


def _triple(one: Said, two: Said) -> float:
    """The content's likeness where source and cue overlap as well, each or neither being there; else 0."""
    sources = one.source == two.source or jaccard(one.source, two.source) >= _HALF
    cues = one.cue == two.cue or jaccard(one.cue, two.cue) >= _HALF
    return jaccard(one.content, two.content) if sources and cues else 0.0


def _shown(text: str, said: Said) -> str:
    numbered = _numbered(text)

    def words(part: Words) -> str:
        return " ".join(text[slice(*numbered[i])] for i in sorted(part)[:12])

    return f"{words(said.source) or '-'} | {words(said.cue)} | {words(said.content)}"
