"""Whom "its spokesman", "his regime", "their military wing" mean, once it is known whose they are.

Kept under their own words alone, the spokesmen of all reports would be one actor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from whosays.parse import Parse
from whosays.records import Actor, Link, Reason
from whosays.resolving.actors.asked import Asked, Named
from whosays.resolving.actors.names import as_pattern, known
from whosays.resolving.actors.own import kind_of, noun_at, own_actor, owned, sector_of
from whosays.resolving.actors.setting import Setting
from whosays.resolving.actors.spokenfor import COUNTRIES, state_of

_IRREGULAR = frozenset({"REB", "UAF", "PRM", "CRM"})
_OF_THE_STATE = frozenset({"military", "army", "navy", "force", "police", "government", "parliament"})
_WHOSE = "whose"
_POSSESSIVES = frozenset({"its", "his", "her", "their", "our", "my", _WHOSE})
_ACTING = frozenset(
    {"person", "people", "government", "force", "ministry", "organisation", "armed-group", "party", "media", "company"}
)


def possessor(parse: Parse, one: Asked) -> int | None:
    """The token of the possessive that opens a mention of somebody who is named by nothing else, or None."""
    opens = one.mention.form == "nominal" and one.end - one.start > 1 and one.head > one.start
    some = _counted_of_theirs(parse, one)
    if some is not None:
        return some
    if not opens or parse.tokens[one.start].lower not in _POSSESSIVES or parse.tokens[one.start].head != one.head:
        return None
    country = parse.tokens[one.head].lower in COUNTRIES
    return one.start if country or kind_of(parse, one.head, one.label) in _ACTING else None


def named_alike(
    parse: Parse, one: Asked, asked: Iterable[Asked], links: Mapping[str, Link]
) -> Iterator[tuple[int, str]]:
    """The possessives of the same words told before with a name beside them, and whom each of those means."""
    for other in asked:
        link = links.get(other.mention.id)
        if other.head >= one.head or other.mention.name != one.mention.name or link is None or link.target is None:
            continue
        owner = possessor(parse, other)
        if owner is not None and any(r.rule == "apposition" for r in link.reasons):
            yield owner, link.target


def described_by(parse: Parse, whose: int) -> int | None:
    """The token of the noun that a clause with "whose" describes: "| Orland |, whose army took the town"."""
    if parse.tokens[whose].lower != _WHOSE:
        return None
    clause = next((a for a in parse.ancestors(whose) if a.dep == "acl:relcl"), None)
    near = next((n for n in parse.names if n.end == whose - 1 and n.label == "place"), None)
    organ = parse.tokens[parse.tokens[whose].head].lemma.lower() in _OF_THE_STATE
    if near is not None and organ and parse.tokens[whose - 1].text == ",":
        return parse.root_of(near.start, near.end)  # "an envoy from | Orland |, whose government": no envoy's
    return clause.head if clause is not None and clause.head < whose < clause.i else None


_ARMED = frozenset({"soldier", "fighter", "troop", "militant", "rebel", "guerrilla", "militiaman"})
_ABOARD = frozenset({"pilot", "crew", "passenger", "captain", "driver", "occupant"})


def may_own(parse: Parse, one: Asked, holder: Actor) -> bool:
    """Whether they can be his: soldiers are no watchdog's; "shot down a plane, caught | its pilot |" is no state's."""
    lemmas = {t.lemma.lower() for t in parse.tokens[one.start : one.end]}
    if lemmas & _ABOARD and parse.tokens[one.start].lower == "its" and holder.kind in {"state", "force", "government"}:
        return False
    return not (lemmas & _ARMED and holder.kind in {"organisation", "media", "company", "party"})


def _counted_of_theirs(parse: Parse, one: Asked) -> int | None:
    """ "Two of | its | soldiers": whose they are, behind the number that counts them."""
    some = parse.tokens[one.head]
    of = [c for c in parse.children(some.i, "nmod") if c.tag == "NNS" and c.i < one.end]
    if one.mention.form != "nominal" or len(of) != 1 or [c.lower for c in parse.children(of[0].i, "case")] != ["of"]:
        return None
    owner = of[0].i - 1
    whose = _POSSESSIVES if of[0].lemma.lower() in _ARMED else _POSSESSIVES - {"their"}
    owned = parse.tokens[owner].lower in whose and parse.tokens[owner].head == of[0].i
    return owner if owned and noun_at(parse, some.i) is not None and some.tag in {"CD", "NN", "JJ"} else None


_FIGHTERS = frozenset("member fighter militant gunman insurgent combatant jihadist jihadi rebel guerrilla".split())


def members_of(parse: Parse, one: Asked) -> tuple[int, int] | None:
    """The half-open tokens of the definite noun that a mention's people are of: "six members of | the group |"."""
    if one.mention.form != "nominal" or parse.tokens[one.head].lemma.lower() not in _FIGHTERS:
        return None
    for child in parse.children(one.head, "nmod"):
        inside = parse.subtree(child.i)
        opening = parse.tokens[min(inside)].lower, parse.behind(min(inside)).lower
        if child.tag == "NN" and opening in {("of", "the"), ("from", "the")} and max(inside) == child.i < one.end:
            return min(inside) + 1, child.i + 1
    return None


