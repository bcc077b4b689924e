"""What befalls one person once, told again: he is killed, held, freed; by his name, or as the lead calls him.

Each is evidence as in :mod:`whosays.resolving.events.sameness`: it sees two tellings that nothing keeps apart.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from whosays.parse import Parse
from whosays.records import Reason
from whosays.resolving.events.newness import ANOTHER, BEFORE, RANKED, articles, says
from whosays.resolving.events.retelling import may_be
from whosays.resolving.events.tellings import MEANS, Telling
from whosays.resolving.events.wronged import once_only, whom_of

_PLAIN = frozenset({"happened", "ongoing"})
_AHEAD = frozenset({"planned", "demanded", "hypothetical"})
_ANEW = (ANOTHER | BEFORE | RANKED) | frozenset("again already also once twice time times repeatedly separate".split())
_FAR, _NEAR, _NEXT = 25, 5, 3  # sentences
_STEM = 5  # letters: "revoke" and "revocation", "arrest" and "arrested"


def _same_one(earlier: Telling, later: Telling) -> bool:
    """Whether one person whom either telling names suffers in both, and nobody else in one of them."""
    shared = earlier.recipients & later.recipients & (earlier.victims | later.victims)
    return bool(shared) and (len(earlier.recipients) == 1 or len(later.recipients) == 1)


def _may_act(earlier: Telling, later: Telling) -> bool:
    return may_be((earlier.doers, earlier.acting), (later.doers, later.acting))


def dies_once(a: Telling, b: Telling) -> bool:
    """ "Jan Holub was slain in May ... Holub was shot dead at 10 p.m. in Orli": whatever else is told of it."""
    return _killed(a) & _killed(b) & (a.victims | b.victims) != frozenset()


def _killed(telling: Telling) -> frozenset[str]:
    roles = (r for r in telling.event.roles if r.part == "recipient" and r.effect == "killed")
    return frozenset(telling.meant.get(r.mention or "", "") for r in roles)


def shot_and_killed(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Jan Holub was killed in May. ... Holub, 52, was shot with a rifle.": how he was killed."""
    if earlier.event.type != "ASSAULT" or not _same_one(earlier, later) or not _may_act(earlier, later):
        return None
    died = [bool(_killed(t) & earlier.recipients & later.recipients) for t in (earlier, later)]
    hurt = later if died[0] else earlier
    ways = {MEANS.get(t.event.mode or "", "any") for t in (earlier, later)}
    if died[0] == died[1] or hurt.event.mode not in {"firearms", "primitive"} or len(ways - {"any"}) > 1:
        return None
    if {earlier.event.status, later.event.status} - _PLAIN or later.sentence - earlier.sentence > _FAR:
        return None
    if hurt.event.when.start is not None and earlier.event.when.start != later.event.when.start:
        return None
    if says(parse, later.sentence, _ANEW) or says(parse, hurt.sentence, frozenset({"survived", "survive"})):
        return None
    return Reason(rule="same-victim", detail="the same person is hurt, and killed", weight=0.85)


def once_dead(one: Telling, two: Telling) -> tuple[Telling, Telling]:
    """Both tellings of a deed; where either says that it killed somebody, he is no wounded one in the other."""
    dead = _killed(one) | _killed(two)
    return _as_dead(one, dead), _as_dead(two, dead)


def _as_dead(telling: Telling, dead: frozenset[str]) -> Telling:
    event = telling.event
    hurt = [r for r in event.roles if r.effect == "wounded"]
    if len(hurt) != 1 or telling.meant.get(hurt[0].mention or "") not in dead:
        return telling
    if hurt[0].number is not None and hurt[0].number.low != 1:
        return telling  # "210 people were killed ... 900 people were wounded": others
    roles = (msgspec.structs.replace(r, effect="killed") if r is hurt[0] else r for r in event.roles)
    tolls = tuple(t for t in event.tolls if t.effect != "wounded")
    return msgspec.structs.replace(telling, event=msgspec.structs.replace(event, roles=tuple(roles), tolls=tolls))


