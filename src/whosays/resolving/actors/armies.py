"""Whose soldiers a report tells of: where two armies are in it, "soldiers" alone are nobody's for sure."""

from __future__ import annotations

from functools import cached_property

from whosays.parse import Parse
from whosays.resolving.actors.asked import Asked
from whosays.resolving.actors.setting import Setting

_SOLDIERS = frozenset({"soldier", "troop", "force", "serviceman", "troops", "forces"})
_ANYWHERE = frozenset({"marine", "marines", "serviceman", "servicemen", "member", "members"})  # "service members"
_WITHOUT_ARMY = frozenset({"PSE", "CRI", "ISL", "PAN", "VAT", "LIE", "MCO", "AND", "GRD"})  # soldiers there are others'
_OUTSIDE = frozenset({"coalition", "foreign", "nato", "peacekeeping", "allied", "international"})


class Armies:
    """The armies that one report tells of."""

    def __init__(self, parse: Parse, setting: Setting) -> None:
        self._parse = parse
        self._setting = setting

    def are_any_ones(self, one: Asked, owner: str) -> bool:
        """Whether soldiers may be another's than ``owner``'s: "Marines", and "soldiers" beside a foreign army."""
        noun = self._parse.tokens[one.head].lemma.lower()
        if noun in _ANYWHERE or self._parse.tokens[one.head].lower in _ANYWHERE:
            return True
        if owner in _WITHOUT_ARMY and noun in _SOLDIERS | {"army", "military"}:
            return True
        plain = not self._parse.children(one.head, "amod", "compound")  # "regime forces" are the state's own
        return plain and noun in _SOLDIERS and bool(self._foreign - {owner})

    @cached_property
    def _foreign(self) -> frozenset[str]:
        """The states whose soldiers the report names by their adjective or name; "other" for a coalition's."""
        found: set[str] = set()
        for token in self._parse.tokens:
            if token.lemma.lower() not in _SOLDIERS | {"army", "military"}:
                continue
            for child in self._parse.children(token.i, "amod", "compound", "nmod:poss"):
                state = self._setting.gazetteer.state_of_adjective(child.text)
                state = state or self._setting.gazetteer.metonym(child.text)
                found |= {state} if state is not None else {"other"} if child.lower in _OUTSIDE else set()
        return frozenset(found)
