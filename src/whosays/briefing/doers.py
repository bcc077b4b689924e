"""Sentences about who did it: who is said to have, by whom, and on whose word it rests.

What the reports tell as a fact in their own voice is in the headline (:mod:`whosays.briefing.deeds`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whosays.briefing.deeds import DOERS, account_of, named, told_at, words_of
from whosays.briefing.select import Book, Matter, Telling
from whosays.briefing.shape import Line
from whosays.briefing.voices import cited
from whosays.briefing.wording import distinct, listed, sentence
from whosays.records import CodedReport, Responsibility, Role, Span, Statement

_UNSURE = {
    "suspected": "Suspicion fell on {names}",
    "accused": "An accusation was made against {names}",
    "accused-by-authorities": "The authorities accused {names}",
    "claimed": "A claim of responsibility was attributed to {names}",
}
_DID_IT = {
    "claim": "{by} claimed responsibility",
    "deny": "{by} denied responsibility",
    "confirm": "{by} confirmed responsibility",
}
_OTHER_DID_IT = {
    "claim": "{by} said that responsibility lay with {party}",
    "deny": "{by} denied that responsibility lay with {party}",
    "blame": "{by} blamed {party}",
    "accuse": "{by} accused {party}",
    "suspect": "{by} voiced suspicion of {party}",
}


def responsibility(book: Book, matter: Matter) -> Iterator[Line]:
    """Who is said to have done it, and by whom; what the reports tell as a fact is in the headline."""
    said: dict[tuple[str, str], list[str]] = {}
    spans: dict[tuple[str, str], list[Span]] = {}
    covered: set[str] = set()
    traded = _traded(matter)
    for one in matter.incident.responsibility if matter.incident else ():
        told = book.statements.get(one.statement or "")
        if told is None or one.act == "report" or not _is_somebody(book, told[0], one.party):
            continue  # whom a report names as the doer, without a claim or a charge: see below
        covered.add(one.party)
        key, speaker = _worded(book, one)
        if one.by is None and len(traded.get(told[1].id, ())) > 1:
            key, speaker = ("{by} blamed each other", ""), book.entity_name(one.party) or one.party
        said.setdefault(key, []).append(speaker)
        spans.setdefault(key, []).extend(words_of(told[1]))
    for (pattern, party), speakers in said.items():
        text = sentence(pattern.format(by=listed(distinct(speakers)), party=party))
        yield Line(text, tuple(dict.fromkeys(spans[pattern, party])))
    yield from _unsure(book, matter, covered)
    yield from _also_named(book, matter)
    yield from _on_the_word_of(book, matter)


def _traded(matter: Matter) -> dict[str, list[str]]:
    """Those named by one statement of nobody's in particular: "Moscow and Kyiv | traded blame |"."""
    found: dict[str, list[str]] = {}
    for one in matter.incident.responsibility if matter.incident else ():
        if one.by is None and one.statement is not None and one.act == "accuse":
            found.setdefault(one.statement, []).append(one.party)
    return found


def _worded(book: Book, one: Responsibility) -> tuple[tuple[str, str], str]:
    """How an act is told, of which party, and whose it is; a party's own, or its spokesman's, needs no party told."""
    party = book.entity_name(one.party) or one.party
    if one.act in _DID_IT and (one.by is None or one.by == one.party or one.by.startswith(f"{one.party}:")):
        return (_DID_IT[one.act], ""), book.entity_name(one.by) or party
    if one.act == "deny" and _speaks_for(one.by, one.party):
        return (_DID_IT[one.act], ""), book.entity_name(one.by) or party
    if one.by is None or one.by == one.party:
        return ("{party} was named as responsible", party), ""
    pattern = _OTHER_DID_IT.get(one.act, "{by} named {party} as responsible")
    return (pattern, party), book.entity_name(one.by) or "an unnamed source"


def _speaks_for(speaker: str | None, party: str) -> bool:
    """Whether a state, its ministry or an office of it speaks for another body of it: "Chad's ministry denied it"."""
    state, _, organ = (speaker or "").partition(":")
    own = party.partition(":")[0] == state and len(state) == _STATE and state.isupper()
    return own and (not organ or organ.partition(":")[0] in {"ministry", "office", "government"})


