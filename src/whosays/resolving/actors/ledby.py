"""Governments that are described by who leads or backs them: "Orland's | military-led | government" is Orland's."""

from __future__ import annotations

import re

from whosays.gazetteer.patterns import LOCAL
from whosays.parse import Parse
from whosays.records import Reason
from whosays.resolving.actors.asked import Asked, Named
from whosays.resolving.actors.setting import Setting

_LED = re.compile(
    r"\b[\w.'’]+ ?[-‑–] ?(?:led|backed|run|dominated|appointed|installed|supported|sponsored|controlled) "
    r"(?=(?:\w+ )?(?:government|administration|regime|cabinet|authorities|junta)\b)",
    re.IGNORECASE,
)


def led_government(_parse: Parse, asked: Asked, setting: Setting) -> Named | None:
    """ "Orland's UN-backed government": the government, whoever backs it; None where the words tell no land."""
    words = _LED.sub("", asked.mention.name)
    if words == asked.mention.name:
        return None
    found = setting.gazetteer.pattern(words, setting.on)
    if found is None or found.rest or found.actor.kind != "government" or LOCAL in found.actor.id:
        return None
    detail = f"“{words}” is {found.pattern} of {found.owner}"
    return Named(found.actor, Reason(rule="pattern", detail=detail, weight=0.9), score=0.9)
