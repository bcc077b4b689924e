"""Events as resolving tells them apart, and one record out of two tellings of the same deed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from whosays.parse import Parse
from whosays.records import Count, Event, Interval, Mention, Place, Role, RolePart, Toll, mention_id
from whosays.resolving.actors.own import bare

MADE_BY = "rule:sameness@1"
LED_TO = frozenset({"after", "following", "before", "over", "since"})  # what leads to another deed is not told on
# Ways of attack that exclude each other; "targeted" and "destroy" say nothing of the means.
MEANS = {
    "firearms": "guns", "primitive": "blades", "beat": "blades", "abduct": "taking", "sexual": "body",
    "torture": "body", "aerial": "air", "drone": "air", "heavy-weapons": "shells",
    "explosives": "bombs", "suicide-attack": "bombs",
}  # fmt: skip


class Telling(msgspec.Struct, frozen=True):
    """An event with what resolving knows of it: who (entity ids by part), the place's id, and its sentence.

    ``victims`` are the persons among the named recipients: unlike an army, a person is killed or taken once. ``doers``
    are the ids of those who act; ``acting``, ``suffering`` and ``struck`` are the nouns that the report calls doers,
    recipients and targets by. ``sides`` holds for each doer the states or groups that it acts for; ``meant`` whom each
    of its mentions means, or its words. ``ground`` is the place itself.
    """

    event: Event
    people: frozenset[str]
    recipients: frozenset[str]
    named_recipients: frozenset[str]
    victims: frozenset[str]
    place: str | None
    sentence: int
    head: int
    doers: frozenset[str] = frozenset()
    acting: frozenset[str] = frozenset()
    suffering: frozenset[str] = frozenset()
    struck: frozenset[str] = frozenset()
    sides: tuple[frozenset[str], ...] = ()
    meant: Mapping[str, str] = {}
    ground: Place | None = None


_COLLECTIVES = frozenset(
    """group number dozen hundred thousand score band series handful pair couple kilo kilogram kilogramme kg gram ton
    tonne pound""".split()
)


def called(parse: Parse, mention: Mention) -> frozenset[str]:
    """The nouns that a mention calls somebody by: its head, of "a group of militants" the militants, all of a name."""
    start, end = parse.tokens_of(mention.span)
    if mention.form == "name":
        return frozenset(t.lemma.lower() for t in parse.tokens[start:end] if t.is_noun)
    token = parse.tokens[counted(parse, parse.root_of(start, end))]
    return frozenset({"number" if token.tag == "CD" else token.lemma.lower()})  # "killing | three |": anybody


def counted(parse: Parse, head: int) -> int:
    """Those whom a word of number counts: of "a group of rebels" the rebels, of "two of the guards" the guards."""
    token = parse.tokens[head]
    if token.lemma.lower() not in _COLLECTIVES and token.tag != "CD":
        return head
    return next((c.i for c in parse.children(head, "nmod") if c.is_noun and c.i > head), head)


def as_mention(parse: Parse, telling: Telling) -> Mention:
    """The event mention that takes the place of a telling joined to another."""
    span = telling.event.trigger
    return Mention(
        id=mention_id(span, "event"),
        kind="event",
        form="pronoun" if parse.tokens[telling.head].tag == "DT" else "nominal",
        span=span,
        name=bare(parse.report.words(span)),
        made_by=MADE_BY,
    )


def without_tolls(telling: Telling) -> Telling:
    """Parts of a toll are counted in the whole already."""
    return msgspec.structs.replace(telling, event=msgspec.structs.replace(telling.event, tolls=()))


def without_doers(telling: Telling) -> Telling:
    """Who acts is told already, perhaps by another of his names: "Ana Ruiz plans to ... her government plans to"."""
    roles = tuple(r for r in telling.event.roles if r.part != "actor")
    return msgspec.structs.replace(telling, event=msgspec.structs.replace(telling.event, roles=roles))


def united(kept: Telling, later: Telling) -> Telling:
    """The kept telling with all that the later one adds."""
    event, other = kept.event, later.event
    made = msgspec.structs.replace(
        event,
        mode=_finer(event.mode, other.mode),
        roles=_roles(event.roles, [r for r in other.roles if _may_take_over(kept, later, r)]),
        tolls=_all_tolls(event.tolls, other.tolls),
        place=event.place or other.place,
        when=_better(event.when, other.when),
        evidence=(*event.evidence, *other.evidence),
        contexts=tuple(dict.fromkeys((*event.contexts, *other.contexts))),
    )
    return msgspec.structs.replace(
        kept,
        event=made,
        people=kept.people | later.people,
        recipients=kept.recipients | later.recipients,
        named_recipients=kept.named_recipients | later.named_recipients,
        victims=kept.victims | later.victims,
        place=kept.place or later.place,
        ground=kept.ground or later.ground,
        doers=kept.doers | later.doers,
        acting=kept.acting | later.acting,
        suffering=kept.suffering | later.suffering,
        struck=kept.struck | later.struck,
        sides=(*kept.sides, *later.sides),
        meant={**later.meant, **kept.meant},
    )


_SIDES = frozenset({"actor", "recipient", "participant"})


def _may_take_over(kept: Telling, later: Telling, role: Role) -> bool:
    """Whether a party of the later telling may join those of the kept one.

    Nobody stands on two sides of a deed that one does to another, and where it is told who killed whom, "the clash
    between the army and rebels" adds no doer; nor do those of whom only a noun is known, beside a doer who is known.
    """
    who = later.meant.get(role.mention or "")
    if who is None:
        return True
    if role.part not in _SIDES:  # "an attack on Kest ... the attack on Kest": one thing struck
        again = role.part == "target" and _one(later, "target") is not None and later.struck <= kept.struck
        return not again and all(
            r.part != role.part or kept.meant.get(r.mention or "") != who for r in kept.event.roles
        )
    elsewhere = (r for r in kept.event.roles if r.part in _SIDES and r.part != role.part)
    if not _is_between(kept.event) and any(kept.meant.get(r.mention or "") == who for r in elsewhere):
        return False
    single = role.number is None or role.number.low == role.number.high == 1
    if single and any(r.part == role.part and kept.meant.get(r.mention or "") == who for r in kept.event.roles):
        return False  # "Jan Holub ... he": named already
    if role.part == "recipient" and _are_called_again(kept, later, role):
        return False
    if role.part == "actor" and (_does_it_again(kept, later) or _is_crowd(kept, who) or _sits_there(kept, later, who)):
        return False
    known = any(not doer.startswith("own:") for doer in kept.doers)
    if role.part != "actor" or kept.event.type not in {"ASSAULT", "COERCE"} or not known or who in kept.doers:
        return True
    if not (kept.suffering or kept.struck):
        return True
    between = len(later.doers) > 1 and not later.suffering and not later.struck
    return not between and not who.startswith(("own:", "words:"))


_OF_OFFICE = re.compile(r"[A-Z]{3}:office:")


def _sits_there(kept: Telling, later: Telling, who: str) -> bool:
    """ "The envoys Wu and Sato met. | The diplomats | discussed trade", "said | the monarch |": no third at the table.

    Of whom no more is told than what he is, beside two of whom it is known who they are.
    """
    if kept.event.type != "CONSULT" or sum(r.part == "actor" for r in kept.event.roles) < _BOTH or who in kept.doers:
        return False
    if who in later.people and not _OF_OFFICE.match(who):
        return False
    last = who.replace(":", " ").split()[-1].removesuffix("s")
    return bool(_OF_OFFICE.match(who)) or (who.startswith(("own:", "words:")) and last in _PERSONAGES)


_BOTH = 2
_PERSONAGES = frozenset(
    "president leader monarch king queen premier minister official diplomat envoy negotiator politician statesman "
    "chief head delegation side party state chancellor governor delegate ruler pair two".split()
)
_CROWDS = frozenset(f"own:{c}" for c in ("people", "protesters", "demonstrators", "marchers", "participants", "crowd"))


def _is_between(event: Event) -> bool:
    """ "Bakers clash with soldiers. Four bakers are shot": of two who fight each may suffer."""
    return event.type == "ASSAULT" and sum(r.part == "actor" for r in event.roles) > 1


def _is_crowd(kept: Telling, who: str) -> bool:
    """ "Thousands of Kenyans marched. At least 2,000 | people | took part in the march": the same."""
    return kept.event.type == "PROTEST" and who in _CROWDS and bool(kept.doers)


def _one(telling: Telling, part: RolePart) -> Role | None:
    """The one role of a part that a telling has; None where it has none, or several."""
    found = [r for r in telling.event.roles if r.part == part]
    return found[0] if len(found) == 1 else None


def _does_it_again(kept: Telling, later: Telling) -> bool:
    """ "A bomber killed nine. ... | The man | set off his vest": nobody else; nor where both tell of some."""
    one, two = _one(kept, "actor"), _one(later, "actor")
    if one is None or two is None or one.number is None or two.number is None or not later.acting <= _SOMEBODY:
        return False
    unknown = all(w.startswith(("own:", "words:")) for t in (kept, later) for w in t.doers)
    alone = one.number.low == one.number.high == two.number.low == two.number.high == 1
    several = is_several(one.number) and is_several(two.number)
    return unknown and (alone or several)


_SOMEBODY = frozenset(
    "man woman attacker assailant gunman bomber shooter person youth teenager suspect driver perpetrator".split()
)


def _are_called_again(kept: Telling, later: Telling, role: Role) -> bool:
    """ "Nine cooks were killed. ... the killing of | the cooks |": no others."""
    plain = role.number is None or (role.number.approximate and role.number.low == _SEVERAL)
    told = [r.number for r in kept.event.roles if r.part == "recipient"]
    plain = plain or (len(told) == 1 and all(n is not None and n.low == n.high == 1 for n in (*told, role.number)))
    alone = sum(r.part == "recipient" for r in later.event.roles) == 1
    unknown = later.meant.get(role.mention or "", "").startswith(("own:", "words:"))
    return plain and alone and unknown and bool(later.suffering) and later.suffering <= kept.suffering | _VICTIMS


_VICTIMS = frozenset({"victim"})  # "killed nine bakers. They cut the throats of | their victims |"


def _finer(one: str | None, two: str | None) -> str | None:
    """The mode that tells the means wins over the one that only says "on purpose"."""
    if one is None or (one in {"targeted", "destroy"} and two is not None and two in MEANS):
        return two
    if (one, two) == ("explosives", "suicide-attack"):  # "bomb kills nine": the lead tells whose it was
        return two
    return one


def _better(one: Interval, two: Interval) -> Interval:
    return one if one.start is not None or two.start is None else two


def _roles(one: Sequence[Role], two: Sequence[Role]) -> tuple[Role, ...]:
    known = {(r.part, r.mention) for r in one}
    return (*one, *(r for r in two if (r.part, r.mention) not in known))


def _all_tolls(one: Sequence[Toll], two: Sequence[Toll]) -> tuple[Toll, ...]:
    """All figures, each once; "seven insurgents ... seven militants" are told twice of one side or another.

    Twice in one telling ("two guards and two cooks") they are of others; two victims are two whoever tells of them, and
    a bare plural ("the victims") adds nothing to a number. Of one figure on nobody's word (a headline's) and on
    somebody's the one with a teller stays.
    """
    told = list(one)
    free = list(range(len(told)))  # whom no later figure repeats yet
    effects = {t.effect for t in one if (t.count.low or 0) > 1}
    for toll in two:
        if is_bare_plural(toll) and toll.effect in effects:
            continue
        same = next((at for at in free if _figure(told[at]) == _figure(toll)), None)
        if same is None:
            told.append(toll)
            continue
        free.remove(same)
        if told[same].statement is None and toll.statement is not None:
            told[same] = toll
    return tuple(told)


def _figure(toll: Toll) -> tuple[str, int | None, int | None]:
    return (toll.effect, toll.count.low, toll.count.high)


def is_bare_plural(toll: Toll) -> bool:
    """ "The victims": more than one, and no number that could differ from another."""
    return is_several(toll.count)


def is_several(count: Count) -> bool:
    """ "Gunmen": more than one, and nobody tells how many."""
    return count.approximate and count.low == _SEVERAL and count.high is None


_SEVERAL = 2  # what a plural without a number says
