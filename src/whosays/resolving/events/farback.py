"""The same deed told once more far on in a report: the one offensive of a state, the launch, the driver's arrest.

Background paragraphs name the deed of the lead again by a definite noun, or tell that nobody did it, or what had been
decided. Each rule is evidence as in :mod:`whosays.resolving.events.sameness`.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from whosays.parse import Parse, Token
from whosays.records import Reason, Role, Toll
from whosays.resolving.events.newness import ANOTHER, BEFORE, DEFINITE, RANKED, articles, says
from whosays.resolving.events.retelling import figures_differ, may_be
from whosays.resolving.events.tellings import Telling
from whosays.resolving.events.wronged import SO_CALLED

_PLAIN = frozenset({"happened", "ongoing"})
_OFFENSIVES = frozenset({"offensive", "incursion", "invasion", "assault", "operation", "campaign", "intervention"})
_OTHER = (ANOTHER | BEFORE | RANKED) | frozenset(
    "new first fresh latest next final last other others previous separate similar renewed earlier planned".split()
)
_NOBODY: frozenset[str] = frozenset()
_FAR, _NEAR = 20, 5  # sentences


def _known(ids: frozenset[str]) -> bool:
    return bool(ids) and all(not i.startswith(("own:", "words:")) for i in ids)


def _deed_nouns(parse: Parse, telling: Telling) -> set[str]:
    """The nouns of a trigger: of "launched a ground offensive" the offensive."""
    start, end = parse.tokens_of(telling.event.trigger)
    return {t.lemma.lower() for t in parse.tokens[start:end] if t.is_noun} | {parse.tokens[telling.head].lemma.lower()}


def _is_definite(parse: Parse, noun: Token) -> bool:
    """ "The invasion", "Orland's invasion", "its invasion"; "a new one" is another."""
    described = {c.lower for c in parse.children(noun.i, "amod", "det")}
    owned = parse.children(noun.i, "nmod:poss")
    return bool(articles(parse, noun) & DEFINITE or owned) and not described & _OTHER and noun.tag == "NN"


def the_offensive(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Orland launched an offensive in May ... since | Orland's incursion | began": a state wages one at a time."""
    noun = parse.tokens[later.head]
    if noun.is_verb or noun.lemma.lower() not in _OFFENSIVES or not _deed_nouns(parse, earlier) & _OFFENSIVES:
        return None
    if {earlier.event.status, later.event.status} - _PLAIN or earlier.event.type != "ASSAULT":
        return None
    same = _known(later.doers) and later.doers <= earlier.doers and earlier.sentence < later.sentence
    if not same or not _is_definite(parse, noun) or figures_differ(earlier.event, later.event):
        return None
    people = ((earlier.recipients, earlier.suffering), (later.recipients, later.suffering))
    things = ((_NOBODY, earlier.struck), (_NOBODY, later.struck))
    if not may_be(*people) or not (may_be(*things) or _places(parse, earlier) & _places(parse, later)):
        return None
    return Reason(rule="same-offensive", detail="the offensive of the same side", weight=0.8)


