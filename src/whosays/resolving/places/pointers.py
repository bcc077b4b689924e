"""What "the city", "the province" and "the country" mean: the place of that sort named last, where that is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from whosays.parse import Parse, Token
from whosays.records import Mention, Place, mention_id
from whosays.resolving.places.text import PlaceMention

MADE_BY = "rule:place-pointers@1"
_REACH = 3  # sentences back
_EMPTY = frozenset({"the", "entire", "whole", "same", "very", "besieged", "embattled"})
_TOWNS = frozenset({"city", "town", "village", "settlement", "township", "port", "suburb"})
_REGIONS = frozenset({"province", "governorate", "oblast", "prefecture", "canton", "region", "state", "territory"})
_COUNTRIES = frozenset({"country", "nation", "kingdom", "emirate", "republic"})
_ISLANDS = frozenset({"island"})
NOUNS = _TOWNS | _REGIONS | _COUNTRIES | _ISLANDS | {"capital"}
# "The state said": mostly its rulers; only where something is, it is land.
_ONLY_WHERE = frozenset({"state", "territory", "republic", "nation"})
_WHERE = frozenset({"in", "across", "throughout", "inside", "within", "around", "outside", "near", "of", "into"})


def place_nouns(parse: Parse, taken: Iterable[Mention]) -> tuple[tuple[PlaceMention, Mention], ...]:
    """The definite nouns of places that no mention stands on: their words, and a mention for each."""
    standing = {parse.root_of(*parse.tokens_of(m.span)) for m in taken}
    standing |= {i for n in parse.names for i in range(n.start, n.end)}
    found = []
    for token in parse.tokens:
        if token.tag != "NN" or token.lower not in NOUNS or token.i in standing:
            continue
        start = _start(parse, token)
        if start is None or not _says_where(parse, token):
            continue
        span = parse.span(start, token.i + 1)
        words = " ".join(parse.report.words(span).split())
        mention = Mention(
            id=mention_id(span, "place"), kind="place", form="nominal", span=span, name=words, made_by=MADE_BY
        )
        found.append((PlaceMention(start=start, end=token.i + 1, name=token.lower), mention))
    return tuple(found)


def meant(parse: Parse, noun: PlaceMention, named: Sequence[tuple[PlaceMention, Place]]) -> PlaceMention | None:
    """The named place that a place noun points back to; None where none fits, or two do.

    Args:
        parse: the report.
        noun: the words of the pointing noun, from :func:`place_nouns`.
        named: the places that the report names, in the order of the text.
    """
    here = parse.sentence(noun.start)
    before = [(w, p) for w, p in named if w.end <= noun.start and _is_a(p, noun.name)]
    near = [(w, p) for w, p in before if here - parse.sentence(w.start) <= _REACH and not w.near]
    if not near:
        return None
    (words, place), last = near[-1], parse.sentence(near[-1][0].start)
    if len({p.id for w, p in near if parse.sentence(w.start) == last}) > 1:
        return None
    # A place named in passing does not become the one that the text is about.
    named_so_far = Counter(p.id for _, p in before)
    return words if named_so_far[place.id] == max(named_so_far.values()) else None


def _is_a(place: Place, noun: str) -> bool:
    country, region = place.id.startswith("country:"), place.id.startswith("region:")
    feature = place.feature or ""
    if noun in _COUNTRIES:
        return country
    if noun in _REGIONS:
        return not country and (feature.startswith("ADM") or (region and noun in {"region", "territory"}))
    if noun in _ISLANDS:
        return feature.startswith("ISL")
    town = not country and not region and feature.startswith("PPL")
    return town and (noun != "capital" or feature == "PPLC") and (noun != "village" or not feature.startswith("PPLA"))


def _start(parse: Parse, token: Token) -> int | None:
    """Where "the city" begins; None when other words narrow it or it names something else."""
    before = [c for c in parse.children(token.i) if c.i < token.i and c.dep not in {"case", "punct", "mark", "cc"}]
    if not before or before[0].lower != "the" or any(c.lower not in _EMPTY for c in before):
        return None
    if token.dep in {"compound", "appos", "flat"} or token.dep.startswith("nmod:desc"):
        return None
    if parse.children(token.i, "nmod", "acl", "acl:relcl", "appos", "compound", "flat", "cop"):
        return None
    behind = parse.behind(token.i) if token.i + 1 < len(parse.tokens) else token
    return None if behind.is_noun and behind.head == token.i else before[0].i


def _says_where(parse: Parse, token: Token) -> bool:
    if token.lower not in _ONLY_WHERE:
        return True
    return any(c.lower in _WHERE for c in parse.children(token.i, "case"))
