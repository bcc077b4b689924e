"""The places of a report as mentions, links and entities, and which of them is where an event happened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from whosays.gazetteer import Gazetteer, normalise
from whosays.parse import Parse
from whosays.records import Link, Mention, Place, PlacePrecision, Reason, Span, mention_id
from whosays.resolving.places.attaching import attach_place
from whosays.resolving.places.capitals import MADE_BY as CAPITAL
from whosays.resolving.places.capitals import RULE, capitals
from whosays.resolving.places.choosing import PlaceChoice, resolve_places
from whosays.resolving.places.found import place_mentions
from whosays.resolving.places.pointers import meant, place_nouns
from whosays.resolving.places.standing import demonym, is_believed, standing_names
from whosays.resolving.places.text import PlaceMention

MADE_BY = "rule:places@1"
_COUNTRY_NOUNS = frozenset({"country", "nation", "homeland", "territory"})
_BEFORE = frozenset({"compound", "nmod:desc", "amod", "nmod:poss"})


class Located(msgspec.Struct, frozen=True):
    """A place mention with what was chosen for it."""

    words: PlaceMention
    mention: Mention
    choice: PlaceChoice


class Beside(msgspec.Struct, frozen=True):
    """What :meth:`Places.beside` adds to a report."""

    mentions: tuple[Mention, ...]
    links: tuple[Link, ...]
    places: tuple[Place, ...]


class Places:
    """All that is known of where, in one report."""

    def __init__(
        self,
        parse: Parse,
        located: Sequence[Located],
        others: Sequence[tuple[Mention, Located]],
        standing: Sequence[Located] = (),
        pointing: Sequence[Located] = (),
    ) -> None:
        self._parse = parse
        self._located = tuple(located)
        self._standing = tuple(standing)
        self._pointing = tuple(pointing)
        # "In Kenya's capital" is in Nairobi, not just in Kenya.
        told = [o for o in self._pointing if o.mention.made_by == CAPITAL]
        outside = (o for o in self._located if not any(t.mention.span.covers(o.mention.span) for t in told))
        self._ground = tuple(sorted((*told, *outside), key=lambda o: o.words.start))
        self._by_mention = {o.mention.id: o for o in (*located, *pointing)} | {m.id: o for m, o in others}
        self._others = (*others, *((o.mention, o) for o in pointing))

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The place mentions found by their names, and those that point back to one: "the city"."""
        return tuple(o.mention for o in (*self._located, *self._pointing))

    @property
    def links(self) -> tuple[Link, ...]:
        """A link for every place mention."""
        found = [_link(o.mention, o.choice) for o in self._located]
        for mention, other in self._others:
            found.append(_link(mention, other.choice))
        return tuple(found)

    @property
    def places(self) -> tuple[Place, ...]:
        """The places meant, by id."""
        return _places((*self._located, *self._pointing))

    def beside(self, mentions: Sequence[Mention], links: Mapping[str, Link]) -> Beside:
        """The names that stand for a government or inside another name, where no link carries their place already.

        Args:
            mentions: all other mentions of the report.
            links: their links, by mention id.
        """
        linked = [(m, links[m.id]) for m in mentions if m.id in links]
        carried = [m.span for m, link in linked if link.place is not None]
        # "Clinton" whom a link already calls by a listed name is no town, nor is a word of the name of one
        carried += [m.span for m, k in linked if m.form == "name" and (k.target or "").startswith("person:")]
        known = {m.id for m in mentions}
        free = [
            o for o in self._standing
            if o.mention.id not in known and not any(o.mention.span.overlaps(s) for s in carried)
        ]  # fmt: skip
        return Beside(
            mentions=tuple(o.mention for o in free), links=tuple(_standing_link(o) for o in free), places=_places(free)
        )

    @property
    def countries(self) -> tuple[str, ...]:
        """The country of every town or province named, ISO 3166-1 alpha-3, in the order of the text."""
        places = (o.choice.place for o in self._located if o.choice.precision != "country")
        return tuple(p.country for p in places if p is not None and p.country is not None)

    @property
    def towns(self) -> Mapping[str, str]:
        """The state, ISO 3166-1 alpha-3, of every town named, by the normal form of its name."""
        named = ((o.words.name, o.choice) for o in (*self._standing, *self._located))
        return {
            normalise(name): choice.place.country
            for name, choice in named
            if choice.place is not None and choice.place.country is not None and choice.precision in ("exact", "near")
        }

    def attached(self, token: int, doers: frozenset[str] = frozenset()) -> str | None:
        """The place mention that tells where the event of trigger ``token`` happened, None when none does.

        Args:
            token: the trigger.
            doers: the mentions of those who did it: "a Veldia airstrike" was not in Veldia.
        """
        for those in (self._ground, self._pointing):
            free = [o.words for o in those if mention_id(o.mention.span, "actor") not in doers]
            found = attach_place(self._parse, token, free)
            if found:
                return next((o.mention.id for o in those if o.words == found[0]), None)
        return None

    def naming(self, mention: str | None) -> str | None:
        """The place mention with the words of an actor mention that only names a town ("the Astana summit")."""
        for other in self._located:
            same = mention is not None and mention == mention_id(other.mention.span, "actor")
            place = other.choice.place
            if not same or place is None or place.id.startswith(("country:", "region:")):
                continue
            head = self._parse.root_of(other.words.start, other.words.end)
            if self._parse.tokens[head].dep in _BEFORE:
                return other.mention.id
        return None

    def precision(self, mention: str) -> PlacePrecision:
        """How finely a place mention tells where."""
        return self._by_mention[mention].choice.precision

    def span_of(self, mention: str) -> Span:
        """The words of a place mention."""
        return self._by_mention[mention].mention.span

    def place_of(self, mention: str | None) -> str | None:
        """The id of the place that a mention means."""
        ground = self.ground_of(mention)
        return ground.id if ground is not None else None

    def ground_of(self, mention: str | None) -> Place | None:
        """The place that a mention means."""
        located = self._by_mention.get(mention or "")
        return located.choice.place if located is not None else None


