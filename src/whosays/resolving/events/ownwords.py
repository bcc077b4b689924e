"""What the words of a telling say against an earlier one: whose deed it names, where, on which day, what it follows.

"Jets bombed two mills. The shelling of the harbour ...": a noun that says by itself which deed it means takes up no
other, however near and however alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from whosays.parse import Parse
from whosays.resolving.events.newness import DEFINITE, articles
from whosays.resolving.events.otherdeeds import OTHER_DEEDS
from whosays.resolving.events.retelling import may_be
from whosays.resolving.events.spokenof import BLOWS
from whosays.resolving.events.tellings import LED_TO, Telling

_NOBODY: frozenset[str] = frozenset()
_ONTO = frozenset({"of", "on", "upon", "against"})
_HUNG = ("nmod", "nmod:poss", "compound", "obl")
_BLOWS = frozenset(
    """attack blast explosion bombing shooting clash raid strike airstrike ambush assault incident shelling
    bombardment offensive""".split()
)
_SWEEPING = frozenset("strike airstrike bombing shelling bombardment raid ambush blast explosion shooting".split())
_NATIONALS = frozenset({"national", "citizen", "resident", "local"})  # anybody of a place
_TIED = frozenset({"connect", "link", "relate", "tie"})
_REPELLING = frozenset({"repel", "repulse", "thwart", "foil", "fend", "avert"})
_TAKING_GROUND = frozenset({"seize", "retake", "recapture", "capture", "take", "occupy", "overrun", "besiege", "enter"})
_GOING_ON = frozenset({"fighting", "clash", "war", "conflict", "violence", "combat", "hostility"})
_FROM_AFAR = frozenset({"aerial", "drone", "heavy-weapons"})
_BY_HAND = frozenset({"unconventional", "explosives", "suicide-attack", "primitive", "beat", "sexual", "torture"})


def _of_others(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Kills rival cooks ... | the killing of bakers |", "bombed a mill ... the assault on the harbour"."""
    if parse.tokens[later.head].is_verb or later.named_recipients & earlier.recipients:
        return False
    below = {parse.tokens[i].lemma.lower() for i in _told_below(parse, later.head)}
    people, things = later.suffering & below, later.struck & below
    if people and earlier.suffering and not _may_be_they(earlier, later):
        return True
    if _is_land(parse, earlier):  # "an assault on Kest ... the shelling of the mills": there, perhaps
        return False
    return bool(things and earlier.struck) and not may_be((_NOBODY, earlier.struck), (_NOBODY, later.struck))


def _is_land(parse: Parse, telling: Telling) -> bool:
    start, end = parse.sentences[telling.sentence]
    names = (n for n in parse.names if n.label == "place" and start <= n.start < end)
    return any(parse.tokens[i].lemma.lower() in telling.struck for n in names for i in range(n.start, n.end))


def _may_be_they(earlier: Telling, later: Telling) -> bool:
    """Whether those who suffer may be the same; a name and a description of one person may."""
    if earlier.victims or later.victims:
        return True
    numbers = [{t.count.low for t in telling.event.tolls} for telling in (earlier, later)]
    if (later.suffering | earlier.suffering) & _NATIONALS and (numbers[0] & numbers[1] or not all(numbers)):
        return True
    return may_be((earlier.recipients, earlier.suffering), (later.recipients, later.suffering))


def _told_below(parse: Parse, noun: int) -> Iterator[int]:
    """The words that a noun is told of by itself: "the killing | of bakers |"; none of a clause."""
    for child in parse.children(noun, *_HUNG):
        if child.dep in {"nmod", "obl"} and parse.case(child.i) not in _ONTO:
            continue  # "the bombing | near a mill |"
        yield child.i
        yield from (c.i for c in parse.children(child.i, "conj"))


