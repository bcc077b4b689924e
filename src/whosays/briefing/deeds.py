"""Sentences about deeds: what happened, to how many, and by whose account; who is said to have done it: ``doers``.

Nothing that only one party claims is asserted: a doer stands in the first sentence only where the reports tell it as
a fact in their own voice; every other doer gets a sentence that says who names them.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.briefing import phrases
from whosays.briefing.phrases import Deed
from whosays.briefing.select import Book, Matter, Telling
from whosays.briefing.shape import Line
from whosays.briefing.voices import Voice, cited, heard
from whosays.briefing.wording import distinct, listed, quoted, say_when, sentence
from whosays.records import Act, Actor, Interval, Place, Role, Span, Statement

VOUCHING: tuple[Act, ...] = ("assert", "confirm", "report")
DOERS = ("actor", "participant")
_VICTIMS = ("recipient", "target")
_GAP = 120  # characters between a cue and its content that a footnote may carry along
_HARM = {"killed": "killed", "wounded": "wounded", "captured": "captured", "arrested": "arrested"}


def headline(book: Book, matter: Matter) -> Line:
    """The first sentence: what, who as far as it is told as a fact, where, when, and by whose account."""
    deed = phrases.load().deeds[matter.lead.event.type].of(_mode(matter))
    doers = named(book, matter.lead, DOERS)
    victims = named(book, matter.lead, _VICTIMS)
    where, when = _where(book, matter, (*doers, *victims)), say_when(_when(matter))
    account = f", according to {cited(accounts(book, matter))}"
    if sum(map(bool, (doers, victims, where, when))) < _ENOUGH:
        account += f": {quoted(' … '.join(map(book.words, matter.lead.event.evidence)))}"
    whole = _as_a_thing(deed.noun, deed, doers, victims)
    match matter.status:
        case "happened" | "ongoing" if matter.is_alleged:
            text = sentence(whole, where, when, "was alleged", account)
        case "happened" if doers:
            text = sentence(_done(deed, doers, victims), where, when, account)
        case "happened":
            text = sentence(whole, "took place", where, when, account)
        case "ongoing":
            text = sentence(whole, "was under way", where, when, account)
        case "attempted":
            text = sentence("an attempt at", whole, "took place", where, when, account)
        case "planned":
            planned = "was announced" if matter.is_talks else "was said to be planned"
            text = sentence(whole, where, when, planned, account)
        case "habitual":
            things = _as_a_thing(deed.things, deed, doers, victims)
            text = sentence("there were reports of recurring", things, where, when, account)
        case status:
            text = sentence(whole, where, when, f"was {_SPOKEN_OF[status]}", account)
    return Line(text, evidence(matter))


def _done(deed: Deed, doers: tuple[str, ...], victims: tuple[str, ...]) -> str:
    """What was done by whom to whom, with a verb of its own where the deed has one: "A and B met", "A arrested B"."""
    parties = distinct((*doers, *victims))
    if deed.together and len(parties) > 1:
        return f"{listed(parties)} {deed.together}"
    if deed.active and victims:
        verb = deed.active if _TO in deed.active else f"{deed.active} {_TO}"
        return f"{listed(doers)} {verb.replace(_TO, listed(victims))}"
    if deed.alone and not victims:
        return f"{listed(doers)} {deed.alone}"
    to = f" {deed.to} {listed(victims)}" if victims else ""
    return f"{listed(doers)} {deed.did} {deed.noun}{to}"


_TO = "{to}"  # where in a verb phrase the one stands to whom it was done; at its end where it does not say
_ENOUGH = 2  # of who, to whom, where and when: with less, a headline shows the report's own words as well
_SPOKEN_OF = {
    "threatened": "threatened",
    "demanded": "demanded",
    "hypothetical": "spoken of as a possibility",
    "negated": "said not to have happened",
}


def _mode(matter: Matter) -> str | None:
    return matter.incident.mode if matter.incident else matter.lead.event.mode


def _when(matter: Matter) -> Interval:
    """The day: the lead telling's own wording where it has one, else what the incident was found to have."""
    own = matter.lead.event.when
    return own if own.start is not None or matter.incident is None else matter.incident.when


def _where(book: Book, matter: Matter, parties: tuple[str, ...]) -> str:
    """The place; nothing where it is a party as well, since "attacked Iraq in Iraq" says one thing twice."""
    for telling in (matter.lead, *matter.tellings):
        name = book.name(telling.record, telling.event.place)
        if name in parties:
            return ""
        if name:
            return f"{'near' if telling.event.place_precision == 'near' else 'in'} {name}"
    place = book.entities.get(matter.incident.place or "") if matter.incident else None
    return f"in {place.name}" if isinstance(place, Place) else ""


