"""Violence that is named only to date, to explain or to rank something else: "a day before the attack of 2021"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import EFFECT, Found
from whosays.parse import Parse, Token

_UNITS = frozenset({"hour", "day", "week", "month", "year", "decade"})
_LONG = frozenset({"month", "year", "decade"})
_WARS = frozenset({"invasion", "war", "occupation", "annexation", "offensive", "genocide", "massacre", "coup"})
_TALKING = frozenset(
    "negotiation talk discussion debate settlement solution conference summit meeting anniversary commemoration "
    "memory remembrance memorial end condemnation opposition".split()
)
_PAPERS = frozenset("file document record archive paper tape transcript evidence recording photograph image".split())
_LEARNED = frozenset(
    "organization organisation group institute expert adviser advisor rapporteur convention tribunal committee "
    "council commission law researcher historian scholar group lecture course".split()
)
_NO_COUPS = frozenset({"judicial", "constitutional", "institutional", "parliamentary", "legislative", "diplomatic"})
_STOPPING = frozenset({"stop", "halt", "cease", "end", "suspend", "pause", "discontinue"})
_HARM = frozenset({"killed", "wounded"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEARLY = frozenset({"year"})


def is_bygone(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """Whether one word of violence is named for the sake of something else, and is no news of the day."""
    if found.trigger.event != "ASSAULT":
        return found.trigger.event == EFFECT and _is_of_old(parse, found, parts)
    return any(rule(parse, found, parts) for rule in _RULES)


def _is_date(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The largest march since | the invasion |", "planted bombs a day before | the attack |"."""
    token = parse.tokens[found.head]
    if token.dep == "obj" and parse.tokens[token.head].lemma.lower() in {"follow", "precede"}:
        above = parse.tokens[parse.tokens[token.head].head]  # "in the months that followed | the invasion |"
        return parse.tokens[token.head].dep == "acl:relcl" and above.lemma.lower() in _UNITS
    if token.is_verb or token.dep not in {"obl", "nmod"} or found.carrier is not None:
        return False
    case = case_of(parse, token.i)
    if case == "since":
        return _is_yardstick(parse, token.i)
    if case in {"after", "following"} and any(_YEAR.fullmatch(c.text) for c in parse.children(token.i)):
        return True  # "raised money following the | 2023 | attack"
    spans = [t for t in parse.tokens[max(token.i - 6, 0) : token.i] if t.lemma.lower() in _UNITS]
    spans = [t for t in spans if parse.behind(t.i).lower == case and _is_span(parse, t)]
    if case == "before":
        return bool(spans)
    return case == "after" and any(t.lemma.lower() in _LONG for t in spans)


def _is_yardstick(parse: Parse, i: int) -> bool:
    """ "The | largest | march since the invasion", "since it invaded the land | in 2003 |": no news, but a measure."""
    start = parse.sentences[parse.sentence(i)][0]
    ranked = any(t.tag == "JJS" or t.lower in {"first", "most"} for t in parse.tokens[start:i])
    below = parse.subtree(i)
    dated = any(_YEAR.fullmatch(parse.tokens[k].text) for k in below)
    return ranked or dated or any(parse.tokens[k].lower == "ago" for k in below)


def _is_span(parse: Parse, unit: Token) -> bool:
    """ "Two | years |", "a | day |"."""
    return any(c.lower in {"a", "an"} or c.tag == "CD" for c in parse.children(unit.i, "nummod", "det"))