def the_same_word(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "She said that her passport had been revoked. ... his decision | to revoke Ana Ruiz's passport |"."""
    one, two = earlier.event, later.event
    if one.type not in {"COERCE", "SANCTION", "RETREAT", "ACCUSE", "ASSAULT"} or one.mode != two.mode:
        return None
    if one.type == "ASSAULT" and not once_only(one.type, one.mode):
        return None
    words = [parse.tokens[t.head].lemma.lower() for t in (earlier, later)]
    alike = words[0][:_STEM] == words[1][:_STEM] and _objects_agree(parse, earlier, later)
    if not alike or not _same_one(earlier, later) or not _may_act(earlier, later):
        return None
    if {one.status, two.status} - _PLAIN or not 0 < later.sentence - earlier.sentence <= _FAR:
        return None
    if says(parse, later.sentence, _ANEW):
        return None
    return Reason(rule="same-word", detail="the same is done to the same person", weight=0.85)


def _objects_agree(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Revoked her passport ... to revoke her licence": another thing."""
    told = [
        {c.lemma.lower() for c in parse.children(t.head, "obj", "nsubj:pass") if c.tag in {"NN", "NNS"}}
        for t in (earlier, later)
    ]
    return not told[0] or not told[1] or bool(told[0] & told[1])


_OWNERS = {"his": False, "her": False, "their": True}


def his_own(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Holub and Ruiz were detained in May. | Their arrests | came as ...": what befell those just told of."""
    noun = parse.tokens[later.head]
    one, two = earlier.event, later.event
    owners = [c for c in parse.children(noun.i, "nmod:poss") if c.lower in _OWNERS] if noun.is_noun else []
    if len(owners) != 1 or not once_only(one.type, one.mode) or one.mode is None or one.mode != two.mode:
        return None
    if not 0 <= later.sentence - earlier.sentence <= _NEXT or {one.status, two.status} - _PLAIN:
        return None
    suffer = [r for r in two.roles if r.part == "recipient"]
    if len(suffer) != 1 or later.event.when.start is not None or parse.children(noun.i, "amod", "nummod"):
        return None
    whom = [r for r in one.roles if r.part == "recipient"]
    if later.recipients and later.recipients != earlier.recipients:
        return None
    called = parse.tokens_of(two.evidence[0])
    if says(parse, later.sentence, _ANEW - {"also"}) or called[0] > noun.i or not whom or not _may_act(earlier, later):
        return None
    many = len(whom) > 1 or any(r.number is not None and r.number.low not in {None, 1} for r in whom)
    if many != _OWNERS[owners[0].lower] and not later.recipients:
        return None
    return Reason(rule=HIS_OWN, detail="names the deed by those who were told of", weight=0.8)


HIS_OWN = "his-own"


_DOCTORS = {"dr": "doctor", "dr.": "doctor"}
_ALIKE = (
    frozenset({"doctor", "physician", "obstetrician", "gynecologist", "surgeon"}),
    frozenset({"journalist", "reporter", "photographer", "cameraman", "editor", "correspondent"}),
    frozenset({"lawyer", "attorney"}),
    frozenset({"girl", "teenager", "teen", "schoolgirl"}),
    frozenset({"boy", "teenager", "teen", "schoolboy"}),
)


def named_later(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A sniper killed | a doctor | ... the shooting of | Dr. Jan Holub |": called by what he is, then by his name."""
    one, two = earlier.event, later.event
    if earlier.sentence > 1 or not 0 < later.sentence - earlier.sentence <= _FAR or earlier.named_recipients:
        return None
    if {one.status, two.status} - _PLAIN or not _befalls_once(earlier, later) or len(later.victims) != 1:
        return None
    if len(later.recipients) != 1 or len([r for r in one.roles if r.part == "recipient"]) != 1:
        return None
    whom = whom_of(parse, earlier)
    nouns = earlier.suffering if whom is None else frozenset({whom.lemma.lower()})
    # "an Orli, Orland, | doctor |": trees hang all of it on the town
    called = (earlier.meant.get(r.mention or "", "") for r in one.roles if r.part == "recipient")
    nouns |= {
        c.split()[-1] for c in called if c.startswith(("own:", "words:")) and " " in c
    }  # "a Buffalo, N.Y., doctor"
    titles = _called(parse, later)
    if not nouns or not (nouns & titles or any(nouns & kind and titles & kind for kind in _ALIKE)):
        return None
    if says(parse, later.sentence, _ANEW - {"again", "time", "times", "once", "also"}) or not _may_act(earlier, later):
        return None
    return Reason(rule=NAMED, detail="the one who was told of is named", weight=0.8)


NAMED = "named-since"


def _befalls_once(earlier: Telling, later: Telling) -> bool:
    """Whether one is killed in both, or taken, charged or judged in both."""
    one, two = earlier.event, later.event
    if any(t.count.low != 1 or t.count.high != 1 for e in (one, two) for t in e.tolls):
        return False
    if one.type == "ASSAULT" and one.mode != "abduct":
        means = {MEANS[e.mode] for e in (one, two) if e.mode in MEANS}
        shot = all(_killed(t) or t.event.mode in {"firearms", "primitive"} for t in (earlier, later))
        return bool(_killed(earlier) or _killed(later)) and shot and len(means) <= 1
    return one.mode == two.mode and one.mode in {"abduct", "arrest", "allege", "convict"}


def _called(parse: Parse, telling: Telling) -> frozenset[str]:
    """The nouns that say what the person is whom a telling names: his titles, and what stands beside his name."""
    found: set[str] = set()
    for name in parse.names:
        if name.label != "person" or parse.tokens[name.end - 1].lemma.lower() not in telling.suffering:
            continue
        head = parse.tokens[parse.root_of(name.start, name.end)]
        beside = [*parse.children(head.i, "nmod:desc", "appos", "compound"), *parse.tokens[name.start : name.end]]
        beside += [parse.tokens[head.head]] if head.dep in {"appos", "flat", "nmod:desc"} else []
        beside += [parse.tokens[name.start - 1]] if name.start else []
        found |= {t.lemma.lower() for t in beside if t.is_noun}
    return frozenset(_DOCTORS.get(w, w) for w in found)


def by_the_same(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A court on Monday indicted a girl who ... | The court indicted Ana Ruiz |": by the same, who is named now."""
    one, two = earlier.event, later.event
    if not 0 < later.sentence - earlier.sentence <= _NEAR or earlier.named_recipients or len(later.victims) != 1:
        return None
    if {one.status, two.status} != {"happened"} or one.mode not in {"allege", "convict", "arrest", "abduct"}:
        return None
    same = parse.tokens[earlier.head].lemma.lower() == parse.tokens[later.head].lemma.lower()
    same = same and one.mode == two.mode and bool(earlier.doers) and earlier.doers == later.doers
    whom, who = whom_of(parse, earlier), parse.children(later.head, "nsubj", "obl:agent")
    if not same or whom is None or whom.tag != "NN" or not articles(parse, whom) & {"a", "an"}:
        return None
    if not who or not articles(parse, who[0]) & {"the"} or two.when.start is not None or len(later.recipients) != 1:
        return None
    if says(parse, later.sentence, _ANEW):
        return None
    return Reason(rule=NAMED, detail="the one who was told of is named", weight=0.8)


def lies_ahead(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Asked that Ana Ruiz be sent back ... that Ruiz should be sent home": one thing that may befall one person."""
    one, two = earlier.event, later.event
    if one.status != two.status or one.status not in _AHEAD or one.mode != two.mode:
        return None
    extradited = {parse.tokens[t.head].lemma.lower() for t in (earlier, later)} <= {"extradite", "extradition"}
    if not (extradited or (one.type, one.mode) == ("RETREAT", "release")) or earlier.sentence >= later.sentence:
        return None
    whom = [_moved(t) for t in (earlier, later)]
    shared = whom[0] & whom[1] & (earlier.people | later.people)
    rest = [earlier.recipients - shared, later.recipients - shared]
    if not shared or not _may_act(earlier, later) or (rest[0] and rest[1] and not rest[0] & rest[1]):
        return None
    if any(t.acting and not t.doers for t in (earlier, later)):
        return None  # "whether | they | would send him back": others, perhaps
    return Reason(rule="lies-ahead", detail="the same is to be done with the same person", weight=0.75)


def _moved(telling: Telling) -> frozenset[str]:
    """The persons who are freed, or handed over."""
    roles = [r for r in telling.event.roles if r.part in {"recipient", "participant"} and r.kind == "person"]
    return frozenset(telling.meant.get(r.mention or "", "") for r in roles) - {""}


ONE_PERSON: tuple[Callable[[Parse, Telling, Telling], Reason | None], ...] = (
    shot_and_killed, the_same_word, his_own, by_the_same, lies_ahead,
)  # fmt: skip
