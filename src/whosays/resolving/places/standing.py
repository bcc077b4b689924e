"""Names of places that do not tell where something is: they stand for a government, or inside another name.

"Moscow said", "the Herat police", "Afghan officials": the actor is who speaks or acts, and the place rides beside.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from whosays.gazetteer import Gazetteer, normalise
from whosays.parse import Parse
from whosays.resolving.places.choosing import PlaceChoice
from whosays.resolving.places.found import is_elses, is_namelike, labelled, surnames_of
from whosays.resolving.places.text import PlaceMention, head_of
from whosays.resolving.places.words import place_words

_LONGEST_NAME = 4
_HOSTS = ("organisation", "facility", "place")  # a person's name holds no place: "Paris Hilton", "Jack London"
# People in a town whose name inside another's needs no support from the report, or only that it speaks of its state.
_BELIEVED, _AT_HOME = 1_000_000, 100_000
_ENOUGH = 0.4
_SUPPORT = ("held", "holds", "region", "near", "adjective", "row")


def standing_names(
    parse: Parse, ground: Sequence[PlaceMention], actors: Iterable[tuple[int, int]], gazetteer: Gazetteer
) -> tuple[PlaceMention, ...]:
    """The names of places beside those of ``ground``, in order, none over another.

    Args:
        parse: the report.
        ground: its names of places that tell where something is.
        actors: the tokens, start and end, of its mentions of actors.
        gazetteer: what names may mean.
    """
    taken = {i for m in ground for i in range(m.start, m.end)}
    found: list[PlaceMention] = []
    sources = (
        _acting(parse, gazetteer), _states(parse, gazetteer), _repeated(parse, ground),
        _inside(parse, _hosts(parse, actors), gazetteer),
    )  # fmt: skip
    for mention in itertools.chain(*sources):
        words = set(range(mention.start, mention.end))
        elses = is_elses(parse, mention, gazetteer.places_named(mention.name), gazetteer)
        if not words & taken and is_namelike(parse, mention) and not elses:
            taken |= words
            found.append(msgspec.structs.replace(mention, stands=True))
    return tuple(sorted(found, key=lambda m: m.start))


def _acting(parse: Parse, gazetteer: Gazetteer) -> Iterator[PlaceMention]:
    """What the pipeline calls a place and the map holds, but acts: "Tehran warned"; no surname of the report."""
    surnames = surnames_of(parse)
    for mention, is_ground in labelled(parse, gazetteer, frozenset()):
        entries = () if is_ground else gazetteer.places_named(mention.name)
        if not entries:
            continue
        small = entries[0].kind in ("city", "admin2")
        name = mention.name.lower()
        person = small and (name in surnames or name in place_words().seldom or _speaks(parse, mention))
        if not person:
            yield mention


def _speaks(parse: Parse, mention: PlaceMention) -> bool:
    """Whether a name says something: a town does not, whoever is called like it does."""
    head = head_of(parse, mention)
    verb = parse.tokens[head.head]
    return head.dep == "nsubj" and verb.lemma.lower() in place_words().saying_verbs


def _states(parse: Parse, gazetteer: Gazetteer) -> Iterator[PlaceMention]:
    """States by name, by adjective, by their people's name, wherever they stand: "US officials", "Sudanese"."""
    persons = _persons(parse)
    for hit in gazetteer.scan([t.text for t in parse.tokens]):
        start = hit.start + (parse.tokens[hit.start].lower == "the")
        if start in persons or start == hit.end:  # "Chad Foster", "Israel Katz"
            continue
        name = parse.text(start, hit.end)
        states = {c.actor_id for c in hit.candidates if c.strength == "strong" and len(c.actor_id) == 3}
        if len(states) == 1 and "$" not in name and gazetteer.places_named(name):
            yield PlaceMention(start=start, end=hit.end, name=name)
    for start, token in enumerate(parse.tokens):
        if token.text[:1].isupper() and "$" not in token.text and not (start in persons or token.lower == "the"):
            pair = start + 1 < len(parse.tokens) and parse.behind(start).text.isalpha()  # "Sri Lankan"
            for end in (start + 2, start + 1) if pair else (start + 1,):
                if demonym(parse.text(start, end), gazetteer) is not None:
                    yield PlaceMention(start=start, end=end, name=parse.text(start, end))
                    break