def _side_by_side(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "The bombing of a mill, | the raid | on a harbour and the looting": one after the other in a list."""
    if earlier.sentence != later.sentence:
        return False
    one, two = (parse.tokens[t.head] for t in (earlier, later))
    return not one.is_verb and two.dep == "conj" and two.head == one.i and bool(later.suffering | later.struck)


def _of_another_name(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Talks last week led to nothing. | The Kest conference |": named by a place that the earlier one lacks."""
    token = parse.tokens[later.head]
    if token.is_verb or not token.is_noun:
        return False
    beside = [c for c in parse.children(token.i, "compound", "amod", "nmod:desc") if c.tag.startswith("NNP")]
    places = parse.named("place")
    names = [c for c in beside if c.i in places and c.i < token.i]
    start, end = parse.sentences[earlier.sentence]
    known = {t.lower for t in parse.tokens[start:end]}
    return len(names) == 1 and names[0].lower not in known and not (earlier.place and earlier.place == later.place)


def _one_of_many(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Wanted for | two other shootings |. Holub survived the attack", "| offensives | ... the offensive"."""
    one, two = parse.tokens[earlier.head], parse.tokens[later.head]
    if one.is_verb or two.is_verb or earlier.sentence == later.sentence or {one.tag, two.tag} != {"NN", "NNS"}:
        return False
    if later.event.type != "ASSAULT":
        return False
    many = one if one.tag == "NNS" else two
    numbered = any(c.lower not in {"one", "1"} for c in parse.children(many.i, "nummod"))
    return numbered or (many is one and one.lemma.lower() == two.lemma.lower())


def _from_other_ground(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Withdraws from Kest ... the withdrawal of half the force in Orli": from there, and from here."""
    if (later.event.type, later.event.mode) != ("RETREAT", "withdraw") or earlier.event.mode != "withdraw":
        return False
    left = [_left(parse, t.head) for t in (earlier, later)]
    return bool(left[0] and left[1]) and not left[0] & left[1]


def _left(parse: Parse, head: int) -> frozenset[str]:
    """The places that somebody leaves: "from Kest", "their presence in Kest"."""
    below = set(parse.subtree(head))
    roots = {parse.root_of(n.start, n.end) for n in parse.names if n.label == "place" and n.start in below}
    return frozenset(parse.tokens[r].lower for r in roots if parse.case(r) in {"from", "in"})


def _is_likened(parse: Parse, _earlier: Telling, later: Telling) -> bool:
    """ "The fall of Kest came fast, unlike | the siege of Orli |": another, named for comparison."""
    noun = parse.tokens[later.head]
    if noun.is_verb:
        return False
    opened = {c.lower for c in parse.children(noun.i, "case", "mark")}
    over = parse.tokens[noun.head]
    deed = any(c.lemma.lower() in BLOWS and articles(parse, c) & DEFINITE for c in parse.children(over.i, "nsubj"))
    recalled = noun.dep == "obj" and over.lemma.lower() in _RECALLING and deed
    return bool(opened & {"like", "unlike"}) or recalled


_RECALLING = frozenset({"recall", "echo", "resemble", "evoke", "rival", "mirror"})  # "the killing recalled that of"


def _of_one(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Foreigners who are held there ... | the detention of a baker |": of one who is told of here first."""
    noun = parse.tokens[later.head]
    if noun.is_verb or noun.tag == "NNS" or earlier.sentence == later.sentence or later.named_recipients:
        return False
    whom = [c for c in parse.children(noun.i, "nmod") if parse.case(c.i) == "of" and c.lemma.lower() in later.suffering]
    if len(whom) != 1 or whom[0].tag != "NN" or not articles(parse, whom[0]) & {"a", "an"}:
        return False
    told = [t.count for t in earlier.event.tolls]
    return bool(told) and all((c.low or 0) > 1 for c in told) and bool(earlier.suffering)


def _has_own_aim(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Fighters shot two bakers who fled. | The battle to take the mill |": known by what it is fought for."""
    noun = parse.tokens[later.head]
    if noun.is_verb or noun.lemma.lower() not in _WAGED or earlier.sentence == later.sentence:
        return False
    aims = [c for c in parse.children(noun.i, "acl") if any(m.lower == "to" for m in parse.children(c.i, "mark"))]
    shot = bool(earlier.suffering) or earlier.event.mode == "firearms"
    return bool(aims) and parse.tokens[earlier.head].is_verb and shot and not earlier.struck


_WAGED = frozenset({"battle", "offensive", "campaign", "siege", "operation", "fight"})


def _of_another_day(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Jets struck a mill. ... who took part in | the May 4 attacks |": known by a day of its own."""
    token = parse.tokens[later.head]
    if token.is_verb or later.event.when.start is None or earlier.event.when.start is not None:
        return False
    below = set(parse.subtree(token.i))
    dated = [t for t in parse.times if t.kind == "date" and t.end <= token.i and t.start in below]
    return any(any(x.tag == "CD" for x in parse.tokens[t.start : t.end]) for t in dated)


def _is_perhaps_tied(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "The police look into whether | the murder of a judge is connected |": another deed."""
    token = parse.tokens[later.head]
    above = parse.tokens[token.head]
    return earlier.sentence != later.sentence and token.dep in {"nsubj", "nsubj:pass"} and above.lemma.lower() in _TIED


def _is_warded_off(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Killed thirty rebels | repelling an assault |": what they met with was no deed of theirs."""
    verb = parse.tokens[parse.tokens[later.head].head]
    if earlier.sentence != later.sentence or parse.tokens[later.head].is_verb:
        return False
    return parse.tokens[later.head].dep == "obj" and verb.lemma.lower() in _REPELLING and verb.i != earlier.head


def _takes_ground(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Retook the town. ... the gas attack on the town": to take ground is one thing, to gas it another."""
    one, two = (parse.tokens[t.head] for t in (earlier, later))
    gained = two.is_verb and two.lemma.lower() in _TAKING_GROUND and bool(later.struck) and not later.suffering
    if gained and earlier.sentence != later.sentence and earlier.suffering and not earlier.struck:
        return True  # "nine are killed in fighting. Rebels claim to have taken over a village"
    gains = two.is_verb and two.lemma.lower() in _TAKING_GROUND and bool(later.struck)
    going_on = not one.is_verb and bool(_GOING_ON & {one.lower, one.lemma.lower()})
    if gains and earlier.sentence != later.sentence and going_on:
        return True  # "fighting drove millions out. The Front seized the town in May"
    taking = one.is_verb and one.lemma.lower() in _TAKING_GROUND and bool(earlier.struck)
    had = any(c.lower == "had" for c in parse.children(two.i, "aux"))  # "retook the town. Jets | had bombed | it"
    other = later.event.mode in (_BY_HAND | _FROM_AFAR if had else _BY_HAND)
    return taking and other and earlier.event.mode is None


def _comes_after(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "A blast tore down a mill. Gunmen attacked it | after the blast |": that blast, and then another deed."""
    if not parse.tokens[later.head].is_verb or earlier.sentence == later.sentence:
        return False
    verbs = [parse.tokens[later.head]]
    verbs += [parse.tokens[verbs[0].head]] if verbs[0].dep in {"advcl", "conj"} else []
    behind = (c for v in verbs for c in parse.children(v.i, "obl") if parse.case(c.i) in LED_TO)
    doing = any(r.part == "actor" for r in later.event.roles)
    return doing and any(c.lemma.lower() in _BLOWS and articles(parse, c) & DEFINITE for c in behind)


def _by_other_blows(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Fighting broke out. Nine cooks were killed | in strikes on Sunday |": in blows that are told of anew."""
    verb = parse.tokens[later.head]
    if not verb.is_verb or earlier.sentence == later.sentence or earlier.event.mode is None:
        return False
    told = [c for c in parse.children(verb.i, "obl", "obl:agent") if c.lemma.lower() in _SWEEPING]
    start, end = parse.sentences[earlier.sentence]
    before = {t.lemma.lower()[-6:] for t in parse.tokens[start:end]}
    return any(not articles(parse, c) & DEFINITE and c.lemma.lower()[-6:] not in before for c in told)


def _in_other_trials(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Was jailed on Monday. He had | already | been jailed in two | other trials |"."""
    if later.event.mode not in {"convict", "allege"} or earlier.sentence == later.sentence:
        return False
    start, end = parse.sentences[later.sentence]
    tokens = parse.tokens[start:end]
    other = any(t.lower in _OTHER and parse.tokens[t.head].lemma.lower() in _TRIALS for t in tokens)
    already = any(c.lower in {"already", "previously"} for c in parse.children(later.head, "advmod"))
    return other or (already and any(c.lower == "had" for c in parse.children(later.head, "aux")))


def _is_warded_off_itself(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Orland stepped up its attacks. Guns downed nine drones | launched by Orland |": those drones alone."""
    verb = parse.tokens[later.head]
    if earlier.sentence == later.sentence or verb.dep not in {"acl", "acl:relcl"}:
        return False
    means = parse.tokens[verb.head]
    return means.dep == "obj" and parse.tokens[means.head].lemma.lower() in _DOWNING


_DOWNING = frozenset({"down", "intercept", "shoot", "destroy", "repel"})


def _after_background(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Retook the mill. Rebels | had taken | it in May. Nine cooks were killed": not then, but now."""
    one, two = (parse.tokens[t.head] for t in (earlier, later))
    if not (one.is_verb and two.is_verb) or earlier.sentence >= later.sentence or later.named_recipients:
        return False
    if not later.event.tolls or earlier.event.tolls or one.dep in {"ccomp", "xcomp"}:  # "said it | had taken | it"
        return False
    had = [any(c.lower == "had" for c in parse.children(v.i, "aux")) for v in (one, two)]
    return had == [True, False] and two.tag in {"VBD", "VBN"}


def _is_told_between(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Fighting broke out. It began after | an ambush |. The ambush killed nine": that ambush, and no fighting."""
    noun = parse.tokens[later.head]
    if noun.is_verb or noun.tag != "NN" or earlier.sentence >= later.sentence or "the" not in articles(parse, noun):
        return False
    lemma = noun.lemma.lower()
    if lemma not in _SWEEPING or lemma in parse.report.words(earlier.event.trigger).lower():
        return False
    first = max(earlier.sentence + 1, later.sentence - 2)
    between = parse.tokens[parse.sentences[first][0] : parse.sentences[later.sentence][0]]
    return any(t.lemma.lower() == lemma and articles(parse, t) & {"a", "an"} for t in between)


_OTHER = frozenset({"other", "another", "separate", "earlier", "previous"})
_TRIALS = frozenset({"trial", "case", "proceeding", "verdict", "conviction"})

_RULES: tuple[Callable[[Parse, Telling, Telling], bool], ...] = (
    _of_others, _side_by_side, _of_another_name, _of_another_day, _is_perhaps_tied, _is_warded_off, _takes_ground,
    _comes_after, _by_other_blows, _in_other_trials, _is_likened, _of_one, _has_own_aim,
    _one_of_many, _from_other_ground, _after_background, _is_warded_off_itself,
    _is_told_between, *OTHER_DEEDS,
)  # fmt: skip


def is_another(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """Whether words of the later telling say that it is no telling of the earlier deed."""
    if earlier.event.type != later.event.type:
        return False
    return any(rule(parse, earlier, later) for rule in _RULES)
