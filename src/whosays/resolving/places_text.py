"""Where places are told of in a report, and which of them an event has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from whosays.gazetteer import Gazetteer, PlaceEntry
from whosays.parse import Parse, Token
from whosays.resolving.places_words import place_words

# A place hung on a noun of the event's own clause ("attacked a mosque in Kabul") is the event's, but a nearer one wins;
# through two nouns ("denied the existence of groups in Kabul") it is theirs.
_THROUGH_NOUN = 5
_SHARING = frozenset({"conj", "xcomp", "advcl", "compound", "acl"})
_NOMINAL = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "compound", "appos", "conj"})
# Places that stand without a preposition: "the Kabul attack", "shelled Bel", "Bel was shelled".
_BARE = frozenset(
    {"compound", "obj", "nsubj:pass", "appos", "nmod:poss", "nmod:desc", "nmod:unmarked", "nmod:tmod", "obl:unmarked",
     "obl:npmod", "advmod", "root"}
)  # fmt: skip
_LONGEST_NAME = 5


class PlaceMention(msgspec.Struct, frozen=True):
    """A name of a place: tokens ``start`` to ``end``, half-open, with words that belong to it ("Kunduz province").

    ``name`` is what to look up: the words without article, "northern" and "province". ``noun`` is the kind of place
    that the text calls it (city, admin1, district, country), ``near`` whether the text stands beside it only.
    """

    start: int
    end: int
    name: str
    kind: Literal["place", "facility"] = "place"
    noun: str | None = None
    near: bool = False


# -- which names are places ---------------------------------------------------------------------


def _head(parse: Parse, start: int, end: int) -> Token:
    return parse.tokens[parse.root_of(start, end)]


def _before(parse: Parse, i: int) -> tuple[int, str]:
    """The nearest word before token ``i`` that is no article, no "northern" and no adjective, and where it stands."""
    first = parse.sentences[parse.sentence(i)][0]
    at = i - 1
    while at >= first:
        word = parse.tokens[at]
        if word.lower not in ("the", "a", "an") and word.lower not in place_words().parts and word.tag != "JJ":
            return at, word.lower
        at -= 1
    return -1, ""


def _is_state(entries: Sequence[PlaceEntry]) -> bool:
    return bool(entries) and entries[0].kind in ("country", "capital")


def _acts(parse: Parse, head: Token, entries: Sequence[PlaceEntry]) -> bool:
    """Whether the name stands for a government, not for the ground: "Tehran warned", "a deal with Moscow"."""
    words = place_words()
    governor = parse.tokens[head.head]
    if head.dep == "conj" and head.head != head.i:
        return _acts(parse, governor, entries)
    if head.dep == "nsubj" and governor.is_verb:
        return governor.lemma.lower() not in words.still_verbs
    if not _is_state(entries):
        return False
    if head.dep in ("obj", "iobj"):
        return governor.lemma.lower() not in words.reached_verbs
    if head.dep in {"nmod:poss", "obl:agent"}:
        return True
    cases = [t.lower for t in parse.children(head.i, "case")]
    return bool(cases) and not any(c in words.where or c in words.way or c == "of" for c in cases)


def _known_name(parse: Parse, start: int, end: int, gazetteer: Gazetteer) -> tuple[int, int]:
    """The words to look up: all of them when the map has them, else without "northern" before and "province" behind."""
    words = place_words()
    first, last = start, end
    while last - first > 1 and parse.tokens[first].lower == "the":
        first += 1
    if last - first == 1 or gazetteer.places_named(parse.text(first, last)):
        return first, last
    if words.noun_kind(parse.tokens[last - 1].lower):
        last -= 1
    if last - first > 1 and parse.tokens[first].lower in words.parts:
        rest = gazetteer.places_named(parse.text(first + 1, last))
        # "Eastern Creek" is a name of its own; "Eastern Chad" is a part of a country
        if rest and (parse.tokens[first].text.islower() or rest[0].kind in ("country", "admin1", "region")):
            first += 1
    return first, last


def _called(parse: Parse, first: int, last: int, end: int) -> tuple[str | None, int]:
    """The kind of place that the text calls a name ("Kunduz province", "the city of Kharkiv"), and where that ends."""
    words = place_words()
    if last < end:
        return words.noun_kind(parse.tokens[last].lower), end
    if end < len(parse.tokens) and parse.sentence(end) == parse.sentence(first):
        noun = words.noun_kind(parse.tokens[end].lower)
        if noun is not None:
            return noun, end + 1
    if first >= 2 and parse.tokens[first - 1].lower == "of":
        return words.noun_kind(parse.tokens[first - 2].lower), end
    return (words.noun_kind(parse.tokens[first - 1].lower) if first else None), end


def _is_near(parse: Parse, start: int) -> bool:
    words = place_words()
    at, word = _before(parse, start)
    if word in {"of", "from"}:
        return at > 0 and parse.tokens[at - 1].lower in words.near_nouns
    return word in words.near or (word == "to" and at > 0 and parse.tokens[at - 1].lower == "close")


def _mention(
    parse: Parse, start: int, end: int, kind: Literal["place", "facility"], gazetteer: Gazetteer
) -> PlaceMention:
    first, last = _known_name(parse, start, end, gazetteer)
    noun, end = _called(parse, first, last, end)
    at, _ = _before(parse, start)
    named_of = at >= 1 and parse.tokens[at].lower == "of" and place_words().noun_kind(parse.tokens[at - 1].lower)
    near = _is_near(parse, start) or (bool(named_of) and _is_near(parse, at - 1))
    return PlaceMention(start=start, end=end, name=parse.text(first, last), kind=kind, noun=noun, near=near)


def _pieces(parse: Parse, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A name cut at its commas: "Paris, Texas" is two."""
    begin = start
    for i in range(start, end):
        if parse.tokens[i].text == ",":
            if i > begin:
                yield begin, i
            begin = i + 1
    if end > begin:
        yield begin, end


