"""Whom "the coalition" means: the one that the report has named, or the one that fought the Islamic State."""

from __future__ import annotations

import re
from collections.abc import Sequence

from whosays.gazetteer import normalise
from whosays.parse import Parse
from whosays.resolving.actors.asked import Asked, Named
from whosays.resolving.actors.coreference import Met, points
from whosays.resolving.actors.listednouns import is_named
from whosays.resolving.actors.names import known
from whosays.resolving.actors.setting import Setting

_AGAINST_ISIS, _ISIS, _SINCE = "body:cjtf-oir", "group:isis", "2014-09"
_OWN_WORDS = frozenset(
    "the a us u.s. u.s american america 's led - ‑ – international global western military us-led".split()
)
_TELLING = frozenset({"us", "u.s.", "u.s", "american", "america", "international", "global", "us-led"})
_HEADS = frozenset({"coalition", "forces", "troops", "jets", "warplanes", "aircraft", "planes"})
_AT_WAR = re.compile(
    r"\b(?:US|U\.S\.|American|America)[ -–‑]led (?:\w+ )?coalition|\b(?:international|global) (?:\w+ )?coalition\b|"
    r"\bcoalition (?:air|strike|jet|bomb|force|warplane|aircraft|commander|spokes|raid)",
    re.IGNORECASE,
)


def coalition(parse: Parse, one: Asked, told: Sequence[Met], setting: Setting) -> Named | None:
    """Whom a coalition's words mean: "| coalition | airstrikes", "the US-led coalition"; None for other mentions."""
    words = [t.lower for t in parse.tokens[one.start : one.end]]
    others = set(words) - _OWN_WORDS - {"coalition", words[-1]}
    if "coalition" not in words or words[-1] not in _HEADS or others or parse.children(one.head, "nmod", "acl:relcl"):
        return None
    telling = bool(set(words) & _TELLING)
    known_ones = {m.actor.id: m for m in told if "coalition" in normalise(m.actor.name).split() and m.head < one.head}
    listed = [m for i, m in known_ones.items() if not i.startswith("own:")]
    if listed and not telling:
        return points(one, "noun", listed[0]) if len(listed) == 1 else None
    if (telling or _AT_WAR.search(parse.report.text)) and _fought(parse, setting):
        detail = f"“{one.mention.name}” is that against the Islamic State, which the report names"
        return known(setting, _AGAINST_ISIS, detail, one.mention.name, 0.8)
    own = [m for i, m in known_ones.items() if i != "own:coalition"]
    return points(one, "noun", own[0]) if len(own) == 1 and not telling else None


def _fought(parse: Parse, setting: Setting) -> bool:
    return (setting.on or _SINCE) >= _SINCE and is_named(parse, _ISIS, setting)
