"""Human targets: who was attacked, as whom, how many, and what became of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from evaluation.numbers import value
from evaluation.sectors import noun_sector, singular
from evaluation.templates.lists import SLOTS, Template, bare, listed, lists, quoted
from evaluation.templates.nations import foreign_nation
from evaluation.templates.told import ARMED, Told, is_plural
from whosays import ontology
from whosays.records import Count, Event, Mention, Role

_BARE_TITLES = frozenset("mr mrs ms miss don dona and senor who also was".split())
_NOBODY = frozenset("one ones that this others other someone somebody nobody people victim victims those dead".split())


class Person(msgspec.Struct, frozen=True):
    """A human target: name and description (one may be empty), how many, and what the incident did to them."""

    name: str
    description: str
    number: str
    effect: str | None
    role: Role
    called: tuple[str, ...] = ()  # all that the report calls them

    @property
    def tag(self) -> str:
        """What other fills refer to: the name, without one the description."""
        return self.name or self.description


def people_of(told: Told, events: Sequence[Event]) -> list[Person]:
    """The human targets of an incident, each once."""
    found: dict[str, Person] = {}
    for role in told.roles(events, "recipient", "target"):
        mention = told.mention(role.mention)
        if mention is None:
            continue
        person = _owner(told, role, mention) if is_thing(told, role, mention) else _person(told, role)
        if person is None:
            continue
        key = told.key(role)
        known = found.get(key) or next((p for p in found.values() if p.tag == person.tag), None)
        if known is None:
            found[key] = person
        elif known.effect is None and person.effect is not None:
            found[next(k for k, p in found.items() if p is known)] = msgspec.structs.replace(
                known, effect=person.effect
            )
    return _without_parts(list(found.values()))


_OWNED = frozenset({"residence", "home", "house"})


def _owner(told: Told, role: Role, mention: Mention) -> Person | None:
    """ "The residence of Luis Prado", "Prado's home": whoever lives there is a target as well."""
    name = name_in(told, mention)
    if not name or not _OWNED & set(told.words(mention).lower().split()):
        return None
    return Person(_in_full(told, name), "", "1", None, role)


def _without_parts(people: Sequence[Person]) -> list[Person]:
    """A person told by surname alone gives way to the one with the whole name."""

    def covered(one: Person) -> bool:
        words = one.name.lower().split()
        return bool(words) and any(
            p is not one and len(p.name.split()) > len(words) and set(words) <= set(p.name.lower().split())
            for p in people
        )

    return [p for p in people if not covered(p)]


def _person(told: Told, role: Role) -> Person | None:
    mentions = told.mentions_of(role)
    if not mentions:
        return None
    name = _name(told, mentions)
    own = told.mention(role.mention)
    description = _description(told, mentions, name)
    if not name and (not description or not _is_somebody(role, description)):
        return None
    shown = own if own is not None and own.form != "pronoun" and not name else mentions[0]
    number = "1" if name else number_of(role.number, told.whole(shown), description)
    called = tuple(d for m in mentions if says(d := _beside(told, m, name)))
    return Person(name, description, number, lists().effects_people.get(role.effect or ""), role, called)


def _is_somebody(role: Role, description: str) -> bool:
    """Whether words can describe a person: "the thought", "five", "the police" (which stand for their posts) do not."""
    head = description.lower().split(" of ")[0].split()
    kind = ontology.load().nouns.kind_of(singular(head[-1])) or ontology.load().nouns.kind_of(head[-1])
    if kind in ("thing", "place", "event", "abstract", "document", "time"):
        return False
    bodily = role.effect in ("killed", "wounded", "captured")
    if role.kind == "organisation" and not bodily and not _of_people(description):
        return False
    return role.kind != "unknown" or bodily or kind == "person" or _of_people(description)


def _name(told: Told, mentions: Iterable[Mention]) -> str:
    """The fullest name of a person among the mentions, without titles."""
    names = [n for m in mentions if (n := name_in(told, m))]
    return _in_full(told, max(names, key=lambda n: (len(n.split()), -names.index(n)))) if names else ""


def _in_full(told: Told, name: str) -> str:
    """A surname as the whole name that the report gives elsewhere, where only one holds it."""
    if " " in name:
        return name
    wider = {n.lower(): n for n in told.persons if name.lower() in n.lower().split()[1:]}
    longest = max(wider.values(), key=len, default=name)
    return longest if all(set(n.split()) <= set(longest.lower().split()) for n in wider) else name


def name_in(told: Told, mention: Mention) -> str:
    """The person's name inside a mention, empty where there is none."""
    for name in told.parsed.names:
        span = told.parsed.span(name.start, name.end)
        if name.label == "person" and mention.span.covers(span):
            return without_titles(" ".join(told.record.report.words(span).split()))
    return ""


def without_titles(name: str) -> str:
    """A name without the titles before it: "GENERAL", "DR", "MAYOR"."""
    words = name.split()
    nouns = ontology.load().nouns
    while len(words) > 1:
        first = words[0].lower().rstrip(".")
        if not (first in _BARE_TITLES or nouns.kind_of(first) == "person" or first in lists().titles):
            break
        words = words[1:]
    return " ".join(words)


