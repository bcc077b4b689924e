"""From the record of one report to MUC-4 templates: one per incident of the kinds that the task wants."""

from __future__ import annotations

import calendar
import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

import msgspec
import yaml

import whosays
from evaluation.sectors import sectors
from whosays import Parse, ontology
from whosays.records import Actor, CodedReport, Count, Event, Incident, Interval, Mention, Place, Role

_FILE = Path(__file__).resolve().parent / "muc4.yaml"
_ARMED = frozenset({"MIL", "REB", "UAF", "PRM", "CRM", "COP"})
_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})
_FIRST = re.compile(r"^(the|a|an|some|about|another)\s+", re.IGNORECASE)
_NO_WORD = re.compile(r"[^\w-]+")
_MONTHS = tuple(name.upper() for name in calendar.month_abbr[1:])
Template = dict[str, list[str]]

# The slots as the official format writes them, in order.
SLOTS: tuple[tuple[str, str], ...] = (
    ("date", "2.  INCIDENT: DATE"),
    ("location", "3.  INCIDENT: LOCATION"),
    ("type", "4.  INCIDENT: TYPE"),
    ("stage", "5.  INCIDENT: STAGE OF EXECUTION"),
    ("instrument", "6.  INCIDENT: INSTRUMENT ID"),
    ("instrument-type", "7.  INCIDENT: INSTRUMENT TYPE"),
    ("category", "8.  PERP: INCIDENT CATEGORY"),
    ("individual", "9.  PERP: INDIVIDUAL ID"),
    ("organization", "10. PERP: ORGANIZATION ID"),
    ("confidence", "11. PERP: ORGANIZATION CONFIDENCE"),
    ("thing", "12. PHYS TGT: ID"),
    ("thing-type", "13. PHYS TGT: TYPE"),
    ("thing-number", "14. PHYS TGT: NUMBER"),
    ("thing-nation", "15. PHYS TGT: FOREIGN NATION"),
    ("thing-effect", "16. PHYS TGT: EFFECT OF INCIDENT"),
    ("thing-total", "17. PHYS TGT: TOTAL NUMBER"),
    ("name", "18. HUM TGT: NAME"),
    ("description", "19. HUM TGT: DESCRIPTION"),
    ("person-type", "20. HUM TGT: TYPE"),
    ("person-number", "21. HUM TGT: NUMBER"),
    ("person-nation", "22. HUM TGT: FOREIGN NATION"),
    ("person-effect", "23. HUM TGT: EFFECT OF INCIDENT"),
    ("person-total", "24. HUM TGT: TOTAL NUMBER"),
)


class Lists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The set lists of MUC-4 beside our words, as ``muc4.yaml`` holds them."""

    modes: dict[str, str]
    triggers: dict[str, list[str]]
    stages: dict[str, str]
    confidence: dict[str, str]
    instruments: dict[str, list[str]]
    modes_instrument: dict[str, str]
    buildings: dict[str, list[str]]
    people: dict[str, list[str]]
    sectors: dict[str, str]
    effects_people: dict[str, str]
    destroyed: list[str]
    damaged: list[str]
    features: dict[str, str]
    of_interest: list[str]
    countries: dict[str, str]


class Told(msgspec.Struct, frozen=True):
    """A report as a template is made from it: its record, and the names that the parser saw."""

    record: CodedReport
    parsed: Parse

    def words(self, mention: Mention) -> str:
        """The mention as it stands in the report, in one line, without its article."""
        return bare(self.record.report.words(mention.span))


class Person(msgspec.Struct, frozen=True):
    """A human target: name and description (one may be empty), and the role that it plays."""

    name: str
    description: str
    role: Role

    @property
    def tag(self) -> str:
        """What other fills refer to: the name, without one the description."""
        return self.name or self.description


@functools.cache
def lists() -> Lists:
    """The tables of ``muc4.yaml``."""
    return msgspec.convert(yaml.safe_load(_FILE.read_text(encoding="utf-8")), Lists)


def bare(words: str) -> str:
    """Words in one line, without a leading article and without quotation marks, which fills are put into."""
    return _FIRST.sub("", " ".join(words.replace('"', " ").split())).strip(" ,")


def templates(told: Told, incidents: Iterable[Incident]) -> list[Template]:
    """The templates of a report, in the order in which its incidents are told."""
    by_id = {e.id: e for e in told.record.events}
    grouped = [[by_id[e] for e in i.events if e in by_id] for i in incidents]
    ordered = sorted((g for g in grouped if g), key=lambda g: min(e.trigger.start for e in g))
    return [made for group in ordered if (made := _template(told, group)) is not None]


def _template(told: Told, group: Sequence[Event]) -> Template | None:
    """One incident's template; None where it is not of the kind wanted."""
    events = [e for e in group if e.type == "ASSAULT" and e.status in lists().stages]
    if not events:
        return None
    people = _people(told, events)
    things = _things(told, events)
    wanted = [p for p in people if not _sectors(told, p.role) & _ARMED]
    country = _country(told, events)
    if not (wanted or things) or (country is not None and country not in lists().of_interest):
        return None
    kind = _type(told, events)
    made: Template = {
        "date": [_date(told, events)],
        "location": _location(told, events, country),
        "type": [kind],
        "stage": [_stage(events)],
    }
    made |= _perpetrators(told, events)
    made |= _humans(told, people, country)
    if kind != "KIDNAPPING":
        made |= _physical(told, events, things, country)
        if kind != "ARSON":
            made |= _instruments(told, events, kind)
    return made


