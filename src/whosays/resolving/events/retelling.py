"""The same deed told once more, a sentence or two later, where nobody whom the two name tells them apart.

"A car bomb killed 14 people. ... Ten others were wounded in the evening attack": news tells a deed in short, then again
with what else is known. Such a telling is taken up where those named on both sides may be the same people and something
says so: a party or a kind of party, a figure, the means, or that it only counts who suffered otherwise.
"""

from __future__ import annotations

from whosays.parse import Parse, Token
from whosays.records import Event, Reason
from whosays.resolving.events.newness import ANOTHER, BEFORE, RANKED, articles, days_apart, of_long_ago
from whosays.resolving.events.tellings import LED_TO, MEANS, Telling, is_bare_plural

_REACH, _FAR = 2, 4  # sentences
_PLAIN = frozenset({"happened", "ongoing"})
_CLASSES = frozenset({"ASSAULT", "COERCE", "PROTEST", "CONSULT"})
_DECIDED = frozenset({"RETREAT", "REJECT", "SANCTION", "MOBILIZE", "AID"})  # by somebody in particular, in one way
_BODILY = frozenset({"abduct", "sexual", "torture"})  # what is done to a body once is no shooting
# Words of a sentence that begins something new, or that speaks of many.
_ANEW = (ANOTHER | BEFORE | RANKED) | frozenset(
    """additionally separate again fourth meanwhile previous since similar similarly latest
    recent recently addition""".split()
)
_SWEEPING = frozenset("all any every each such".split())  # before the deed's own noun: "all such attacks"
_LASTING = frozenset(
    """war conflict occupation insurgency uprising rebellion crisis offensive campaign battle operation
    struggle""".split()
)
_ANYBODY = frozenset("people person other others dead victim casualty man woman life number dozen".split())
_ENVOYS = frozenset("official minister leader representative delegate envoy diplomat negotiator president side".split())
# Nouns by which one and the same people are called in turn.
_KINDS = (
    frozenset(
        """militant insurgent rebel fighter gunman terrorist guerrilla extremist attacker assailant suspect member
        bomber man jihadist jihadi islamist""".split()
    ),
    frozenset("soldier troop force army military police policeman officer guard peacekeeper serviceman marine".split()),
    frozenset(
        """protester protestor demonstrator supporter people crowd marcher activist student resident thousand hundred
        prisoner inmate""".split()
    ),
    _ENVOYS,
    frozenset("figure leader commander chief head member official".split()),
    frozenset({"ship", "vessel", "tanker", "freighter", "carrier", "ferry"}),
    frozenset({"boat", "vessel", "trawler"}),
    frozenset("plane aircraft airliner drone helicopter jet warplane".split()),
)
_FEW = 2  # "killed two" may be any two, unless the figure is plain


def _is_recalled(parse: Parse, telling: Telling) -> bool:
    """ "Revenge for | air strikes on Kest earlier this month |": what the report is not about."""
    noun = parse.tokens[telling.head]
    deep = noun.is_noun and noun.dep == "nmod" and parse.tokens[noun.head].is_noun
    return deep and any(parse.tokens[i].lower in {"earlier", "previous", "last"} for i in parse.subtree(noun.i))


