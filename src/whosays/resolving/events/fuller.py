"""What a lead tells in short and a later sentence in full: those who suffered, the thing struck, the deed by its noun.

"Pirates have freed two Dutch sailors. The Dutchmen were let go on Friday": a lead in the present perfect, then the same
deed in the past tense with its day, place or names. Each rule is evidence as in
:mod:`whosays.resolving.events.sameness`.
"""

from __future__ import annotations

from collections.abc import Callable

from whosays.parse import Parse, Token
from whosays.records import Reason
from whosays.resolving.events.newness import (
    ANOTHER,
    BEFORE,
    DEFINITE,
    LONG_AGO,
    RANKED,
    articles,
    days_apart,
    days_of,
    of_long_ago,
    says,
)
from whosays.resolving.events.partsoftoll import PARTS
from whosays.resolving.events.retelling import figures_differ, may_be
from whosays.resolving.events.tellings import MEANS, Telling
from whosays.resolving.events.wronged import (
    SO_CALLED,
    are_named,
    are_the_same,
    are_those,
    is_name_of,
    once_only,
    whom_of,
    word_of,
)

_NEXT = 2  # sentences
_OWNED_REACH = 4  # sentences
_ANEW = (ANOTHER | BEFORE | RANKED) | frozenset(
    """again also fourth meanwhile new once other others previous recently remaining rest separate similar since
    twice repeatedly last""".split()
)
_PLAIN = frozenset({"happened", "ongoing"})
_MARCHERS = frozenset({"protester", "protestor", "demonstrator", "marcher", "striker"})
_FEW, _TEN = 2, 10  # so many may be any two
_FROM_ABOVE = frozenset("aircraft airplane bomber drone gunship helicopter jet plane warplane".split())
_AREAS = frozenset("area region district province village town city valley border".split())
_AIRBORNE = frozenset({"aerial", "explosives", "drone", None})