# -- the incident -------------------------------------------------------------------------------


def _type(told: Told, events: Sequence[Event]) -> str:
    for event in events:
        by_mode = lists().modes.get(event.mode or "")
        if by_mode:
            return by_mode
    words = _trigger_words(told, events)
    return next((kind for kind, hits in lists().triggers.items() if words & set(hits)), "ATTACK")


def _trigger_words(told: Told, events: Iterable[Event]) -> set[str]:
    return {w for e in events for w in told.record.report.words(e.trigger).lower().split()}


def _stage(events: Sequence[Event]) -> str:
    found = {lists().stages[e.status] for e in events}
    return next(stage for stage in ("ACCOMPLISHED", "ATTEMPTED", "THREATENED") if stage in found)


def _date(told: Told, events: Sequence[Event]) -> str:
    """The day; the days from and to; or, where the report does not say, "on or before" the day of the report."""
    for event in events:
        if event.when.start and event.when.basis not in ("none", "dateline", "publication"):
            return _written(event.when)
    day = told.record.report.dateline_date or told.record.report.published
    return f"- {_day(date.fromisoformat(day[:10]))}" if day else "-"


def _written(when: Interval) -> str:
    start = date.fromisoformat((when.start or "")[:10])
    end = date.fromisoformat((when.end or when.start or "")[:10])
    last = max(end - timedelta(days=1), start) if when.end else start
    if when.basis == "weekday":  # the task wants weekdays as "on or before"
        return f"- {_day(last)}"
    return _day(start) if start == last else f"{_day(start)} - {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day:02} {_MONTHS[day.month - 1]} {day.year % 100:02}"


def _country(told: Told, events: Sequence[Event]) -> str | None:
    places = [told.record.entity(e.place) for e in events]
    known = [p.country for p in places if isinstance(p, Place) and p.country]
    if known:
        return known[0]
    first = (told.record.entity(m.id) for m in told.record.mentions if m.kind == "place")
    return next((p.country for p in first if isinstance(p, Place) and p.country), None)


def _location(told: Told, events: Sequence[Event], country: str | None) -> list[str]:
    name = lists().countries.get(country or "")
    if name is None:
        return []
    for event in events:
        place, mention = told.record.entity(event.place), told.record.mention(event.place)
        if not isinstance(place, Place) or mention is None or place.country != country or _is_country(place):
            continue
        feature = place.feature or ""
        kind = lists().features.get(feature) or ("CITY" if feature.startswith("PPL") else "AREA")
        return [f"{name}: {bare(mention.name).upper()} ({kind})"]
    return [name]


def _is_country(place: Place) -> bool:
    return (place.feature or "").startswith("PCL") or place.id.startswith("state:")


def _instruments(told: Told, events: Sequence[Event], kind: str) -> Template:
    named = _once(told.words(m) for m in _mentions(told, events, "instrument"))
    typed = [(w, t) for w in named if (t := _listed(w, lists().instruments))]
    if typed:
        return {
            "instrument": [_quoted(w) for w, _ in typed],
            "instrument-type": [f"{t}: {_quoted(w)}" for w, t in typed],
        }
    by_mode = next((m for e in events if (m := lists().modes_instrument.get(e.mode or ""))), None)
    return {"instrument-type": [f'{by_mode}: "-"']} if by_mode and kind != "BOMBING" else {}


# -- who did it ---------------------------------------------------------------------------------