def owning_noun(parse: Parse, one: Asked) -> int | None:
    """The token of the definite noun that opens a mention as its owner: "the | group |'s fighters", or None."""
    opens = one.mention.form == "nominal" and parse.tokens[one.start].lower == "the" and one.head > one.start + 2
    if not opens or kind_of(parse, one.head, one.label) not in _ACTING:
        return None
    owner = parse.behind(one.start)
    while owner.dep == "amod" and owner.i + 1 < one.head:  # "the | radical | movement's fighters"
        owner = parse.behind(owner.i)
    common = owner.tag == "NN" or (owner.tag == "NNP" and owner.text.islower())  # "the radical Islamic | group |'s"
    owns = owner.dep == "nmod:poss" and owner.head == one.head and common
    return owner.i if owns and parse.behind(owner.i).tag == "POS" else None


_ALIKE = {"head-of-state": "president", "foreign-minister": "foreign minister", "defence-minister": "defence minister"}


def _same_office(parse: Parse, one: Asked, holder: Actor, setting: Setting) -> Named | None:
    """ "The Peruvian foreign minister and | his Kenyan counterpart |": who holds the same office there on the day."""
    noun, on = parse.tokens[one.head], setting.on
    if noun.lower != "counterpart" or one.end != one.head + 1 or holder.kind != "person" or on is None:
        return None
    state = setting.gazetteer.state_of_adjective(parse.text(one.start + 1, one.head))
    held = {r.office for r in holder.roles if (r.start or "") <= on and (r.end is None or on < r.end)}
    held |= {holder.id.rpartition(":office:")[2]} if ":office:" in holder.id else set()
    offices = {o for o in (h.removeprefix("office:") for h in held) if o in _ALIKE}
    if state is None or len(offices) != 1:
        return None
    found = setting.gazetteer.pattern(_ALIKE[offices.pop()], on, state)
    return as_pattern(parse, one, found, setting) if found is not None and not found.rest else None


def possessed(
    parse: Parse, one: Asked, holder: Actor, setting: Setting, begin: int | None = None, *, members: bool = False
) -> Named:
    """The actor that a mention means, of whom ``holder`` is the possessor.

    The lists' own, where they know it ("Hamas's military wing", "the Turkish foreign minister"); else one of its own
    words with the holder's, and a part of him. ``begin`` is the first word behind the possessor, where it
    has several; ``members`` stand before it.
    """
    words = parse.text(one.start + 1 if begin is None else begin, one.head + 1 if members else one.end)
    same = _same_office(parse, one, holder, setting)
    if same is not None:
        return same
    state = state_of(holder, setting)
    if state is not None and words.lower() in COUNTRIES:  # "Ruiz and | his country |"
        named = known(setting, state, f"“{one.mention.name}”: of {holder.name}", words)
        if named is not None:
            return named
    many = holder.name[:1].islower() and holder.name.endswith("s")  # "the boys' father"; but "Hamas's wing"
    phrase = holder.name + ("' " if many else "'s ") + words
    listed = [c for c in setting.gazetteer.actors_named(phrase, setting.on) if c.strength == "strong"]
    if len(listed) == 1:
        named = known(setting, listed[0].actor_id, f"“{phrase}” is a listed name", phrase)
        if named is not None:
            return named
    pattern = setting.gazetteer.pattern(phrase, setting.on) or setting.gazetteer.pattern(words, setting.on, holder.id)
    noun = parse.tokens[one.head]
    if pattern is None and holder.kind == "armed-group" and noun.lemma.lower() in _FIGHTERS:
        own = setting.gazetteer.pattern(f"{holder.name}'s {noun.lower}", setting.on)  # "its | remaining | fighters"
        pattern = own if own is not None and own.actor.id == holder.id else None
    if holder.kind == "person" and any(c.code in _IRREGULAR for c in holder.codes):
        pattern = None  # "the rebel chief and | his forces |" are not the army of his country
    if pattern is None and state is not None and parse.tokens[one.head].lemma.lower() in _OF_THE_STATE:
        pattern = setting.gazetteer.pattern(words, setting.on, state)  # "the Orlian parliament and | its military"
    if pattern is not None and not pattern.rest:
        named = as_pattern(parse, one, pattern, setting)
        if named is not None:
            return named
    sector = sector_of(parse, one.head)
    actor = own_actor(phrase, kind_of(parse, one.head, one.label), None, sector)
    codes = () if holder.kind == "person" else holder.codes
    actor = owned(actor, holder.id, codes)
    detail = f"“{one.mention.name}”: of {holder.name}, told before"
    return Named(actor, Reason(rule="possessive", detail=detail, weight=0.6), score=0.6)
