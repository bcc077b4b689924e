"""From the record of one report to MUC-4 templates: one per incident of the kinds that the task wants."""

from __future__ import annotations

from collections.abc import Sequence

from evaluation.templates.chances import ENOUGH, chance
from evaluation.templates.gathering import gathered
from evaluation.templates.incident import instruments, stage_of, type_of
from evaluation.templates.lists import SLOTS, Template, bare
from evaluation.templates.people import humans, people_of, unhurt
from evaluation.templates.perpetrators import doers_of, perpetrators
from evaluation.templates.relevance import is_specific, is_wanted, objections, of_interest
from evaluation.templates.signs import Candidate, signs_of
from evaluation.templates.things import physical, presumed_effect, things_of
from evaluation.templates.tidying import tidied
from evaluation.templates.told import Told
from evaluation.templates.when import date_of
from evaluation.templates.where import country_of, location_of
from whosays.records import Event, Incident

__all__ = ["Candidate", "Template", "Told", "bare", "candidates", "render", "templates"]


def templates(told: Told, incidents: Sequence[Incident]) -> list[Template]:
    """The templates of a report, in the order in which its incidents are told; those that are likely to be wanted."""
    return [c.template for c in candidates(told, incidents) if chance(signs_of(told, c)) >= ENOUGH]


def candidates(told: Told, incidents: Sequence[Incident]) -> list[Candidate]:
    """The incidents of a report that no rule of the task rules out, each with its template and what is against it."""
    made = [(group, *_template(told, group)) for group in gathered(told, incidents)]
    kept = [(group, template, against) for group, template, against in made if template is not None]
    plain = [at for at, (_, _, against) in enumerate(kept) if not against]
    return [
        Candidate(group, template, sum(n < at for n in plain), len(plain), against)
        for at, (group, template, against) in enumerate(kept)
    ]


def _template(told: Told, events: Sequence[Event]) -> tuple[Template | None, tuple[str, ...]]:
    """One incident's template, None where it is not of the kind wanted; and what speaks against it."""
    people, things = people_of(told, events), things_of(told, events)
    if not is_wanted(told, people, things) or not is_specific(people, things):
        return None, ()
    country = country_of(told, events)
    if not of_interest(told, country):
        return None, ()
    against = tuple(objections(told, events, country))
    people = tidied(told, people)
    kind = type_of(told, events)
    made: Template = {
        "date": [date_of(told, events)],
        "location": location_of(told, events, country),
        "type": [kind],
        "stage": [stage_of(events)],
    }
    made |= perpetrators(doers_of(told, events))
    made |= humans(told, people, country) if people else unhurt(told, events)
    if kind != "KIDNAPPING":
        made |= physical(things, country, presumed_effect(kind, made["stage"][0]))
        if kind != "ARSON":
            made |= instruments(told, events, kind)
    return made, against


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