_STATE = 3  # letters of a country's code


def _also_named(book: Book, matter: Matter) -> Iterator[Line]:
    """Doers whom the headline does not have, because another report than the fullest names them."""
    said: dict[str, list[Span]] = {}
    shown = named(book, matter.lead, DOERS)
    for telling in matter.tellings:
        known = {book.name(telling.record, r.mention) for r in telling.event.roles if _is_known(book, telling, r)}
        names = [n for n in named(book, telling, DOERS) if n not in shown and n in known]
        if names:
            text = sentence(listed(names), _took_part(matter), f", according to {cited([account_of(book, telling)])}")
            said.setdefault(text, []).append(told_at(telling))
    for text, spans in said.items():
        yield Line(text, tuple(dict.fromkeys(spans)))


def _is_known(book: Book, telling: Telling, role: Role) -> bool:
    return book.is_named(telling.record, role.mention)


def _took_part(matter: Matter) -> str:
    """What is only planned, threatened or demanded has not been carried out by anybody."""
    if matter.is_talks:
        return "would take part" if matter.is_ahead else "took part"
    return "would carry it out" if matter.is_ahead else "carried it out"


def _is_somebody(book: Book, record: CodedReport, party: str) -> bool:
    """Whether a party is somebody in particular; "the bomber" is no answer to who did it."""
    return any(link.target == party and book.is_named(record, link.mention) for link in record.links)


def _unsure(book: Book, matter: Matter, covered: set[str]) -> Iterator[Line]:
    """Doers whom no statement of responsibility names, but whom a report gives as less than a fact."""
    said: dict[str, list[Span]] = {}
    for telling in matter.tellings:
        for role in telling.event.roles:
            entity = telling.record.entity(role.mention)
            name = book.name(telling.record, role.mention)
            if role.part not in DOERS or role.basis == "fact" or name is None or (entity and entity.id in covered):
                continue
            text = sentence(_own_claim(book, telling, role, name) or _UNSURE[role.basis].format(names=name))
            said.setdefault(text, []).append(told_at(telling))
    for text, spans in said.items():
        yield Line(text, tuple(dict.fromkeys(spans)))


def _own_claim(book: Book, telling: Telling, role: Role, name: str) -> str | None:
    """ "A little-known group claimed responsibility": of one who has no name, and claims it in person."""
    _, told = book.statements.get(role.statement or "", (None, None))
    speaker = telling.record.entity(told.speaker) if told is not None and told.act == "claim" else None
    party = telling.record.entity(role.mention)
    own = told is not None and (told.speaker == role.mention or (speaker is not None and speaker == party))
    return f"{name} claimed responsibility" if role.basis == "claimed" and own else None


def _on_the_word_of(book: Book, matter: Matter) -> Iterator[Line]:
    """Parties whose part in it rests on somebody's statement: "A and B took part, according to C"."""
    names: dict[str, list[str]] = {}
    spans: dict[str, list[Span]] = {}
    for telling in matter.tellings:
        shown = named(book, telling, DOERS)
        for role in telling.event.roles:
            told = book.statements.get(role.statement or "")
            name = book.name(telling.record, role.mention)
            if role.part not in DOERS or role.basis != "fact" or told is None or name is None or name in shown:
                continue
            if not book.is_named(telling.record, role.mention):
                continue
            speaker = book.name(telling.record, told[1].speaker) or "an unnamed source"
            names.setdefault(speaker, []).append(name)
            spans.setdefault(speaker, []).extend(_words_for(role, telling, told[1]))
    for speaker, parties in names.items():
        text = sentence(listed(distinct(parties)), _took_part(matter), f", according to {speaker}")
        yield Line(text, tuple(dict.fromkeys(spans[speaker])))


def _words_for(role: Role, telling: Telling, statement: Statement) -> Iterable[Span]:
    yield from words_of(statement)
    mention = telling.record.mention(role.mention)
    if mention and not any(s.covers(mention.span) for s in words_of(statement)):
        yield mention.span