def _perpetrators(told: Told, events: Sequence[Event]) -> Template:
    individuals: list[str] = []
    organizations: dict[str, str] = {}
    sectors: set[str] = set()
    for role in _roles(events, "actor"):
        mention = told.record.mention(role.mention)
        if mention is None or mention.form == "pronoun":
            continue
        sectors |= _sectors(told, role)
        if _is_body(told, role):
            organizations.setdefault(told.words(mention), lists().confidence[role.basis])
            continue
        individuals.append(told.words(mention))
        above = _body_above(told, role, told.words(mention))
        if above:
            organizations.setdefault(above, lists().confidence[role.basis])
    category = "STATE-SPONSORED VIOLENCE" if sectors & _STATE else "TERRORIST ACT"
    return {
        "category": [category],  # where nobody is named the task presumes terrorists
        "individual": [_quoted(w) for w in _once(individuals)],
        "organization": [_quoted(w) for w in organizations],
        "confidence": [f"{c}: {_quoted(w)}" for w, c in organizations.items()],
    }


def _is_body(told: Told, role: Role) -> bool:
    entity = told.record.entity(role.mention)
    kind = entity.kind if isinstance(entity, Actor) else ""
    if kind in ("armed-group", "party", "government", "ministry", "body", "state", "company", "organisation"):
        return True
    return kind == "force" and ":force:" not in (entity.id if entity else "") and role.kind == "organisation"


def _body_above(told: Told, role: Role, words: str) -> str | None:
    """The group that an individual belongs to, where the report has words for it: beside the noun, or elsewhere."""
    entity = told.record.entity(role.mention)
    if not isinstance(entity, Actor):
        return None
    tokens = words.split()
    for hit in whosays.tools().gazetteer.scan(tokens):
        if len(hit.candidates) == 1 and hit.candidates[0].actor_id.startswith("group:"):
            return " ".join(tokens[hit.start : hit.end])
    for parent in entity.part_of:
        for mention in told.record.mentions:
            if mention.kind == "actor" and mention.form == "name" and _entity_id(told, mention) == parent:
                return told.words(mention)
    return None


def _entity_id(told: Told, mention: Mention) -> str | None:
    entity = told.record.entity(mention.id)
    return entity.id if entity else None


def _sectors(told: Told, role: Role) -> set[str]:
    return sectors(told.record, role.mention)


# -- whom and what it struck --------------------------------------------------------------------


def _people(told: Told, events: Sequence[Event]) -> list[Person]:
    found: dict[str, Person] = {}
    for role in _roles(events, "recipient", "target"):
        mention = told.record.mention(role.mention)
        if mention is None or mention.form == "pronoun" or role.kind == "thing" or _building(mention):
            continue
        entity = told.record.entity(mention.id)
        key = entity.id if entity else mention.id
        person = _person(told, mention, role)
        known = found.get(key)
        if known is None:
            found[key] = person
        else:  # told of twice: the name of the one, the description of the other
            better = person.role if known.role.effect is None else known.role
            found[key] = Person(known.name or person.name, known.description or person.description, better)
    return [p for p in found.values() if p.tag]


def _person(told: Told, mention: Mention, role: Role) -> Person:
    """A mention cut into the person's name and what is said beside it."""
    words = told.words(mention)
    for name in told.parsed.names:
        span = told.parsed.span(name.start, name.end)
        if name.label == "person" and mention.span.covers(span):
            named = bare(told.parsed.text(name.start, name.end))
            rest = re.sub(r"['’]s\b(?=\W*$)|^\W*['’]s\b", "", words.replace(named, " "), flags=re.IGNORECASE)
            rest = bare(rest).strip(" ,-[]()")
            return Person(named, rest if _says(rest) else "", role)
    return Person("", words if _says(words) else "", role)


def _says(words: str) -> bool:
    """Whether words describe somebody: not a bare number, nor a title alone."""
    return any(c.isalpha() for c in words) and words.lower().rstrip(".") not in ("mr", "mrs", "ms", "dr", "and")


def _building(mention: Mention) -> bool:
    """Whether words for a body stand for its house or for a vehicle, as targets do."""
    noun = ontology.load().nouns.longest(bare(mention.name).lower().split(" of ")[0].split())
    return noun is not None and noun.kind in ("thing", "place")


