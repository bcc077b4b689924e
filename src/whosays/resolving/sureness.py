"""How sure an event row is: plain signs of the record, each with its weight in words.

A row is as sure as rows with the same signs were right in class, roles and status when people read them. The weights
(``data/ontology/sureness.csv``) are learnt by ``python -m training sureness`` from verdicts on public-domain news.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

import msgspec

from whosays.ontology.sureness import ALWAYS, load
from whosays.parse import Parse, Token
from whosays.records import Actor, CodedReport, Event, Link, Mention, Reason, RolePart

_FAR = 80  # characters between a party's words and the trigger's
_LONG, _SHORT = 35, 20  # words in a sentence
_CROWD = 4
_CLAUSES = {"advcl": "an adverbial clause", "acl": "a participle or an infinitive at a noun", "xcomp": "a bare verb"}
_LEAST = 0.05  # of a reason worth telling
_LIKELY = 0.4  # of a candidate


class Row(msgspec.Struct, frozen=True, dict=True):
    """An event with all that its signs are read from."""

    parse: Parse
    record: CodedReport
    event: Event
    links: Mapping[str, Link]
    mentions: Mapping[str, Mention]
    heads: Mapping[str, int]  # the trigger's token of every event

    @cached_property
    def token(self) -> Token:
        """The token of the trigger that governs its others."""
        return self.parse.tokens[self.heads[self.event.id]]

    @cached_property
    def sentence(self) -> int:
        """The number of the sentence that tells of it."""
        return self.parse.sentence(self.token.i)

    @cached_property
    def _kinds(self) -> Mapping[str, str]:
        return {e.id: e.kind for e in self.record.entities if isinstance(e, Actor)}

    def kind(self, mention: Mention) -> str:
        """What kind of actor the words mean; "party" where they mean nobody known."""
        link = self.links.get(mention.id)
        return self._kinds.get(link.target or "", "party") if link is not None else "party"

    @cached_property
    def beside(self) -> tuple[Event, ...]:
        """The other events of the sentence."""
        return tuple(
            e
            for e in self.record.events
            if e.id != self.event.id and self.parse.sentence(self.heads[e.id]) == self.sentence
        )


def weighed(parse: Parse, record: CodedReport) -> CodedReport:
    """The record, with the confidence of every event and the signs that it rests on."""
    weights = load()
    events = []
    for row in rows_of(parse, record):
        found = [(sign, weights[sign]) for sign in signs(row) if sign in weights]
        reasons = (Reason(rule="sign", detail=s, weight=w) for s, w in found if abs(w) >= _LEAST)
        events.append(
            msgspec.structs.replace(
                row.event,
                confidence=round(1 / (1 + math.exp(-weights[ALWAYS] - sum(w for _, w in found))), 2),
                reasons=tuple(sorted(reasons, key=lambda r: (-abs(r.weight), r.detail))),
            )
        )
    return msgspec.structs.replace(record, events=tuple(events))


def rows_of(parse: Parse, record: CodedReport) -> Iterator[Row]:
    """The events of a record, each with what its signs are read from."""
    links = {link.mention: link for link in record.links}
    mentions = {m.id: m for m in record.mentions}
    heads = {e.id: parse.root_of(*parse.tokens_of(e.trigger)) for e in record.events}
    for event in record.events:
        yield Row(parse, record, event, links, mentions, heads)


def signs(row: Row) -> tuple[str, ...]:
    """What speaks for and against a row, in words, each once."""
    return tuple(dict.fromkeys(sign for read in SIGNS for sign in read(row)))


def _what(row: Row) -> Iterator[str]:
    event = row.event
    yield f"class {event.type}"
    yield f"mode {event.mode}" if event.mode else "no mode"
    yield f"status {event.status}"
    yield f"{event.type} that is {event.status}"
    yield f"told as “{row.token.lemma.lower()}”"
    if event.tolls:
        yield "a toll is told"
    if event.place is not None:
        yield "a place is told"
    if event.when.basis in {"explicit", "weekday", "relative"}:
        yield "a time is told"


def _where_told(row: Row) -> Iterator[str]:
    token, parse = row.token, row.parse
    yield "told by a verb" if token.is_verb else "told by a noun" if token.is_noun else "told by another word"
    if token.head == token.i:
        yield "the main verb of its sentence"
    dep = token.dep.split(":")[0]
    if token.dep == "acl:relcl":
        yield "in a relative clause"
    elif dep in _CLAUSES:
        yield f"in {_CLAUSES[dep]}"
    elif not token.is_verb:
        yield f"a noun that is {dep}"
    deep = sum(1 for _ in parse.ancestors(token.i))
    if deep > 2:
        yield "deep in its sentence"
    if any(a.dep in {"ccomp", "parataxis"} for a in (token, *parse.ancestors(token.i))):
        yield "in what somebody says or holds"


def _in_which_voice(row: Row) -> Iterator[str]:
    token = row.token
    if not token.is_verb:
        return
    below = {c.dep for c in row.parse.children(token.i)}
    if below & {"nsubj:pass", "aux:pass"}:
        yield "in the passive" if _has(row, "actor") else "in the passive, without a doer"
        return
    yield "a verb with its subject" if "nsubj" in below else "a verb without a subject"
    if not _has(row, "actor"):
        yield "an active verb without a doer"


def _as_which_noun(row: Row) -> Iterator[str]:
    token = row.token
    if token.is_verb:
        return
    picked = [c.lower for c in row.parse.children(token.i, "det", "nmod:poss")]
    article = picked[0] if picked and picked[0] in _PICKING else "somebody's" if picked else "no article"
    yield f"a noun with {article}"
    if token.tag == "NNS":
        yield "a noun of several deeds"
    if not _has(row, "actor"):
        yield "a noun without a doer"
    if not _has(row, "recipient", "target"):
        yield "a noun without anybody done to"


_PICKING = frozenset({"the", "a", "an", "this", "that", "his", "her", "their", "its"})


def _has(row: Row, *parts: RolePart) -> bool:
    return any(r.part in parts for r in row.event.roles)


def _how_long(row: Row) -> Iterator[str]:
    start, end = row.parse.sentences[row.sentence]
    if end - start > _LONG:
        yield "a long sentence"
    elif end - start < _SHORT:
        yield "a short sentence"
    if any(start <= q.open < end for q in row.parse.quotations):
        yield "a quotation in the sentence"
    if any(t.year is not None and start <= t.start < end for t in row.parse.times):
        yield "a year in the sentence"
    yield "in the first sentence" if row.sentence == 0 else "in a later sentence"


def _told_beside(row: Row) -> Iterator[str]:
    if not row.beside:
        yield "nothing else happens in the sentence"
    elif len(row.beside) > 1:
        yield "three or more deeds in the sentence"
    if any(e.type == row.event.type for e in row.beside):
        yield "another deed of its class in the sentence"
    earlier = [e for e in row.record.events if row.parse.sentence(row.heads[e.id]) < row.sentence]
    if any(e.type == row.event.type for e in earlier):
        yield "a deed of its class was told before"
    if any(e.mode is not None and (e.type, e.mode) == (row.event.type, row.event.mode) for e in earlier):
        yield "a deed of its mode was told before"


def _who(row: Row, part: RolePart, name: str) -> Iterator[str]:
    roles = [r for r in row.event.roles if r.part == part]
    if not roles:
        yield f"no {name}"
        return
    if len(roles) > 1:
        yield f"more than one {name}"
    if len(roles) >= _CROWD:
        yield f"a crowd of {name}s"
    if any(r.basis != "fact" for r in roles):
        yield f"a {name} by somebody's word"
    for mention in (row.mentions[r.mention] for r in roles if r.mention is not None):
        yield f"a {name} {_known(row, mention)}"
        yield f"a {name} that is a {row.kind(mention)}, of {row.event.type}"
        head = row.parse.tokens[row.parse.root_of(*row.parse.tokens_of(mention.span))]
        if head.i == row.token.i or row.parse.sentence(head.i) == row.sentence:
            yield f"a {name} as {_way(row, head)}"
        yield f"a {name} told by {_FORMS[mention.form]}"
        if row.parse.sentence(row.parse.tokens_of(mention.span)[0]) != row.sentence:
            yield f"a {name} from another sentence"
        elif max(mention.span.start - row.event.trigger.end, row.event.trigger.start - mention.span.end) > _FAR:
            yield f"a {name} far from the deed"


def _known(row: Row, mention: Mention) -> str:
    """How far it is known whom the words mean."""
    link = row.links.get(mention.id)
    target = link.target if link is not None else None
    if mention.form == "pronoun":
        return "by a pronoun that was followed" if target is not None else "by a pronoun left open"
    if target is None:
        return "that may be several" if link is not None and link.candidates else f"told by a {mention.form} alone"
    if target in row.mentions:
        return "told by a word that points back"
    return f"by a {mention.form} of its own" if target.startswith("own:") else f"known, by a {mention.form}"


def _way(row: Row, head: Token) -> str:
    """How a party's words hang on the deed's."""
    if head.head == row.token.i:
        return f"{head.dep} of the deed"
    if row.token.head == head.i:
        return f"what the deed is {row.token.dep} of"
    if head.dep == "conj" and row.parse.tokens[head.head].head == row.token.i:
        return "one joined to another"
    return f"{head.dep} elsewhere"


_FORMS = {"name": "a name", "nominal": "a description", "pronoun": "a pronoun"}


def _doer(row: Row) -> Iterable[str]:
    return _who(row, "actor", "doer")


def _recipient(row: Row) -> Iterable[str]:
    return _who(row, "recipient", "recipient")


def _target(row: Row) -> Iterable[str]:
    return _who(row, "target", "target")


def _left_open(row: Row) -> Iterator[str]:
    """How likely the text tells a part that the row leaves open."""
    for part, name in (("actor", "doer"), ("recipient", "recipient")):
        score = max((c.score for c in row.event.candidates if c.part == part), default=0.0)
        if score:
            yield f"a {'likely' if score >= _LIKELY else 'possible'} {name} left open"


def _nobody(row: Row) -> Iterator[str]:
    doer, done_to = _has(row, "actor"), _has(row, "recipient", "target")
    if not doer:
        yield "somebody done to and no doer" if done_to else "no party at all"
    elif not done_to:
        yield "a doer and nobody done to"


SIGNS: tuple[Callable[[Row], Iterable[str]], ...] = (
    _what, _where_told, _in_which_voice, _as_which_noun, _how_long, _told_beside, _doer, _recipient, _target, _nobody,
    _left_open,
)  # fmt: skip