def told_in_full(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Rebels have seized two nurses. The women were taken on Friday.": the lead, and then the day of it."""
    units = frozenset[str]() if earlier.event.mode == "convict" else LONG_AGO  # "to ten years"
    lead = _is_lead(parse, earlier) and _goes_on(parse, earlier, later, units=units)
    if not lead or not _is_detail(parse, later) or not _may_do_both(earlier, later):
        return None
    if are_named(parse, earlier, later):
        return Reason(rule=PARTS, detail="names those whom the sentence before counts", weight=0.8)
    if not are_those(parse, earlier, later) or figures_differ(earlier.event, later.event):
        return None
    return Reason(rule="in-full", detail="tells in full what was done to the same people", weight=0.8)


def counted_as_told(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Police have held nearly 30 people. 28 suspects were seized on Friday.": the same number, or about."""
    if not _is_lead(parse, earlier) or not _goes_on(parse, earlier, later, reach=1, anew=_ANEW - {"last"}):
        return None
    people = ((earlier.recipients, earlier.suffering), (later.recipients, later.suffering))
    if not _may_do_both(earlier, later) or not (later.suffering & SO_CALLED or may_be(*people)):
        return None
    few = _FEW if _is_detail(parse, later) else _TEN
    one = {t.effect: t.count for t in earlier.event.tolls if (t.count.low or 0) > few}
    two = {t.effect: t.count for t in later.event.tolls if (t.count.low or 0) > few}
    if not one.keys() & two.keys() or figures_differ(earlier.event, later.event):
        return None
    return Reason(rule="in-full", detail="tells in full of as many people", weight=0.75)


def the_same_one(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Troops shot a young girl. ... They fired into the camp, killing the young girl.": killed once."""
    effects = [{r.effect for r in t.event.roles if r.part == "recipient"} for t in (earlier, later)]
    same = bool(effects[0] & effects[1] & {"killed", "captured"})
    same = same or (bool(effects[0] & _HARM and effects[1] & _HARM) and earlier.event.mode == later.event.mode)
    harmed = same and later.event.type == "ASSAULT"
    if not harmed or not 0 < later.sentence - earlier.sentence <= _OWNED_REACH or not _may_do_both(earlier, later):
        return None
    if {earlier.event.status, later.event.status} - _PLAIN or says(parse, later.sentence, _ANEW - {"last"}):
        return None
    one, two = whom_of(parse, earlier), whom_of(parse, later)
    if one is None or two is None or one.lemma.lower() != two.lemma.lower() or not one.tag == two.tag == "NN":
        return None
    described = [{c.lower for c in parse.children(n.i, "amod", "compound", "nmod:poss")} for n in (one, two)]
    plain = not any(parse.children(n.i, "conj", "nmod", "acl", "acl:relcl") for n in (two,))
    if not articles(parse, one) & {"a", "an"} or not articles(parse, two) & DEFINITE:
        return None
    if not plain or not described[1] <= described[0]:
        return None
    return Reason(rule="same-one", detail="done to the one who was told of before", weight=0.8)


_HARM = frozenset({"killed", "wounded"})


def the_same_ones(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Freed six soldiers who had been held in May. The soldiers were seized near the border.": held once."""
    if earlier.event.type not in {"ASSAULT", "COERCE", "RETREAT"} or not _goes_on(parse, earlier, later):
        return None
    if earlier.event.mode not in _TAKEN or earlier.event.mode != later.event.mode:
        return None
    noun = whom_of(parse, later)
    if noun is None or not _may_do_both(earlier, later) or figures_differ(earlier.event, later.event):
        return None
    shared = earlier.doers & later.doers and later.sentence - earlier.sentence == 1 and noun.tag == "NN"
    foreign = shared and noun.lemma.lower() in _FOREIGN and bool(articles(parse, noun) & DEFINITE)
    if not (are_the_same(parse, earlier, noun) or foreign):
        return None
    return Reason(rule="same-one", detail="done to those who were told of before", weight=0.8)


_TAKEN = frozenset({"abduct", "arrest", "release", "expel", "deport"})
_FOREIGN = frozenset({"foreigner", "journalist", "captive", "hostage", "prisoner", "worker", "driver", "westerner"})


def judged_as_told(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A court has jailed ten men. The court handed out up to nine years.": the same sentence."""
    mode = earlier.event.mode
    if mode != "convict" or mode != later.event.mode or later.recipients or not _is_lead(parse, earlier):
        return None
    if not _goes_on(parse, earlier, later, reach=1, units=frozenset()) or not _is_detail(parse, later):
        return None
    courts = [c for c in parse.children(later.head, "nsubj") if articles(parse, c) & {"the"}]
    if not courts or courts[0].lemma.lower() not in earlier.acting & {"court", "judge", "tribunal", "jury"}:
        return None
    return Reason(rule="in-full", detail="tells in full what the same court decided", weight=0.75)


def marched_as_told(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Hundreds have rallied in Orli. The protesters marched to the palace on Friday.": those just told of."""
    if earlier.event.type != "PROTEST" or not _goes_on(parse, earlier, later):
        return None
    subjects = parse.children(later.head, "nsubj")
    if len(subjects) != 1 or subjects[0].lemma.lower() not in _MARCHERS or not parse.tokens[later.head].is_verb:
        return None
    if articles(parse, subjects[0]) != {"the"} or parse.children(subjects[0].i, "nmod", "acl", "acl:relcl", "amod"):
        return None
    return Reason(rule="same-march", detail="tells what the same marchers did", weight=0.75)


def went_on(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A riot broke out in the camp. ... The rioting continued on Sunday.": no new one."""
    one, two, noun = earlier.event, later.event, parse.tokens[later.head]
    going = noun.dep == "nsubj" and parse.tokens[noun.head].lemma.lower() in {"continue", "persist"}
    if not going or (one.type, one.mode) != (two.type, two.mode) or {one.status, two.status} - _PLAIN:
        return None
    near = 0 < later.sentence - earlier.sentence <= _OWNED_REACH
    if not near or says(parse, later.sentence, _ANEW) or not _may_do_both(earlier, later):
        return None
    people = ((earlier.recipients, earlier.suffering), (later.recipients, later.suffering))
    if earlier.doers and later.doers and earlier.event.type == "ASSAULT" and not earlier.doers & later.doers:
        return None
    return Reason(rule="went-on", detail="tells that it went on", weight=0.75) if may_be(*people) else None


def struck_as_told(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A group says it has blown up a pipeline. The Front said its men attacked the pipeline late on Friday."."""
    if not _is_lead(parse, earlier) or not _is_detail(parse, later) or not _goes_on(parse, earlier, later):
        return None
    if later.recipients or earlier.recipients or figures_differ(earlier.event, later.event):
        return None
    told = [c for c in parse.children(later.head, "obj", "nsubj:pass") if c.lemma.lower() in earlier.struck]
    the = any(articles(parse, c) & {"the", "this"} and c.tag == "NN" for c in told)
    if not the or (earlier.people & earlier.doers and later.people & later.doers and not earlier.doers & later.doers):
        return None
    return Reason(rule="in-full", detail="tells in full how the same thing was struck", weight=0.75)


def flown_as_told(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Orland's jets have bombed rebel posts. Its warplanes hit the Kest area on Friday.": where the posts were."""
    if not _is_lead(parse, earlier) or not _is_detail(parse, later) or not _goes_on(parse, earlier, later, reach=1):
        return None
    modes = {earlier.event.mode, later.event.mode}
    same = bool(earlier.doers & later.doers) and modes <= _AIRBORNE and later.event.type == "ASSAULT"
    if not same or not all(_flies(parse, t) for t in (earlier, later)) or later.recipients or earlier.recipients:
        return None
    areas = [bool(t.struck) and t.struck <= _AREAS for t in (earlier, later)]
    if areas == [True, True] or (areas == [False, False] and not earlier.struck & later.struck):
        return None
    return Reason(rule="in-full", detail="tells in full where the same aircraft struck", weight=0.75)


def on_that_day(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Gunmen attacked a depot on Monday. A dozen gunmen shot at the store on Monday.": by such men, that very day."""
    days = [days_of(parse, *parse.sentences[t.sentence]) for t in (earlier, later)]
    event = later.event
    if len(days[0]) != 1 or days[0] != days[1] or event.type != "ASSAULT":
        return None
    if not _goes_on(parse, earlier, later, reach=1) or not earlier.acting & later.acting & _ARMED:
        return None
    told = [c for c in parse.children(later.head, "obj", "obl", "nmod") if c.lemma.lower() in later.struck]
    the = bool(told) and all(articles(parse, c) & {"the"} and c.tag == "NN" for c in told)
    if not the or not earlier.struck or later.recipients or figures_differ(earlier.event, event):
        return None
    return Reason(rule="that-day", detail="by such men, on the same day, at the place told of", weight=0.75)


_ARMED = frozenset("gunman attacker assailant militant insurgent rebel bomber fighter".split())


def attacked_as_told(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "After a rebel attack on the capital this month ... since rebels attacked the capital": the same words of it."""
    event = later.event
    if event.type != "ASSAULT" or not _goes_on(parse, earlier, later, units=LONG_AGO - {"month"}):
        return None
    ways = MEANS.get(earlier.event.mode or "") == MEANS.get(event.mode or "")
    shared = earlier.acting & later.acting and earlier.struck & later.struck
    if not ways or not shared or earlier.recipients or later.recipients or earlier.acting != later.acting:
        return None
    told = [c for c in parse.children(later.head, "obj", "nsubj:pass", "nmod") if c.lemma.lower() in earlier.struck]
    nouns = not parse.tokens[earlier.head].is_verb and parse.tokens[earlier.head].tag == "NN"
    if not nouns or not any(articles(parse, c) & {"the", "this"} and c.tag == "NN" for c in told):
        return None
    return Reason(rule="in-full", detail="by and on the same, told once more", weight=0.75)


def whose_it_was(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Gunmen seized an officer. ... The officer's abduction": the deed by its noun, and by whom it was done to."""
    noun = parse.tokens[later.head]
    owners = [c for c in parse.children(noun.i, "nmod:poss") if c.is_noun]
    one, two = earlier.event, later.event
    if noun.tag != "NN" or len(owners) != 1 or (one.type, one.mode) != (two.type, two.mode):
        return None
    if not 0 < later.sentence - earlier.sentence <= _OWNED_REACH or {one.status, two.status} - _PLAIN:
        return None
    if one.type not in {"ASSAULT", "COERCE", "SANCTION", "RETREAT"} or not once_only(one.type, one.mode):
        return None
    if says(parse, later.sentence, _ANEW - {"also", "last"}) or not _may_do_both(earlier, later):
        return None
    known = bool(earlier.recipients & later.recipients)
    called = owners[0].lemma.lower() in earlier.suffering and bool(articles(parse, owners[0]) & DEFINITE)
    if not (known or called or is_name_of(parse, earlier, owners[0], later)):
        return None
    return Reason(rule="whose-deed", detail="names the deed by whom it was done to", weight=0.8)


def meant_again(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Orland is ready to negotiate. ... it was also ready to negotiate with Veldia": one thing that lies ahead."""
    one, two = earlier.event, later.event
    if one.status != two.status or one.status not in {"planned", "demanded"} or one.mode != two.mode:
        return None
    if not 0 < later.sentence - earlier.sentence <= _NEXT or says(parse, later.sentence, _ANEW - {"also"}):
        return None
    words = {parse.tokens[t.head].lemma.lower() for t in (earlier, later)}
    doers = bool(earlier.doers and earlier.doers & earlier.people) and earlier.doers <= later.doers
    if len(words) != 1 or not doers or not parse.tokens[later.head].is_verb or earlier.struck != later.struck:
        return None
    if earlier.recipients and earlier.recipients != later.recipients:
        return None
    return Reason(rule="meant-again", detail="the same one means to do the same", weight=0.75)


def _may_do_both(earlier: Telling, later: Telling) -> bool:
    """Whether those who act may be the same; "they", or "the group", may be anybody."""
    if later.acting <= _ANYBODY or earlier.acting <= _ANYBODY:
        return True
    return may_be((earlier.doers, earlier.acting), (later.doers, later.acting))


_ANYBODY = frozenset(
    {"they", "he", "she", "it", "group", "movement", "organisation", "organization", "authority", "militia"}
)


def _is_lead(parse: Parse, telling: Telling) -> bool:
    """ "Pirates | have freed | two sailors", "a bomb attack | has killed |": news in the present perfect."""
    verb = _verb(parse, telling)
    if verb is None:
        return False
    said = verb.dep == "ccomp" and parse.tokens[verb.head].tag == "VBD"  # "said two men | had been freed |"
    return any(c.lower in {"has", "have", "'ve"} or (said and c.lower == "had") for c in parse.children(verb.i, "aux"))


def _is_detail(parse: Parse, telling: Telling) -> bool:
    """Told in the plain past: "were freed", "hit"."""
    verb = _verb(parse, telling)
    if verb is None or verb.tag not in {"VBD", "VBN"}:
        return False
    if verb.tag == "VBD":
        return not parse.children(verb.i, "aux")
    beside = {c.lower for c in parse.children(verb.i, "aux", "aux:pass")}
    return bool(beside & {"was", "were"}) and not beside & {"has", "have", "had", "will", "being"}


def _verb(parse: Parse, telling: Telling) -> Token | None:
    """The deed's own verb, or that of which its noun is the subject."""
    token = word_of(parse, telling)
    if not token.is_verb and token.dep in {"nsubj", "nsubj:pass", "obl", "obl:agent", "obj"}:
        token = parse.tokens[token.head]
    return token if token.is_verb else None


def _goes_on(
    parse: Parse,
    earlier: Telling,
    later: Telling,
    reach: int = _NEXT,
    units: frozenset[str] = LONG_AGO,
    anew: frozenset[str] = _ANEW,
) -> bool:
    """Whether both are news, near each other, and no word tells of another deed."""
    one, two = earlier.event, later.event
    if not 0 < later.sentence - earlier.sentence <= reach or {one.status, two.status} - _PLAIN:
        return False
    if one.type != "ASSAULT" and one.mode != two.mode:
        return False
    if says(parse, later.sentence, anew) or any(c.lower in {"later", "then"} for c in parse.children(later.head)):
        return False
    if days_apart(parse, earlier.head, later.head):
        return False
    return not any(of_long_ago(parse, t.head, units) for t in (earlier, later))


def _flies(parse: Parse, telling: Telling) -> bool:
    subjects = parse.children(telling.head, "nsubj")
    return any(c.lower.removesuffix("s") in _FROM_ABOVE | {"aircraft"} for c in subjects)


IN_FULL: tuple[Callable[[Parse, Telling, Telling], Reason | None], ...] = (
    told_in_full,
    counted_as_told,
    the_same_one,
    the_same_ones,
    judged_as_told,
    marched_as_told,
    went_on,
    struck_as_told,
    flown_as_told,
    on_that_day,
    attacked_as_told,
    whose_it_was,
    meant_again,
)
