"""Whose soldiers and officers are meant: "Orlian troops raided Kest. | Soldiers | shot two": of those just told of.

Only where the report has told of one army, or one police, alone, and told of it in the same sentence or the one before.
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.parse import Parse
from whosays.records import Reason
from whosays.resolving.actors.asked import Asked, Named
from whosays.resolving.actors.coalitions import coalition
from whosays.resolving.actors.coreference import Met
from whosays.resolving.actors.setting import Setting

_SERVICES = {"soldier": "MIL", "troop": "MIL", "officer": "COP", "policeman": "COP"}
_OF_A_SERVICE = {
    "MIL": frozenset("soldier troop force army military paratrooper commando".split()),
    "COP": frozenset("police policeman officer force".split()),
}
_DOING = frozenset({"nsubj", "obl:agent"})
_OWN_WORDS = ("amod", "compound", "nummod", "nmod", "nmod:poss", "acl", "acl:relcl", "appos", "conj")


def collective(parse: Parse, one: Asked, told: Sequence[Met], setting: Setting) -> Named | None:
    """A coalition, or soldiers and officers, whom the words told before make known."""
    return coalition(parse, one, told, setting) or _same_service(parse, one, told)


def _same_service(parse: Parse, one: Asked, told: Sequence[Met]) -> Named | None:
    token = parse.tokens[one.head]
    service = _SERVICES.get(token.lemma.lower())
    if service is None or token.tag != "NNS" or one.mention.form != "nominal":
        return None
    before = [t.lower for t in parse.tokens[one.start : one.head]]
    plain = before == ["the"] or (not before and token.dep in _DOING)
    if not plain or token.dep == "conj" or parse.children(token.i, *_OWN_WORDS):
        return None
    met = [m for m in told if m.head < token.i and any(c.code == service for c in m.actor.codes)]
    met = [m for m in met if m.actor.kind == "force"]
    here = parse.sentence(token.i)
    near = [m for m in met if 0 <= here - parse.sentence(m.head) <= 1]
    near = [m for m in near if parse.tokens[m.head].lemma.lower() in _OF_A_SERVICE[service]]
    near = [m for m in near if not parse.text(max(m.head - 1, 0), m.head + 1).lower().endswith("air force")]
    if not near or len({m.actor.id for m in met}) != 1:
        return None
    actor = near[-1].actor
    if not any(len(c.code) == 3 and c.code != service for c in actor.codes):
        return None  # of no state that is told
    detail = f"“{one.mention.name}” are of {actor.name}, the only such force told of so far"
    return Named(actor, Reason(rule="same-force", detail=detail, weight=0.7), score=0.7)