def are_offensives(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Orland launched an offensive on Kest. ... outrage over | the assault |": of nobody else, as far as is told."""
    noun = parse.tokens[later.head]
    ahead = earlier.event.type == "ASSAULT" and {earlier.event.status, later.event.status} <= _PLAIN
    waged = noun.lemma.lower() in _OFFENSIVES and bool(_deed_nouns(parse, earlier) & _OFFENSIVES)
    the = bool(articles(parse, noun) & DEFINITE) and not parse.children(noun.i, "nmod:poss")
    return ahead and waged and the and not later.doers and not later.acting and _is_definite(parse, noun)


def _places(parse: Parse, telling: Telling) -> frozenset[str]:
    """The names of places that stand below the deed's word: "the assault on the town of | Kest |"."""
    below = set(parse.subtree(telling.head))
    return frozenset(
        parse.tokens[n.end - 1].lower for n in parse.names if n.label == "place" and n.start in below and n.start >= 0
    )


def on_the_same_thing(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "An airstrike hit a fuel depot ... the fire from | last night's airstrike on the depot |": the very thing."""
    noun = parse.tokens[later.head]
    if noun.is_verb or noun.lemma.lower() not in _deed_nouns(parse, earlier) or noun.tag != "NN":
        return None
    if {earlier.event.status, later.event.status} - _PLAIN or earlier.sentence >= later.sentence:
        return None
    if not _is_definite(parse, noun) or figures_differ(earlier.event, later.event) or later.event.type != "ASSAULT":
        return None
    told = [c for c in parse.children(noun.i, "nmod") if parse.case(c.i) in {"on", "of", "against", "upon"}]
    the = any(articles(parse, c) & {"the", "this", "that"} and c.lemma.lower() in earlier.struck for c in told)
    named = any(parse.tokens[c.i].lower in _places(parse, earlier) for c in told)
    doers = ((earlier.doers, earlier.acting), (later.doers, later.acting))
    if not (the or named) or not may_be(*doers):
        return None
    return Reason(rule="same-target", detail="the same deed on the same thing", weight=0.8)


_MISSILES = frozenset({"launch", "test", "firing", "launching", "shot", "test-firing"})


def the_launch(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Orland has fired a missile ... | Orland launches missile |" under a picture: the news, told once more."""
    one, two, verb = earlier.event, later.event, parse.tokens[later.head]
    if (one.type, one.mode) != ("MOBILIZE", "weapons") or (two.type, two.mode) != (one.type, one.mode):
        return None
    if {one.status, two.status} != {"happened"} or not _known(later.doers) or earlier.doers != later.doers:
        return None
    if two.when.start is not None or not 0 < later.sentence - earlier.sentence <= _FAR or not verb.is_verb:
        return None
    aux = {c.lower for c in parse.children(verb.i, "aux")}
    now = (verb.tag in {"VBZ", "VBP"} and not aux) or bool(aux & {"has", "have"})
    single = [_sent_singly(parse, t) for t in (earlier, later)]
    if not now or not all(single) or says(parse, later.sentence, _OTHER - {"first", "last"}):
        return None
    return Reason(rule="same-launch", detail="the launch that was told before", weight=0.75)


def _sent_singly(parse: Parse, telling: Telling) -> bool:
    verb = parse.tokens[telling.head]
    if not verb.is_verb:
        return verb.tag == "NN"
    told = parse.children(verb.i, "obj", "nsubj:pass")
    return bool(told) and all(c.tag in {"NN", "NNP"} and not parse.children(c.i, "nummod", "conj") for c in told)


_ANYBODY = frozenset("man woman person suspect people one other official leader member militant fighter boy".split())


def the_arrested(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "The driver has been arrested. ... | The 40-year-old driver | is being held": there is one of him."""
    one, two = earlier.event, later.event
    if {(e.type, e.mode) for e in (one, two)} != {("COERCE", "arrest")} or {one.status, two.status} - _PLAIN:
        return None
    nouns = [_arrested(parse, t) for t in (earlier, later)]
    if nouns[0] is None or nouns[1] is None or nouns[0].lemma.lower() != nouns[1].lemma.lower():
        return None
    if nouns[1].lemma.lower() in _ANYBODY or not articles(parse, nouns[1]) & {"the"}:
        return None
    if articles(parse, nouns[0]) - {"the", "a", "an"} or not 0 < later.sentence - earlier.sentence <= 2 * _FAR:
        return None
    doers = ((earlier.doers, earlier.acting), (later.doers, later.acting))
    if not may_be(*doers) or says(parse, later.sentence, _OTHER - {"last", "first", "latest"}):
        return None
    return Reason(rule="same-captive", detail="the one who was told to be held", weight=0.8)


def _arrested(parse: Parse, telling: Telling) -> Token | None:
    """The one person, called by a noun, whom an arrest is told of."""
    verb = parse.tokens[telling.head]
    told = parse.children(verb.i, "obj", "nsubj:pass") if verb.is_verb else ()
    if verb.dep == "acl:relcl" and verb.is_verb:
        told = tuple(parse.tokens[verb.head] if c.lower in {"who", "whom", "that"} else c for c in told)
    plain = len(told) == 1 and told[0].tag == "NN" and not parse.children(told[0].i, "conj")
    return told[0] if plain and len(telling.event.tolls) <= 1 else None


def still_undone(_parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Did not shoot down the missile. ... The army had decided not to shoot it down": one thing not done."""
    one, two = earlier.event, later.event
    if {one.status, two.status} != {"negated"} or one.mode != two.mode or later.sentence <= earlier.sentence:
        return None
    sided = bool(earlier.sides and later.sides and all(earlier.sides) and all(later.sides))
    sided = sided and bool(frozenset().union(*earlier.sides) & frozenset().union(*later.sides))
    same = (_known(later.doers) and earlier.doers == later.doers) or sided
    onto = bool(earlier.struck & later.struck or earlier.recipients & later.recipients)
    if not same or not onto or later.sentence - earlier.sentence > _FAR:
        return None
    return Reason(rule="undone-again", detail="the same is told again not to have been done", weight=0.75)


def tried_by_those(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Guards nearly killed the king. ... | the men who had tried to murder him |": those, and then."""
    if {earlier.event.status, later.event.status} != {"attempted"} or earlier.event.type != "ASSAULT":
        return None
    if not 0 < later.sentence - earlier.sentence <= _FAR // 2 or not parse.tokens[later.head].is_verb:
        return None
    clause = next((a for a in (parse.tokens[later.head], *parse.ancestors(later.head)) if a.dep == "acl:relcl"), None)
    who = parse.tokens[clause.head] if clause is not None else None
    people = ((earlier.recipients, earlier.suffering - {"leader"}), (later.recipients, later.suffering))
    if who is None or not articles(parse, who) & {"the", "those"} or earlier.victims or not earlier.recipients:
        return None
    pronoun = parse.children(later.head, "obj")
    him = bool(pronoun) and pronoun[0].lower in {"him", "her", "them"}
    if not (him or may_be(*people)) or who.lemma.lower() not in _THOSE:
        return None
    return Reason(rule="same-attempt", detail="by those who were told to have tried it", weight=0.75)


_THOSE = frozenset({"man", "people", "person", "one", "attacker", "gunman", "plotter", "guard", "those"})


def counted_exactly(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "The Front killed more than 80 people. A group said | 83 people were killed by it |": the same, counted."""
    one, two = ([t.count for t in x.event.tolls if t.effect == "killed"] for x in (earlier, later))
    if later.sentence - earlier.sentence != 1 or len(one) != 1 or len(two) != 1 or earlier.event.type != "ASSAULT":
        return None
    low, exact = one[0].low or 0, two[0].low or 0
    about = low >= _MANY and one[0].high is None and two[0].low == two[0].high and low <= exact <= low + low // 10
    same = bool(later.doers) and earlier.doers == later.doers and {earlier.event.status, later.event.status} <= _PLAIN
    if not about or not same or says(parse, later.sentence, _OTHER - {"first", "last"}):
        return None
    return Reason(rule="counted", detail="the same people, counted exactly", weight=0.8)


_MANY = 10


def sued_once(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "The attorney who sued the charity ... That is why | she filed suit against the charity |"."""
    one, two = earlier.event, later.event
    if {(e.type, e.mode, e.status) for e in (one, two)} != {("ACCUSE", "allege", "happened")}:
        return None
    suing = [bool({t.lemma.lower() for t in _words(parse, x)} & {"sue", "suit", "lawsuit"}) for x in (earlier, later)]
    same = _known(later.recipients) and earlier.recipients == later.recipients
    if not all(suing) or not same or not 0 < later.sentence - earlier.sentence <= _NEAR:
        return None
    they = later.acting <= {"she", "he", "it", "they"} or earlier.doers == later.doers
    if not they or says(parse, later.sentence, _OTHER):
        return None
    return Reason(rule="same-suit", detail="the suit that was told of before", weight=0.75)


def _words(parse: Parse, telling: Telling) -> tuple[Token, ...]:
    return tuple(parse.tokens[i] for i in range(*parse.tokens_of(telling.event.trigger)))


_ASKED = frozenset({"request", "appeal", "bid", "plea", "offer", "proposal"})


def the_request(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A court rejected a request to hand over Ruiz. ... had rejected | the request | to hand over Ana Ruiz"."""
    one, two = earlier.event, later.event
    if one.type != "REJECT" or one.mode != two.mode or {one.status, two.status} != {"happened"}:
        return None
    told = [[c for c in parse.children(t.head, "obj") if c.lemma.lower() in _ASKED] for t in (earlier, later)]
    if not all(told) or told[0][0].lemma.lower() != told[1][0].lemma.lower() or not articles(parse, told[1][0]):
        return None
    names = [_people_below(parse, nouns[0].i) for nouns in told]
    near = 0 < later.sentence - earlier.sentence <= _FAR and "the" in articles(parse, told[1][0])
    if not near or not names[0] & names[1] or says(parse, later.sentence, _OTHER - {"first", "last"}):
        return None
    return Reason(rule="same-request", detail="what was asked, and refused, is the same", weight=0.8)


def _people_below(parse: Parse, noun: int) -> frozenset[str]:
    below = set(parse.subtree(noun))
    return frozenset(
        parse.tokens[n.end - 1].lower for n in parse.names if n.label == "person" and n.start in below and n.end > 0
    )


def bounty_told(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Placed a bounty on the plotter. ... has offered a reward to whoever kills him": one price on one head."""
    one, two = earlier.event, later.event
    if {(e.type, e.mode, e.status) for e in (one, two)} != {("THREATEN", "arrest", "happened")}:
        return None
    priced = [bool({t.lemma.lower() for t in _words(parse, x)} & {"bounty", "reward"}) for x in (earlier, later)]
    same = earlier.doers == later.doers or not later.doers
    if not all(priced) or not same or not 0 < later.sentence - earlier.sentence <= _NEAR or later.named_recipients:
        return None
    return None if says(parse, later.sentence, _OTHER) else Reason(rule="same-bounty", detail="same price", weight=0.75)


_DEALS = frozenset({"deal", "agreement", "accord", "pact", "treaty"})


def left_the_pact(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Orland is leaving the 2015 pact. ... would pay | for withdrawing from the 2015 accord |": left once."""
    one, two = earlier.event, later.event
    if {(e.type, e.mode) for e in (one, two)} != {("SANCTION", "withdraw")} or {one.status, two.status} - _PLAIN:
        return None
    pacts = [any(parse.tokens[i].lemma.lower() in _DEALS for i in parse.subtree(t.head)) for t in (earlier, later)]
    same = _known(later.doers) and earlier.doers == later.doers and earlier.sentence < later.sentence
    return Reason(rule="same-exit", detail="leaves the same pact", weight=0.75) if same and all(pacts) else None


_SEVENTH = frozenset("fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())


def one_of_so_many(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A British nurse was killed. ... Holub is | the sixth Briton killed | there": his death, counted with others.

    "Police arrested a bishop. He is | the ninth priest to be detained | this year" is the same.
    """
    verb = parse.tokens[later.head]
    noun = parse.tokens[verb.head]
    if verb.dep not in {"acl", "acl:relcl"} or not noun.is_noun or not parse.children(noun.i, "cop"):
        return None
    ranked = {c.lower for c in parse.children(noun.i, "amod", "nummod")} & (_SEVENTH | RANKED | {"first", "latest"})
    effect = "arrested" if (later.event.type, later.event.mode) == ("COERCE", "arrest") else "killed"
    tolls = [t.count for t in earlier.event.tolls if t.effect == effect]
    alone = len(tolls) == 1 and tolls[0].low == tolls[0].high == 1
    held = noun.head if noun.dep == "xcomp" else noun.i  # "| is believed | to be the sixth"
    who = parse.children(held, "nsubj", "nsubj:pass")
    person = len(who) == 1 and (who[0].tag == "NNP" or who[0].lower in {"he", "she"})
    alone = alone and (earlier.sentence <= 1 or (person and who[0].lower in earlier.suffering))
    killed = any(t.effect == effect for t in later.event.tolls) and later.sentence > earlier.sentence
    if not ranked or not alone or not person or not killed or later.event.type not in {"ASSAULT", "COERCE"}:
        return None
    return Reason(rule=_COUNTED, detail="counts the one who was killed with others", weight=0.8)


_COUNTED = "one-of-so-many"
_SOON = 6  # sentences


def named_afterwards(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A former baker has been killed in Kest. Jan Holub ... It is said that | he died in a blast |": named since."""
    lead = earlier.sentence == 0 and 0 < later.sentence <= _SOON and not earlier.named_recipients
    if not lead or len(later.recipients) != 1 or not all(_killed_one(t) for t in (earlier, later)):
        return None
    told = [parse.tokens[i] for i in range(*parse.sentences[earlier.sentence])]
    whom = [
        t for t in told if t.lemma.lower() in earlier.suffering and t.tag == "NN" and articles(parse, t) & {"a", "an"}
    ]
    before = {t.lower for t in told}
    start = parse.sentences[earlier.sentence][1]
    end = parse.sentences[later.sentence][1]
    names = [n for n in parse.names if n.label == "person" and start <= n.start < end]
    people = {parse.tokens[n.end - 1].lower for n in names}
    called = {t.lower for n in names for t in parse.tokens[n.start : n.end]} | {"he", "she"}
    if len(whom) != 1 or len(people) != 1 or people & before or not later.suffering <= called:
        return None
    if says(parse, later.sentence, _OTHER - {"first", "last"}):
        return None
    return Reason(rule="named-since", detail="the one whom the lead describes is named since", weight=0.8)


def _killed_one(telling: Telling) -> bool:
    tolls = [t.count for t in telling.event.tolls]
    killed = all(t.effect == "killed" for t in telling.event.tolls)
    return killed and len(tolls) == 1 and tolls[0].low == tolls[0].high == 1


def completed(parse: Parse, kept: Telling, later: Telling, rule: str) -> tuple[Telling, Telling]:
    """Both tellings so that together they name each party once: as the later one knows it, where only that one does."""
    those = rule in _OF_THOSE and bool(later.suffering) and later.suffering <= SO_CALLED
    if (those or rule == "their-countryman") and kept.recipients:
        effects = {t.effect for t in kept.event.tolls}  # "arrested four cooks. | The four suspects | were held"
        others = tuple(t for t in later.event.tolls if t.effect not in effects)
        return kept, _with(later, tuple(r for r in later.event.roles if r.part != "recipient"), others)
    one_man = rule in _OF_ONE and all(_is_single(t) for t in (kept, later))
    if rule not in _COMPLETING | {"named-since-leaving"} and not one_man:
        return kept, later
    if rule == "named-since-leaving":  # "a minister resigned. | Jan Holub | quit": he is the minister
        return _with(kept, tuple(r for r in kept.event.roles if r.part != "actor"), kept.event.tolls), later
    parts = ("recipient",) if one_man else ("actor", "recipient")
    better = {p for p in parts if _is_named(parse, later, p) and not _is_named(parse, kept, p)}
    before = kept.event.roles if rule == _COUNTED else tuple(r for r in kept.event.roles if r.part not in better)
    told = {r.part for r in before}
    if one_man:
        roles = tuple(r for r in later.event.roles if r.part != "recipient" or "recipient" not in told)
        if rule == "named-next" and "actor" in told:  # "Orland freed a poet. Its guards freed | Ana Ruiz |"
            roles = tuple(r for r in roles if r.part != "actor")
        effect = next(
            (r.effect for r in kept.event.roles if r.part == "recipient"), None
        )  # "was killed ... the shooting"
        roles = tuple(_with_effect(r, effect) if r.part == "recipient" else r for r in roles)
        return _with(kept, before, kept.event.tolls), _with(later, roles, later.event.tolls)
    bare = {_COUNTED, "since-when", "by-count", "the-aircraft"}
    roles = () if rule in bare else tuple(r for r in later.event.roles if r.part not in told)
    if rule == _OF_STATES and "recipient" in {r.part for r in roles}:  # "the | Orland | invasion ... invaded Orland"
        before = tuple(r for r in before if r.part != "target")
    if "actor" in told:
        later = msgspec.structs.replace(later, doers=_NOBODY, acting=_NOBODY, sides=())
    effects = {t.effect for t in kept.event.tolls}
    tolls = () if rule in bare else tuple(t for t in later.event.tolls if t.effect not in effects)
    return _with(kept, before, kept.event.tolls), _with(later, roles, tolls)


def _with_effect(role: Role, effect: str | None) -> Role:
    return role if role.effect == "killed" or effect is None else msgspec.structs.replace(role, effect=effect)


_OF_ONE = frozenset(
    {"in-full", "named-since", "same-captives", "the-one-taken", "arrested-too", "the-named", "named-next"}
)
_OF_THOSE = frozenset({"same-people", "same-captives"})
_OF_STATES = "of-states"


def _with(telling: Telling, roles: tuple[Role, ...], tolls: tuple[Toll, ...]) -> Telling:
    return msgspec.structs.replace(telling, event=msgspec.structs.replace(telling.event, roles=roles, tolls=tolls))


def _is_single(telling: Telling) -> bool:
    """Whether one person suffers."""
    suffering = [r for r in telling.event.roles if r.part == "recipient"]
    counts = [t.count for t in telling.event.tolls] + [r.number for r in suffering if r.number is not None]
    return len(suffering) == 1 and len(telling.event.tolls) <= 1 and all(c.low == c.high == 1 for c in counts)


def _is_named(parse: Parse, telling: Telling, part: str) -> bool:
    """Whether those in a part are told by name; a man described by his nation is not."""
    ids = [telling.meant.get(r.mention or "", "words:") for r in telling.event.roles if r.part == part]
    names = {"own:" + parse.text(n.start, n.end).lower() for n in parse.names if n.label == "person"}
    return bool(ids) and all(i in names or not i.startswith(("own:", "words:")) for i in ids) and not _of_nation(ids)


def _of_nation(ids: list[str]) -> bool:
    return any(i.endswith(":people") or (len(i) > 4 and i[3:4] == ":" and "people" in i) for i in ids)


_COMPLETING = frozenset(
    """same-offensive same-target same-launch same-captive undone-again same-attempt counted same-suit
    same-request same-bounty same-exit same-gas same-siege same-ground meant-once done-to-them same-papers same-recall
    such-a-one done-already same-bombs same-battle since-when
    the-planned same-truce the-measure its-aim by-count the-aircraft its-object named-all""".split()
) | {_COUNTED, _OF_STATES}


def already_left(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "The minister resigned on Monday. ... his decision to quit": no plan any more, whatever the words say."""
    one, two = earlier.event, later.event
    if (one.type, one.mode, two.type, two.mode) != ("RETREAT", "resign", "RETREAT", "resign"):
        return None
    if one.status != "happened" or two.status != "planned" or not later.doers:
        return None
    same = earlier.doers == later.doers and later.sentence > earlier.sentence
    if any(parse.case(c.i) == "as" for c in parse.children(later.head, "obl", "nmod")):
        return None  # "resigned as leader ... will resign | as premier | in May"
    return Reason(rule="same-resignation", detail="the same person leaves office", weight=0.85) if same else None


def gas_there(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Orland used gas in Kest. ... | the gas attack on Kest |": one such attack on one place."""
    if {earlier.event.mode, later.event.mode} != {"unconventional"} or earlier.sentence >= later.sentence:
        return None
    if {earlier.event.status, later.event.status} - _PLAIN or figures_differ(earlier.event, later.event):
        return None
    nouns = [parse.tokens[t.head] for t in (earlier, later)]
    doers = ((earlier.doers, earlier.acting), (later.doers, later.acting))
    if any(n.tag in {"NNS", "NNPS"} for n in nouns) or not may_be(*doers):
        return None
    there = bool(_places(parse, earlier) & _places(parse, later))
    if not there or says(parse, later.sentence, _OTHER - {"first", "last", "latest"}):
        return None
    return Reason(rule="same-gas", detail="an attack with gas on the same place", weight=0.75)


FAR_BACK: tuple[Callable[[Parse, Telling, Telling], Reason | None], ...] = (
    the_offensive, on_the_same_thing, the_launch, the_arrested, still_undone, tried_by_those, counted_exactly,
    sued_once, the_request, bounty_told, left_the_pact, named_afterwards, gas_there,
)  # fmt: skip
