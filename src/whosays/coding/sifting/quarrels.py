"""Fights of words, courts and money: "the row is a battle between millers", "a clash between two bidders"."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.words.inpassing import is_instead
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token

_FIGHTS = frozenset("battle clash fight war combat skirmish showdown confrontation hostilities".split())
_WORDY = frozenset(
    "dispute row debate argument quarrel controversy rivalry feud disagreement lawsuit case race contest campaign "
    "election hearing takeover bidding".split()
)
_MONEY = frozenset(
    "share shareholder stock stake investor takeover merger bid bidder suitor acquisition profit earnings "
    "boardroom customer market patent antitrust royalty".split()
)
_ARMED = frozenset(
    "army police soldier troop rebel militia guerrilla gunman gang fighter force militant insurgent guard demonstrator "
    "protester villager tribe clan settler worker striker picket student fan supporter".split()
)


def is_battle_of_words(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """Whether a fight that a noun tells of is one without blows."""
    token = parse.tokens[found.head]
    if found.trigger.event != "ASSAULT" or not token.is_noun or token.lemma.lower() not in _FIGHTS:
        return False
    return _is_called_so(parse, token) or _is_over_money(parse, token, parts)


def _is_called_so(parse: Parse, noun: Token) -> bool:
    """ "The dispute over the mill | is a battle | between two families": what a quarrel is called."""
    above = parse.tokens[noun.head]
    if noun.dep == "nmod" and above.lemma.lower() in _FIGHTS and is_instead(parse, noun):
        noun = above  # "| rather than a clash |, the row is a battle between millers"
    if not parse.children(noun.i, "cop"):
        return False
    return any(c.lemma.lower() in _WORDY for c in parse.children(noun.i, "nsubj"))


def _is_over_money(parse: Parse, noun: Token, parts: Sequence[Part]) -> bool:
    """ "A clash between Orland Mills and Kest Foods lifted the | share | price": firms fight with money."""
    acting = [p.head for p in parts if p.part in {"actor", "recipient"}]
    bodies = parse.named("organisation")
    if not acting or not all(h in bodies for h in acting):
        return False
    words = {t.lemma.lower() for t in parse.around(noun.i)}
    return len(words & _MONEY) > 0 and not words & _ARMED
