"""States, bodies, armed groups, parties and office holders: from the hand-kept lists to actor entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from tools.gazetteer.reading import Row, day, entries, rows
from tools.gazetteer.words import COMMON_NAMES
from whosays.errors import KnowledgeError
from whosays.gazetteer.entries import Publisher
from whosays.gazetteer.knowledge import ActorEntry, Metonym, StateFacts
from whosays.gazetteer.names import normalise, slug
from whosays.records import ActorKind, Code, Membership, Office, Value

STATE_COLUMNS = (
    "iso3", "iso2", "name", "aliases", "weak", "adjectives", "people", "capital", "metonyms", "cow", "status",
    "claims", "start", "end", "lat", "lon", "geonames",
)  # fmt: skip
OFFICE_COLUMNS = ("state", "office", "title", "person", "aliases", "start", "end", "sure", "source")
PUBLISHER_COLUMNS = ("name", "aliases", "family", "domain", "country", "kind")
METONYM_COLUMNS = ("name", "state", "meaning")
PARTICLES = frozenset("al ben bin da de del della den der di dos du el ibn la le van von".split())
FAMILY_NAME_FIRST = frozenset({"CHN", "HKG", "KOR", "PRK", "TWN", "VNM"})
NOT_ACTORS = frozenset({"knowledge.yaml", "regions.yaml", "patterns.yaml"})
_NEVER = "9999"  # after every date
_SURE = "!"  # behind a single word that means nobody else: "Hemedti!"
_STATUSES = ("state", "territory", "partially-recognised", "historical")
_KINDS = ("wire", "newspaper", "broadcaster", "agency", "site")


class Listed(Value, frozen=True, kw_only=True):
    """An entry of an actors list (``bodies.yaml``, ``groups.yaml``, ...) as a person writes it."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()
    part_of: tuple[str, ...] = ()
    members: tuple[Membership, ...] = ()
    start: str | None = None
    end: str | None = None
    sources: tuple[str, ...] = ()
    sure: bool = True


def states(path: Path) -> tuple[ActorEntry, ...]:
    """The states and territories of ``states.csv``."""
    return tuple(_state(row) for row in rows(path, STATE_COLUMNS))


def _state(row: Row) -> ActorEntry:
    status = row.one("status")
    if status not in _STATUSES:
        raise KnowledgeError(f"{row.where}: status '{status}'; known are {', '.join(_STATUSES)}")
    for column in ("adjectives", "people"):
        if not row.one(column):
            raise KnowledgeError(f"{row.where}: no {column}; write '-' where there are none")
    start, end = row.day("start"), row.day("end")
    return ActorEntry(
        id=row.one("iso3"),
        name=row.one("name"),
        kind="state",
        aliases=row.several("aliases"),
        weak=row.several("weak"),
        states=(row.one("iso3"),),
        codes=(Code(code=row.one("iso3")),),
        start=start,
        end=end,
        state=StateFacts(
            iso2=row.maybe("iso2"),
            cow=row.maybe("cow"),
            adjectives=row.several("adjectives"),
            people=row.several("people"),
            capital=row.maybe("capital"),
            metonyms=row.several("metonyms"),
            status=status,  # type: ignore[arg-type]  # checked above against the list
            claims=row.several("claims"),
        ),
    )


def listed(path: Path) -> tuple[ActorEntry, ...]:
    """The actors of one YAML list."""
    return tuple(_listed(path.name, entry) for entry in entries(path, Listed))


def _listed(file: str, entry: Listed) -> ActorEntry:
    where = f"{file}, {entry.id}"
    dates = [entry.start, entry.end]
    dates += [d for code in entry.codes for d in (code.start, code.end)]
    dates += [d for member in entry.members for d in (member.start, member.end)]
    for value in dates:
        day(where, value or "")  # raises when it is none
    return ActorEntry(
        id=entry.id,
        name=entry.name,
        kind=entry.kind,
        aliases=(*entry.aliases, *_said_otherwise(entry)),
        weak=entry.weak,
        states=entry.states,
        codes=_with_home(entry),
        part_of=entry.part_of,
        members=entry.members,
        start=entry.start,
        end=entry.end,
        sources=entry.sources,
        sure=entry.sure,
    )


_INNER_THE = re.compile(r"(?<=[a-z] )the (?=[A-Z])")
_WHERE = re.compile(r" in (the )?[A-Z][\w ]+$")
_LONG = 4  # words: what is left of a shorter name is no name


def _said_otherwise(entry: Listed) -> tuple[str, ...]:
    """How reports vary the long names of groups: without a "the" inside, without the country at the end."""
    if entry.kind not in {"armed-group", "party"}:
        return ()
    known = {normalise(name) for name in (entry.name, *entry.aliases, *entry.weak)}
    found: dict[str, None] = {}
    for name in (entry.name, *entry.aliases):
        last = name.rpartition(" the ")
        for other in (_INNER_THE.sub("", name), f"{last[0]} {last[2]}", _WHERE.sub("", name)):
            if normalise(other) not in known and len(other.split()) >= _LONG:
                found[other] = None
    return tuple(found)


def _with_home(entry: Listed) -> tuple[Code, ...]:
    """The codes with the home state first, where there is exactly one; bodies only have a seat, which codes nothing."""
    codes = tuple(dict.fromkeys(entry.codes))
    if len(entry.states) != 1 or entry.kind in {"body", "organisation"} or codes[:1] == (Code(code=entry.states[0]),):
        return codes
    return (Code(code=entry.states[0]), *(c for c in codes if c.code != entry.states[0]))