def find_places(parse: Parse, coded: Sequence[Mention], gazetteer: Gazetteer) -> Places:
    """The places that a report names, and what the place mentions of ``coded`` mean."""
    ground = place_mentions(parse, gazetteer)
    actors = [parse.tokens_of(m.span) for m in coded if m.kind == "actor" and m.form != "pronoun"]
    words = sorted((*ground, *standing_names(parse, ground, actors, gazetteer)), key=lambda m: m.start)
    named = [w for w in words if demonym(w.name, gazetteer) is None]
    chosen = dict(zip(named, resolve_places(parse, named, gazetteer), strict=True))
    choices = {w: chosen[w] if w in chosen else _of_people(w, gazetteer) for w in words}
    located = [Located(w, _mention(parse, w), choices[w]) for w in ground]
    known = frozenset(normalise(o.words.name) for o in located if o.choice.place is not None)
    standing = [
        Located(w, _standing_mention(parse, w, choices[w], gazetteer), choices[w])
        for w in words
        if w.stands and is_believed(w, choices[w], gazetteer, known)
    ]
    mine = {o.mention.id for o in located}
    others = []
    for mention in coded:
        if mention.kind == "place" and mention.id not in mine:
            found = _inside(mention, located) or _country_meant(parse, mention, located)
            if found is not None:
                others.append((mention, found))
    told = [Located(words, mention, choice) for words, mention, choice in capitals(parse, coded, gazetteer)]
    return Places(parse, located, others, standing, (*told, *_pointing(parse, coded, located)))


def _pointing(parse: Parse, coded: Sequence[Mention], located: Sequence[Located]) -> tuple[Located, ...]:
    named = [(o.words, o.choice.place) for o in located if o.choice.place is not None]
    found = []
    for words, mention in place_nouns(parse, coded):
        back = meant(parse, words, named)
        if back is not None:
            choice = next(o.choice for o in located if o.words == back)
            found.append(Located(words, mention, choice))
    return tuple(found)


def _places(located: Iterable[Located]) -> tuple[Place, ...]:
    chosen = {o.choice.place.id: o.choice.place for o in located if o.choice.place is not None}
    return tuple(chosen[i] for i in sorted(chosen))


def _of_people(words: PlaceMention, gazetteer: Gazetteer) -> PlaceChoice:
    """The state that an adjective or the name of a people speaks of."""
    state = demonym(words.name, gazetteer)
    place = gazetteer.place(f"country:{state}")
    reason = Reason(rule="demonym", detail=f"“{words.name}” is said of {place.name if place else state}", weight=0.8)
    return PlaceChoice(place=place, precision="country", reasons=(reason,))


def _standing_mention(parse: Parse, words: PlaceMention, choice: PlaceChoice, gazetteer: Gazetteer) -> Mention:
    """A state that stands in a sentence is an actor with the place beside it; a town stays a place."""
    mention = _mention(parse, words)
    state = _state(choice)
    if state is None or gazetteer.actor(state) is None:
        return mention
    return msgspec.structs.replace(mention, id=mention_id(mention.span, "actor"), kind="actor")


def _state(choice: PlaceChoice) -> str | None:
    return choice.place.country if choice.place is not None and choice.precision == "country" else None


def _standing_link(located: Located) -> Link:
    link = _link(located.mention, located.choice)
    if located.mention.kind != "actor":
        return link
    return msgspec.structs.replace(link, target=_state(located.choice), candidates=())


def _mention(parse: Parse, words: PlaceMention) -> Mention:
    span = parse.span(words.start, words.end)
    return Mention(
        id=mention_id(span, "place"),
        kind="place",
        form="name",
        span=span,
        name=" ".join(parse.report.words(span).split()),
        made_by=MADE_BY,
    )


def _inside(mention: Mention, located: Sequence[Located]) -> Located | None:
    return next((o for o in located if mention.span.overlaps(o.mention.span)), None)


def _country_meant(parse: Parse, mention: Mention, located: Sequence[Located]) -> Located | None:
    """ "the country": the state named last before, when it is the only one in its sentence."""
    head = parse.root_of(*parse.tokens_of(mention.span))
    if parse.tokens[head].lemma.lower() not in _COUNTRY_NOUNS:
        return None
    before = [
        o for o in located if o.words.end <= head and o.choice.place is not None and o.choice.precision == "country"
    ]
    if not before:
        return None
    sentence = parse.sentence(before[-1].words.start)
    there = {o.choice.place.id for o in before if parse.sentence(o.words.start) == sentence and o.choice.place}
    return before[-1] if len(there) == 1 else None


def _link(mention: Mention, choice: PlaceChoice) -> Link:
    place = choice.place
    reasons = choice.reasons
    if mention.form != "name" and place is not None and all(r.rule != RULE for r in reasons):
        reasons = (Reason(rule="coreference", detail=f"“{mention.name}” points back to {place.name}", weight=0.8),)
    return Link(
        mention=mention.id,
        target=place.id if place is not None else None,
        place=place.id if place is not None else None,
        score=sum(r.weight for r in reasons) if reasons else 0.0,
        reasons=reasons,
        candidates=choice.candidates,
        made_by=MADE_BY,
    )