def _is_place(parse: Parse, mention: PlaceMention, gazetteer: Gazetteer) -> bool:
    """Whether a name that the pipeline calls a place is one here: on the map or in a place's position, not acting."""
    if mention.name.islower() or any(t.start < mention.end and mention.start < t.end for t in parse.times):
        return False
    behind_where = _before(parse, mention.start)[1] in place_words().where
    entries = gazetteer.places_named(mention.name)
    if not entries and (gazetteer.actors_named(mention.name) or not (behind_where or mention.noun is not None)):
        return False  # a body's acronym, a virus, a brand
    return behind_where or not _acts(parse, _head(parse, mention.start, mention.end), entries)


def _labelled(parse: Parse, gazetteer: Gazetteer) -> Iterator[PlaceMention]:
    for name in parse.names:
        if name.label not in ("place", "facility"):
            continue
        for start, end in _pieces(parse, name.start, name.end):
            kind: Literal["place", "facility"] = "facility" if name.label == "facility" else "place"
            mention = _mention(parse, start, end, kind, gazetteer)
            if _is_place(parse, mention, gazetteer):
                yield mention


def _is_free(parse: Parse, start: int, end: int) -> bool:
    """Whether no name of something else is there; a person's label gives way to "in"."""
    return all(
        name.end <= start or end <= name.start or (name.label == "person" and (name.start, name.end) == (start, end))
        for name in parse.names
    )


def _known_run(parse: Parse, start: int, gazetteer: Gazetteer) -> int | None:
    """The end of the longest row of capitalised words from ``start`` on that is on the map and no other name."""
    limit = min(start + _LONGEST_NAME, parse.sentences[parse.sentence(start)][1])
    for end in range(limit, start, -1):
        named = all(t.text[:1].isupper() or t.text in ("-", "'", "’") for t in parse.tokens[start:end])
        if named and _is_free(parse, start, end) and gazetteer.places_named(parse.text(start, end)):
            return end
    return None


def _is_part(parse: Parse, end: int) -> bool:
    """Whether a longer name goes on behind: "in Dresden Zoo" names no city; "in Dresden Monday" does."""
    if end >= len(parse.tokens) or parse.sentence(end) != parse.sentence(end - 1):
        return False
    following = parse.tokens[end]
    is_time = any(t.start <= end < t.end for t in parse.times)
    return following.text[:1].isupper() and not is_time and place_words().noun_kind(following.lower) is None


def _is_ground(parse: Parse, token: Token) -> bool:
    """Whether it is the object of a verb that takes ground only: "shelled Kharkiv"."""
    verb = parse.tokens[token.head]
    return token.dep in ("obj", "nsubj:pass") and verb.lemma.lower() in place_words().ground_verbs


def _rows_on(parse: Parse, start: int, ends: frozenset[int]) -> bool:
    """Whether ``start`` goes on a row of places: behind "Herat," or "Herat and", where that name ends at ``ends``."""
    before = start - 1
    while before > 0 and parse.tokens[before].lower in (",", "and"):
        if before in ends:
            return True
        before -= 1
    return False


