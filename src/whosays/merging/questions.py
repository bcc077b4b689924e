"""A dispute as a plain question in English, composed from the record."""

from __future__ import annotations

import msgspec

from whosays.merging.pages import Known
from whosays.records import Actor, Incident, Interval, Place

_MODES = {
    ("ASSAULT", "suicide-attack"): "suicide attack",
    ("ASSAULT", "explosives"): "bombing",
    ("ASSAULT", "aerial"): "air strike",
    ("ASSAULT", "drone"): "drone strike",
    ("ASSAULT", "heavy-weapons"): "shelling",
    ("ASSAULT", "firearms"): "shooting",
    ("ASSAULT", "abduct"): "abduction",
    ("COERCE", "arrest"): "arrest",
    ("RETREAT", "ceasefire"): "ceasefire",
    ("RETREAT", "release"): "release",
    ("RETREAT", "withdraw"): "withdrawal",
    ("SANCTION", "expel"): "expulsion",
}
_CLASSES = {
    "ASSAULT": "attack",
    "CONSULT": "meeting",
    "AGREE": "agreement",
    "PROTEST": "protest",
    "MOBILIZE": "deployment",
    "AID": "delivery of aid",
    "COERCE": "use of force",
    "SUPPORT": "act of support",
    "COOPERATE": "cooperation",
}
_WITH_ARTICLE = frozenset({"ministry", "body", "force", "government", "party"})
_PLURAL_STATES = ("United ", "Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia")
_MONTHS = "January February March April May June July August September October November December".split()


class Key(msgspec.Struct, frozen=True, order=True):
    """What a question is about, alike for all who speak of it; of tolls, ``subject`` is the effect."""

    kind: str
    subject: str
    place: str
    incident: str


def question(key: Key, incident: Incident | None, known: Known) -> str:
    """The question in words: "Are armed groups present in Afghanistan?"."""
    what = deed(incident, known) if incident is not None else "it"
    match key.kind:
        case "responsible" if not key.subject:
            by_force = incident is not None and incident.type in {"ASSAULT", "PROTEST"}
            return f"Who carried out {what}?" if by_force else f"Who is responsible for {what}?"
        case "responsible" if incident is not None and incident.type in {"ASSAULT", "PROTEST"}:
            return f"Did {named(key.subject, known)} carry out {what}?"
        case "responsible":
            return f"Is {named(key.subject, known)} responsible for {what}?"
        case "occurred":
            return f"Did {what} take place?"
        case "toll":
            return f"How many people were {key.subject} in {what}?"
        case _:
            where = _country(key.place, known)
            if key.subject == "armed-groups":
                return f"Are armed groups present in {where}?"
            return f"Is {named(key.subject, known)} present in {where}?"


def deed(incident: Incident, known: Known) -> str:
    """An incident as a noun with what tells it from others: "the bombing of 26 March 2024 in Peshawar"."""
    noun = _MODES.get((incident.type, incident.mode or "")) or _CLASSES.get(incident.type, "deed")
    victim = next((r for r in incident.recipients if r.startswith("person:")), None)
    on = f" on {named(victim, known)}" if victim is not None and incident.type == "ASSAULT" else ""
    when = _when(incident.when)
    where = _place(incident, known)
    return f"the {noun}{on}{f' of {when}' if when else ''}{f' in {where}' if where else ''}"


def named(identifier: str, known: Known) -> str:
    """An actor's name inside a sentence, with its article where its kind takes one."""
    actor = known.gazetteer.actor(identifier) or _told(identifier, known)
    if not isinstance(actor, Actor):
        return identifier.partition(":")[2] or identifier
    article = actor.kind in _WITH_ARTICLE or (actor.kind == "state" and actor.name.startswith(_PLURAL_STATES))
    return f"the {actor.name}" if article and not actor.name.lower().startswith("the ") else actor.name


def _told(identifier: str, known: Known) -> Actor | Place | None:
    for page in known.pages.values():
        found = page.entities.get(identifier)
        if found is not None:
            return found
    return None


def _country(code: str, known: Known) -> str:
    place = known.gazetteer.place(f"country:{code}")
    name = place.name if place is not None else code
    return f"the {name}" if name.startswith(_PLURAL_STATES) else name


def _place(incident: Incident, known: Known) -> str | None:
    if incident.place is None:
        return None
    found = known.gazetteer.place(incident.place) or _told(incident.place, known)
    return found.name if found is not None else None


def _when(when: Interval) -> str | None:
    """The day, month or year of a time, as it is said."""
    if when.start is None:
        return None
    year, month, day = when.start[:4], _MONTHS[int(when.start[5:7]) - 1], int(when.start[8:10])
    if when.precision in {"day", "part-of-day", "hour", "minute"}:
        return f"{day} {month} {year}"
    return f"{month} {year}" if when.precision == "month" else year