def _as_a_thing(noun: str, deed: Deed, doers: tuple[str, ...], victims: tuple[str, ...]) -> str:
    """The deed as a noun with its parties: "an attack by A on B", "a meeting between A and B"."""
    if deed.by == "between" and doers:
        parties = distinct((*doers, *victims))
        return f"{noun} {'between' if len(parties) > 1 else 'involving'} {listed(parties)}"
    by = f" {deed.by} {listed(doers)}" if doers else ""
    to = f" {deed.to} {listed(victims)}" if victims else ""
    return f"{noun}{by}{to}"


def named(book: Book, telling: Telling, parts: tuple[str, ...]) -> tuple[str, ...]:
    """Those who take part as a fact, by name: in the report's own voice, or in that of the one whom it cites.

    Numbers of people are left to the tolls.
    """
    voucher = _voucher(book, telling)
    own = (None, voucher.id) if voucher else (None,)
    roles = [r for r in telling.event.roles if r.part in parts and r.basis == "fact" and r.statement in own]
    body = telling.record.report.body
    below = [r for r in roles if (found := telling.record.mention(r.mention)) is not None and found.span.start >= body]
    roles = below or roles  # a title is short: "a blast at Mosul court" is the text's "outside the courthouse"
    return distinct(book.name(telling.record, r.mention) or "" for r in roles if not _is_counted(r))


def _is_counted(role: Role) -> bool:
    """Whether a role stands for a number of people and not for one."""
    return role.number is not None and (role.number.low, role.number.high) != (1, 1)


def _voucher(book: Book, telling: Telling) -> Statement | None:
    """The statement on whose word alone the report tells it: the event's own words stand in what is said."""
    below = any(span.start >= telling.record.report.body for span in telling.event.evidence)
    for statement in book.told.get(telling.event.id, ()):
        if below and statement.cue.start < telling.record.report.body:
            continue  # what the text tells as well does not rest on its title's word
        content = any(t.target == telling.event.id and t.as_ == "content" for t in statement.about)
        told = any(span.covers(telling.event.trigger) for span in statement.content)
        if content and told and statement.act in VOUCHING and book.name(telling.record, statement.speaker):
            return statement
    return None


def evidence(matter: Matter) -> tuple[Span, ...]:
    """The words that tell of it: for each report those of its fullest telling, which is the first for the lead's."""
    found: dict[str, Span] = {}
    for telling in (matter.lead, *matter.tellings):
        found.setdefault(telling.record.report.id, told_at(telling))
    return tuple(sorted(found.values(), key=lambda s: list(found).index(s.report)))


def told_at(telling: Telling) -> Span:
    """Where a report tells it best: the first of its words below the title, which is short and may be an editor's."""
    spans = (*telling.event.evidence, telling.event.trigger)
    return next((span for span in spans[:-1] if span.start >= telling.record.report.body), spans[0])


def accounts(book: Book, matter: Matter) -> tuple[Voice, ...]:
    """By whose account: each publisher, with whom it relies on where its words are somebody's statement."""
    first: dict[str, Voice] = {}
    for voice in heard(account_of(book, telling) for telling in (matter.lead, *matter.tellings)):
        first.setdefault(voice.publisher, voice)
    return tuple(first[publisher] for publisher in sorted(first, key=str.casefold))


def account_of(book: Book, telling: Telling) -> Voice:
    """By whose account a telling is told."""
    voucher = _voucher(book, telling)
    speaker = book.name(telling.record, voucher.speaker) if voucher is not None else None
    return Voice(book.publisher(telling.record.report.id), speaker)


# -- who is harmed ------------------------------------------------------------------------------


def harmed(book: Book, matter: Matter) -> Iterator[Line]:
    """A sentence for each kind of harm done to persons who are named."""
    for effect, verb in _HARM.items():
        names: dict[str, Span] = {}
        for telling in (matter.lead, *matter.tellings):
            for role in telling.event.roles:
                person = telling.record.entity(role.mention)
                if role.effect == effect and isinstance(person, Actor) and person.kind == "person":
                    name = book.name(telling.record, role.mention) or person.name
                    names.setdefault(name, told_at(telling))
        if names:
            was = "were" if len(names) > 1 else "was"
            yield Line(sentence(listed(tuple(names)), was, verb), tuple(dict.fromkeys(names.values())))


def words_of(statement: Statement) -> tuple[Span, ...]:
    """The words of a statement, cue and content together where they stand close, so that a note reads on its own."""
    spans = (statement.cue, *statement.content)
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    together = sum(s.end - s.start for s in spans)
    if end - start <= together + _GAP:
        return (Span(report=statement.cue.report, start=start, end=end),)
    return spans
