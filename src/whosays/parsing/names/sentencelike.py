"""Names that read as a sentence or a piece of one: "Save the Children", "Doctors Without Borders", "the WHO".

The reading machine takes "Save" for a verb. Where capitals and place leave no doubt that such words are a name, it is
given the words of a name that it knows as one to read in their place, as many of them; the text stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

# Verbs that such a name begins with.
_BIDDING = frozenset(
    """save stop help keep free feed make give rise protect rescue watch support break breaking bring take let stand
    join walk move moving rebuild defend fight build turn turning leave vote reclaim heal remember respect speak think
    connect reach raise restore empower unite care imagine dare just never""".split()
)
# Nouns and adverbs that it begins with where "for" or "to" follows.
_AIMING = frozenset(
    """hope justice right together fridays march rally call women voices hands hand mothers lawyers doctors reporters
    medics engineers teachers workers veterans parents students youth action people fight""".split()
)
_WITHIN = frozenset("without against under beyond".split())  # set with a capital, and not in the first place
_LAST = frozenset("now again forward matter".split())
_SMALL = frozenset("the of for to and in with without against under our a on".split())
_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december""".split()
)
_OFFICES = frozenset("minister secretary president general commander chief director judge captain".split())
_VERBS = frozenset(
    """said says say told tells has have had was were is are will would warned condemned called accused denied
    reported announced estimated urged welcomed demanded confirmed claimed blamed criticised criticized added noted
    published released issued runs operates works wants plans""".split()
)
_BEFORE = frozenset("by from of with to at group charity organisation organization ngo campaign and told".split())
_SAID = frozenset({"said", "says", "say", "added", "adds"})
_STAND_INS = ("United", "World", "Health", "Relief", "Food", "Development")
_LAST_STAND_IN = "Organization"
_ALIKE = {"WHO": "UNICEF", "IS": "ISIS"}  # bodies that read as small words, and ones that do not
_FEWEST, _MOST = 2, 6  # words of such a name
_PLAIN = 3  # words in small letters that tell a text from a heading in capitals


def as_read(words: Sequence[str]) -> list[str]:
    """The words, with one of a name that the machine knows in the place of each that reads as part of a sentence."""
    found = list(words)
    if sum(word.islower() for word in words) < _PLAIN:
        return found
    found = [_ALIKE.get(word, word) for word in words]
    for i, word in enumerate(words):
        beside = (*words[max(i - 1, 0) : i], *words[i + 1 : i + 2])
        if word == "Said" and any(_has_capital(other) for other in beside):
            found[i] = "Saeed"  # "Said Ahmed", "Sajid Said": a name of people
    start = 0
    while start < len(words):
        end = _run(words, start)
        alone = words[start].lower() in _DAYS and words[start + 1 : start + 2] != ["for"]
        if alone or words[start].lower() in _SMALL:
            end = start + 1  # "On | Tuesday | Stop the War said"
        if _FEWEST <= end - start <= _MOST and _reads_as_sentence(words[start:end]) and _is_name(words, start, end):
            found[start:end] = [*_STAND_INS[: end - start - 1], _LAST_STAND_IN]
        start = max(end, start + 1)
    return found


def _run(words: Sequence[str], start: int) -> int:
    """Where the capitals that begin here end, small words between them taken in."""
    end = at = start
    while at < len(words):
        if _has_capital(words[at]):
            end = at + 1
        elif at == start or words[at] not in _SMALL:
            break
        at += 1
    return end


def _has_capital(word: str) -> bool:
    return word[:1].isupper() and word.isalpha() and len(word) > 1


def _reads_as_sentence(run: Sequence[str]) -> bool:
    low = [word.lower() for word in run]
    if sum(_has_capital(word) for word in run) < _FEWEST or _OFFICES.intersection(low):
        return False
    aims = low[0] in _AIMING and run[1] in {"for", "to"}
    within = any(word in _WITHIN for word in low[1:-1])
    return aims or within or low[0] in _BIDDING or low[-1] in _LAST


def _is_name(words: Sequence[str], start: int, end: int) -> bool:
    """Whether what stands round capitals says that somebody is named: who says something, or is said to."""
    behind = words[end].lower() if end < len(words) else ""
    if start and words[start - 1].lower() in _BEFORE | _SAID | _DAYS:
        return True
    return behind in _VERBS
