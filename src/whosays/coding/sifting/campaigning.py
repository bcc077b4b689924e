"""Runs for an office: rallies that are no protest, rivals who attack each other with words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whosays.coding.sifting.topics import OFFICIALS, VOTES, is_about
from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import own_subject
from whosays.parse import Parse, Token

_HITTING = frozenset("attack hit fire shoot blast slam strike bash".split())
_FIGHTING = frozenset(
    "battle fight clash war attack assault counteroffensive offensive broadside feud onslaught".split()
)
_CAMPAIGNING = frozenset(
    "campaign ad advert advertisement candidate commercial article column editorial pac nominee rival contender "
    "democrat republican opponent".split()
)
_SAYING = frozenset("call accuse say describe mock brand compare question dub label tweet blame charge cite".split())
_SPOKEN = frozenset("rhetorical verbal advertising nomination ad hominem online twitter legal custody".split())
_TAKING = frozenset({"capture", "grab", "snatch", "seize", "take", "steal"})
_SHARES = frozenset("delegate superdelegate vote seat nomination district state majority elector".split())
_HARM = frozenset({"killed", "wounded"})
_AGAINST = frozenset({"against", "demand", "protest", "oust", "denounce", "oppose"})


def is_campaigning(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """Whether words of a fight or a rally tell of a run for an office."""
    return any(rule(parse, found, parts) for rule in _RULES.get(found.trigger.event, ()))


def _is_retort(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Feld | fired back | at Ruiz over the plan": somebody by name, or by saying something, and with no weapon."""
    verb = parse.tokens[found.head]
    if not verb.is_verb or verb.lemma.lower() not in {"fire", "shoot", "hit"}:
        return False
    back = any(c.lower == "back" for c in parse.children(verb.i)) or parse.behind(verb.i).lower == "back"
    if not back or any(p.part == "instrument" for p in parts):
        return False
    return _goes_on_to_say(parse, verb) or _are_one_by_one(parse, _doers(parse, verb))


