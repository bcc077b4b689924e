"""Whom "we" means in the words of one person: the state or body that he acts for, and else nobody for sure.

"We arrested ninety," said Orland's minister: Orland did. "We saw the fire," said a baker: she and who knows whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from whosays.gazetteer import normalise
from whosays.parse import Parse
from whosays.records import Actor, Reason
from whosays.resolving.actors.asked import Asked, Named
from whosays.resolving.actors.deciding import unsure
from whosays.resolving.actors.setting import Setting

# Offices whose holders say "we" for a whole state or body; others' "we" may be a chamber, a court or a province.
_ACTING = re.compile(
    r"head-of-state|head-of-government|deputy-head-of-government|supreme-leader|(?:vice-president|vice-chancellor)|"
    r"crown-prince|(?!chief-|vice-).*minister(?:-[\w-]+)?|.*secretary|(?:un-|special-)?(?:ambassador|envoy)|spokesperson|"
    r"body-head|head|leader|(?:army|intelligence|isi|police)-chief|military-(?:head|leader)|chief-of-staff|"
    r".*adviser|(?:under-|deputy-)?secretary-general"
)
_OF_GROUPS = frozenset({"group-leader", "party-leader"})  # who may be a minister beside
_BODIES = frozenset(
    {"state", "body", "armed-group", "party", "government", "ministry", "force", "organisation", "company"}
)
# Nouns of those who speak for a body, and not only work or once worked there.
_LEADING = frozenset(
    "spokesman spokeswoman spokesperson commander leader chief head director president chairman chairwoman chair "
    "minister secretary official general envoy ambassador manager boss".split()
)


def acts_for(actor: Actor, said: Iterable[Asked], setting: Setting) -> Actor | None:
    """The state or body whose office somebody holds on the day; ``said`` are the words that the report has for him."""
    if {w for one in said for w in normalise(one.mention.name).split()} & setting.nominals.past:
        return None
    held = [(r.office.removeprefix("office:"), r.of) for r in actor.roles if _runs(r.start, r.end, setting.on)]
    if not actor.roles and ":office:" in actor.id:  # "the Orlian foreign minister", whoever that is
        held = [(actor.id.rpartition(":office:")[2], of) for of in actor.part_of]
    acting = {of for office, of in held if _ACTING.fullmatch(office)} or {of for o, of in held if o in _OF_GROUPS}
    return setting.gazetteer.actor(acting.pop()) if len(acting) == 1 else None


def _runs(start: str | None, end: str | None, on: str | None) -> bool:
    if on is None:
        return start is None and end is None
    return (start or "") <= on and (end is None or on < end)


def bodies_led(parse: Parse, said: Iterable[Asked], setting: Setting) -> tuple[tuple[int, int], ...]:
    """The half-open tokens of the bodies whose leader or spokesman somebody is by the words that describe him.

    "Ana Ruiz, a spokeswoman for | the Front |", "| Front | commander Omar Badr"; but no "former head of | the Front |".
    """
    heads = [a.head for a in said if a.mention.form != "pronoun"]
    nouns = {i for h in heads for i in (h, parse.tokens[h].head if parse.tokens[h].dep == "appos" else h)}
    nouns |= {c.i for h in heads for c in parse.children(h, "appos", "compound", "nmod:desc")}
    found = (_led(parse, noun) for noun in sorted(nouns) if _leads(parse, noun, setting))
    return tuple(span for span in found if span is not None)


def _leads(parse: Parse, noun: int, setting: Setting) -> bool:
    token = parse.tokens[noun]
    words = {c.lower for c in parse.children(noun, "amod", "compound") if c.i < noun}
    return token.lemma.lower() in _LEADING and token.tag in {"NN", "NNP"} and not words & setting.nominals.past


def _led(parse: Parse, noun: int) -> tuple[int, int] | None:
    """The body in the description of its leader, before the noun or behind it."""
    for child in parse.children(noun, "nmod", "compound", "nmod:poss"):
        cases = [c for c in parse.children(child.i, "case") if c.lower in {"of", "for", "at", "with"}]
        if child.i > noun and cases:
            inner = parse.subtree(child.i)
            return (cases[0].i + 1, child.i + 1) if max(inner) == child.i else None
        name = next((n for n in parse.names if n.label == "organisation" and n.start <= child.i < n.end), None)
        if name is not None and name.end <= noun:
            return name.start, name.end
    return None


def only(bodies: Iterable[Actor]) -> Actor | None:
    """The one body that there is; None for none and for several."""
    found = {body.id: body for body in bodies}
    return found.popitem()[1] if len(found) == 1 else None


def we_are(one: Asked, speaker: Actor, meant: Actor | None) -> Named:
    """Whom "we" means in the words of one person, who acts for ``meant`` or for nobody."""
    if meant is None or meant.kind not in _BODIES:
        return unsure(one, f"{speaker.name} speaks of others, too, and it is not told of whom")
    detail = f"“{one.mention.name}” stands in the words of {speaker.name}, who acts for {meant.name}"
    return Named(meant, Reason(rule="first-person", detail=detail, weight=0.8), score=0.8)
