"""What is done, asked for or decided once, told again in other words: a launch, a demand, a recall, a passport taken.

Each is evidence as in :mod:`whosays.resolving.events.sameness`: it sees two tellings that nothing keeps apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from whosays.parse import Parse, Token
from whosays.records import Reason
from whosays.resolving.events.newness import ANOTHER, BEFORE, DEFINITE, RANKED, articles, of_long_ago, says
from whosays.resolving.events.retelling import figures_differ, may_be, of_one_kind
from whosays.resolving.events.tellings import Telling

_PLAIN = frozenset({"happened", "ongoing"})
_AHEAD = frozenset({"planned", "demanded", "hypothetical", "threatened"})
_OTHER = (ANOTHER | BEFORE | RANKED) | frozenset(
    """new fresh next other others previous recent recently remaining rest separate similar again also twice
    meanwhile""".split()
)
_FAR, _NEAR, _NEXT = 25, 6, 3  # sentences
_NOBODY: frozenset[str] = frozenset()
_RANK = re.compile(r"\d+(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth")


def _known(ids: frozenset[str]) -> bool:
    return bool(ids) and all(not i.startswith(("own:", "words:")) for i in ids)


def _of_one_side(earlier: Telling, later: Telling) -> bool:
    """ "North Orland ... its ruler": both act for the same states or groups."""
    one, two = (frozenset().union(*t.sides) if t.sides and all(t.sides) else frozenset() for t in (earlier, later))
    return bool(one) and one == two


def _same_kind(earlier: Telling, later: Telling) -> bool:
    one, two = earlier.event, later.event
    return (one.type, one.mode) == (two.type, two.mode) and earlier.sentence < later.sentence


def meant_once(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Plans to seize the mill of Ana Ruiz. ... if it succeeds in | seizing it |": one deed that lies ahead."""
    one, two = earlier.event.status, later.event.status
    if not {one, two} <= _AHEAD or (one != two and "hypothetical" not in {one, two}) or not _same_kind(earlier, later):
        return None
    if later.sentence - earlier.sentence > _FAR or earlier.event.type == "PROTEST":
        return None
    if not (_to_the_same(earlier, later) or _of_the_same_two(earlier, later) or _to_them(parse, earlier, later)):
        return None
    if figures_differ(earlier.event, later.event) or says(parse, later.sentence, _OTHER - {"also", "again"}):
        return None
    return Reason(rule=MEANT, detail="the same may be done to the same", weight=0.75)


MEANT = "meant-once"


def _to_the_same(earlier: Telling, later: Telling) -> bool:
    """Whether both may be done by one side, known in at least one, to the very same whom both name."""
    whom = [t.named_recipients | t.struck for t in (earlier, later)]
    if earlier.event.type == "CONSULT" or not whom[0] or whom[0] != whom[1]:
        return False
    acting = [t for t in (earlier, later) if t.acting]
    if earlier.victims & later.victims:
        return len(acting) < 2 or earlier.doers == later.doers
    return len(acting) == 2 and _known(later.doers) and earlier.doers == later.doers


_JUDGED = frozenset({"allege", "convict", "release", "deport", "expel"})


