"""Which words of a report are names of places that stand for ground there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from whosays.gazetteer import Gazetteer, PlaceEntry
from whosays.parse import Name, Parse, Token
from whosays.resolving.places.text import WIDE, PlaceMention, before, head_of, mention_at, pieces
from whosays.resolving.places.words import LARGE_TOWN, place_words

_LONGEST_NAME = 5
_FALLING = frozenset({"on", "upon", "of", "against"})
_MODIFIERS = frozenset({"compound", "amod", "nmod:desc"})
_LONGEST_SHORT = 7  # letters of the longest short name of a state, with its full stops


def _is_state(entries: Sequence[PlaceEntry]) -> bool:
    return bool(entries) and entries[0].kind in ("country", "capital")


def acts(parse: Parse, head: Token, entries: Sequence[PlaceEntry]) -> bool:
    """Whether the name stands for a government, not for the ground: "Tehran warned", "a deal with Moscow"."""
    words = place_words()
    governor = parse.tokens[head.head]
    if head.dep == "conj" and head.head != head.i:
        return acts(parse, governor, entries)
    if head.dep == "nsubj" and governor.is_verb:
        return governor.lemma.lower() not in words.still_verbs
    if not _is_state(entries):
        return False
    if head.dep in ("obj", "iobj"):
        return governor.lemma.lower() not in words.reached_verbs
    if head.dep in {"nmod:poss", "obl:agent"}:
        return True
    cases = [t.lower for t in parse.children(head.i, "case")]
    if not _FALLING.isdisjoint(cases) and words.strikes(parse, governor.i):
        return False  # "airstrikes on Beirut" hit the town
    return bool(cases) and not any(c in words.where or c in words.way or c == "of" for c in cases)


def _is_place(parse: Parse, mention: PlaceMention, gazetteer: Gazetteer) -> bool:
    """Whether a name that the pipeline calls a place is one here: on the map or in a place's position, not acting."""
    if not is_namelike(parse, mention):
        return False
    behind_where = before(parse, mention.start)[1] in place_words().where
    entries = gazetteer.places_named(mention.name)
    told = behind_where or mention.noun is not None or is_feature(mention.name)
    if not entries and (gazetteer.actors_named(mention.name) or not told):
        return False  # a body's acronym, a virus, a brand
    if (not told or _modifies(parse, mention)) and is_elses(parse, mention, entries, gazetteer):
        return False
    if mention.name.lower() in place_words().surnames and not (
        behind_where or mention.noun or _holds_on(parse, mention)
    ):
        return False
    head = head_of(parse, mention)
    if head.dep in _MODIFIERS and gazetteer.state_of_adjective(mention.name) is not None:
        return False  # "U.S. airstrikes" are by whom it says, not where
    return behind_where or not acts(parse, head, entries)


def is_elses(parse: Parse, mention: PlaceMention, entries: Sequence[PlaceEntry], gazetteer: Gazetteer) -> bool:
    """Whether a small place's name is a known person's or people's, or half of a longer one: "the Obama years"."""
    if not entries or any(entry.population >= LARGE_TOWN for entry in entries):
        return False
    known = (gazetteer.entry(c.actor_id) for c in gazetteer.actors_named(mention.name))
    return any(k is not None and k.kind in ("person", "people") for k in known) or _is_half(parse, mention.end)


def _modifies(parse: Parse, mention: PlaceMention) -> bool:
    """Whether a name stands before another noun: "in the Obama administration" is in no town."""
    return head_of(parse, mention).dep in _MODIFIERS | {"nmod:poss"}


def _is_half(parse: Parse, end: int) -> bool:
    """Whether a hyphen joins another name on behind: "Perkins-Ferreira"."""
    end -= parse.tokens[end - 1].text == "-"
    joined = parse.tokens[end - 1 : end + 2]
    together = all(one.end == other.start for one, other in pairwise(joined))
    return len(joined) == 3 and together and joined[1].text == "-" and joined[2].text[:1].isupper()


def _holds_on(parse: Parse, mention: PlaceMention) -> bool:
    """Whether a comma and another name follow: "Lincoln, Nebraska"."""
    after = parse.tokens[mention.end : mention.end + 2]
    return len(after) == 2 and after[0].text == "," and after[1].text[:1].isupper()


def is_namelike(parse: Parse, mention: PlaceMention) -> bool:
    """Whether words can be a place's name where they stand: no time, no illness, no ordinary word alone."""
    words = place_words()
    if mention.name.islower() or (words.is_never(mention.name) and mention.noun is None):
        return False
    if any(t.start < mention.end and mention.start < t.end for t in parse.times):
        return False
    following = parse.tokens[mention.end].lower if mention.end < len(parse.tokens) else ""
    owns = following in ("'s", "’s") and mention.name.lower() in words.seldom  # "in Carter's view"
    return following not in words.illnesses and not owns


def surnames_of(parse: Parse) -> frozenset[str]:
    """The last words of the names of persons who are named by more than one word, in small letters."""
    full = (n for n in parse.names if n.label == "person" and n.end - n.start > 1)
    return frozenset(parse.tokens[n.end - 1].lower for n in full)


def is_feature(name: str) -> bool:
    """Whether a name tells by its first or last word that it is a street, water or height: "Alder Street"."""
    words = name.lower().replace(".", "").split()
    listed = place_words()
    return len(words) > 1 and (words[-1] in listed.features or words[0] in listed.feature_heads)