def _persons(parse: Parse) -> frozenset[int]:
    """The tokens of names of persons of more than one word."""
    full = (n for n in parse.names if n.label == "person" and n.end - n.start > 1)
    return frozenset(i for n in full for i in range(n.start, n.end))


def demonym(word: str, gazetteer: Gazetteer) -> str | None:
    """The state whose adjective or people a word is."""
    return gazetteer.state_of_adjective(word) or gazetteer.state_of_people(word)


def _repeated(parse: Parse, ground: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """What is a place elsewhere in the report is one here too: "Fargo raised its goal"."""
    known = {tuple(parse.tokens[i].lower for i in range(m.start, m.end)) for m in ground if m.kind == "place"}
    longest = max((len(words) for words in known), default=0)
    persons = _persons(parse)
    known -= {(name,) for name in surnames_of(parse)}
    for start, token in enumerate(parse.tokens):
        if not token.text[:1].isupper():
            continue
        for end in range(min(start + longest, len(parse.tokens)), start, -1):
            words = tuple(parse.tokens[i].lower for i in range(start, end))
            if words in known and not persons & set(range(start, end)):
                yield PlaceMention(start=start, end=end, name=parse.text(start, end))
                break


def _inside(parse: Parse, hosts: Iterable[tuple[int, int]], gazetteer: Gazetteer) -> Iterator[PlaceMention]:
    """The place at the head of a longer name, or behind "of" in it: "Herat University", "the University of Herat"."""
    for first, last in hosts:
        for start in _openings(parse, first, last):
            end = _known(parse, start, last, gazetteer)
            if end is not None and (start, end) != (first, last):
                yield PlaceMention(start=start, end=end, name=parse.text(start, end))


def _hosts(parse: Parse, actors: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Longer names and phrases that may begin with a place's name; a person's holds none: "Jack London"."""
    persons = parse.named("person")
    for name in parse.names:
        if name.label in _HOSTS and name.end - name.start > 1:
            yield name.start, name.end
    yield from ((start, end) for start, end in actors if not persons & set(range(start, end)))


def _openings(parse: Parse, start: int, end: int) -> Iterator[int]:
    first = start + (parse.tokens[start].lower == "the")
    yield first
    for i in range(first + 1, end):
        if parse.tokens[i - 1].lower in ("of", "in", "at", "for", "-", "and", "the"):
            yield i


def _known(parse: Parse, start: int, limit: int, gazetteer: Gazetteer) -> int | None:
    for end in range(min(start + _LONGEST_NAME, limit), start, -1):
        name = parse.text(start, end)
        if not name[:1].isupper() or name.lower() in place_words().seldom or place_words().is_never(name):
            continue
        entries = gazetteer.places_named(name) if len(name) > 2 else ()
        # "Dublin City Council" is Dublin's; "Mexico City Airport" lies in Mexico City
        city = end - start > 1 and place_words().noun_kind(parse.tokens[end - 1].lower) == "city"
        if entries and not (city and normalise(entries[0].place.name) != normalise(name)):
            return end
    return None


def is_believed(mention: PlaceMention, choice: PlaceChoice, gazetteer: Gazetteer, ground: frozenset[str]) -> bool:
    """Whether a standing name is a place at all: a state or province, a large town, or one the report supports."""
    if choice.place is None:
        return normalise(mention.name) in ground
    if choice.precision in ("country", "admin1", "region") or normalise(mention.name) in ground:
        return True
    if any(r.rule in _SUPPORT and r.weight >= _ENOUGH for r in choice.reasons):
        return True
    entry = gazetteer.place_entry(choice.place.id)
    at_home = any(r.rule == "states" and r.weight >= _ENOUGH for r in choice.reasons)
    return entry is not None and entry.population >= (_AT_HOME if at_home else _BELIEVED)
