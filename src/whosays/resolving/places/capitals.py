"""A capital that is told by its state: "the Afghan capital", "Somalia's capital", "the capital of Kenya"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whosays.gazetteer import Gazetteer
from whosays.parse import Parse, Token
from whosays.records import Mention, Reason, mention_id
from whosays.resolving.places.choosing import PlaceChoice
from whosays.resolving.places.text import PlaceMention

RULE = "capital"
MADE_BY = "rule:capitals@1"
# Moved within the news that is read, shared by two towns, or told otherwise by one half of the world; Congo is two.
_NO_ONE_TOWN = frozenset("BDI BEN BOL CIV COD COG ISR KAZ MMR NLD PSE TZA ZAF".split())
_LEAVING = frozenset({"case", "det", "punct"})


def capitals(
    parse: Parse, taken: Iterable[Mention], gazetteer: Gazetteer
) -> Iterator[tuple[PlaceMention, Mention, PlaceChoice]]:
    """The capitals that no name tells: their words, a mention and the town for each.

    Args:
        parse: the report, taken apart.
        taken: mentions that stand already; whatever they stand on is left to them.
        gazetteer: states with their adjectives and capitals.
    """
    nouns = [t for t in parse.tokens if t.lower == "capital" and t.tag == "NN"]
    standing = {parse.root_of(*parse.tokens_of(m.span)) for m in taken} if nouns else set()
    for token in nouns:
        words = None if token.i in standing else _words(parse, token, gazetteer)
        if words is None:
            continue
        (start, end), state = words
        choice = _town(state, gazetteer)
        if choice is None:
            continue
        span = parse.span(start, end)
        name = " ".join(parse.report.words(span).split())
        mention = Mention(
            id=mention_id(span, "place"), kind="place", form="nominal", span=span, name=name, made_by=MADE_BY
        )
        yield PlaceMention(start=start, end=end, name=token.lower), mention, choice


def _words(parse: Parse, token: Token, gazetteer: Gazetteer) -> tuple[tuple[int, int], str] | None:
    """Where the words of a capital begin and end, and its state; None where a name follows or something narrows it."""
    if token.dep.split(":")[0] in {"compound", "flat", "appos"} or token.dep == "nmod:desc":
        return None  # "capital | markets", "the Afghan capital | Kabul"
    if parse.children(token.i, "appos", "flat", "acl", "acl:relcl", "cop"):
        return None  # "the Afghan capital, | Kabul |", "Kabul is the Afghan capital"
    behind = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else token
    if behind.is_noun and behind.head in {token.i, token.head}:
        return None
    state_words = [t for t in parse.tokens[parse.subtree(token.i)[0] : token.i] if t.dep not in _LEAVING]
    told = " ".join(t.text for t in state_words)
    state = _state(told, gazetteer) if told else None
    if state is not None:
        determined = parse.children(token.i, "det")
        start = min((c.i for c in (*determined, *state_words)), default=token.i)
        return (start, token.i + 1), state
    if told:
        return None
    for of in parse.children(token.i, "nmod"):
        if of.i > token.i and any(c.lower == "of" for c in parse.children(of.i, "case")):
            first = min((c.i for c in parse.children(of.i, "compound", "amod")), default=of.i)
            state = _state(" ".join(t.text for t in parse.tokens[first : of.i + 1]), gazetteer)
            start = min((c.i for c in parse.children(token.i, "det")), default=token.i)
            return ((start, of.i + 1), state) if state is not None else None
    return None


def _state(words: str, gazetteer: Gazetteer) -> str | None:
    """The state of an adjective or name."""
    adjective = gazetteer.state_of_adjective(words)
    if adjective is not None:
        return adjective
    named = {c.actor_id for c in gazetteer.actors_named(words) if ":" not in c.actor_id and c.strength == "strong"}
    return named.pop() if len(named) == 1 else None


def _town(state: str, gazetteer: Gazetteer) -> PlaceChoice | None:
    entry = gazetteer.entry(state)
    if state in _NO_ONE_TOWN or entry is None or entry.state is None or entry.state.capital is None:
        return None
    towns = [p for p in gazetteer.places_named(entry.state.capital) if p.kind == "capital" and state in p.countries]
    if len(towns) != 1:
        return None
    detail = f"{towns[0].place.name} is the capital of {entry.name}"
    return PlaceChoice(place=towns[0].place, precision="exact", reasons=(Reason(rule=RULE, detail=detail, weight=0.9),))