def _to_them(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Hopes that the two men will be tried ... are to be | tried |"; "any | attack | on Orland": by anybody."""
    if (earlier.acting and later.acting) or not earlier.recipients or earlier.recipients != later.recipients:
        return False
    if earlier.event.mode in _JUDGED:
        return earlier.suffering == later.suffering
    nouns = not parse.tokens[earlier.head].is_verb and not parse.tokens[later.head].is_verb
    possible = earlier.event.status == later.event.status == "hypothetical" and earlier.event.type == "ASSAULT"
    return nouns and possible and _known(later.recipients) and bool(later.named_recipients)


def _of_the_same_two(earlier: Telling, later: Telling) -> bool:
    """ "May meet the king ... will meet the king": both sides are known, and the same."""
    two = len(later.doers) > 1 and _known(later.doers) and earlier.doers == later.doers
    return two and earlier.event.type == "CONSULT" and earlier.recipients == later.recipients


_THEY = frozenset(
    "number he she they him her them hostage captive detainee prisoner journalist reporter soldier man woman".split()
)


def asked_again(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Urged the rebels to free two nurses. ... wants | the two to be freed | at once": the same is asked for."""
    if not _same_kind(earlier, later) or earlier.event.mode != "release" or later.sentence - earlier.sentence > _NEXT:
        return None
    if {earlier.event.status, later.event.status} != {"demanded"} or later.struck - earlier.struck:
        return None
    verb = parse.tokens[later.head]
    told = parse.children(verb.i, "nsubj:pass", "obj") or parse.children(verb.head, "obj")
    the = len(told) == 1 and (told[0].tag == "PRP" or bool(articles(parse, told[0]) & DEFINITE))
    doers = not later.acting or earlier.doers == later.doers
    if not the or not doers or not later.suffering <= _THEY or not earlier.recipients or later.named_recipients:
        return None
    others = bool(later.recipients) and later.recipients != earlier.recipients
    if others or says(parse, later.sentence, _OTHER - {"also"}):
        return None
    return Reason(rule=MEANT, detail="the same is asked for", weight=0.75)


def done_to_them(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Orland put two banks under sanctions. It said | the banks had been sanctioned |": nobody else is told to."""
    if not _same_kind(earlier, later) or earlier.event.type not in {"SANCTION", "COERCE", "RETREAT"}:
        return None
    verb = parse.tokens[later.head]
    reach = _FAR if verb.lemma.lower() == "cordon" else _NEAR
    if {earlier.event.status, later.event.status} != {"happened"} or later.sentence - earlier.sentence > reach:
        return None
    told = parse.children(verb.i, "nsubj:pass") if verb.is_verb else ()
    the = len(told) == 1 and (told[0].tag.startswith("NNP") or bool(articles(parse, told[0]) & DEFINITE))
    same = bool(later.recipients) and later.recipients <= earlier.recipients  # all of them, or some by name
    things = ((_NOBODY, earlier.struck), (_NOBODY, later.struck))
    thing = not later.recipients and bool(earlier.struck & later.struck or of_one_kind(*things))
    same = (same or thing) and not later.doers and not later.acting
    if not the or not same or figures_differ(earlier.event, later.event) or of_long_ago(parse, later.head):
        return None
    if earlier.event.mode in {"arrest", "convict", "allege"} or says(parse, later.sentence, _OTHER - {"also"}):
        return None
    return Reason(rule="done-to-them", detail="done to the same, by nobody else", weight=0.75)


_PAPERS = frozenset({"citizenship", "nationality", "passport"})
_ONE = frozenset({"she", "he", "her", "his", "him", "woman", "man", "teenager", "person"})


def citizen_no_more(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Ruiz | was stripped of her citizenship |. ... the decision | to revoke her citizenship |": lost once."""
    if not _same_kind(earlier, later) or earlier.event.type != "COERCE" or earlier.event.status != later.event.status:
        return None
    if earlier.event.status not in {"happened", "planned", "demanded"}:
        return None
    papers = [_papers(parse, t) for t in (earlier, later)]
    if not all(papers) or not may_be((earlier.doers, earlier.acting), (later.doers, later.acting)):
        return None
    named = bool(earlier.recipients & later.recipients)
    vague = any(t.suffering <= _ONE and not t.named_recipients for t in (earlier, later))
    if not (named or vague) or says(parse, later.sentence, _OTHER - {"also"}):
        return None
    return Reason(rule="same-papers", detail="one person loses them once", weight=0.8)


def _papers(parse: Parse, telling: Telling) -> frozenset[str]:
    verb = parse.tokens[telling.head]
    below = {c.lemma.lower() for c in parse.children(verb.i, "obj", "nsubj:pass", "obl")}
    return frozenset(below & _PAPERS)


_SENT = frozenset({"missile", "rocket", "satellite", "projectile", "icbm"})
_LAUNCHING = frozenset({"launch", "test", "firing", "launching"})


def launched_once(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Orland fired a missile on Sunday. ... | fired the missile | hours after": the news, told once more."""
    if (earlier.event.type, earlier.event.mode) != ("MOBILIZE", "weapons") or not _same_kind(earlier, later):
        return None
    if {earlier.event.status, later.event.status} - _PLAIN or _is_of_past(parse, earlier):
        return None
    same = earlier.doers == later.doers or _of_one_side(earlier, later)
    things = [_sent(parse, t) for t in (earlier, later)]
    if not same or not _known(earlier.doers) or things[0] is None or things[1] is None:
        return None
    if not things[0] & things[1] or _is_of_past(parse, later) or later.sentence - earlier.sentence > _FAR:
        return None
    if says(parse, later.sentence, _OTHER | {"last"}):
        return None
    return Reason(rule="same-launch", detail="the launch that was told before", weight=0.75)


def _is_of_past(parse: Parse, telling: Telling) -> bool:
    """ "Had fired", "its sixth test", "in June": no news of today."""
    had = any(c.lower == "had" for c in parse.children(telling.head, "aux"))
    start, end = parse.sentences[telling.sentence]
    ranked = any(_RANK.fullmatch(t.lower) for t in parse.tokens[start:end])
    return had or ranked or of_long_ago(parse, telling.head)


def _sent(parse: Parse, telling: Telling) -> frozenset[str] | None:
    """What is sent off, where it is one thing: of "fired a missile" the missile."""
    word = parse.tokens[telling.head]
    if word.is_verb:
        told = parse.children(word.i, "obj", "nsubj:pass")
        single = all(c.tag in {"NN", "NNP"} and not parse.children(c.i, "nummod", "conj") for c in told)
        return frozenset(c.lemma.lower() for c in told) & _SENT if told and single else None
    if word.lemma.lower() not in _LAUNCHING or word.tag != "NN":
        return None
    owned = parse.children(word.i, "nmod:poss")
    beside = frozenset(c.lemma.lower() for c in parse.children(word.i, "compound"))
    return beside & _SENT if owned or articles(parse, word) & DEFINITE else None


def looked_into(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Police look into 90 thefts. ... police said they were | investigating the thefts |": the same inquiry."""
    if (earlier.event.type, earlier.event.mode) != ("ACCUSE", "investigate") or not _same_kind(earlier, later):
        return None
    if {earlier.event.status, later.event.status} - _PLAIN or later.sentence - earlier.sentence > _FAR:
        return None
    people = ((earlier.recipients, earlier.suffering), (later.recipients, later.suffering))
    if not earlier.doers or earlier.doers != later.doers or not may_be(*people):
        return None
    matters = [_matter(parse, t) for t in (earlier, later)]
    if not matters[0] & matters[1] or says(parse, later.sentence, _OTHER):
        return None
    return Reason(rule="same-inquiry", detail="the same look into the same matter", weight=0.75)


def _matter(parse: Parse, telling: Telling) -> frozenset[str]:
    """What is looked into: "investigating | the theft |", "an inquiry into it", "whether he | fell | asleep"."""
    word = parse.tokens[telling.head]
    below = parse.children(word.i, "obj", "ccomp", "obl", "nmod", "advcl", "nsubj:pass")
    return frozenset(c.lemma.lower() for c in below if c.tag[:2] in {"NN", "VB"} and parse.case(c.i) in _INTO)


_INTO = frozenset({"", "into", "of"})
_CALLING = frozenset({"recall", "withdraw", "call", "summon"})
_ENVOYS = frozenset({"ambassador", "envoy", "diplomat"})


def called_home(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Orland recalled its ambassador to Veldia. ... | the ambassador was called home | for talks"."""
    if (earlier.event.type, earlier.event.mode) != ("SANCTION", "withdraw") or not _same_kind(earlier, later):
        return None
    if {earlier.event.status, later.event.status} != {"happened"} or later.sentence - earlier.sentence > _NEAR:
        return None
    envoys = [_envoy(parse, t) for t in (earlier, later)]
    if envoys[0] is None or envoys[1] is None or later.doers - earlier.doers or later.recipients - earlier.recipients:
        return None
    the = articles(parse, envoys[1]) & DEFINITE or parse.children(envoys[1].i, "nmod:poss")
    if not the or envoys[1].tag != envoys[0].tag or says(parse, later.sentence, _OTHER):
        return None
    return Reason(rule="same-recall", detail="the envoy who was told to be recalled", weight=0.75)


def _envoy(parse: Parse, telling: Telling) -> Token | None:
    verb = parse.tokens[telling.head]
    told = parse.children(verb.i, "obj", "nsubj:pass") if verb.lemma.lower() in _CALLING else ()
    return next((c for c in told if c.lemma.lower() in _ENVOYS), None)


def murder_of_one(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Gunmen shot dead the mayor of Kest. ... | the murder of a mayor | is an attack on us all": that one.

    "Killed nine children. ... nobody can defend | the killing of children |" is the same of many.
    """
    noun = parse.tokens[later.head]
    if noun.is_verb or noun.tag != "NN" or earlier.event.type != "ASSAULT" or noun.lemma.lower() not in _MURDERS:
        return None
    whom = [c for c in parse.children(noun.i, "nmod") if parse.case(c.i) == "of"]
    deaths = [t.count for t in earlier.event.tolls if t.effect == "killed"]
    if len(whom) != 1 or len(deaths) != 1 or "the" not in articles(parse, noun):
        return None
    one = whom[0].tag == "NN" and bool(articles(parse, whom[0]) & {"a", "an"})
    many = whom[0].tag == "NNS" and not articles(parse, whom[0])
    fits = (one and deaths[0].low == deaths[0].high == 1) or (many and (deaths[0].low or 0) > 1)
    described = parse.children(whom[0].i, "amod", "nmod", "acl", "acl:relcl", "compound", "nummod")
    same = fits and whom[0].lemma.lower() in earlier.suffering and not described
    if not same or later.doers or not 0 < later.sentence - earlier.sentence <= _FAR:
        return None
    return Reason(rule="such-a-one", detail="the one of that kind who was killed", weight=0.75)


_MURDERS = frozenset({"murder", "killing", "assassination", "slaying", "shooting", "death"})
_TRUCES = frozenset({"truce", "ceasefire", "cease-fire", "armistice"})


def the_truce(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Signed a truce on Friday. | The truce takes effect | on Monday. ... hope that | the truce will hold |"."""
    if (earlier.event.mode, later.event.mode) != ("ceasefire", "ceasefire") or not _same_kind(earlier, later):
        return None
    noun = parse.tokens[later.head]
    ahead = later.event.status in {"planned", "hypothetical"} and earlier.event.status in _PLAIN | {"planned"}
    if not ahead or noun.lemma.lower() not in _TRUCES or noun.dep not in {"nsubj", "nsubj:pass"}:
        return None
    the = bool(articles(parse, noun) & {"the", "this"}) and later.sentence - earlier.sentence <= _FAR
    if not the or later.doers - earlier.doers or says(parse, later.sentence, _OTHER):
        return None
    return Reason(rule="same-truce", detail="the truce that was told of", weight=0.8)


_REACTING = frozenset(
    "criticise criticize condemn welcome praise oppose call denounce reject support hail back attack".split()
)


def the_planned(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Will recognise Veldia in May. ... | The recognition of Veldia | is a mistake": the one that is to come."""
    if (earlier.event.status, later.event.status) != ("planned", "happened") or not _same_kind(earlier, later):
        return None
    noun = parse.tokens[later.head]
    if noun.is_verb or noun.tag != "NN" or later.event.when.start is not None or later.event.tolls:
        return None
    near = later.sentence - earlier.sentence <= _NEAR and bool(articles(parse, noun) & {"the", "this"})
    above = parse.tokens[noun.head]
    beings = {c.lower for c in parse.children(above.i, "cop", "aux")}
    now = noun.dep == "nsubj" and (
        above.tag in {"VBZ", "VBP"} or bool(beings & {"is", "are", "would", "will", "could"})
    )
    judged = noun.dep in {"obj", "xcomp", "nsubj:pass"} and above.lemma.lower() in _REACTING
    if not near or not (now or judged) or "has" in beings:
        return None
    same = not later.recipients or bool(earlier.recipients & later.recipients)
    doers = not later.doers or bool(earlier.doers & later.doers)
    if not same or not doers or later.struck - earlier.struck or says(parse, later.sentence, _OTHER):
        return None
    return Reason(rule="the-planned", detail="the deed that was told to lie ahead", weight=0.75)


_DECISIONS = frozenset({"decision", "move", "choice", "order"})
_DECIDED = frozenset({"COERCE", "SANCTION", "RETREAT", "REJECT", "ACCUSE"})


def done_already(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Orland deported Ana Ruiz on Monday. ... defended | its decision to deport Ruiz |": no plan any more."""
    one, two = earlier.event, later.event
    if (
        (one.status, two.status) != ("happened", "planned")
        or one.type not in _DECIDED
        or not _same_kind(earlier, later)
    ):
        return None
    verb = parse.tokens[later.head]
    noun = parse.tokens[verb.head]
    made = verb.dep == "acl" and noun.lemma.lower() in _DECISIONS and noun.i < verb.i
    if not made or not (articles(parse, noun) & {"the", "this", "that"} or parse.children(noun.i, "nmod:poss")):
        return None
    share = bool(earlier.recipients & later.recipients or earlier.struck & later.struck)
    doers = may_be((earlier.doers, earlier.acting), (later.doers, later.acting)) or _of_one_side(earlier, later)
    if not share or not doers or later.named_recipients - earlier.named_recipients - earlier.recipients:
        return None
    if two.when.start is not None or says(parse, later.sentence, _OTHER - {"also", "recently"}):
        return None
    return Reason(rule="done-already", detail="the decision that was told to be carried out", weight=0.8)


_WAGED = frozenset("battle offensive campaign operation fight assault push siege war struggle fighting".split())


def for_the_same_ground(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "The battle to free Kest began in May. ... | the campaign | to retake Kest": one battle for one town."""
    if earlier.event.type != "ASSAULT" or not _same_kind(earlier, later):
        return None
    if {earlier.event.status, later.event.status} - (_PLAIN | {"attempted"}):
        return None
    noun, first = _waged(parse, later), _waged(parse, earlier)
    if noun is None or first is None or noun.tag != "NN":
        return None
    same = _aims(parse, first, earlier) & _aims(parse, noun, later)
    doers = may_be((earlier.doers, earlier.acting), (later.doers, later.acting))
    if not same or not doers or figures_differ(earlier.event, later.event):
        return None
    described = {c.lower for c in parse.children(noun.i, "amod")} & (_OTHER | {"first", "last", "final"})
    if described or not articles(parse, noun) & DEFINITE or says(parse, later.sentence, _OTHER - {"also", "new"}):
        return None
    return Reason(rule="same-battle", detail="for the same ground", weight=0.75)


def _waged(parse: Parse, telling: Telling) -> Token | None:
    """The battle, campaign or offensive that a telling is of: also "the campaign | to retake | Kest"."""
    word = parse.tokens[telling.head]
    if word.is_verb and word.dep == "acl":
        word = parse.tokens[word.head]
    start, end = parse.tokens_of(telling.event.trigger)
    nouns = [word, *parse.tokens[start:end]]
    return next((t for t in nouns if t.is_noun and t.lemma.lower() in _WAGED), None)


def _aims(parse: Parse, noun: Token, telling: Telling) -> frozenset[str]:
    """The places fought for: "the battle for | Kest |", "to retake | Kest |", "an offensive on | Kest |"."""
    below = [*parse.children(noun.i, "acl", "nmod", "obl"), *parse.children(telling.head, "obl", "nmod")]
    told = [o for c in below if c.dep == "acl" for o in parse.children(c.i, "obj")]
    told += [c for c in below if c.dep != "acl" and parse.case(c.i) in {"for", "on", "against", "of"}]
    told += [c for t in list(told) for c in parse.children(t.i, "compound", "nmod", "flat") if parse.case(c.i) != "in"]
    places = {parse.tokens[n.end - 1].i for n in parse.names if n.label == "place"}
    return frozenset(t.lower for t in told if t.i in places)


_GOING_OFF = frozenset({"go", "explode", "detonate", "rip"})


def the_bombs(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "The bombings of two embassies. ... | The bombs went off | at the embassies on Friday": how they were done."""
    if earlier.event.mode != "explosives" or not _same_kind(earlier, later) or later.recipients or later.event.tolls:
        return None
    if {earlier.event.status, later.event.status} != {"happened"} or not earlier.struck & later.struck:
        return None
    verb = parse.tokens[later.head]
    told = parse.children(verb.i, "nsubj") if verb.lemma.lower() in _GOING_OFF else ()
    the = len(told) == 1 and articles(parse, told[0]) == {"the"} and not parse.children(told[0].i, "amod", "nummod")
    if not the or told[0].lemma.lower() not in {"bomb", "blast", "explosion", "device"} or later.doers:
        return None
    if says(parse, later.sentence, _OTHER):
        return None
    return Reason(rule="same-bombs", detail="how the bombs that were told of went off", weight=0.75)


ONCE_AGAIN: tuple[Callable[[Parse, Telling, Telling], Reason | None], ...] = (
    meant_once, asked_again, done_to_them, citizen_no_more, launched_once, looked_into, called_home, murder_of_one,
    for_the_same_ground, the_bombs,
)  # fmt: skip
