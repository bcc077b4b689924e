"""Sentences about the dead, the wounded and the others counted: a range where accounts differ, each with its voice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from whosays.briefing.deeds import accounts, words_of
from whosays.briefing.select import Book, Matter
from whosays.briefing.shape import Line
from whosays.briefing.voices import Voice, cited, heard
from whosays.briefing.wording import distinct, say_count, say_day, sentence
from whosays.merging.figures import best
from whosays.merging.overtaking import overtakes
from whosays.records import Actor, Effect, Incident, Reason, Span, ToldToll

_WORDS: dict[Effect, str] = {
    "killed": "killed",
    "wounded": "wounded",
    "captured": "captured",
    "arrested": "arrested",
    "missing": "reported missing",
    "displaced": "displaced",
}
_WHY = {
    "contradiction": "The accounts contradict each other: {details}",
    "update": "The later figure updates the earlier one: {details}",
    "scope": "The figures count different things: {details}",
}


def tolls(book: Book, matter: Matter) -> Iterator[Line]:
    """A sentence for each kind of toll, the attackers' own apart."""
    told = matter.incident.tolls if matter.incident else ()
    for effect in _WORDS:
        for attackers in (False, True):
            group = [t for t in told if t.effect == effect and (t.party == "actor") == attackers]
            group = _below_titles(book, group)
            if group and not _says_only_who(matter, group, attackers):
                yield _toll(book, matter, group, attackers)


def _below_titles(book: Book, group: list[ToldToll]) -> list[ToldToll]:
    """The figures without those of a title whose text below counts as well: "kills 8" is the text's "at least 8"."""
    below = {t.report for t in group if t.report not in book.records or not _is_in_title(book, t)}
    return [t for t in group if t.report not in below or not _is_in_title(book, t)]


def _is_in_title(book: Book, told: ToldToll) -> bool:
    return told.report in book.records and told.span.start < book.records[told.report].report.body


def _says_only_who(matter: Matter, group: Iterable[ToldToll], attackers: bool) -> bool:
    """Whether "one was killed" adds nothing to the sentence that names the one."""
    effects = {t.effect for t in group}
    hurt = [t.record.entity(r.mention) for t in matter.tellings for r in t.event.roles if r.effect in effects]
    named = any(isinstance(who, Actor) and who.kind == "person" for who in hurt)
    alone = all(t.count.low == 1 and t.count.high in (None, 1) for t in group)
    return alone and named and not attackers


def _toll(book: Book, matter: Matter, group: list[ToldToll], attackers: bool) -> Line:
    voices: dict[str, list[Voice]] = {}
    spans: list[Span] = []
    for told in group:
        voices.setdefault(_said(book, told), []).append(_voice(book, told))
        spans.append(told.span)
    people = _people(group, attackers)
    if len(voices) == 1:
        ((said, who),) = voices.items()
        everybody = set(heard(who)) == set(accounts(book, matter))
        account = "" if everybody else f", according to {cited(who)}"
        was = "was" if said == "1" else "were"
        text = sentence(said, people if was == "were" else _one(people), was, f"{_WORDS[group[0].effect]}{account}")
    elif len({told.report for told in group}) == 1:
        text = _in_one_report(book, matter, group, people)
    elif len({t.count.low for t in group}) == 1 and len({frozenset(heard(who)) for who in voices.values()}) == 1:
        everybody = set(heard(who := next(iter(voices.values())))) == set(accounts(book, matter))
        account = "" if everybody else f", according to {cited(who)}"
        text = sentence(_range(group), people, "were", f"{_WORDS[group[0].effect]}{account}")
    else:
        each = "; ".join(f"{said}: {cited(who)}" for said, who in sorted(voices.items(), key=_low))
        text = sentence(_range(group), people, "were", f"{_WORDS[group[0].effect]}{_latest_of(book, group)} ({each})")
    return Line(text, tuple(dict.fromkeys(spans)))


def _in_one_report(book: Book, matter: Matter, group: list[ToldToll], people: str) -> str:
    """Figures of one report, each with its teller: a paper that cites two figures says neither "between" nor "and".

    "12 people were killed, according to the police; later at least 15, according to the minister".
    """
    told = sorted(group, key=lambda t: t.span.start)
    effect = _WORDS[group[0].effect]
    voices: dict[str, list[Voice]] = {}
    for each in told:
        voices.setdefault(_said(book, each), []).append(_voice(book, each))
    tellers = {said: heard(who) for said, who in voices.items()}
    later = {_said(book, t) for t in told[1:] if t.report in book.records and _comes_later(book, t)}
    if len(set(tellers.values())) > 1:
        first, *rest = (
            f"{'later ' if said in later and at else ''}{said}{{}}, according to {cited(who)}"
            for at, (said, who) in enumerate(voices.items())
        )
        verb = "was" if next(iter(voices)) == "1" else "were"
        opening = first.format(f" {people if verb == 'were' else _one(people)} {verb} {effect}")
        return sentence("; ".join([opening, *(piece.format("") for piece in rest)]))
    (who,) = set(tellers.values())
    account = "" if set(who) == set(accounts(book, matter)) else f", according to {cited(who)}"
    last = _said(book, told[-1])
    if last in later:
        return sentence(last, people, "were", effect, f"by the latest account{account}")
    return sentence(_range(group), people, "were", f"{effect}{account}")


