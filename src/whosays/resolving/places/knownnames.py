"""Names that the lists know, marked as what they are before anything is coded.

The trained pipeline has not heard of every movement of today: it takes one for a person or for nothing at all, and some
towns as well. Where the lists hold a name in full, and hold it for bodies alone, the lists are right; so are they on a
large town that stands where no person would.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import msgspec

from whosays.gazetteer import Gazetteer, Hit
from whosays.parse import Name, NameKind, Parse, Token, outside_names
from whosays.resolving.places.found import surnames_of
from whosays.resolving.places.words import LARGE_TOWN, place_words

_FIGHTING = frozenset({"armed-group", "force"})
_BODIES = _FIGHTING | {"party", "organisation", "body"}


def with_known_names(parse: Parse, gazetteer: Gazetteer) -> Parse:
    """The parse with the names of bodies as the lists know them; the same parse where there is nothing to add."""
    published = parse.report.published
    hits = gazetteer.scan([t.text for t in parse.tokens], published[:10] if published else None)
    known = [name for hit in hits if (name := _as_name(parse, hit, gazetteer)) is not None]
    strong = [hit for hit in hits if any(c.strength == "strong" for c in hit.candidates)]
    known += _towns(parse, gazetteer, {i for hit in strong for i in range(hit.start, hit.end)}, hits)
    names = tuple(_joined(tuple(_halved(parse, strong, gazetteer)), known))
    adjectives = tuple(_nationalities(parse, names, gazetteer))
    renamed = {n.start for n in adjectives}
    names = tuple(sorted((*(n for n in names if n.start not in renamed), *adjectives), key=lambda n: n.start))
    if names == parse.names:
        return parse
    bodies = {i for n in names if n.label == "organisation" and n not in parse.names for i in range(n.start, n.end)}
    # "A Houthi attack": what was read as an adjective is the name of a body.
    tokens = tuple(
        msgspec.structs.replace(t, tag="NNP") if t.i in bodies and t.tag == "JJ" and t.text[:1].isupper() else t
        for t in parse.tokens
    )
    return msgspec.structs.replace(parse, names=names, tokens=tokens, times=outside_names(parse.times, names))


def _halved(parse: Parse, strong: Sequence[Hit], gazetteer: Gazetteer) -> Iterator[Name]:
    """ "The African Union and Chad", marked as one body: two names, where the lists know each and not the whole."""
    spans = {(h.start, h.end): h for h in strong}
    for name in parse.names:
        middle = [i for i in range(name.start, name.end) if parse.tokens[i].lower == "and"]
        first = name.start + (parse.tokens[name.start].lower == "the")
        halves = [(first, i) for i in middle] + [(i + 1, name.end) for i in middle]
        whole = (first, name.end) in spans or (name.start, name.end) in spans
        apart = len(middle) == 1 and all(h in spans for h in halves)
        if name.label == "organisation" and not whole and not apart and _are_two_bodies(parse, name, middle):
            yield Name(name.start, middle[0], "organisation")
            yield Name(middle[0] + 2, name.end, "organisation")
            continue
        if name.label != "organisation" or whole or not apart:
            yield name
        else:
            for start, end in halves:
                entries = [gazetteer.entry(c.actor_id) for c in spans[start, end].candidates]
                state = all(e is not None and e.kind == "state" for e in entries)
                yield Name(start, end, "place", "state") if state else Name(start, end, "organisation")


_BODY_WORDS = frozenset(
    "department bureau ministry agency office commission council committee authority directorate secretariat "
    "administration institute".split()
)


def _are_two_bodies(parse: Parse, name: Name, middle: Sequence[int]) -> bool:
    """ "The Department of Justice | and the | National Bureau of Records": an article begins another name."""
    if len(middle) != 1 or parse.behind(middle[0]).lower != "the":
        return False
    halves = (range(name.start, middle[0]), range(middle[0] + 2, name.end))
    return all(any(parse.tokens[i].lower in _BODY_WORDS for i in half) for half in halves)


def _as_name(parse: Parse, hit: Hit, gazetteer: Gazetteer) -> Name | None:
    """The mark for a hit, None where the words may mean somebody else, or are not set as a name."""
    strong = [c for c in hit.candidates if c.strength == "strong"]
    exact = {n.label for n in parse.names if (n.start, n.end) == (hit.start, hit.end)}
    if len(strong) < len(hit.candidates) and "person" in exact:
        return None  # "Houthi said": the movement, or the man of that name
    entries = [gazetteer.entry(c.actor_id) for c in strong or hit.candidates]
    kinds = {entry.kind if entry is not None else "" for entry in entries}
    sure = bool(strong)
    sharpened = len(entries) == 1 and "organisation" in exact
    if sure and kinds == {"state"} and all(t.tag.startswith("NNP") for t in parse.tokens[hit.start : hit.end]):
        marked = any(n.start < hit.end and hit.start < n.end for n in parse.names)
        return None if marked else Name(hit.start, hit.end, "place", "state")  # "the US"
    if not kinds or not kinds <= _BODIES or not (sure or sharpened):
        return None
    words = [t.text for t in parse.tokens[hit.start : hit.end] if t.text[:1].isalpha()]
    end = hit.end
    while end > hit.start and parse.tokens[end - 1].text.islower() and parse.tokens[end - 1].tag == "NNS":
        end -= 1  # "M23 | rebels": the name is the group's, and they are its people
    if not words or not any(w[:1].isupper() for w in words) or end == hit.start:
        return None
    if parse.tokens[end - 1].text.islower():
        return None
    if end == hit.start + 1 < hit.end and gazetteer.state_of_adjective(parse.tokens[hit.start].text) is not None:
        return None  # "| Thai | troops": a state's, and no name of the force
    kind: NameKind | None = "armed-group" if kinds <= _FIGHTING else None
    return Name(hit.start, end, "organisation", kind)


def _nationalities(parse: Parse, names: Sequence[Name], gazetteer: Gazetteer) -> Iterator[Name]:
    """Adjectives of states that were not marked, or taken for a body: "a | Saudi | drone", "an | Emirati | raid"."""
    marked = {i: n for n in names for i in range(n.start, n.end)}
    for token in parse.tokens:
        first = parse.tokens[token.head]
        joined = token.dep == "conj" and first.dep in {"amod", "compound"} and parse.tokens[token.i - 1].dep == "cc"
        joined = joined and parse.tokens[first.head].i == token.i + 1  # "US and | Saudi | officials"
        above = parse.tokens[first.head] if joined else first
        led = above.tag == "VBN" and parse.tokens[token.head - 1].text in {"-", "‑"}  # "a | Turkish | -led raid"
        modifies = (joined or token.dep in {"amod", "compound"}) and token.i < above.i and (above.is_noun or led)
        tags = {"JJ", "NNP", "NN", "RB"} if led else {"JJ", "NNP", "NN"}
        if not modifies or not token.text[:1].isupper() or token.text.isupper() or token.tag not in tags:
            continue
        own, other = marked.get(token.i), marked.get(above.i)
        body = own is None or (own.end - own.start == 1 and own.label == "organisation" and own.kind is None)
        named = other is not None and other is not own and other.label in {"organisation", "person"}
        adjective = body and not named and gazetteer.state_of_adjective(token.text) is not None
        if adjective and (own is None or not gazetteer.actors_named(token.text)):
            yield Name(token.i, token.i + 1, "nationality")


_LONGEST = 3  # words


def _towns(parse: Parse, gazetteer: Gazetteer, taken: set[int], hits: Sequence[Hit]) -> Iterator[Name]:
    """Large towns that were marked as persons or bodies or not at all, where only a town would stand."""
    surnames = surnames_of(parse)
    marked = {i: n for n in parse.names for i in range(n.start, n.end)}
    for start, end in _runs(parse):
        over = {marked[i] for i in range(start, end) if i in marked}
        labels = {n.label for n in over if (n.start, n.end) == (start, end) and n.label in {"person", "organisation"}}
        if len(labels) < len(over) or not taken.isdisjoint(range(start, end)):
            continue
        text = parse.text(start, end)
        head = parse.tokens[parse.root_of(start, end)]
        sure = _is_a_towns(parse, head, labels)
        if text.lower() in surnames or not (sure or _is_taken(parse, head)):
            continue
        if _is_somebody(parse, start) or gazetteer.actors_named(text) or place_words().is_doubtful(text):
            continue
        first = [e for e in gazetteer.places_named(text)[:2] if e.population >= LARGE_TOWN]
        where = {country for entry in first for country in entry.countries}
        if first and _NAMESAKES.isdisjoint(where) and (sure or where & _lands_told(parse, gazetteer, hits)):
            yield Name(start, end, "place", "city")


def _is_taken(parse: Parse, head: Token) -> bool:
    """ "The rebels, who | captured Goma |": people are captured, too, so that its land has to be told of."""
    verb = parse.tokens[head.head]
    return head.dep in {"obj", "nsubj:pass"} and verb.lemma.lower() in {"capture", "seize", "occupy", "enter", "take"}


def _lands_told(parse: Parse, gazetteer: Gazetteer, hits: Sequence[Hit]) -> set[str]:
    """The states that a report names, by name or adjective, and those that the bodies it names are of."""
    entries = (gazetteer.entry(c.actor_id) for hit in hits for c in hit.candidates)
    lands = {state for e in entries if e is not None for state in (*e.states, *(() if e.kind != "state" else (e.id,)))}
    adjectives = (gazetteer.state_of_adjective(parse.text(n.start, n.end)) for n in parse.names)
    return lands | {state for state in adjectives if state is not None}


def _is_a_towns(parse: Parse, head: Token, labels: Collection[str]) -> bool:
    """Whether only a town stands there: "shelled X", "an attack on X"; of what was taken for a body, "in X"."""
    above, words = parse.tokens[head.head], place_words()
    cases = {c.lower for c in parse.children(head.i, "case")}
    if head.dep == "conj":
        return _is_a_towns(parse, above, labels)
    if head.dep in {"nmod", "obl"}:
        struck = bool(cases & {"on", "of", "against"}) and words.strikes(parse, above.i)
        struck = struck or (cases == {"of"} and above.lemma.lower() in _HELD)
        struck = struck or (cases == {"at"} and above.lemma.lower() in {"fire", "launch"})  # "launched drones | at X"
        return struck or ("organisation" in labels and bool(cases & words.where))
    verbs = words.ground_verbs if labels else words.reached_verbs
    return head.dep in {"obj", "nsubj:pass"} and above.lemma.lower() in verbs


_HELD = frozenset({"control", "capture", "outskirts", "outskirt", "seizure", "recapture"})  # "seized control | of X"

# Where towns are called like people, or people like towns.
_NAMESAKES = frozenset({"USA", "GBR", "CAN", "AUS", "NZL", "IRL", "ZAF", "PHL"})


def _runs(parse: Parse) -> Iterator[tuple[int, int]]:
    """Rows of names by their tags, of three words at most."""
    start = 0
    for token in (*parse.tokens, None):
        if token is not None and token.tag == "NNP" and token.text[:1].isupper() and not token.text.isupper():
            continue
        if token is not None and _is_article(parse, token):
            continue
        end = token.i if token is not None else len(parse.tokens)
        if 0 < end - start <= _LONGEST:
            yield start, end
        start = end + 1


def _is_article(parse: Parse, token: Token) -> bool:
    """ "| al | - Fashir", "El | - | Fasher": the Arabic article and its hyphen, before a name."""
    article = token if token.tag != "HYPH" else parse.tokens[max(token.i - 1, 0)]
    behind = parse.behind(parse.behind(article.i).i)
    return article.lower in {"al", "el"} and parse.behind(article.i).tag == "HYPH" and behind.tag == "NNP"


def _is_somebody(parse: Parse, start: int) -> bool:
    """Whether a title or an apposition of a person stands before: "General Santos"."""
    before = parse.tokens[start - 1] if start else None
    return before is not None and (before.tag.startswith("NN") and before.head in {start, before.i + 1})


def _joined(marked: Sequence[Name], known: Sequence[Name]) -> Iterator[Name]:
    """What the pipeline marked, but for marks inside a known name of another kind, which gives way to the known one."""
    kept, added = list(marked), []
    for name in known:
        over = [m for m in kept if m.start < name.end and name.start < m.end]
        inside = all(name.start <= m.start and m.end <= name.end for m in over)
        same = len(over) == 1 and over[0].label == "organisation"
        if not inside or (same and over[0].kind is not None):
            continue  # part of a longer name, or known for what it is
        kept = [m for m in kept if m not in over]
        added.append(name)
    yield from sorted((*kept, *added), key=lambda n: n.start)