def _is_attack_with_words(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Ruiz | attacked | Feld, calling him a miller": by somebody who runs, or who goes on to say what."""
    verb = parse.tokens[found.head]
    if not verb.is_verb or verb.lemma.lower() not in _HITTING or _is_bodily(found, parts):
        return False
    doers, persons = _doers(parse, verb), parse.named("person")
    hurt = [parse.tokens[p.head] for p in parts if p.part in {"recipient", "target"}]
    if _is_in_writing(parse, verb) or _is_no_blow(parse, verb, doers, hurt):
        return True
    if any(d.lemma.lower() in _CAMPAIGNING for d in doers):
        owned = {h.i for h in hurt if any(c.i in persons for c in parse.children(h.i, "nmod:poss"))}
        return all(h.i in persons | owned or h.tag == "PRP" for h in hurt)
    if not doers and hurt and all(h.i in persons for h in hurt):  # "spent a million | attacking | Feld"
        return is_electoral(parse)
    if not _are_one_by_one(parse, doers) or not {d.i for d in doers}.isdisjoint(h.i for h in hurt):
        return False
    bare = not parse.children(verb.i, "obl", "obl:unmarked", "aux:pass")
    by_name = bare and bool(hurt) and all(t.i in persons for t in (*doers, *hurt)) and verb.lemma.lower() == "attack"
    return by_name or _goes_on_to_say(parse, verb) or is_electoral(parse)


def _is_in_writing(parse: Parse, verb: Token) -> bool:
    """ "Attack Feld | by running advertisements |", "by writing | messages | on walls": with words."""
    by = (c for c in parse.children(verb.i, "obl") if case_of(parse, c.i) == "by")
    if any(c.lower.endswith(("writing", "advertising")) for c in by):
        return True
    beside = parse.children(verb.head, "acl") if verb.dep == "acl" else ()  # "an effort to attack him | by writing |"
    ways = [*parse.children(verb.i, "advcl"), *(c for c in beside if c.i > verb.i)]
    ways = [c for c in ways if c.tag == "VBG" and c.lemma.lower() in _WRITING]
    return any(o.lemma.lower() in _WRITTEN for w in ways for o in parse.children(w.i, "obj"))


_WRITING = frozenset("write skywrite post tweet air run publish broadcast paint spread circulate".split())
_WRITTEN = frozenset(
    "message advertisement ad advert letter article slogan story commercial banner poster video spot rumour rumor "
    "lie tweet post leaflet cartoon".split()
)
_IN_WORDS = frozenset({"personally", "verbally", "publicly", "openly"})


def _is_no_blow(parse: Parse, verb: Token, doers: Sequence[Token], hurt: Sequence[Token]) -> bool:
    """ "The pope was not | personally | attacking Feld", "the union attacked the minister | over pay |"."""
    if verb.lemma.lower() != "attack" or parse.children(verb.i, "aux:pass") or not hurt or not doers:
        return False
    persons = parse.named("person")
    one = all(h.i in persons or h.lemma.lower() in OFFICIALS for h in hurt)
    civil = not any(d.i in parse.armed or d.lemma.lower() in _BLOODY for d in doers)
    if not one or not civil:
        return False
    speaks = all(d.i in persons or d.lemma.lower() in OFFICIALS for d in doers)
    aside = {c.lower for c in parse.children(verb.i, "advmod")} & _IN_WORDS
    over = [c for c in parse.children(verb.i, "obl") if case_of(parse, c.i) == "over"]
    timed = any(t.start <= c.i < t.end for c in over for t in parse.times)
    return bool(aside and speaks) or (bool(over) and not timed)


_BLOODY = frozenset(
    "gunman attacker assailant bomber militant rebel insurgent man youth mob crowd group fighter soldier they who "
    "that protester student villager driver prisoner inmate husband neighbour neighbor officer police "
    "policeman guard".split()
)


def _is_battle_of_words(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "His | battle | with Ruiz", "her attacks on Feld", in a report about those who run."""
    noun = parse.tokens[found.head]
    if noun.is_verb or noun.lemma.lower() not in _FIGHTING or _is_bodily(found, parts):
        return False
    doers = [parse.tokens[p.head] for p in parts if p.part == "actor"]
    hurt = [parse.tokens[p.head] for p in parts if p.part in {"recipient", "target"}]
    beside = {c.lemma.lower() for c in parse.children(noun.i, "compound", "amod")}
    if beside & _SPOKEN:
        return True
    return _are_one_by_one(parse, hurt or doers) and is_electoral(parse)


def _is_share_won(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "| Captured | 1,944 delegates", "snatching the seat": votes, and nobody's body."""
    verb = parse.tokens[found.head]
    what = {c.lemma.lower() for c in parse.children(verb.i, "obj")}
    of_them = {c.lemma.lower() for o in parse.children(verb.i, "obj") for c in parse.children(o.i, "nmod")}
    won = bool(what & _SHARES) or ("majority" in what and bool(of_them & (_SHARES | {"they"})))
    return verb.is_verb and verb.lemma.lower() in _TAKING and won and is_electoral(parse)


def _is_bodily(found: Found, parts: Sequence[Part]) -> bool:
    return found.trigger.effect in _HARM or any(p.part == "instrument" for p in parts)


def _goes_on_to_say(parse: Parse, verb: Token) -> bool:
    """ "..., | calling | him a liar", "by | accusing | him"."""
    return any(c.tag == "VBG" and c.lemma.lower() in _SAYING for c in parse.children(verb.i, "advcl"))


def _is_campaign_rally(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "At a | rally | in Lima, Ruiz endorsed Feld", "a Ruiz rally": where candidates speak, and nobody protests."""
    if found.trigger.mode != "demo":
        return False
    verb = parse.tokens[found.head]
    if verb.is_verb and verb.lemma.lower() in {"rally", "march"} and _are_one_by_one(parse, _doers(parse, verb)):
        return is_electoral(parse)  # "he took the stage to | rally | voters", "she is | marching | toward November"
    nouns = [
        parse.tokens[i]
        for i in found.tokens
        if parse.tokens[i].lemma.lower() == "rally" and not parse.tokens[i].is_verb
    ]
    if not nouns:
        return False
    rally = nouns[0]
    beside = {i for c in parse.children(rally.i, "nmod") if case_of(parse, c.i) == "with" for i in parse.subtree(c.i)}
    below = [parse.tokens[i] for i in parse.subtree(rally.i) if i not in beside]
    if any(t.lemma.lower() in _AGAINST or t.lower.startswith("anti") for t in below):
        return False
    if any(c.lemma.lower() in {"campaign", "election", "re-election"} for c in parse.children(rally.i, "compound")):
        return True
    if parse.tokens[rally.head].lemma.lower() == "endorse":
        return True
    doers = [parse.tokens[p.head] for p in parts if p.part == "actor"]
    if any(d.lemma.lower() in _RUNNERS for d in doers):
        return True
    if doers and not (_are_one_by_one(parse, doers) or _are_named_so(parse, doers)):
        return False
    return is_electoral(parse) or _is_run_for(parse, rally) or _is_of_runner(parse, rally, doers)


def _is_of_runner(parse: Parse, rally: Token, doers: Sequence[Token]) -> bool:
    """ "At a rally in Lima | Feld | said", "above a | Feld | rally", in a report on candidates and nominees."""
    told = [sum(parse.lemmas[word] for word in words) for words in (_RUNNING, _RUNNING | _PARTISAN)]
    if told[0] < 1 or told[1] < _FEW:
        return False
    if doers:
        return True
    if any(t.lemma.lower() in _AGAINST or t.lower.startswith("anti") for t in parse.around(rally.i)):
        return False
    verb = parse.tokens[rally.head]
    return rally.dep == "obl" and verb.is_verb and _are_one_by_one(parse, _doers(parse, verb))


def _are_named_so(parse: Parse, tokens: Sequence[Token]) -> bool:
    """ "A | Feld | rally": by the name of a person who is told of elsewhere."""
    names = {parse.tokens[i].text for i in parse.named("person")}
    return all(t.tag == "NNP" and t.text in names for t in tokens)


_FEW = 2
_RUNNING = frozenset("candidate nominee contender frontrunner front-runner nomination caucus running-mate".split())
_PARTISAN = frozenset("republican democrat democratic gop presidential presumptive primary campaign ballot".split())


def _is_run_for(parse: Parse, rally: Token) -> bool:
    """ "Told supporters | at a rally | that Ana Ruiz is the candidate to lead them": a run for an office, all along."""
    here = parse.around(rally.i)
    run = any(t.lemma.lower() in _RUNNERS and not t.is_verb for t in here)
    return run and not any(t.lemma.lower() in _AGAINST for t in here)


_RUNNERS = frozenset({"candidate", "nominee", "contender", "frontrunner", "front-runner", "running-mate"})


def _is_gift(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Donors | gave | the candidate a million": no aid."""
    giving = any(parse.tokens[i].lemma.lower() in _GIVING for i in found.tokens)
    return giving and is_electoral(parse)


_GIVING = frozenset("donate donation contribute contribution receive give raise fund provide".split())


def is_electoral(parse: Parse) -> bool:
    """Whether a report is about a run for an office: it speaks of candidates, polls and ballots all along."""
    return is_about(parse, VOTES)


def _doers(parse: Parse, verb: Token) -> tuple[Token, ...]:
    """Who does what a verb tells, its own subject or an understood one, with those joined to it."""
    passive = bool(parse.children(verb.i, "aux:pass"))
    subject = None if passive else own_subject(parse, verb.i)
    found = parse.children(verb.i, "obl:agent") if subject is None else (parse.tokens[subject],)
    return tuple(t for s in found for t in (s, *parse.children(s.i, "conj")))


def _are_one_by_one(parse: Parse, tokens: Sequence[Token]) -> bool:
    """Whether they are persons by name, or candidates: no soldiers, gunmen or states."""
    persons = parse.named("person")
    return bool(tokens) and all(
        t.i in persons
        or t.lower in {"he", "she", "his", "her"}
        or t.lemma.lower() in _CAMPAIGNING
        or any(c.i in persons for c in parse.children(t.i, "flat", "appos", "nmod:desc"))
        for t in tokens
    )


_RULES: dict[str, tuple[Callable[[Parse, Found, Sequence[Part]], bool], ...]] = {
    "ASSAULT": (_is_retort, _is_attack_with_words, _is_battle_of_words, _is_share_won),
    "PROTEST": (_is_campaign_rally,),
    "AID": (_is_gift,),
}