# -- persons ------------------------------------------------------------------------------------


def persons(path: Path, others: Iterable[ActorEntry]) -> tuple[ActorEntry, ...]:
    """The office holders of ``offices.csv``, one entry a person, with all their terms in the order of their starts.

    ``others`` are the states, bodies and groups whose offices these are: a person takes over their codes.
    """
    known = {entry.id: entry for entry in others}
    terms: dict[str, list[Row]] = {}
    for row in rows(path, OFFICE_COLUMNS):
        if row.one("sure").lower() not in {"yes", "no", "true", "false", "1", "0", ""}:
            raise KnowledgeError(f"{row.where}: sure is '{row.one('sure')}'; write yes or no")
        terms.setdefault(slug(row.one("person")), []).append(row)
    return tuple(_person(key, found, known) for key, found in sorted(terms.items()))


def _person(key: str, found: list[Row], known: Mapping[str, ActorEntry]) -> ActorEntry:
    found = sorted(found, key=lambda r: (r.one("start"), r.one("state"), r.one("office")))
    name = found[0].one("person")
    aliases = dict.fromkeys(a for row in found for a in row.several("aliases") if normalise(a) != normalise(name))
    return ActorEntry(
        id=f"person:{key}",
        name=name,
        kind="person",
        aliases=tuple(a.removesuffix(_SURE) for a in aliases if " " in a or a.endswith(_SURE)),
        surnames=_surnames(
            name, tuple(a for a in aliases if " " not in a and _SURE not in a), _home_states(found, known)
        ),
        states=_home_states(found, known),
        codes=_person_codes(found, known),
        roles=tuple(
            Office(office=r.one("office"), of=r.one("state"), start=r.day("start"), end=r.day("end")) for r in found
        ),
        titles=tuple(r.one("title") for r in found),
        unsure_roles=tuple(n for n, r in enumerate(found) if r.one("sure").lower() in {"no", "false", "0"}),
        sources=tuple(dict.fromkeys(r.one("source") for r in found if r.one("source"))),
        sure=all(r.one("sure").lower() not in {"no", "false", "0"} for r in found),
    )


def _surnames(name: str, listed_ones: tuple[str, ...], states: tuple[str, ...]) -> tuple[str, ...]:
    """One word alone that may mean this person: as listed, else the family name when not too many bear it.

    Particles belong to it ("de Mistura", "bin Salman"); after "al-" the bare word is used as well.
    """
    words = name.split()
    if len(words) < 2:
        return listed_ones
    if states and FAMILY_NAME_FIRST.issuperset(states):
        family = words[0]
    else:
        first = len(words) - 1
        while first > 1 and words[first - 1].lower() in PARTICLES:
            first -= 1
        family = " ".join(words[first:])
    bare = re.sub(r"^(?:[Aa]l|[Ee]l)-", "", family)
    found = [f for f in (family, bare) if normalise(f) not in COMMON_NAMES and len(normalise(f)) > 1]
    return tuple(dict.fromkeys([*listed_ones, *found]))


def _home_states(found: list[Row], known: Mapping[str, ActorEntry]) -> tuple[str, ...]:
    """The states that the offices are of; that of a body only says where it sits."""
    owners = [known[r.one("state")] for r in found if r.one("state") in known]
    return tuple(dict.fromkeys(s for o in owners if o.kind != "body" and len(o.states) == 1 for s in o.states))


def _person_codes(found: list[Row], known: Mapping[str, ActorEntry]) -> tuple[Code, ...]:
    codes: list[Code] = []
    for row in found:
        owner = known.get(row.one("state"))
        start, end = row.day("start"), row.day("end")
        for code in owner.codes if owner else ():
            # Home stays; what an office makes of a person (a rebel, a spy) ends with it.
            if code.code in known and known[code.code].kind == "state":
                codes.append(code)
                continue
            first = max(start or "", code.start or "") or None
            last = min(end or _NEVER, code.end or _NEVER)
            if (first or "") < last:
                codes.append(Code(code=code.code, start=first, end=None if last == _NEVER else last))
        if owner is not None and owner.kind == "state":
            codes.append(Code(code="GOV", start=start, end=end))
    return tuple(dict.fromkeys(codes))


# -- metonyms ------------------------------------------------------------------------------------


def metonyms(path: Path) -> tuple[Metonym, ...]:
    """The names of buildings and seats of ``metonyms.csv``, each with the organ that it stands for."""
    return tuple(
        Metonym(name=row.one("name"), state=row.one("state"), meaning=row.one("meaning"))
        for row in rows(path, METONYM_COLUMNS)
    )


# -- publishers ---------------------------------------------------------------------------------


def publishers(path: Path) -> tuple[Publisher, ...]:
    """The publishers of ``publishers.csv``."""
    return tuple(_publisher(row) for row in rows(path, PUBLISHER_COLUMNS))


def _publisher(row: Row) -> Publisher:
    if row.one("kind") not in _KINDS:
        raise KnowledgeError(f"{row.where}: kind '{row.one('kind')}'; known are {', '.join(_KINDS)}")
    return Publisher(
        name=row.one("name"),
        family=row.maybe("family") or row.one("name"),
        kind=row.one("kind"),  # type: ignore[arg-type]  # checked above against the list
        aliases=row.several("aliases"),
        domain=row.maybe("domain"),
        country=row.maybe("country"),
    )