def _is_misread(parse: Parse, name: Name, gazetteer: Gazetteer) -> bool:
    """Whether what is called an organisation is a province or region: "Antioquia Department", "the West Bank"."""
    text = parse.text(name.start, name.end)
    if name.label != "organisation" or gazetteer.actors_named(text):
        return False
    noun = place_words().noun_kind(parse.tokens[name.end - 1].lower)
    bare = parse.text(name.start, name.end - 1) if noun in ("admin1", "district") and name.end - name.start > 1 else ""
    entries = gazetteer.places_named(text) or gazetteer.places_named(bare)
    return bool(entries) and entries[0].kind in (*WIDE, "admin2")


def labelled(parse: Parse, gazetteer: Gazetteer, taken: frozenset[int]) -> Iterator[tuple[PlaceMention, bool]]:
    """What the pipeline calls a place or facility, cut at commas, and whether it is ground."""
    for name in parse.names:
        if name.label not in ("place", "facility") and not _is_misread(parse, name, gazetteer):
            continue
        for start, end in pieces(parse, name.start, name.end, taken):
            kind: Literal["place", "facility"] = "facility" if name.label == "facility" else "place"
            mention = mention_at(parse, start, end, kind, gazetteer)
            yield mention, _is_place(parse, mention, gazetteer)


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


def _behind(parse: Parse, start: int) -> bool:
    """Whether a place's name is due at ``start``: behind "in", behind a verb that takes ground, "Ann Lee, 54, of"."""
    at, word = before(parse, start)
    if word == "of" and at > 0 and parse.tokens[at - 1].text == ",":
        return True
    return word in place_words().where or _is_ground(parse, parse.tokens[start])


def _positioned(parse: Parse, gazetteer: Gazetteer, known: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Names that no label marks as places but that stand behind "in", "near" ... or in a row, and are on the map."""
    taken = {i for m in known for i in range(m.start, m.end)}
    taken |= parse.named("place", "facility")
    taken |= {i for t in parse.times for i in range(t.start, t.end)}  # "in August" is no town
    ends = {m.end for m in known}
    surnames = surnames_of(parse)
    for start, token in enumerate(parse.tokens):
        if start in taken or not token.text[:1].isupper() or token.lower == "the":
            continue
        if not _behind(parse, start) and (token.lower in surnames or not _rows_on(parse, start, frozenset(ends))):
            continue
        end = _known_run(parse, start, gazetteer)
        if end is not None and not _is_part(parse, end):
            mention = mention_at(parse, start, end, "place", gazetteer)
            elses = _modifies(parse, mention) and is_elses(
                parse, mention, gazetteer.places_named(mention.name), gazetteer
            )
            if elses or not is_namelike(parse, mention):
                continue
            taken.update(range(mention.start, mention.end))
            ends.add(mention.end)
            yield mention


def _shortened(parse: Parse) -> Iterator[PlaceMention]:
    """States by the press's short names: "Erie, Pa.", and "Calif." alone."""
    words = place_words()
    done = 0
    for at, token in enumerate(parse.tokens):
        if at < done or len(token.text) > _LONGEST_SHORT or not token.text[:1].isupper():
            continue
        behind_town = at > 1 and parse.tokens[at - 1].text == "," and parse.tokens[at - 2].text[:1].isupper()
        for end in range(_end_of_run(parse, at), at, -1):
            text = parse.text(at, end)
            bare, dotted = text.replace(".", "").replace(" ", ""), "." in text
            alone = bare in words.alone and (dotted or (len(bare) > 2 and bare.isupper()))
            if bare in words.abbreviations and (alone or (behind_town and (dotted or bare.isupper()))):
                yield PlaceMention(start=at, end=end, name=words.abbreviations[bare], noun="admin1")
                done = end
                break


def _end_of_run(parse: Parse, at: int) -> int:
    """The end of the words without a space between them from ``at`` on, four at most: "W.Va." may be cut up.

    Behind a single letter with a full stop a space is let by: "W. Va.".
    """
    end = at + 1
    while end < min(at + 4, len(parse.tokens)):
        last = parse.tokens[end - 1]
        initial = len(last.text) == 2 and last.text.endswith(".")
        if last.end != parse.tokens[end].start and not (initial and last.end + 1 == parse.tokens[end].start):
            break
        end += 1
    return end


_DASHES = frozenset({"-", "--", "—", "–", "―", "("})


def _datelined(parse: Parse, gazetteer: Gazetteer, known: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """A town in capitals at the head of a sentence, before a dash or a state: "HERAT —", "ERIE, Pa. (AP)"."""
    starts = {m.start for m in known}
    taken = {i for m in known for i in range(m.start, m.end)}
    for start, last in parse.sentences:
        end = start
        while end < min(last, start + _LONGEST_NAME) and _is_capitals(parse.tokens[end]):
            end += 1
        if end in (start, last) or start in taken:
            continue
        marked = parse.tokens[end].text in _DASHES or (parse.tokens[end].text == "," and end + 1 in starts)
        if marked and gazetteer.places_named(parse.text(start, end)):
            yield PlaceMention(start=start, end=end, name=parse.text(start, end))


def _is_capitals(token: Token) -> bool:
    return token.text.isupper() and token.text.replace(".", "").replace("'", "").isalpha()


def place_mentions(parse: Parse, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """The names of places in a report, in order, without those that stand for a government that acts.

    What the trained pipeline calls a place or facility, and names on the map that stand where places stand.
    """
    short = tuple(_shortened(parse))
    taken = frozenset(i for m in short for i in range(m.start, m.end))
    marked = tuple(m for m, is_ground in labelled(parse, gazetteer, taken) if is_ground)
    lines = tuple(_datelined(parse, gazetteer, (*short, *marked)))
    known = _in_order((*short, *lines, *marked))
    return _in_order((*known, *_positioned(parse, gazetteer, known)))


def _in_order(mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The mentions by where they stand, without those that run into one before."""
    found: list[PlaceMention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not found or found[-1].end <= mention.start:
            found.append(mention)
    return tuple(found)
