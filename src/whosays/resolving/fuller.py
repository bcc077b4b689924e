"""What a lead tells in short and a later sentence in full: those who suffered, the thing struck, the deed by its noun.

"Pirates have freed two Dutch sailors. The Dutchmen were let go on Friday": a lead in the present perfect, then the same
deed in the past tense with its day, place or names. Each rule is evidence as in :mod:`whosays.resolving.sameness`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from whosays.parse import Parse, Token
from whosays.records import Reason
from whosays.resolving.newness import ANOTHER, BEFORE, DEFINITE, LONG_AGO, RANKED, articles, of_long_ago, says
from whosays.resolving.retelling import figures_differ, may_be, of_one_kind
from whosays.resolving.tellings import MEANS, Telling, counted

_NEXT = 2  # sentences
_OWNED_REACH = 4  # sentences
_ANEW = (ANOTHER | BEFORE | RANKED) | frozenset(
    """again also fourth meanwhile new once other others previous recently remaining rest separate similar since
    twice repeatedly last""".split()
)
_PLAIN = frozenset({"happened", "ongoing"})
_TAKEN = frozenset({"abduct", "arrest", "release", "allege", "convict", "expel", "deport"})
_SO_CALLED = frozenset(
    """suspect man woman defendant hostage captive detainee prisoner victim accused youth boy girl pair trio group
    teenager convict inmate""".split()
)
_HE = frozenset({"he", "she", "him", "her"})
_THEY = frozenset({"they", "them"})
_NATION = re.compile(r"\b[A-Z]{3}\b")
_FROM_ABOVE = frozenset("aircraft airplane bomber drone gunship helicopter jet plane warplane".split())
_AREAS = frozenset("area region district province village town city valley border".split())
_AIRBORNE = frozenset({"aerial", "explosives", "drone", None})


def told_in_full(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "Rebels have seized two nurses. The women were taken on Friday.": the lead, and then the day of it."""
    if not _is_lead(parse, earlier) or not _is_detail(parse, later) or not _goes_on(parse, earlier, later):
        return None
    if not _may_do_both(earlier, later):
        return None
    if not _are_those(parse, earlier, later) or figures_differ(earlier.event, later.event):
        return None
    return Reason(rule="in-full", detail="tells in full what was done to the same people", weight=0.8)


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
    if one.type not in {"ASSAULT", "COERCE", "SANCTION", "RETREAT"} or not _once_only(one.type, one.mode):
        return None
    if says(parse, later.sentence, _ANEW - {"also"}) or not _may_do_both(earlier, later):
        return None
    known = bool(earlier.recipients & later.recipients)
    called = owners[0].lemma.lower() in earlier.suffering and bool(articles(parse, owners[0]) & DEFINITE)
    if not (known or called or _is_name_of(parse, earlier, owners[0], later)):
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


_ANYBODY = frozenset({"they", "he", "she", "it", "group", "movement", "organisation", "organization"})


def _is_lead(parse: Parse, telling: Telling) -> bool:
    """ "Pirates | have freed | two sailors", "a bomb attack | has killed |": news in the present perfect."""
    verb = _verb(parse, telling)
    return verb is not None and any(c.lower in {"has", "have", "'ve"} for c in parse.children(verb.i, "aux"))


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
    token = parse.tokens[telling.head]
    if not token.is_verb and token.dep in {"nsubj", "nsubj:pass", "obl", "obl:agent"}:
        token = parse.tokens[token.head]
    return token if token.is_verb else None


def _goes_on(
    parse: Parse, earlier: Telling, later: Telling, reach: int = _NEXT, units: frozenset[str] = LONG_AGO
) -> bool:
    """Whether both are news, near each other, and no word tells of another deed."""
    one, two = earlier.event, later.event
    if not 0 < later.sentence - earlier.sentence <= reach or {one.status, two.status} - _PLAIN:
        return False
    if one.type != "ASSAULT" and one.mode != two.mode:
        return False
    if says(parse, later.sentence, _ANEW) or any(c.lower in {"later", "then"} for c in parse.children(later.head)):
        return False
    return not any(of_long_ago(parse, t.sentence, units) for t in (earlier, later))