def _comes_later(book: Book, told: ToldToll) -> bool:
    return overtakes(book.records[told.report].report.text, told.span)


def _said(book: Book, told: ToldToll) -> str:
    return _count_of(book, told) + (" with the attacker" if told.includes_attacker else "")


def _count_of(book: Book, told: ToldToll) -> str:
    """A number as it was told; a bare plural ("soldiers were killed") is several, and no number."""
    words = book.words(told.span).lower() if told.report in book.records else ""
    bare = told.count.high is None and told.count.low in _FEW
    if bare and words and not any(c.isdigit() for c in words) and not _FEW_WORDS & set(words.split()):
        return "several"
    return say_count(told.count)


_FEW = (2, 3)
_FEW_WORDS = {"two", "three", "couple", "pair", "both"}


def _latest_of(book: Book, group: list[ToldToll]) -> str:
    """The figure to go by, where one report is later than the others."""
    days = {t.report: book.records[t.report].report.published for t in group if t.report in book.records}
    latest = best(group, days)
    told_on = {(day or "")[:10] for day in days.values()}
    return f", {say_count(latest.count)} by the latest account" if latest and len(told_on) > 1 else ""


def _low(item: tuple[str, list[Voice]]) -> tuple[int, str]:
    digits = "".join(sign for sign in item[0].split(" to ")[0] if sign.isdigit())
    return int(digits or 0), item[0]


def _people(group: list[ToldToll], attackers: bool) -> str:
    if attackers:
        return "of the attacking side"
    return "civilians" if all(t.party == "civilian" for t in group) else "people"


def _one(people: str) -> str:
    return {"people": "person", "civilians": "civilian"}.get(people, people)


def _range(group: list[ToldToll]) -> str:
    """The lowest and the highest number that anybody gives."""
    lows = [t.count.low for t in group if t.count.low is not None]
    highs = [h for t in group if (h := t.count.high if t.count.high is not None else t.count.low) is not None]
    low, high = min(lows, default=0), max(highs, default=0)
    if low == high:
        return f"at least {low:,}"
    return f"between {low:,} and {high:,}" if low else f"up to {high:,}"


def _voice(book: Book, told: ToldToll) -> Voice:
    """Whose word a figure is: the speaker's where it rests on a statement, and always the publisher's."""
    statement = book.statements.get(told.statement or "")
    speaker = book.name(statement[0], statement[1].speaker) if statement else None
    return Voice(book.publisher(told.report), speaker)


def conflicts(book: Book, matter: Matter) -> Iterator[Line]:
    """What the accounts disagree on, and of which kind the disagreement is."""
    if matter.incident is None:
        return
    for conflict in matter.incident.conflicts:
        reasons = _latest(conflict.reasons) if conflict.kind == "update" else conflict.reasons
        if conflict.reasons and not reasons:
            continue  # within one report, and told with the figures
        details = (
            "; ".join(distinct(_named(book, matter.incident, _in_full(r.detail)) for r in reasons))
            or f"{conflict.field}: {' / '.join(conflict.values)}"
        )
        spans = tuple(t.span for t in matter.incident.tolls if t.effect == conflict.field)
        spans = spans or _words_of_parties(book, matter.incident)
        spans = spans or tuple(span for t in matter.tellings for span in t.event.evidence)
        yield Line(sentence(_WHY[conflict.kind].format(details=details)), tuple(dict.fromkeys(spans)))


def _latest(reasons: Sequence[Reason]) -> Sequence[Reason]:
    """Of several updates the last one tells enough: by an authority that corrects itself, where there is one."""
    own = [r for r in reasons if r.rule == "same-authority"]
    between = [r for r in reasons if r.rule != "same-report"]
    return (own or between)[-1:]


def _in_full(detail: str) -> str:
    """A reason with its days written out."""
    return re.sub(r"\b\d{4}-\d\d-\d\d\b", lambda day: say_day(day.group()), detail)


def _named(book: Book, incident: Incident, detail: str) -> str:
    """A reason with the parties' names in the place of their ids."""
    ids = {i for r in incident.responsibility for i in (r.party, r.by) if i is not None}
    counted = (book.statements[t.statement] for t in incident.tolls if t.statement in book.statements)
    ids |= {who.id for record, told in counted if (who := record.entity(told.speaker)) is not None}
    ids |= {i for i in book.entities if i in detail}  # who denies that it happened answers for nothing
    for identifier in sorted(ids, key=len, reverse=True):
        name = book.entity_name(identifier)
        if name is not None:
            detail = re.sub(rf"(?<![\w:-]){re.escape(identifier)}(?![\w-]|:\w)", name.replace("\\", r"\\"), detail)
    return detail


def _words_of_parties(book: Book, incident: Incident) -> tuple[Span, ...]:
    """The words by which the parties claim, deny and blame."""
    told = (book.statements.get(r.statement or "") for r in incident.responsibility)
    return tuple(span for found in told if found is not None for span in words_of(found[1]))
