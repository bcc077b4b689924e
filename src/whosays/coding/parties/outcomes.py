"""What a strike or an offensive led to is the deed of whoever made it: "coalition | raids led to the killing of"."""

from __future__ import annotations

from collections.abc import Mapping

from whosays.coding.words.mentions import case_of, conjuncts
from whosays.coding.words.parts import Part, sorted_in
from whosays.coding.words.slots import slots_of
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
from whosays.ontology import Ontology
from whosays.parse import NameLabel, Parse, Token

_STRIKES = frozenset(
    "attack strike airstrike raid bombing bombardment shelling assault offensive operation campaign siege invasion "
    "incursion crackdown".split()
)
_FORCE = frozenset({"operation", "offensive", "campaign", "raid", "crackdown", "incursion", "invasion", "assault"})
_LEADING = frozenset({"lead", "result", "end", "contribute", "succeed"})
_WAGING = frozenset("start launch begin mount stage wage lead conduct open carry".split())


_DONE_BY_STRIKES = frozenset({"ASSAULT", "COERCE", "RETREAT"})


def led_to(
    parse: Parse, found: Found, parts: Mapping[int, Part], knowledge: tuple[Ontology, dict[int, NameLabel]]
) -> list[Part]:
    """ "Coalition | raids led to the killing | of six", "an army | operation freed | them": whose strike it was."""
    if found.trigger.event not in _DONE_BY_STRIKES or any(p.part == "actor" for p in parts.values()):
        return []
    token = parse.tokens[found.head]
    if token.dep == "conj" and not token.is_verb:  # "led to the arrest of two | and the seizure | of arms"
        token = parse.tokens[token.head]
    verb = parse.tokens[token.head]
    marks = {c.lower for c in parse.children(token.i, "mark", "case")}
    led = verb.lemma.lower() in _LEADING and verb.is_verb and bool(marks & {"to", "in"}) and token.i > verb.i
    itself = token.is_verb and not is_passive(parse, token.i)
    strike = _strike(parse, verb) if led else _strike(parse, token) if itself else None
    if strike is None or (not led and strike.lemma.lower() not in _FORCE):
        return []
    whose = _whose(parse, strike)
    if not led:  # "the | Kest | raid killed nine": where it was
        whose = [h for h in whose if knowledge[1].get(h) != "place" or parse.tokens[h].tag.startswith("JJ")]
    told = (sorted_in(parse, h, ("by", "actor", found), knowledge) for h in whose)
    return [p for p in told if p is not None and p.part == "actor"]


def _strike(parse: Parse, verb: Token) -> Token | None:
    """The strike that led to something: the subject, or what a relative clause is on."""
    if verb.dep == "acl:relcl" and any(c.lower in {"that", "which"} for c in parse.children(verb.i, "nsubj")):
        subject = parse.tokens[verb.head]
    else:
        subject = next(iter(parse.children(verb.i, "nsubj")), verb)
    return subject if subject.is_noun and subject.lemma.lower() in _STRIKES else None


def _whose(parse: Parse, strike: Token) -> list[int]:
    """Whose strike it was: by the words before it, "by the army", or whoever launched it."""
    own = [c.i for c in parse.children(strike.i, "nmod:poss", "compound", "amod") if c.tag != "JJ" or c.text.istitle()]
    own += [c.i for c in parse.children(strike.i, "nmod") if case_of(parse, c.i) == "by"]
    verb = parse.tokens[strike.head]
    if strike.dep == "obj" and verb.lemma.lower() in _WAGING and not is_passive(parse, verb.i):
        own += slots_of(parse, verb.i).get("subject", ())
    return [h for i in own for h in conjuncts(parse, i)]