def told_on(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """Why a telling goes on with the deed of a sentence or two before; None where it may be another."""
    one, two = earlier.event, later.event
    counts = one.type in _CLASSES and _only_counts(parse, earlier, later)
    if one.type not in _CLASSES | _DECIDED or not _may_go_on(parse, earlier, later, counts):
        return None
    if _is_recalled(parse, earlier):
        return None
    doers = ((earlier.doers, earlier.acting), (later.doers, later.acting))
    people = ((earlier.recipients, earlier.suffering), (later.recipients, later.suffering))
    things = ((_NOBODY, earlier.struck), (_NOBODY, later.struck))
    if _others_counted(*people) and {t.effect for t in one.tolls} & {t.effect for t in two.tolls}:
        return None
    toll = bool(_figures(one) & _figures(two)) and one.type in _CLASSES
    if not may_be(*people) or not (toll or (may_be(*things) and not figures_differ(one, two))):
        return None
    if one.type in _DECIDED:
        same = one.mode is not None and one.mode == two.mode and earlier.doers and earlier.doers == later.doers
        return (
            Reason(rule="told-on", detail="the same one does the same, to nobody else", weight=0.75) if same else None
        )
    if _ways_differ(one, two) or _is_lasting(parse, one) != _is_lasting(parse, two):
        return None
    if _quells(earlier, later) or _are_his_men(parse, later):
        return None
    meeting = one.type == "CONSULT" and any(t.acting <= _ENVOYS for t in (earlier, later))  # "ministers of ten nations"
    if not meeting and not may_be(*doers):
        return None
    means = one.mode is not None and MEANS.get(one.mode, one.mode) == MEANS.get(two.mode or "", two.mode)
    if not parse.tokens[later.head].is_verb and not _has_article(parse, parse.tokens[later.head]):
        means = counts = False  # "two waves of air strikes on Kest": others, perhaps
    there = meeting and earlier.place is not None and later.place is not None and later.sentence == earlier.sentence + 1
    if one.mode == "destroy" and not earlier.suffering:  # "says it downed five jets. Nine cooks are killed"
        counts = False
    if one.type == "COERCE":  # police arrest many a day: whom they arrested has to say so
        means, doers = False, (_UNTOLD, _UNTOLD)
    if not (toll or counts or means or there or any(_are(*whom) for whom in (doers, people, things))):
        return None
    first = parse.report.words(one.trigger)
    return Reason(rule="told-on", detail=f"goes on with “{first}”, by and to the same people", weight=0.75)


def _quells(earlier: Telling, later: Telling) -> bool:
    """ "Forty were hurt in the riot. Police fired stun grenades": how a crowd is put down is a deed of its own."""
    quelled = later.event.mode == "crowd-control" != earlier.event.mode
    return quelled and bool(later.doers) and not earlier.doers & later.doers


def _are_his_men(parse: Parse, later: Telling) -> bool:
    """ "Police shot a mayor. | His guards | opened fire first": those of the one who suffered."""
    acting = parse.children(later.head, "nsubj")
    return any(o.lower in {"his", "her"} for c in acting for o in parse.children(c.i, "nmod:poss"))


def _may_go_on(parse: Parse, earlier: Telling, later: Telling, counts: bool) -> bool:
    """Whether both are news, near each other, and the later one begins nothing new."""
    if not 0 < later.sentence - earlier.sentence <= (_FAR if counts else _REACH):
        return False
    if counts and {c.lower for c in parse.children(earlier.head, "case")} & LED_TO:
        return False  # "clashes broke out | after the murder of a colonel. Six people were wounded."
    if {earlier.event.status, later.event.status} - _PLAIN or _begins_anew(parse, later, counts):
        return False
    if _is_of_many(parse, earlier, later):
        return False
    if _is_of_war(parse, later) and not _is_lasting(parse, earlier.event):
        return False
    if _is_of_his_own(parse, earlier, later) or _wards_off(parse, earlier, later):
        return False
    if _follows(parse, earlier, later) or is_elsewhere(parse, earlier, later):
        return False
    if days_apart(parse, earlier.head, later.head) or _is_of_another(parse, earlier, later):
        return False
    return not any(of_long_ago(parse, telling.head) for telling in (earlier, later))


Whom = tuple[frozenset[str], frozenset[str]]  # ids of those meant, and the nouns they are called by
_NOBODY: frozenset[str] = frozenset()
_UNTOLD: Whom = (_NOBODY, _NOBODY)


def may_be(one: Whom, two: Whom) -> bool:
    """Whether both may be the same: one is not told, something is shared, or one of them is vague."""
    if not one[1] or not two[1] or _are(one, two):
        return True
    if all(any(not known.startswith("own:") for known in ids) for ids, _ in (one, two)):
        return False
    return bool((one[1] | two[1]) & _ANYBODY) or of_one_kind(one, two)


def _others_counted(one: Whom, two: Whom) -> bool:
    """ "Killed five clerks and hurt ten others ... killed five guards and hurt ten others": as many, and others."""
    told = [nouns - _ANYBODY - {"it", "they", "them"} for _, nouns in (one, two)]
    return all(told) and not told[0] & told[1] and not of_one_kind(one, two)


def _are(one: Whom, two: Whom) -> bool:
    """Whether the same are named, by name or by noun, or by nouns that call the same people."""
    return bool(one[0] & two[0] or (one[1] & two[1]) - _ANYBODY) or of_one_kind(one, two)


def of_one_kind(one: Whom, two: Whom) -> bool:
    """Whether nouns that call the same people in turn stand on both sides: soldiers, and troops."""
    return not _are_parts_of_others(one[0], two[0]) and any(one[1] & kind and two[1] & kind for kind in _KINDS)


def _are_parts_of_others(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether each side is of others that are known: Kurdish and Tuareg fighters, one of Hamas and one of Hezbollah."""
    owners = [{_owner(who) for who in side} for side in (one, two)]
    known = all(owners) and not any(owner.startswith("own") for side in owners for owner in side)
    return known and not owners[0] & owners[1]


def _owner(who: str) -> str:
    """Of "KEN:force:army" the state, of "people:kurds:fighters" the people, of "group:hamas:member" the group."""
    first, _, rest = who.partition(":")
    return first if first.isupper() or not rest else f"{first}:{rest.partition(':')[0]}"


def _begins_anew(parse: Parse, later: Telling, counts: bool) -> bool:
    """Whether words of the sentence say that it tells of another deed; "also wounded" only goes on counting."""
    start, end = parse.sentences[later.sentence]
    before = {child.lower for child in parse.children(later.head)}
    if before & (_SWEEPING | {"later"}) or (before & {"a", "an"} and parse.tokens[later.head].dep == "nsubj"):
        return True  # "| a | bombing shook the town", "| later | that day aircraft struck"
    return any(t.lower in _ANEW or (t.lower == "also" and not counts) for t in parse.tokens[start:end])


def _is_of_many(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "The latest launch shook Kest. Orland has made dozens of | launches |": many, of which that was one."""
    one, two = parse.tokens[earlier.head], parse.tokens[later.head]
    return one.tag == "NN" and two.tag == "NNS" and parse.tokens[two.head].is_noun and not _has_article(parse, two)


_AFTERWARDS = frozenset({"then", "later", "subsequently", "afterwards"})


def _is_of_another(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Seized a nurse in Kest. | A | nurse was seized in Orli": whoever is told of anew is another."""
    if later.event.mode is None or later.event.mode != earlier.event.mode:
        return False  # "killed a soldier": perhaps by the bomb told of before
    told = parse.children(later.head, "obj", "nsubj:pass") if parse.tokens[later.head].is_verb else ()
    alike = (c for c in told if c.tag == "NN" and c.lemma.lower() in earlier.suffering)
    return any(articles(parse, c) & {"a", "an"} for c in alike)


def _follows(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "The force shot a driver. Armed men | then | clashed with it": what others did next."""
    first = parse.tokens[parse.sentences[later.sentence][0]].lower
    after = {c.lower for c in parse.children(later.head, "advmod")} | {first}
    return bool(after & _AFTERWARDS and later.acting) and not later.doers <= earlier.doers


def attackers_fall(earlier: Telling, later: Telling) -> bool:
    """ "Gunmen stormed a hotel. Two of | the attackers | were killed": what befell them is no harm that they did."""
    fallen = later.suffering & {"attacker", "assailant", "kidnapper", "hijacker", "abductor", "captor"}
    return bool(fallen) and bool(earlier.acting or earlier.struck) and not earlier.suffering & fallen


def _is_of_war(parse: Parse, later: Telling) -> bool:
    """ "Jets hit a mill. Some 900 people have been killed | in the conflict |": in all of it, and not by the jets."""
    told = parse.children(later.head, "obl") if parse.tokens[later.head].is_verb else ()
    return any(c.lemma.lower() in _WARS and any(t.lower == "in" for t in parse.children(c.i, "case")) for c in told)


_WARS = frozenset("war conflict insurgency uprising rebellion campaign".split())


def _is_of_his_own(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "A guard killed the gunman. Troops raided | his | village": what is his is struck after him."""
    if not parse.tokens[later.head].is_verb or later.event.tolls or earlier.struck or not earlier.suffering:
        return False
    struck = parse.children(later.head, "obj", "nsubj:pass")
    return any(o.lower in {"his", "her"} for c in struck for o in parse.children(c.i, "nmod:poss"))


_WARDING = frozenset({"intercept", "foil", "repel", "thwart"})


def _wards_off(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "The missile was | intercepted |. The Front has launched dozens": to ward one off is not to launch them."""
    one, two = (parse.tokens[t.head].lemma.lower() in _WARDING for t in (earlier, later))
    return one and not two


def leads_away(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """Whether the later sentence turns to others, to another place, day or war, or to what came next."""
    if days_apart(parse, earlier.head, later.head) or _is_of_many(parse, earlier, later):
        return True
    if _is_of_war(parse, later) and not _is_lasting(parse, earlier.event):
        return True
    away = (_is_of_his_own, _wards_off, _follows, is_elsewhere, _is_of_another)
    return any(rule(parse, earlier, later) for rule in away)


def is_elsewhere(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Attacks across the city wounded five. | And in Orli, | a guard was shot": the place is what is new."""
    start, end = parse.sentences[later.sentence]
    at = start + (parse.tokens[start].lower in {"and", "but", "also"})
    if at >= end or parse.tokens[at].lower not in {"in", "at", "near", "outside"} or _points(parse, later):
        return False
    first = at + 1
    while first < end and parse.tokens[first].lower in _PARTS_OF_LAND:
        first += 1
    name = next((n for n in parse.names if at < n.start <= first), None)
    land = later.place is not None and name is not None and name.label == "organisation"  # "In | the West Bank |"
    if name is None or not (name.label == "place" or land):
        return False
    if later.place is not None and name.start == at + 1:
        return later.place != earlier.place
    told = parse.tokens[parse.sentences[earlier.sentence][0] : start]
    return later.place != earlier.place and all(t.text != parse.tokens[name.end - 1].text for t in told)


_PARTS_OF_LAND = frozenset(
    "the neighboring neighbouring nearby northern southern eastern western central northeastern northwestern "
    "southeastern southwestern".split()
)


def _ways_differ(one: Event, two: Event) -> bool:
    if one.mode == two.mode or one.type == "PROTEST":
        return False
    if one.type == "CONSULT" and "visit" in {one.mode, two.mode}:  # "toured a camp. He met the king": here and there
        return True
    if one.type == "ASSAULT":
        return bool({one.mode, two.mode} & _BODILY)
    return one.mode is not None and two.mode is not None


def _is_lasting(parse: Parse, event: Event) -> bool:
    return not _LASTING.isdisjoint(parse.report.words(event.trigger).lower().split())


def _figures(event: Event) -> set[tuple[str, int]]:
    """The plain figures of a toll; "soldiers" alone, two or more, is none."""
    counts = ((t.effect, t.count) for t in event.tolls if t.count.low is not None)
    return {(e, c.low or 0) for e, c in counts if (c.low or 0) > _FEW or (c.low == c.high == _FEW)}


def figures_differ(one: Event, two: Event) -> bool:
    """Whether both tell a toll of one effect, and neither is about the other."""
    known = {t.effect: t.count.low or 0 for t in one.tolls if not is_bare_plural(t)}
    told = [t for t in two.tolls if not is_bare_plural(t)]
    return any(t.effect in known and not _about(known[t.effect], t.count.low or 0) for t in told)


def _about(one: int, two: int) -> bool:
    """ "Nearly 30 people ... 28 suspects": a round figure for the other."""
    return one == two or (max(one, two) % 10 == 0 and max(one, two) - min(one, two) <= max(one, two) // 10)


def _only_counts(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """Whether the later telling only counts who suffered otherwise: "four officers were wounded in the attack"."""
    one, two = ({t.effect for t in telling.event.tolls} for telling in (earlier, later))
    if later.place is not None and earlier.place is None and not _points(parse, later):
        return False  # "Nine were wounded in Belmar": of another blast, perhaps
    same_means = later.event.mode in {None, earlier.event.mode}
    return bool(two) and not one & two and bool(one or earlier.event.mode) and not later.acting and same_means


def _points(parse: Parse, later: Telling) -> bool:
    """Whether the sentence takes up what was told: "ten others", "in the attack"."""
    start, end = parse.sentences[later.sentence]
    told = [t for t in parse.tokens[start:end] if t.lower in {"other", "others"} or t.lemma.lower() in _BLOWS]
    return any(t.lemma.lower() not in _BLOWS or _has_article(parse, t) for t in told)


def _has_article(parse: Parse, noun: Token) -> bool:
    return bool(articles(parse, noun) & {"the", "this"})


_BLOWS = frozenset("attack blast explosion bombing shooting clash raid strike ambush assault incident".split())