def _humans(told: Told, people: Sequence[Person], country: str | None) -> Template:
    made: Template = {key: [] for key, _ in SLOTS if key in ("name", "description") or key.startswith("person-")}
    for person in people:
        tag = _quoted(person.tag)
        if person.name:
            made["name"].append(_quoted(person.name))
        if person.description:
            described = _quoted(person.description)
            made["description"].append(f"{described}: {_quoted(person.name)}" if person.name else described)
        made["person-type"].append(f"{_person_type(told, person)}: {tag}")
        made["person-number"].append(f"{_number(person.role.number, person.description, bool(person.name))}: {tag}")
        nation = lists().countries.get(person.role.nationality or "")
        if nation and person.role.nationality != country:
            made["person-nation"].append(f"{nation}: {tag}")
        effect = lists().effects_people.get(person.role.effect or "")
        if effect:
            made["person-effect"].append(f"{effect}: {tag}")
    return made


def _person_type(told: Told, person: Person) -> str:
    by_words = _listed(person.description, lists().people)
    if by_words:
        return by_words
    for sector in sorted(_sectors(told, person.role)):
        if sector in lists().sectors:
            return lists().sectors[sector]
    return "CIVILIAN"


def _number(count: Count | None, description: str, named: bool) -> str:
    if count is None or count.low is None:
        plural = not named and description.lower().split()[-1:] and description.lower().endswith(("s", "men", "people"))
        return "PLURAL" if plural else "1"
    if count.approximate:
        return f"~{count.low}"
    if count.high is None:
        return f"{count.low} -"
    return str(count.low) if count.low == count.high else f"{count.low} - {count.high}"


def _things(told: Told, events: Sequence[Event]) -> list[tuple[Mention, Role]]:
    found: dict[str, tuple[Mention, Role]] = {}
    for role in _roles(events, "recipient", "target"):
        mention = told.record.mention(role.mention)
        if mention is None or mention.form == "pronoun":
            continue
        if role.kind == "thing" or _building(mention):
            found.setdefault(told.words(mention).lower(), (mention, role))
    return [pair for words, pair in found.items() if words]


def _physical(
    told: Told, events: Sequence[Event], things: Sequence[tuple[Mention, Role]], country: str | None
) -> Template:
    made: Template = {key: [] for key, _ in SLOTS if key.startswith("thing")}
    words = _trigger_words(told, events)
    effect = "DESTROYED" if words & set(lists().destroyed) else "SOME DAMAGE" if words & set(lists().damaged) else None
    for mention, role in things:
        shown = told.words(mention)
        tag = _quoted(shown)
        made["thing"].append(tag)
        made["thing-type"].append(f"{_listed(shown, lists().buildings) or 'OTHER'}: {tag}")
        made["thing-number"].append(f"{_number(role.number, shown, False)}: {tag}")
        nation = lists().countries.get(role.nationality or "")
        if nation and role.nationality != country:
            made["thing-nation"].append(f"{nation}: {tag}")
        if effect:
            made["thing-effect"].append(f"{effect}: {tag}")
    return made


# -- small things -------------------------------------------------------------------------------


def _roles(events: Iterable[Event], *parts: str) -> Iterator[Role]:
    return (role for event in events for role in event.roles if role.part in parts)


def _mentions(told: Told, events: Iterable[Event], part: str) -> list[Mention]:
    found = (told.record.mention(r.mention) for r in _roles(events, part))
    return [m for m in found if m is not None and m.form != "pronoun"]


def _listed(words: str, table: Mapping[str, Sequence[str]]) -> str | None:
    """The first list of the table with a word or phrase that stands in ``words``."""
    plain = _plain(words)
    return next((key for key, hits in table.items() if any(_plain(hit) in plain for hit in hits)), None)


def _plain(words: str) -> str:
    """Lower-case words between single spaces, one at either end, apostrophes dropped."""
    return f" {' '.join(_NO_WORD.split(words.lower().replace(chr(39), '')))} ".replace("  ", " ")


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(w for w in words if w))


def _quoted(words: str) -> str:
    return f'"{words.upper()}"'


def render(message: str, found: Sequence[Template]) -> str:
    """A report's templates in the official format; without any, one block that says so."""
    blocks = []
    for number, template in enumerate(found or [{}], 1):
        blank = "-" if found else "*"
        rows = [("0.  MESSAGE: ID", [message]), ("1.  MESSAGE: TEMPLATE", [str(number) if found else "*"])]
        rows += [(label, template.get(key) or [blank]) for key, label in SLOTS]
        lines = [f"{label if i == 0 else '':<34} {fill}" for label, fills in rows for i, fill in enumerate(fills)]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)