def _are_those(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """Whether the one noun or pronoun of the later telling takes up the one noun of the earlier."""
    one, two = _whom(parse, earlier.head), _whom(parse, later.head)
    if one is None or two is None or not _once_only(later.event.type, later.event.mode):
        return False
    plural = [_is_plural(parse, earlier, one), two.tag.endswith("S") or two.lower in _THEY]
    if two.tag == "PRP":
        known = not later.recipients or bool(earlier.recipients & later.recipients)
        return known and two.lower in (_THEY if plural[0] else _HE)
    if two.tag == "NNP" and not articles(parse, two):
        return _is_name_of(parse, earlier, two, later)
    if plural[0] != plural[1] or not articles(parse, two) & DEFINITE or parse.children(two.i, "acl", "acl:relcl"):
        return False
    count = [[c.lower for c in parse.children(n.i, "nummod")] for n in (_number_of(parse, earlier.head), two)]
    if count[1] and count[1] != count[0] and count[1] != _numeral(parse, earlier.head):
        return False
    same = one.lemma.lower() == two.lemma.lower()
    nations = [set(_NATION.findall(" ".join(t.recipients))) for t in (earlier, later)]
    if two.tag.startswith("NNP"):
        return bool(nations[0] & nations[1])  # "two Dutch sailors ... the Dutchmen"
    if any(c.dep in {"amod", "compound"} for c in parse.children(two.i)) and not same and not count[1]:
        return False
    kind = of_one_kind((frozenset(), frozenset({one.lemma.lower()})), (frozenset(), frozenset({two.lemma.lower()})))
    return same or kind or two.lemma.lower() in _SO_CALLED


def _whom(parse: Parse, head: int) -> Token | None:
    """The one noun or pronoun that a verb is done to, or with several the first; of "two of the guards" the guards."""
    verb = parse.tokens[head]
    deps = ("obj", "nsubj:pass", "nsubj") if verb.lemma.lower() == "die" else ("obj", "nsubj:pass")
    told = parse.children(head, *deps) if verb.is_verb else ()
    if not told and verb.dep in {"obl", "nsubj"} and parse.tokens[verb.head].is_verb:
        told = parse.children(verb.head, "obj", "nsubj:pass")
        told = tuple(c for c in told if c.i != head)  # "were killed in an | ambush", "a | bomb attack | killed"
    told = tuple(c for c in told if c.is_noun or c.tag in {"PRP", "CD"})
    return parse.tokens[counted(parse, told[0].i)] if len(told) == 1 else None


def _number_of(parse: Parse, head: int) -> Token:
    whom = _whom(parse, head)
    return whom if whom is not None else parse.tokens[head]


def _numeral(parse: Parse, head: int) -> list[str]:
    """ "| Two | of the guards": the number stands above those whom it counts."""
    whom = _whom(parse, head)
    above = parse.tokens[whom.head] if whom is not None else None
    return [above.lower] if above is not None and above.tag == "CD" else []


def _is_plural(parse: Parse, telling: Telling, noun: Token) -> bool:
    numeral = [*_numeral(parse, telling.head), *(c.lower for c in parse.children(noun.i, "nummod"))]
    return noun.tag.endswith("S") and numeral != ["one"]


def _is_name_of(parse: Parse, earlier: Telling, name: Token, later: Telling) -> bool:
    """ "Has arrested a suspected militant. Omar Said was held along with six others.": now his name is told."""
    whom = _whom(parse, earlier.head)
    if whom is None or whom.tag != "NN" or later.sentence - earlier.sentence != 1 or parse.children(whom.i, "conj"):
        return False
    described = articles(parse, whom) & {"a", "an", "the"} and not parse.children(whom.i, "nmod:poss", "nummod")
    person = any(n.label == "person" and n.start <= name.i < n.end for n in parse.names)
    return bool(described) and person and not earlier.named_recipients and not parse.children(name.i, "conj")


def _once_only(event: str, mode: str | None) -> bool:
    """What befalls somebody once: he is killed, taken, charged, freed."""
    return mode in _TAKEN or (event == "ASSAULT" and mode not in {"beat", "torture", "sexual"})


def _flies(parse: Parse, telling: Telling) -> bool:
    subjects = parse.children(telling.head, "nsubj")
    return any(c.lower.removesuffix("s") in _FROM_ABOVE | {"aircraft"} for c in subjects)


IN_FULL: tuple[Callable[[Parse, Telling, Telling], Reason | None], ...] = (
    told_in_full,
    struck_as_told,
    flown_as_told,
    attacked_as_told,
    whose_it_was,
    meant_again,
)