def _is_long_after(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Is elected four years | after leading a coup |": how he once came to power."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    marked = {m.lower for m in parse.children(verb.i, "mark")}
    if verb.dep == "advcl" and "since" in marked and verb.tag == "VBD":  # "the worst day since they | launched | it"
        return _is_yardstick(parse, verb.i)
    if verb.tag != "VBG" or verb.dep != "advcl":
        return False
    marks = [m for m in parse.children(verb.i, "mark") if m.lower in {"after", "since"}]
    return any(m.i and parse.tokens[m.i - 1].lemma.lower() in _LONG for m in marks)


def _is_topic(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Talks on | the invasion |", "the third anniversary of | the war |": what they are about."""
    token = parse.tokens[found.head]
    if token.is_verb or found.carrier is not None or found.trigger.words[-1] not in _WARS:
        return False
    above = parse.tokens[token.head]
    if token.dep == "obj":
        return above.lemma.lower() in {"discuss", "debate", "condemn"}
    return token.dep in {"nmod", "obl"} and above.lemma.lower() in _TALKING


def _is_of_papers(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Releases files related to | the assassinations |": what the files are about."""
    token = parse.tokens[found.head]
    above = parse.tokens[token.head]
    if token.is_verb or token.dep not in {"obl", "nmod"}:
        return False
    if above.lower in {"related", "relating", "pertaining", "linked"} and above.dep in {"acl", "amod"}:
        above = parse.tokens[above.head]
    elif case_of(parse, token.i) not in {"on", "about", "regarding", "concerning"}:
        return False
    return above.lemma.lower() in _PAPERS


def _is_study(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "A group of scholars on | genocide |": what they study."""
    token = parse.tokens[found.head]
    cased = case_of(parse, token.i) in {"on", "for", "of", "against"}
    bare = not parse.children(token.i, "det", "nmod:poss", "amod")
    return cased and bare and token.dep == "nmod" and parse.tokens[token.head].lemma.lower() in _LEARNED


def _is_no_coup(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "A judicial | coup |", as his opponents call a ruling."""
    token = parse.tokens[found.head]
    told = {c.lower for c in parse.children(token.i, "amod", "compound")}
    return token.lemma.lower() == "coup" and bool(told & _NO_COUPS)


def _is_to_stop(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Will stop | its airstrikes |": none are to come."""
    token = parse.tokens[found.head]
    if token.is_verb or token.dep != "obj":
        return False
    verb = parse.tokens[token.head]
    to_come = any(c.tag == "MD" for c in parse.children(verb.i, "aux"))
    return verb.lemma.lower() in _STOPPING and verb.tag == "VB" and to_come


def _is_statistic(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "383 aid workers were killed | in 2023 |", "have left 51 dead | since the start of the year |": a year's sum."""
    token = parse.tokens[found.head]
    if found.trigger.effect not in _HARM or not token.is_verb:
        return False
    if any(p.part == "actor" for p in parts):
        return False
    hurt = [p.head for p in parts if p.part == "recipient"]
    if not hurt or not all(parse.children(h, "nummod") or parse.tokens[h].tag == "CD" for h in hurt):
        return False
    left = parse.tokens[token.head]
    verbs = (token, left) if token.dep == "xcomp" and left.lemma.lower() == "leave" else (token,)
    when = [c for v in verbs for c in parse.children(v.i, "obl", "obl:unmarked", "advmod")]
    when = [c for c in when if c.i > token.i or c.lemma.lower() in _YEARLY]
    if any(case_of(parse, c.i) == "in" and _is_of_one(parse, c) for c in when):
        return False  # "twenty were killed | in a brawl | in the valley in 2020": in one deed
    return any(_is_of_year(parse, c) for c in when)


def _is_of_one(parse: Parse, noun: Token) -> bool:
    return noun.tag == "NN" and any(d.lower in {"a", "an"} for d in parse.children(noun.i, "det"))


def _is_of_year(parse: Parse, phrase: Token) -> bool:
    """ "In 2023", "in the 2023 calendar year", "so far this year", "since the beginning of the year"."""
    case = case_of(parse, phrase.i)
    if _YEAR.fullmatch(phrase.text) and case == "in":
        return not parse.children(phrase.i, "nmod", "compound")
    words = {c.lower for c in parse.children(phrase.i, "det", "amod", "compound", "nummod")}
    if phrase.lemma.lower() in _YEARLY:
        return "this" in words or "calendar" in words or (case == "during" and "the" in words)
    if case == "since" and phrase.lemma.lower() in _TURNS:
        return True  # "mines have killed 188 children since | the overthrow | of the president"
    start = phrase.lemma.lower() in {"beginning", "start"} and case == "since"
    return start and any(c.lemma.lower() == "year" for c in parse.children(phrase.i, "nmod"))


_TURNS = frozenset({"overthrow", "fall", "war", "invasion", "outbreak", "coup", "ouster", "independence"})
_OLD = frozenset({"archaeologist", "excavate", "archaeological", "medieval", "ancient"})


def _is_of_a_century(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Mourn the seventh-century | killing | of a saint": history."""
    token = parse.tokens[found.head]
    return not token.is_verb and any(c.lower.endswith("century") and c.i < token.i for c in parse.children(token.i))


def _is_of_old(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Archaeologists find the dead of a | battle | of the 1st century": history."""
    start, end = parse.sentences[parse.sentence(found.head)]
    words = [t.lemma.lower() for t in parse.tokens[max(start - 25, 0) : end]]
    here = [parse.tokens[i].lower for i in parse.subtree(found.head)]
    if found.trigger.words[-1] in _WARS and any(here[k : k + 2] == ["world", "war"] for k in range(len(here))):
        return True
    return bool(_OLD & set(words)) and any(w in {"century", "war", "grave", "burial"} for w in words)


def _is_among_killed(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "They were among some forty | killed | in the strip": counted in a sum."""
    token = parse.tokens[found.head]
    if found.trigger.effect not in _HARM or token.tag != "VBN":
        return False
    told = parse.children(token.i, "nsubj", "nsubj:pass")
    if token.dep != "acl":
        return any(t.tag == "PRP" for t in told) and any(case_of(parse, t.i) == "among" for t in told)
    whole = parse.tokens[token.head]
    if case_of(parse, whole.i) != "among" or not parse.children(whole.i, "cop"):
        return False
    before = parse.tokens[: parse.sentences[parse.sentence(token.i)][0]]
    return whole.lower != "those" or any(t.lemma.lower() in _HARMING for t in before)  # else nothing tells the sum


_HARMING = frozenset(
    "kill die death dead wound injure hurt shoot attack raid blast explosion shooting bombing strike".split()
)


def _is_said_to_be(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "In what Orland says is its deepest | attack |": what was told is called so."""
    token = parse.tokens[found.head]
    if token.is_verb or parts or found.carrier is not None:
        return False
    return any(a.lower == "what" and a.tag == "WP" for a in parse.ancestors(token.i))


def _is_grand_total(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The raids since May | have killed a total of 37": a sum of what was told on its day."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    if not any(c.lower in {"has", "have"} for c in parse.children(verb.i, "aux")):
        return False
    return verb.lemma.lower() in {"kill", "wound", "injure", "claim"} and any(
        o.lower == "total" for o in parse.children(verb.i, "obj", "nsubj:pass")
    )


_WERE = frozenset({"was", "were", "is", "are", "included", "include"})


def _is_who_died(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Says the man | killed | was a rebel": of whom was told before, what he was is told here."""
    token = parse.tokens[found.head]
    if found.trigger.effect not in _HARM or token.tag not in {"VBN", "VBD"} or token.i < 1:
        return False
    noun, behind = parse.tokens[token.i - 1], parse.behind(token.i) if token.i + 1 < len(parse.tokens) else token
    if behind.lower not in _WERE or parse.children(token.i, "obj", "obl", "aux", "aux:pass"):
        return False
    if case_of(parse, noun.i) == "among":  # "among the men | killed | was Omar Deen": who he was
        return False
    first = parse.tokens[max(token.i - 2, 0)]
    told = noun.lower == "those" or (noun.is_noun and not noun.tag.startswith("NNP") and first.lower in {"the", "two"})
    return told and (behind.dep in {"cop", "aux"} or behind.is_verb)


_RULES: tuple[Callable[[Parse, Found, Sequence[Part]], bool], ...] = (
    _is_date,
    _is_long_after,
    _is_topic,
    _is_of_papers,
    _is_study,
    _is_no_coup,
    _is_to_stop,
    _is_statistic,
    _is_who_died,
    _is_of_old,
    _is_of_a_century,
    _is_among_killed,
    _is_said_to_be,
    _is_grand_total,
)