def _description(told: Told, mentions: Sequence[Mention], name: str) -> str:
    """What the report calls somebody: an office before a title, a title before nothing; a noun for the unnamed."""
    said = [(d, m) for m in mentions if says(d := _beside(told, m, name))]
    if not said:
        return ""
    if name:
        return max((d for d, _ in said), key=lambda d: (noun_sector(d) is not None, -_place(said, d)))
    telling = [d for d, _ in said if singular(d.lower().split()[-1]) not in _NOBODY]
    return (telling or [d for d, _ in said])[0]


def _place(said: Sequence[tuple[str, Mention]], description: str) -> int:
    return next(i for i, (d, _) in enumerate(said) if d == description)


def _beside(told: Told, mention: Mention, name: str) -> str:
    """A mention's words without the person's name."""
    words = told.words(mention)
    inside = name_in(told, mention)
    if not inside and not name:
        return words
    if not inside:
        return words if not _shares(words, name) else ""
    rest = re.sub(re.escape(inside), " ", words, flags=re.IGNORECASE)
    rest = re.sub(r"['’]s\b(?=\W*$)|^\W*['’]s\b", "", rest, flags=re.IGNORECASE)
    return bare(rest).strip(" ,-[]()'")


def _shares(words: str, name: str) -> bool:
    return bool(set(words.lower().split()) & set(name.lower().split()))


def says(words: str) -> bool:
    """Whether words describe somebody: not a bare number, nor a title alone."""
    return any(c.isalpha() for c in words) and words.lower().rstrip(".") not in _BARE_TITLES


def is_thing(told: Told, role: Role, mention: Mention) -> bool:
    """Whether what was attacked is a thing: a body of which nobody is said to be hurt stands for its house."""
    if role.kind == "thing" or _is_building(told, mention):
        return True
    bodily = role.effect in ("killed", "wounded", "captured")
    return (
        role.kind == "organisation" and not bodily and not told.sectors(role) & ARMED and not _of_people(mention.name)
    )


def _of_people(words: str) -> bool:
    """ "members of the union", "the civilian population": a body of people, and no house."""
    plainly = [singular(w) for w in words.lower().split()]
    nouns = ontology.load().nouns
    return any(nouns.kind_of(w) == "person" for w in plainly[:3]) or bool({"group", "delegation"} & set(plainly))


def _is_building(told: Told, mention: Mention) -> bool:
    """Whether words for a body stand for its house or for a vehicle, as targets do."""
    head = told.words(mention).lower().split(" of ")[0].split()
    if not head:
        return False
    noun = ontology.load().nouns.longest([*head[:-1], singular(head[-1])]) or ontology.load().nouns.longest(head)
    return noun is not None and noun.kind in ("thing", "place")


def number_of(count: Count | None, whole: str, description: str) -> str:
    """How many, as the slots for numbers write it; PLURAL where only that is told."""
    words = whole.lower().replace(",", "").split()
    at = next((i for i, word in enumerate(words) if value(word) is not None), None)
    if at is not None:
        figure = value(words[at])
        before = " ".join(words[:at])
        if any(w in before for w in ("about", "around", "approximately", "nearly", "almost")):
            return f"~{figure}"
        return f"{figure} -" if any(w in before for w in ("least", "more than", "over")) else str(figure)
    if count is not None and count.low is not None and not count.approximate and count.span is not None:
        return str(count.low)
    return "PLURAL" if is_plural(description) else "1"


def humans(told: Told, people: Sequence[Person], country: str | None) -> Template:
    """The slots of the human targets."""
    made: Template = {key: [] for key, _ in SLOTS if key in ("name", "description") or key.startswith("person-")}
    for person in people:
        tag = quoted(person.tag)
        if person.name:
            made["name"].append(quoted(person.name))
        if person.description:
            described = quoted(person.description)
            made["description"].append(f"{described}: {quoted(person.name)}" if person.name else described)
        made["person-type"].append(f"{person_type(told, person)}: {tag}")
        made["person-number"].append(f"{person.number}: {tag}")
        nation = foreign_nation((person.description, *person.called), person.role.nationality, country)
        if nation:
            made["person-nation"].append(f"{nation}: {tag}")
        if person.effect:
            made["person-effect"].append(f"{person.effect}: {tag}")
    return made


_UNHURT = re.compile(
    r"\b(?:no|without|not|nor|neither)\b[^.;]{0,45}\b(?:casualt|victims|injur|hurt|wounded)", re.IGNORECASE
)
_UNHURT_WITHIN = 3  # sentences behind the incident


def unhurt(told: Told, events: Sequence[Event]) -> Template:
    """The effect on people where nobody is named and the report says that nobody was hurt."""
    sentences = told.sentences(events)
    for number in range(min(sentences), min(max(sentences) + _UNHURT_WITHIN + 1, len(told.parsed.sentences))):
        if _UNHURT.search(" ".join(told.parsed.text(*told.parsed.sentences[number]).split())):
            return {"person-effect": ['NO INJURY OR DEATH: "-"']}
    return {}


def person_type(told: Told, person: Person) -> str:
    """The list that a human target belongs to."""
    for words in (person.description, *person.called):
        by_words = listed(words, lists().people) or lists().sectors.get(noun_sector(words) or "")
        if by_words:
            return by_words
    for sector in sorted(told.sectors(person.role)):
        if sector in lists().sectors:
            return lists().sectors[sector]
    return "CIVILIAN"