def _positioned(parse: Parse, gazetteer: Gazetteer, labelled: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Names that no label marks as places but that stand behind "in", "near" ... or in a row, and are on the map."""
    taken = {i for m in labelled for i in range(m.start, m.end)}
    taken |= {i for n in parse.names if n.label in ("place", "facility") for i in range(n.start, n.end)}
    taken |= {i for t in parse.times for i in range(t.start, t.end)}  # "in August" is no town
    ends = {m.end for m in labelled}
    for start, token in enumerate(parse.tokens):
        if start in taken or not token.text[:1].isupper() or token.lower == "the":
            continue
        behind = _before(parse, start)[1] in place_words().where or _is_ground(parse, token)
        if not behind and not _rows_on(parse, start, frozenset(ends)):
            continue
        end = _known_run(parse, start, gazetteer)
        if end is not None and not _is_part(parse, end):
            mention = _mention(parse, start, end, "place", gazetteer)
            taken.update(range(mention.start, mention.end))
            ends.add(mention.end)
            yield mention


def place_mentions(parse: Parse, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """The names of places in a report, in order, without those that stand for a government that acts.

    What the trained pipeline calls a place or facility, and names on the map that stand where places stand.
    """
    labelled = tuple(_labelled(parse, gazetteer))
    found = {m.start: m for m in (*_positioned(parse, gazetteer, labelled), *labelled)}
    ordered = sorted(found.values(), key=lambda m: m.start)
    return tuple(m for n, m in enumerate(ordered) if n == 0 or ordered[n - 1].end <= m.start)


# -- which place an event has -------------------------------------------------------------------


def _locates(parse: Parse, node: Token) -> bool:
    """Whether the word stands in a place's position: behind "in", as the compound of "the Kabul attack" ..."""
    words = place_words()
    if node.dep in _BARE:
        return True
    cases = {t.lower for t in parse.children(node.i, "case")}
    return bool(cases & (words.where | {"of", "into", "through"}))


def _is_hit(parse: Parse, node: Token) -> bool:
    """Whether the word stands for those whom force falls on: "opened fire | on students | in Bel" was in Bel."""
    cases = {c.lower for c in parse.children(node.i, "case")}
    return node.dep == "obl:agent" or (node.dep == "obl" and bool(cases & {"on", "at", "upon", "against", "with"}))


def _reaches(parse: Parse, head: Token, targets: Sequence[int]) -> int | None:
    """How far a place's word is from one of ``targets`` upwards: 0 plain, more through nouns; None when it is not."""
    words = place_words()
    current, through = head, 0
    while current.head != current.i:
        above = parse.tokens[current.head]
        kind_word = above.lemma.lower() in words.near_nouns or words.noun_kind(above.lemma.lower()) is not None
        is_time = any(t.start <= current.i < t.end for t in parse.times)  # "on Friday in Bel": Bel may hang on Friday
        if not is_time and not _locates(parse, current) and not (through and _is_hit(parse, current)):
            return None
        if above.i in targets:
            return targets.index(above.i) * 2 + through
        on_time = any(t.start <= above.i < t.end for t in parse.times)
        through += 0 if kind_word or on_time or current.dep in ("appos", "flat", "conj") else _THROUGH_NOUN
        if above.is_verb or through > _THROUGH_NOUN:
            return None
        current = above
    return None


def _clauses(parse: Parse, token: int) -> list[int]:
    """The event's own word, the verb of its clause and the verbs above whose place it shares, nearest first."""
    current = parse.tokens[token]
    found = [current.i]
    while current.head != current.i and (
        current.dep.split(":")[0] in _SHARING or (not current.is_verb and current.dep.split(":")[0] in _NOMINAL)
    ):
        if current.dep == "acl:relcl":
            break
        current = parse.tokens[current.head]
        found.append(current.i)
        if current.is_verb and current.dep not in _SHARING:
            break
    if not parse.tokens[token].is_verb:  # "the attack that killed five in Bel"
        found.extend(t.i for t in parse.children(token, "acl", "acl:relcl"))
    return found


def _containers(parse: Parse, main: PlaceMention, mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places told right behind as holding this one: "in Herat, Afghanistan", "Bel in Donetsk region"."""
    found: list[PlaceMention] = []
    end = main.end
    for mention in mentions:
        between = [t.lower for t in parse.tokens[end : mention.start]] if mention.start >= end else ["-"]
        plain = [w for w in between if w not in ("the", "'s", "’s") and w not in place_words().parts]
        if mention.start >= main.end and plain in ([","], ["in"], [",", "in"], ["of"], ["("], []):
            found.append(mention)
            end = mention.end
    return tuple(found)


def attach_place(parse: Parse, token: int, mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The place of an event: the nearest by syntax, then the places that hold it; empty where none is the event's.

    Args:
        parse: the report, with syntax.
        token: the event's trigger.
        mentions: the report's place mentions, in order.
    """
    sentence = parse.sentence(token)
    here = [m for m in mentions if parse.sentence(m.start) == sentence]
    targets = _clauses(parse, token)
    ranked: list[tuple[int, int, PlaceMention]] = []
    for mention in here:
        distance = _reaches(parse, _head(parse, mention.start, mention.end), targets)
        if distance is not None:
            ranked.append((distance, abs(mention.start - token), mention))
    if not ranked:
        return ()
    main = min(ranked, key=lambda r: r[:2])[2]
    holding = [m for m in here if main in _containers(parse, m, here)]
    inner = holding[0] if holding and any(r[2] == holding[0] for r in ranked) else main
    return (inner, *_containers(parse, inner, here))
