"""Whom a lead describes and the next sentence names: "Gunmen killed | a judge |. | Jan Holub | was shot on Monday".

Leads leave names out. The one new person whom the next sentences name in the same part of the same kind of deed is the
one described.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from whosays.ontology.nominals import Nominals
from whosays.parse import Parse, Token
from whosays.records import Event, Link, Mention, Reason, Role
from whosays.resolving.actors.callings import same_calling
from whosays.resolving.actors.coreference import FEMALE, MALE
from whosays.resolving.actors.own import noun_at

MADE_BY = "rule:named-later@1"
_REACH = 2  # sentences
_BY_NOUN = frozenset({"own", "pattern", "dominant"})
_CUSTODY = frozenset({"COERCE/arrest", "SANCTION/convict", "RETREAT/release", "ASSAULT/abduct"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT", "CONSULT"})
_TALKING = frozenset({"actor", "recipient", "participant"})
_ELSEWHERE = frozenset("another separate separately also elsewhere meanwhile earlier second third other later".split())
_MORE = frozenset({"another", "other", "second", "third", "same"})
_ANY_CALLING = frozenset("man woman official politician member leader head chief figure aide suspect commander".split())
_WHICH = ("nmod", "nmod:poss", "acl:relcl", "acl")


def named_later(
    parse: Parse, mentions: Sequence[Mention], events: Sequence[Event], links: Mapping[str, Link],
    nominals: Nominals,
) -> dict[str, Link]:  # fmt: skip
    """The links of such descriptions to whom they mean, by mention.

    Args:
        parse: the report.
        mentions: its mentions.
        events: its events as coded, before tellings of one deed are joined.
        links: mention id -> link.
        nominals: the given names of men and women.
    """
    by_id = {m.id: m for m in mentions}
    roles = [(by_id[r.mention], r, e) for e in events for r in e.roles if r.mention in by_id]
    described = {m.id: (m, r, e) for m, r, e in roles if _is_description(parse, m, links.get(m.id))}
    if not described:
        return {}
    names = _first_named(parse, mentions, links)
    found: dict[str, Link] = {}
    for mention, role, event in described.values():
        beside = [m for m, r, e in described.values() if _near(parse, m, mention) == 0 and _same(r, e, role, event)]
        if len({m.id for m in beside}) > 1:
            continue
        target = _named(parse, (mention, role, event), roles, names, links)
        if target is None or _unlike(parse, mention, names[target], nominals):
            continue
        detail = f"“{mention.name}” is named later: {names[target].name}"
        reason = Reason(rule="named-later", detail=detail, weight=0.7)
        found[mention.id] = msgspec.structs.replace(
            links[mention.id], target=target, score=0.7, reasons=(reason,), candidates=(), made_by=MADE_BY
        )
    return found


def _is_description(parse: Parse, mention: Mention, link: Link | None) -> bool:
    """ "A judge", "the head of the party": one person, told of for the first time and by a noun alone."""
    if link is None or mention.form != "nominal" or not link.reasons or link.reasons[0].rule not in _BY_NOUN:
        return False
    start, end = parse.tokens_of(mention.span)
    head = parse.tokens[parse.root_of(start, end)]
    noun = noun_at(parse, head.i)
    if head.tag != "NN" or noun is None or noun.kind != "person" or noun.group or parse.children(head.i, "conj"):
        return False
    words = {t.lower for t in parse.tokens[start:end]}
    if words & _MORE or parse.children(head.i, "appos"):
        return False
    first = parse.tokens[start].lower
    return first in {"a", "an"} or (first == "the" and bool(parse.children(head.i, *_WHICH)))


def _first_named(parse: Parse, mentions: Sequence[Mention], links: Mapping[str, Link]) -> dict[str, Mention]:
    """Where the report first tells of everybody whom it names, by actor."""
    first: dict[str, Mention] = {}
    for mention in sorted(mentions, key=lambda m: m.span.start):
        target = links[mention.id].target if mention.id in links else None
        if target is not None and mention.kind == "actor":
            first.setdefault(target, mention)
    people = {parse.span(n.start, n.end) for n in parse.names if n.label == "person" and n.end - n.start > 1}
    starts = {s.end for s in people}
    return {t: m for t, m in first.items() if m.form == "name" and m.span.end in starts}


def _named(
    parse: Parse,
    one: tuple[Mention, Role, Event],
    roles: Sequence[tuple[Mention, Role, Event]],
    names: Mapping[str, Mention],
    links: Mapping[str, Link],
) -> str | None:
    """The one new person in the same part of the same kind of deed in the sentences behind a description."""
    mention, role, event = one
    here = parse.sentence(parse.tokens_of(mention.span)[0])
    so_far: set[str] = set()
    for ahead in range(here + 1, min(here + 1 + _REACH, len(parse.sentences))):
        first, last = parse.sentences[ahead]
        if {t.lower for t in parse.tokens[first:last]} & _ELSEWHERE or _is_set_elsewhere(parse, first):
            return None
        near = [(m, r, e) for m, r, e in roles if first <= parse.tokens_of(m.span)[0] < last]
        targets = {links[m.id].target or "" for m, r, e in near if m.id in links and _same(r, e, role, event)}
        same = {t for t in targets if t in names and names[t].span.start > mention.span.end}
        if same:
            target = same.pop()
            told = parse.tokens[parse.tokens_of(names[target].span)[1] - 1].lower
            return target if not same and so_far <= {told} else None
        so_far |= _new_names(parse, ahead)
    return None


def _is_set_elsewhere(parse: Parse, first: int) -> bool:
    """ "Gunmen killed a judge in Lima. | In Kest |, Jan Holub was shot": another deed."""
    places = (n.start for n in parse.names if n.label == "place")
    return parse.tokens[first].lower == "in" and first + 1 in places


def _new_names(parse: Parse, sentence: int) -> set[str]:
    """The surnames of those whom a sentence names in full and none before it did."""
    first, last = parse.sentences[sentence]
    people = [n for n in parse.names if n.label == "person" and n.end - n.start > 1]
    before = {parse.tokens[n.end - 1].lower for n in people if n.start < first}
    return {w for n in people if first <= n.start < last and (w := parse.tokens[n.end - 1].lower) not in before}


def _near(parse: Parse, one: Mention, other: Mention) -> int:
    return parse.sentence(parse.tokens_of(other.span)[0]) - parse.sentence(parse.tokens_of(one.span)[0])


def _same(role: Role, event: Event, other: Role, whose: Event) -> bool:
    """Whether two have the same part in the same kind of deed."""
    if event.type == whose.type == "CONSULT":
        return {role.part, other.part} <= _TALKING
    kinds = {f"{event.type}/{event.mode}", f"{whose.type}/{whose.mode}"}
    alike = event.type == whose.type in _DEEDS or kinds <= _CUSTODY
    return alike and role.part == other.part


def _unlike(parse: Parse, mention: Mention, name: Mention, nominals: Nominals) -> bool:
    """Whether the name is of another sex, or told with another calling: "a judge ... the baker Jan Holub"."""
    noun = parse.tokens[parse.root_of(*parse.tokens_of(mention.span))].lemma.lower()
    given = name.name.split()[0].lower()
    if (noun in FEMALE and given in nominals.men) or (noun in MALE and given in nominals.women):
        return True
    head = parse.root_of(*parse.tokens_of(name.span))
    beside = [c for c in parse.children(head, "compound", "nmod:desc", "appos") if _is_person(parse, c)]
    told = {c.lemma.lower() for c in beside}
    return bool(told) and not told & same_calling(noun) and noun not in _ANY_CALLING


def _is_person(parse: Parse, token: Token) -> bool:
    noun = noun_at(parse, token.i)
    return noun is not None and noun.kind == "person" and token.tag in {"NN", "NNP"}
