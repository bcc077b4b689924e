"""The same deed told twice in one report: the later telling joins the earlier one, with the reason in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from whosays.parse import Parse
from whosays.records import Event, Link, Mention, Reason
from whosays.resolving.events.calledby import CALLED_BY, called_by_place
from whosays.resolving.events.farback import FAR_BACK, already_left, are_offensives, completed, one_of_so_many
from whosays.resolving.events.fuller import IN_FULL
from whosays.resolving.events.goeson import device_goes_on, doer_goes_on
from whosays.resolving.events.inshort import IN_HEADLINES, IN_SHORT, led_on, one_plot, the_blows
from whosays.resolving.events.likeness import likeness, names_things, of_its_means, peoples_differ
from whosays.resolving.events.newness import DEFINITE, of_long_ago
from whosays.resolving.events.newsagain import NEWS_AGAIN
from whosays.resolving.events.newsmakers import NEWSMAKERS, began_then, quits_by_name
from whosays.resolving.events.onceagain import (
    ONCE_AGAIN,
    done_already,
    for_the_same_ground,
    meant_once,
    the_planned,
    the_truce,
)
from whosays.resolving.events.onceonly import (
    HIS_END,
    ONCE,
    SAME_PLAN,
    VERBATIM,
    by_person,
    died_in_it,
    of_attacker,
    others_leave,
    others_meet,
    planned_once,
    sides_differ,
)
from whosays.resolving.events.oneperson import HIS_OWN, ONE_PERSON, dies_once, named_later, once_dead
from whosays.resolving.events.ownwords import is_another
from whosays.resolving.events.partsoftoll import PARTS, adds_up, some_of_them, takes_apart
from whosays.resolving.events.recounted import RECOUNTED
from whosays.resolving.events.retelling import attackers_fall, may_be, told_on
from whosays.resolving.events.samedeed import SAME_DEED
from whosays.resolving.events.spared import nobody_hurt
from whosays.resolving.events.takenagain import TAKEN_AGAIN, its_aim, named_next, those_told_of
from whosays.resolving.events.takenup import REACH, answers, falls, points_at
from whosays.resolving.events.tellings import (
    LED_TO,
    MADE_BY,
    MEANS,
    Telling,
    as_mention,
    is_bare_plural,
    united,
    without_doers,
    without_tolls,
)
from whosays.resolving.events.toldagain import RETOLD
from whosays.resolving.events.weaker import again, fitted, weakly


class Joined(msgspec.Struct, frozen=True):
    """Events after joining, the mentions that took the place of joined ones, and old id -> kept id."""

    events: tuple[Event, ...]
    mentions: tuple[Mention, ...]
    links: tuple[Link, ...]
    renamed: dict[str, str]


def join_tellings(parse: Parse, tellings: Sequence[Telling]) -> Joined:
    """Joins every telling to the nearest earlier one that it repeats."""
    kept: list[Telling] = []
    mentions: list[Mention] = []
    links: list[Link] = []
    renamed: dict[str, str] = {}
    lately: dict[int, Telling] = {}  # of the deeds that weaker evidence joined, how each was told last
    for telling in tellings:
        reason, at = _earlier(parse, kept, telling)
        if reason is None:
            reason, at = weakly(parse, kept, telling, _apart)
            if reason is not None:
                lately[at] = telling
        if reason is None:
            reason, at = _again(parse, again(kept, lately), telling)
        if reason is None:
            kept.append(telling)
            continue
        mention = as_mention(parse, telling)
        links.append(
            Link(mention=mention.id, target=kept[at].event.id, score=reason.weight, reasons=(reason,), made_by=MADE_BY)
        )
        mentions.append(mention)
        renamed[telling.event.id] = kept[at].event.id
        told = fitted(kept[at], telling, reason.rule) if at in lately and lately[at] is telling else telling
        first, later = completed(parse, kept[at], told, reason.rule)
        if reason.rule in {PARTS, HIS_OWN}:
            later = without_tolls(telling)
        if reason.rule == SAME_PLAN and (by_person(kept[at]) or not by_person(telling)):
            later = without_doers(telling)
        if reason.rule == HIS_END:
            later = of_attacker(telling)
        kept[at] = united(*once_dead(first, later))
        if reason.rule in {IN_SHORT, VERBATIM}:  # what follows goes on from the full telling, not from the headline
            kept[at] = msgspec.structs.replace(kept[at], sentence=telling.sentence, head=telling.head)
    return Joined(tuple(t.event for t in kept), tuple(mentions), tuple(links), renamed)


def _again(parse: Parse, told: Sequence[tuple[int, Telling]], telling: Telling) -> tuple[Reason | None, int]:
    for at, one in told:
        reason = same(parse, one, telling)
        if reason is not None:
            return reason, at
    return None, -1


def _earlier(parse: Parse, kept: Sequence[Telling], telling: Telling) -> tuple[Reason | None, int]:
    """The nearest telling that this one repeats, with the reason; no reason where it tells something new."""
    found: list[tuple[Reason, int]] = []
    for at in range(len(kept) - 1, -1, -1):
        reason = same(parse, kept[at], telling)
        if reason is not None:
            found.append((reason, at))
            if reason.rule != "definite":
                break
    if found and found[0][0].rule == "definite":  # "the killing of the guards" after a killing and a bombing
        best = max(found, key=lambda f: _fit(parse, telling, kept[f[1]]))
        return best[0], _or_the_news(parse, kept, telling, best[1])
    if found:
        return found[0]
    fitting = [at for at, one in enumerate(kept) if _only_candidate(parse, one, telling)]
    if len(fitting) != 1:
        return None, -1
    first = parse.report.words(kept[fitting[0]].event.trigger)
    detail = f"“the {parse.report.words(telling.event.trigger)}” can only be “{first}”"
    return Reason(rule="only-one", detail=detail, weight=0.8), fitting[0]


def _or_the_news(parse: Parse, kept: Sequence[Telling], telling: Telling, best: int) -> int:
    """ "Jets hit a port. The raid came | after rebels had fired at a mill |. The attack": the raid, if it may be."""
    if not led_on(parse, kept[best]):
        return best
    named = likeness(parse, telling.head, kept[best].event)  # "three weeks after a summit in Accra. The Accra summit"
    fits = (
        at
        for at in range(best - 1, -1, -1)
        if kept[at].event.type == telling.event.type
        and likeness(parse, telling.head, kept[at].event) >= named
        and kept[at].event.status in {"happened", "ongoing"}
        and telling.sentence - kept[at].sentence <= REACH
        and not _apart(parse, kept[at], telling)
    )
    return next(fits, best)


def _fit(parse: Parse, telling: Telling, one: Telling) -> tuple[int, bool, bool]:
    """How well a definite noun fits a deed: by its words, by its means, and as news of its own."""
    like = likeness(parse, telling.head, one.event)
    return like, of_its_means(parse, telling.head, one.event), not led_on(parse, one)


def _apart(parse: Parse, earlier: Telling, later: Telling) -> bool:
    return any(rule(earlier, later) for rule in CONFLICTS) or is_another(parse, earlier, later)


def _only_candidate(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """Whether a definite noun may take up an earlier deed of the very same means, however far back."""
    definite = bool({c.lower for c in parse.children(later.head, "det")} & DEFINITE) or _is_of_doer(parse, later)
    modes = [MEANS.get(t.event.mode or "", t.event.mode) for t in (earlier, later)]
    same_means = (modes[0] is not None and modes[0] == modes[1]) or are_offensives(parse, earlier, later)
    singular = parse.tokens[later.head].tag == "NN"
    if later.sentence == earlier.sentence and answers(parse, later):
        return False
    if definite and same_means and (is_another(parse, earlier, later) or _of_some(parse, later.head)):
        return False
    if later.sentence - earlier.sentence > 1 and names_things(parse, later) - earlier.struck:
        return False  # "airstrikes killed ten men ... | the bombing of schools |"
    if _is_of_doer(parse, later) and not (earlier.doers == later.doers and _is_one(parse, earlier)):
        return False
    others = not may_be((earlier.recipients, earlier.suffering), (later.recipients, later.suffering))
    fits = definite and same_means and singular and not others
    return bool(fits) and not any(rule(earlier, later) for rule in CONFLICTS)


def _is_one(parse: Parse, telling: Telling) -> bool:
    """Whether a telling is of one deed: "fired | a missile |", and not "missiles"."""
    verb = parse.tokens[telling.head]
    told = parse.children(verb.i, "obj", "nsubj:pass") if verb.is_verb else (verb,)
    return all(c.tag in {"NN", "NNP", "PRP"} for c in told) and telling.event.status in {"happened", "ongoing"}


def _is_of_doer(parse: Parse, later: Telling) -> bool:
    """ "| Orland's | missile test": as definite as "the", where it is told whose it is, and of no other day."""
    noun = parse.tokens[later.head]
    owned = bool(later.doers) and bool(parse.children(noun.i, "nmod:poss")) and not noun.is_verb
    return owned and later.event.when.start is None and not any(d.startswith("own:") for d in later.doers)


def _of_some(parse: Parse, head: int) -> bool:
    """ "The arrest | of some bakers | three months ago": of people who are told of here for the first time."""
    return any(
        c.lower in {"some", "several", "a", "an"}
        for noun in parse.children(head, "nmod")
        if parse.case(noun.i) == "of"
        for c in parse.children(noun.i, "det", "amod")
    )


def same(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """Why two tellings are one deed; None when they are not, or when nothing says that they are."""
    spared = nobody_hurt(parse, earlier, later) or already_left(parse, earlier, later)
    spared = spared or done_already(parse, earlier, later) or quits_by_name(parse, earlier, later)
    spared = spared or began_then(parse, earlier, later) or the_truce(parse, earlier, later)
    spared = spared or died_in_it(earlier, later) or its_aim(parse, earlier, later)
    spared = spared or named_next(parse, earlier, later)
    if spared is not None:
        return spared
    void = _void(parse, earlier, later)
    if _statuses_differ(earlier, later):  # "plans to sell it ... if it sells it"
        meant = meant_once(parse, earlier, later) or the_planned(parse, earlier, later)
        meant = meant or for_the_same_ground(parse, earlier, later) or one_plot(parse, earlier, later)
        meant = meant or called_by_place(parse, earlier, later) or planned_once(parse, earlier, later)
        void = (*void, _statuses_differ)
        return meant if meant and not any(rule(earlier, later) for rule in CONFLICTS if rule not in void) else None
    if any(rule(earlier, later) for rule in CONFLICTS if rule not in void):
        return None
    named = named_later(parse, earlier, later) or those_told_of(parse, earlier, later)
    if named is not None or is_another(parse, earlier, later):
        return named
    for evidence in EVIDENCE:
        found = evidence(parse, earlier, later)
        if found is not None:
            return found
    return None


def _void(parse: Parse, earlier: Telling, later: Telling) -> tuple[Callable[[Telling, Telling], bool], ...]:
    """The conflicts that say nothing here: nobody dies twice, and "nine other guards" is no other figure."""
    blows = (_means_differ,) if the_blows(parse, earlier, later) else ()
    dead = (_times_differ, _places_differ, _means_differ, _tolls_differ) if dies_once(earlier, later) else ()
    return (*dead, *blows, _tolls_differ) if _adds(parse, later) else (*dead, *blows)


def _adds(parse: Parse, later: Telling) -> bool:
    """ "Nine | other | officers were killed": so many beside those told of, and no figure for all."""
    words = {w for t in later.event.tolls for w in parse.report.words(t.span).lower().split()}
    return bool(words & {"other", "others", "more", "another"})


# -- what keeps two tellings apart --------------------------------------------------------------


def _classes_differ(a: Telling, b: Telling) -> bool:
    return a.event.type != b.event.type


def _statuses_differ(a: Telling, b: Telling) -> bool:
    fine = {"happened", "ongoing"}
    one, two = a.event.status, b.event.status
    return one != two and not {one, two} <= fine


def _means_differ(a: Telling, b: Telling) -> bool:
    one, two = MEANS.get(a.event.mode or ""), MEANS.get(b.event.mode or "")
    if {one, two} == {"bombs", "air"} and a.struck & b.struck and b.sentence - a.sentence == 1:
        return not {a.event.mode, b.event.mode} <= {"explosives", "aerial"}  # "bombed a mill. Jets dropped bombs on it"
    if a.event.type == "PROTEST":  # a march may turn into a riot, but who strikes in one town riots in no other
        return {a.event.mode, b.event.mode} == {"strike", "riot"}
    if a.event.type != "ASSAULT":
        return a.event.mode is not None and b.event.mode is not None and a.event.mode != b.event.mode
    return one is not None and two is not None and one != two


def _victims_differ(a: Telling, b: Telling) -> bool:
    return bool(a.named_recipients and b.named_recipients and not a.named_recipients & b.named_recipients)


def _places_differ(a: Telling, b: Telling) -> bool:
    if a.place is None or b.place is None or a.place == b.place:
        return False
    return not _wide(a.place, b.place) or _outside(a, b) or _outside(b, a)


def _wide(one: str, two: str) -> bool:
    """A country or region beside a town inside it is no conflict."""
    return one.partition(":")[0] != two.partition(":")[0]


def _outside(wide: Telling, narrow: Telling) -> bool:
    """ "Was held | in Orland ... at the airport of Kest |": the town is in another country, or another province."""
    one, two = wide.ground, narrow.ground
    if one is None or two is None or one.country is None or two.country is None or two.feature is None:
        return False
    if wide.event.type not in {"ASSAULT", "COERCE", "PROTEST"} or not two.feature.startswith("PPL"):
        return False
    if one.feature == "ADM1" and one.country == two.country:
        return two.admin1 is not None and two.admin1 != one.name and not one.disputed
    return one.country != two.country


def _times_differ(a: Telling, b: Telling) -> bool:
    one, two = a.event.when, b.event.when
    if one.start is None or two.start is None or one.end is None or two.end is None:
        return False
    if (
        a.victims & b.victims
        and one.precision == two.precision == "year"
        and (one.start == two.end or one.end == two.start)
    ):
        return False  # "was taken in 2012 ... taken more than six years ago": a person is taken once
    return not (one.start < two.end and two.start < one.end)


_FAR = 3  # times: figures further apart are of two deeds


def _tolls_differ(a: Telling, b: Telling) -> bool:
    """ "Some 900 were murdered ... the massacre of 12 last Wednesday": a figure with a time of its own."""
    if b.event.when.start is None:
        return False
    one, two = _killed(a), _killed(b)
    return bool(one and two) and max(one, two) > _FAR * min(one, two)


def _killed(telling: Telling) -> int:
    told = (t for t in telling.event.tolls if t.effect == "killed" and not is_bare_plural(t))
    return sum(t.count.low or 0 for t in told)


def _others_suffer(a: Telling, b: Telling) -> bool:
    """ "Police held two reporters who had written of the arrest of the mayor": in one sentence, others are others."""
    others = b.recipients if a.event.type in {"COERCE", "SANCTION", "ACCUSE"} else b.named_recipients
    told = bool(a.recipients and others and not a.recipients & b.recipients)
    return told and a.sentence == b.sentence


def _others_give_way(a: Telling, b: Telling) -> bool:
    """ "The rebels surrendered ... the foreign withdrawal": who gives way is told of both, and they are others."""
    told = bool(a.people and b.people and not a.people & b.people)
    return told and a.event.type == "RETREAT"


_DIRECTED = frozenset({"SUPPORT", "AID", "ASSAULT", "SANCTION"})


def _turned_round(a: Telling, b: Telling) -> bool:
    """ "The kingdom joins the bloc ... the bloc admitted the kingdom": whoever acts in one suffers in the other."""
    turned = ((a.people - a.recipients) & b.named_recipients) or ((b.people - b.recipients) & a.named_recipients)
    return bool(turned) and a.event.type in _DIRECTED


def _habits(a: Telling, b: Telling) -> bool:
    return "habitual" in {a.event.status, b.event.status}


CONFLICTS: tuple[Callable[[Telling, Telling], bool], ...] = (
    _classes_differ, _statuses_differ, _means_differ, _victims_differ, _places_differ, _times_differ,
    _tolls_differ, _others_suffer, _others_give_way, _turned_round, sides_differ, others_leave, others_meet,
    _habits, attackers_fall, peoples_differ,
)  # fmt: skip


# -- what says that they are one ------------------------------------------------------------------


def _same_victim(_parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """A named person is killed or taken once."""
    shared = earlier.victims & later.victims
    judged = (earlier.event.type, earlier.event.mode) in _ONCE
    if not shared or not (judged or earlier.event.type in {"ASSAULT", "COERCE"}):
        return None
    return Reason(rule="same-victim", detail="the same named person suffers the same kind of deed", weight=0.95)


_ONCE = frozenset({("SANCTION", "convict"), ("ACCUSE", "allege")})  # somebody is tried, and judged, once a report


def _same_circumstances(_parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """Same day and place, and the same people or the same toll."""
    if earlier.place is None or earlier.place != later.place or earlier.event.when.start is None:
        return None
    if earlier.event.when.start != later.event.when.start:
        return None
    if earlier.recipients & later.recipients or _tolls(earlier) & _tolls(later):
        return Reason(rule="same-circumstances", detail="same day, same place, same people or toll", weight=0.9)
    return None


def _headline(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """The headline tells in short what the first sentences tell in full."""
    title = parse.report.title
    if not title or parse.tokens[earlier.head].start >= len(title) or later.sentence - earlier.sentence > 2:
        return None
    if parse.tokens[later.head].start < len(title):
        return None
    shared = (
        (earlier.people & later.people)
        or (_tolls(earlier) & _tolls(later))
        or (earlier.place is not None and earlier.place == later.place)
        or (earlier.event.type == "CONSULT" and earlier.acting & _words_of(parse, later))  # "leaders gather"
    )
    return Reason(rule=IN_SHORT, detail="the headline and the lead tell of one deed", weight=0.85) if shared else None


def _words_of(parse: Parse, telling: Telling) -> frozenset[str]:
    """ "| Leaders | of the bloc met": also those that stand for their body."""
    return frozenset(t.lemma.lower() for t in parse.tokens[slice(*parse.sentences[telling.sentence])] if t.is_noun)


def _is_tally(parse: Parse, verb: int) -> bool:
    """ "Gunmen attacked a mill. Some 300 people | have been killed since | the unrest began": in all, and not there."""
    if not any(c.lemma.lower() == "have" for c in parse.children(verb, "aux")):
        return False
    below = parse.children(verb, "advcl", "obl")
    return any(m.lower == "since" for c in below for m in parse.children(c.i, "mark", "case"))


def _toll_goes_on(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """The next sentence adds to the toll and tells nothing else: "At least 20 people were wounded."."""
    event = later.event
    bare_toll = event.tolls and event.place is None and event.when.start is None and event.mode is None
    if not bare_toll or later.sentence - earlier.sentence != 1 or later.victims:
        return None
    if falls(earlier) or (earlier.event.mode == "destroy" and not earlier.suffering):
        return None  # "guards shot the gunman. Four were hurt": by him; "they burnt shops. Forty were hurt": before
    if not earlier.event.tolls and (earlier.event.status != "happened" or not _is_set(earlier.event)):
        return None
    if not earlier.event.tolls and parse.tokens[earlier.head].lemma.lower() in _WAGED:
        return None  # "as the army pressed its offensive. The soldier was killed on Friday": no toll of the offensive
    clause = parse.tokens[later.head]
    if clause.dep == "acl:relcl" and any(c.lower in {"a", "an"} for c in parse.children(clause.head, "det")):
        return None  # "freed them after | a gunfight | in which three rebels were killed": in that one
    if any(r.part == "actor" for r in event.roles) or not parse.tokens[later.head].is_verb:
        return None
    if {c.lower for c in parse.children(earlier.head, "case")} & LED_TO:
        return None  # "clashes broke out after the murder of a colonel. Six people were wounded."
    if any(c.lower in {"since", "until"} for a in _clauses_below(parse, later.head) for c in parse.children(a, "mark")):
        return None  # "he was the first officer killed | since the war began": whom another deed killed
    if _is_tally(parse, later.head) or of_long_ago(parse, later.head):
        return None
    told = {t.effect for t in earlier.event.tolls} & {t.effect for t in event.tolls}
    if told or event.status not in {"happened", "ongoing"}:
        return None
    detail = f"“{parse.report.words(event.trigger)}” goes on with the toll told in the sentence before"
    return Reason(rule="toll", detail=detail, weight=0.8)


def _clauses_below(parse: Parse, verb: int) -> list[int]:
    return [c.i for c in parse.children(verb, "advcl")]


_WAGED = frozenset({"offensive", "campaign", "crackdown"})


def _is_set(event: Event) -> bool:
    """ "A bomb went off in Quetta on Monday.": an attack of which place or time is told, whose toll may follow."""
    return event.type == "ASSAULT" and (event.place is not None or event.when.start is not None)


EVIDENCE: tuple[Callable[[Parse, Telling, Telling], Reason | None], ...] = (
    one_of_so_many, _same_victim, *ONCE, points_at, _same_circumstances, _headline, *IN_HEADLINES, _toll_goes_on,
    takes_apart, some_of_them, adds_up, doer_goes_on, device_goes_on, *RETOLD, *RECOUNTED, told_on, *IN_FULL,
    *FAR_BACK, *ONE_PERSON, *SAME_DEED, *ONCE_AGAIN, *NEWSMAKERS, *CALLED_BY, *TAKEN_AGAIN, *NEWS_AGAIN,
)  # fmt: skip


def _tolls(telling: Telling) -> set[tuple[str, int | None]]:
    return {(t.effect, t.count.low) for t in telling.event.tolls if t.count.low and not t.count.approximate}
