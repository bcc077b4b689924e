"""Words of violence that tell of none: states that clash over a pastor, rumours killed off, a group that is beaten."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whosays.coding.mentions import case_of
from whosays.coding.parts import Part
from whosays.coding.triggers import Found
from whosays.parse import Parse, Token

_TWO = frozenset(
    "two pair they we he she both sides leaders countries country state states nation neighbour neighbor neighbours "
    "neighbors government governments ally allies bloc".split()
)
# What states fight over with arms: "clashed over a strip of land".
_DISPUTED = frozenset(
    "land border territory island isle water well pasture grazing cattle village town city hill ground field mine road "
    "river valley enclave control".split()
)
_GROUND = frozenset({"in", "near", "at", "outside", "along", "on", "inside", "around"})
_LIKE = frozenset({"similar", "akin", "comparable", "reminiscent"})


def is_figurative(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """Whether one word of violence only paints, or names a deed to liken another to it."""
    return found.trigger.event == "ASSAULT" and any(rule(parse, found, parts) for rule in _RULES)


def _is_quarrel(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "The two | have clashed over the jailing of a pastor |", "Orland has clashed with others": in words."""
    verb = parse.tokens[found.head]
    if not verb.is_verb or verb.lemma.lower() != "clash":
        return False
    acting = [parse.tokens[p.head] for p in parts if p.part in {"actor", "recipient"}]
    first = [t for t in acting if t.i < verb.i] or acting
    spoken = bool(first) and all(t.tag.startswith("NNP") or t.lower in _TWO for t in first)
    phrases = parse.children(verb.i, "obl", "obl:unmarked")
    over = [c for c in phrases if case_of(parse, c.i) == "over"]
    over += [c for c in parse.children(verb.i, "advcl") if any(m.lower == "over" for m in parse.children(c.i, "mark"))]
    if any(c.lemma.lower() in _DISPUTED or _is_place(parse, c) for c in over):
        return False
    perfect = any(c.lower in {"has", "have"} for c in parse.children(verb.i, "aux"))
    placed = any(case_of(parse, c.i) in _GROUND for c in phrases) or _is_dated(parse, verb)
    return spoken and not placed and (bool(over) or perfect)


def _is_killed_off(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "To kill | off | speculation"."""
    verb = parse.tokens[found.head]
    off = any(c.lower == "off" and c.i == verb.i + 1 for c in parse.children(verb.i, "compound:prt", "advmod"))
    what = parse.children(verb.i, "obj")
    return verb.lemma.lower() == "kill" and off and bool(what) and all(_is_matter(c) for c in what)


def _is_matter(noun: Token) -> bool:
    """ "Speculation", "the plan", "hopes": nothing alive."""
    return noun.lemma.lower() in _MATTERS or (noun.tag == "NN" and noun.lower.endswith(("tion", "ment", "ism", "ity")))


_MATTERS = frozenset("hope rumour rumor talk plan idea deal bill dream myth debate project scheme proposal".split())


def _is_beaten(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "The Front was being | beaten | badly": it lost, and nobody was struck with a stick."""
    verb = parse.tokens[found.head]
    if verb.lemma.lower() != "beat" or not verb.is_verb or any(p.part == "instrument" for p in parts):
        return False
    hurt = [p.head for p in parts if p.part == "recipient"]
    bodies = {i for n in parse.names if n.label == "organisation" for i in range(n.start, n.end)}
    return bool(hurt) and all(h in bodies for h in hurt)


def _is_won(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Ruiz | beat | Feld in the run-off", "how Ruiz beats Feld": a contest of two, no blow with a fist."""
    verb = parse.tokens[found.head]
    if verb.lemma.lower() not in _WINNING or not verb.is_verb or any(p.part == "instrument" for p in parts):
        return False
    phrases = parse.children(verb.i, "obl", "obl:unmarked")
    if any(c.dep == "aux:pass" or c.lower in _SORELY for c in parse.children(verb.i)):
        return False
    if any(case_of(parse, c.i) in {"with", "to"} or c.lemma.lower() in _OUT_OF_SIGHT for c in phrases):
        return False
    start, end = parse.sentences[parse.sentence(verb.i)]
    contest = any(t.lemma.lower() in _CONTESTS for t in parse.tokens[start:end])
    sides = [p.head for p in parts if p.part in {"actor", "recipient"}]
    named = {i for n in parse.names if n.label in {"person", "organisation"} for i in range(n.start, n.end)}
    two = len({p.part for p in parts} & {"actor", "recipient"}) == 2
    return two and all(i in named for i in sides) and (contest or verb.tag in {"VBZ", "VBP"})


def _is_campaign(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The campaign | hit | Feld over his taxes", "an ad that attacks Ruiz": with words."""
    verb = parse.tokens[found.head]
    if not verb.is_verb or verb.lemma.lower() not in _HITTING or found.trigger.effect == "killed":
        return False
    subjects = parse.children(verb.i, "nsubj")
    doers = {t.lemma.lower() for s in subjects for t in (s, *parse.children(s.i, "conj"))}
    hurt = [c.i for c in parse.children(verb.i, "obj")]
    people = {i for n in parse.names if n.label == "person" for i in range(n.start, n.end)}
    return bool(doers & _CAMPAIGNING) and bool(hurt) and all(h in people for h in hurt)


_WINNING = frozenset({"beat", "thrash", "crush", "trounce"})
_SORELY = frozenset(
    "up severely unconscious repeatedly badly brutally savagely senseless dead bloody mercilessly".split()
)
_OUT_OF_SIGHT = frozenset("cell prison jail custody detention street house head face home hospital bar school".split())
_CONTESTS = frozenset(
    "election run-off runoff poll race primary nomination vote ballot round contest match final caucus debate candidate "
    "constituency campaign seat term presidency".split()
)
_HITTING = frozenset({"hit", "attack", "strike", "blast", "slam", "bash"})
_CAMPAIGNING = frozenset("campaign ad advert advertisement candidate commercial article column editorial".split())


def _is_likened(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Similar to last year's | invasion |": what the news is likened to."""
    token = parse.tokens[found.head]
    if token.is_verb or found.carrier is not None or token.dep not in {"obl", "nmod"}:
        return False
    return parse.tokens[token.head].lower in _LIKE and case_of(parse, token.i) in {"to", "of", "with"}


def _is_kind_of_deed(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "| Killing bakers | seems an odd pastime": what doing so would be, whoever did it."""
    verb = parse.tokens[found.head]
    said = parse.tokens[verb.head]
    if verb.tag != "VBG" or verb.dep != "csubj" or any(p.part == "actor" for p in parts):
        return False
    beings = {c.lower for c in parse.children(said.i, "cop", "aux")}
    return (said.tag == "VBZ" and said.lemma.lower() in {"seem", "appear", "look", "sound", "remain"}) or "is" in beings


def _is_place(parse: Parse, token: Token) -> bool:
    return any(n.label == "place" and n.start <= token.i < n.end for n in parse.names)


def _is_dated(parse: Parse, token: Token) -> bool:
    below = set(parse.subtree(token.i))
    return any(t.start in below for t in parse.times if t.kind in {"date", "time"})


_RULES: tuple[Callable[[Parse, Found, Sequence[Part]], bool], ...] = (
    _is_quarrel,
    _is_killed_off,
    _is_beaten,
    _is_won,
    _is_campaign,
    _is_likened,
    _is_kind_of_deed,
)
