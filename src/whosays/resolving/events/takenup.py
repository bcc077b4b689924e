"""A definite noun takes up a deed that was told: "the assassination of ...", "the session", "Friday's attack"."""

from __future__ import annotations

from whosays.parse import Name, Parse, Token
from whosays.records import Event, Reason
from whosays.resolving.events.newness import DEFINITE, LONG_AGO, POINTING, articles, days_of, long_past
from whosays.resolving.events.tellings import LED_TO, Telling
from whosays.resolving.requital import ANSWERS

_LONG = frozenset("war conflict occupation insurgency uprising rebellion crisis fighting fight".split())
_PLURAL_ONLY = frozenset({"talks", "negotiations", "hostilities"})
REACH = 12  # sentences: further back a definite noun is a new topic


def points_at(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """A definite noun takes up what was told: "the assassination of ...", "the session", "this attack"."""
    token = parse.tokens[later.head]
    news = earlier.sentence <= 1 and any(c.lower == "today" for c in parse.children(token.i, "nmod:poss"))
    if token.is_verb or (later.sentence - earlier.sentence > REACH and not news):
        return None
    words = {*articles(parse, token)}
    of_day = _is_of_day(parse, later.head) and not _of_other_week(parse, earlier, later)  # "Friday's attack"
    next_day = later.sentence - earlier.sentence == 1 and earlier.event.when.start is None
    next_day = next_day and parse.tokens[earlier.head].tag not in {"NNS", "NNPS"}  # "all such attacks"
    if of_day and (earlier.event.when.start is not None or next_day or _of_same_day(parse, earlier, later) or news):
        words.add("the")
    if not words & DEFINITE:
        return None
    if not words & POINTING and not news and not _near(earlier, later):
        return None
    plural = token.tag == "NNS" and token.lower not in _PLURAL_ONLY and parse.tokens[earlier.head].tag != "NNS"
    plural = plural and not (later.sentence - earlier.sentence == 1 and _is_of_many_shots(parse, earlier.head))
    if plural and not (of_day and next_day and not later.recipients and _of_many(earlier.event)):
        return None  # "the bombings" are more than the bombing told before
    opened = {c.lower for c in parse.children(later.head, "case")}
    if later.sentence == earlier.sentence and (opened & LED_TO or answers(parse, later)):
        return None  # "clashes broke out after the assassination of": one led to the other
    if later.sentence == earlier.sentence and _is_laid_to_him(parse, earlier, later):
        return None
    if _is_answered_by_it(parse, later):
        return None
    if not (fits_scale(token, parse.tokens[earlier.head]) or _is_of_battle(parse, token, earlier)):
        return None
    if _is_of_year(parse, parse.tokens[earlier.head], token):
        return None  # "wanted for the | 1983 bombing |. ... the strike killed six": no deed of that year
    if falls(earlier) and token.lemma.lower() in _ATTACKS:
        return None  # "guards shot two of the attackers. The Front claimed | the assault |": not that on themselves
    if _is_of_other(parse, earlier, later) or _meets_others(earlier, later) or _is_of_bygone(parse, earlier, later):
        return None
    phrase = parse.report.words(later.event.trigger)
    first = parse.report.words(earlier.event.trigger)
    return Reason(rule="definite", detail=f"“the {phrase}” takes up “{first}”, told before", weight=0.85)


_TIES = frozenset({"link", "connect", "tie", "suspect", "want", "implicate", "accuse", "convict", "involve", "blame"})


def _is_laid_to_him(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Police shot a man | linked to | the murder of a judge": an earlier deed, of which he is told to be a part."""
    for above in parse.ancestors(later.head):
        if (
            above.tag in {"VBN", "VBD"}
            and above.lemma.lower() in _TIES
            and not parse.children(above.i, "aux", "aux:pass")
        ):
            return earlier.head < above.i and earlier.head in {a.i for a in parse.ancestors(above.i)}
    return False


ATTACKERS = frozenset({"attacker", "assailant", "bomber", "gunman", "hijacker"})
_ATTACKS = frozenset({"attack", "assault", "raid", "bombing", "siege", "ambush", "shooting", "massacre"})


def falls(telling: Telling) -> bool:
    """ "Killed six before | he | was shot dead by police": whether it is the attacker who suffers."""
    known = {who.removeprefix("own:").split()[-1] for who in telling.recipients if who.startswith("own:")}
    return bool((telling.suffering | known) & ATTACKERS)


def _is_of_year(parse: Parse, earlier: Token, later: Token) -> bool:
    """Whether a noun that only describes somebody has a year beside it, and the later one is another noun."""
    described = any(a.dep in {"acl", "acl:relcl", "appos"} for a in parse.ancestors(earlier.i))
    if earlier.is_verb or not described or earlier.lemma.lower() == later.lemma.lower():
        return False
    years = {i for t in parse.times if t.year is not None for i in range(t.start, t.end)}
    return any(c.i in years for c in parse.children(earlier.i) if c.i < earlier.i)


def _is_of_many_shots(parse: Parse, verb: int) -> bool:
    """ "| Missiles | were fired at several sites. | The strikes |": as many as the missiles, or as the jets."""
    flying = parse.children(verb, "nsubj") if parse.tokens[verb].is_verb else ()
    if any(c.lower[-1] in "st" and c.lower.removesuffix("s") in _FLYING for c in flying):
        return True
    shots = parse.children(verb, "nsubj:pass", "obj") if parse.tokens[verb].is_verb else ()
    return any(c.tag == "NNS" and c.lemma.lower() in _SHOTS for c in shots)


_FLYING = frozenset("jet plane warplane bomber aircraft drone helicopter gunship".split())
_SHOTS = frozenset("missile rocket shell bomb mortar drone".split())


def _is_of_other(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "A marine was killed. ... the killing of hostage Jan Holub": a name with a noun of its own, and not that one."""
    names = [n for n in parse.names if n.label == "person" and n.start in set(parse.subtree(later.head))]
    if len(names) != 1:
        return False
    titles = {t.lemma.lower() for t in _titles(parse, names[0])}
    return bool(titles) and bool(earlier.suffering & _SOLDIERS) and not titles & (_SOLDIERS | _RANKS)


def _titles(parse: Parse, name: Name) -> list[Token]:
    """ "| hostage | Jan Holub", "Jan Holub, | a teacher |": the nouns that say what somebody is."""
    head = parse.tokens[parse.root_of(name.start, name.end)]
    beside = [*parse.children(head.i, "nmod:desc", "appos", "compound"), parse.tokens[head.head]]
    return [t for t in beside if t.tag == "NN" and (t.i != head.head or head.dep in {"appos", "flat", "nmod:desc"})]


_SOLDIERS = frozenset("soldier marine policeman officer guard peacekeeper serviceman trooper airman".split())
_RANKS = frozenset("private corporal sergeant lieutenant captain major colonel general constable inspector".split())


def _is_of_bygone(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Stormed a jail. In 2019 they had freed a hundred men. Rebels denied | that raid |": the one of that year."""
    if not articles(parse, parse.tokens[later.head]) & {"that", "those"} or later.sentence - earlier.sentence < _TWO:
        return False
    start, end = parse.sentences[later.sentence - 1]
    told = [t.i for t in parse.tokens[start:end] if t.dep == "root" and t.is_verb]
    return any(long_past(parse, i) for i in told)


_TWO = 2


def _meets_others(earlier: Telling, later: Telling) -> bool:
    """ "The envoys end their trip in Kest. The king joins the meeting in Orli": a journey is no such meeting."""
    modes = (earlier.event.mode, later.event.mode)
    apart = bool(earlier.people and later.people and not earlier.people & later.people)
    apart = apart or not earlier.doers & later.doers
    return earlier.event.type == "CONSULT" and modes[0] == "visit" and modes[1] != "visit" and apart


def _of_many(event: Event) -> bool:
    """ "Arrested ten men. | Friday's arrests": as many deeds as people."""
    return any((t.count.low or 0) > 1 for t in event.tolls)


def _is_of_day(parse: Parse, noun: int) -> bool:
    times = {i for t in parse.times if t.kind in {"date", "time"} for i in range(t.start, t.end)}
    return any(c.i in times for c in parse.children(noun, "nmod:poss"))


def _of_other_week(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "On Sunday a bomb ... | last week's | bombing": of a week that the earlier telling does not speak of."""
    start, end = parse.sentences[earlier.sentence]
    told = {t.lemma.lower() for t in parse.tokens[start:end]}
    owners = {c.lemma.lower() for c in parse.children(later.head, "nmod:poss")}
    return bool(owners & (LONG_AGO | {"week"}) - told)


def _of_same_day(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Met on Monday ... after | Monday's | meeting", of one noun in one number, near each other."""
    owners = parse.children(later.head, "nmod:poss")
    days = days_of(parse, *parse.sentences[earlier.sentence])
    own = frozenset(d for c in owners for d in days_of(parse, c.i, c.i + 1))
    near = 0 < later.sentence - earlier.sentence <= _DAYS_REACH and parse.tokens[later.head].tag == "NN"
    today = any(c.lower == "today" for c in owners) and not later.recipients and not later.doers
    return near and (today or (len(days) == 1 and days == own))  # "the motive for | today's | killing"


_DAYS_REACH = 3  # sentences


def answers(parse: Parse, later: Telling) -> bool:
    """ "Expelled two envoys in retaliation for | the expulsion of its own": another deed, that one answers."""
    return parse.tokens[parse.tokens[later.head].head].lemma.lower() in ANSWERS


def _is_answered_by_it(parse: Parse, later: Telling) -> bool:
    """ "Raided a post. ... | the assault | was in response to | the killing | of two men": not that assault itself."""
    if not answers(parse, later):
        return False
    above = parse.tokens[parse.tokens[later.head].head]
    verb = above if above.is_verb or parse.children(above.i, "nsubj") else parse.tokens[above.head]
    told = parse.children(verb.i, "nsubj", "nsubj:pass", "obj")
    return any(
        t.i < later.head
        and (t.lower in {"this", "that"} or (t.lemma.lower() in _ATTACKS and articles(parse, t) & DEFINITE))
        for t in told
    )


def fits_scale(later: Token, earlier: Token) -> bool:
    """A war is not taken up by "the assault", nor a raid by "the war"."""
    return (earlier.lemma.lower() in _LONG) == (later.lemma.lower() in _LONG)


_BATTLES = frozenset({"battle", "clash", "gunfight", "firefight", "shootout", "gunbattle", "skirmish"})


def _is_of_battle(parse: Parse, later: Token, earlier: Telling) -> bool:
    """ "A dozen were killed in a battle. Two soldiers died in | the fighting": a battle is a fight."""
    start, end = parse.sentences[earlier.sentence]
    battle = any(t.lemma.lower() in _BATTLES for t in parse.tokens[start:end])
    return later.lemma.lower() in {"fighting", "fight"} and battle and earlier.event.type == "ASSAULT"


def _near(earlier: Telling, later: Telling) -> bool:
    """A bare "the" reaches the same or the next sentences, or any sentence when people or place agree."""
    return (
        later.sentence - earlier.sentence <= 2
        or bool(earlier.people & later.people)
        or (earlier.place is not None and earlier.place == later.place)
    )
