"""Words in the place of a party that stand for nobody: a time, a manner, the place of a dateline."""

from __future__ import annotations

import re

from whosays.coding.words.agreeing import is_asked, is_one_another
from whosays.coding.words.mentions import case_of
from whosays.parse import Parse

_YEAR = re.compile(r"1\d{3}|20\d{2}")  # "the invasion of | 1236": a number of people has its comma, or a noun
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_HOUR = re.compile(r"\d{1,2}[.:]\d{2}")  # "at | 6.45 | in the evening"
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth".split()
)

# "Fired | at random", "attacked | on behalf of Orli", "a tanker | off the coast of Orli", "| at the end of the show".
_ADVERBIAL = frozenset(
    {
        ("at", "random"), ("at", "will"), ("at", "close"), ("at", "end"), ("in", "end"), ("on", "behalf"),
        ("on", "ground"), ("on", "grounds"), ("in", "ground"), ("in", "grounds"), ("in", "air"), ("on", "air"),
        ("from", "coast"), ("from", "shore"), ("from", "air"), ("from", "sea"), ("on", "charge"), ("on", "charges"),
        ("on", "counts"), ("on", "suspicion"), ("on", "basis"), ("for", "purchase"), ("at", "location"),
        ("at", "border"), ("at", "locations"), ("in", "location"), ("in", "reprisal"), ("on", "occasion"),
        ("on", "occasions"), ("on", "fronts"), ("against", "humanity"), ("in", "heart"), ("on", "radio"),
        ("on", "television"), ("on", "tv"), ("on", "phone"), ("on", "telephone"), ("on", "internet"),
        ("in", "middle"),
    }
)  # fmt: skip


def is_nobody(parse: Parse, head: int, slot: str) -> bool:
    """Words in a slot that stand for nobody: "one by one", "en route", the place of a dateline ("PARIS - The ...")."""
    token = parse.tokens[head]
    by_force = slot == "by" and token.lower == "force" and not parse.children(head, "det", "amod")
    if by_force or is_date(parse, head):  # "captured the town | by force |", but "by | a force of rebels |"
        return True
    hour = slot == "at" and (_CLOCK.fullmatch(token.text) or _HOUR.fullmatch(token.text))  # "at 2230", as the wires do
    year = slot in {"of", "in"} and _YEAR.fullmatch(token.text) and len(parse.children(head)) < 2  # its preposition
    if hour or year:
        return True
    if token.lower in {"jr.", "sr.", "jr", "sr"}:  # "Ben Arvo, | Jr."
        return True
    if (slot, token.lower) in _ADVERBIAL or (slot == "with" and _is_absolute(parse, head)):
        return True
    if token.lower == "it" and slot == "object":  # "fighting | it | out": what is done to "it" is done to nothing told
        verb = parse.tokens[token.head]
        return any(c.lower in {"out", "off"} for c in parse.children(verb.i, "compound:prt", "advmod"))
    if token.lower in _BY_NUMBER and slot in {"by", "subject"} and case_of(parse, head) == "by":
        return any(c.lower == "the" for c in parse.children(head, "det"))  # "killed | by the dozens"
    if is_one_another(parse, token):
        return True
    first = token.head if token.dep == "conj" else head  # "| how many cooks and | guards"
    if any(c.lower in {"many", "few"} and is_asked(parse, c.i) for c in (token, *parse.children(first))):
        return True  # "did not say | how many people | were held", "it is not known | how many | were hurt"
    if token.lower == "home" and slot == "at" and not parse.children(head, "det", "nmod:poss"):  # "attacks | at home"
        return True
    beside = [parse.tokens[i].text for i in (head - 1, head + 1) if i < len(parse.tokens)]
    if token.tag == "CD" and beside == [",", ","] and parse.tokens[head - 2].tag.startswith("NNP"):
        return True  # "Mira Holub, | 22 |, and her mother": how old she is
    if slot == "from" and (token.lemma.lower() in _LIVED_IN or case_of(parse, head) == "off"):
        return True  # "the attacks were plotted | from homes", "seized a tanker | off Orland"
    by_one = token.lower == "one" and slot in {"by", "subject"} and not parse.children(head, "nmod")  # "one of them"
    if token.tag == "FW" or (by_one and case_of(parse, head) == "by"):
        return True
    return _is_in_dateline(parse, head)


def _is_in_dateline(parse: Parse, head: int) -> bool:
    """ "ORLI, | Peru | -- The mayor ...": where the report was written."""
    start = parse.sentences[parse.sentence(head)][0]
    opening = [t.i for t in parse.tokens[start : start + _DATELINE] if t.text in {"—", "–", "--"}]
    town = parse.tokens[start].text
    return bool(opening) and head < opening[0] and len(town) > 1 and town.isupper()  # not "A deputy of Kest — a ..."


def is_date(parse: Parse, head: int) -> bool:
    """ "Was killed on | April ninth |", "the curfew is lifted on | 24 | and 31 December", "| last month | 's raids"."""
    token = parse.tokens[head]
    if token.lower in _SPANS:
        return not parse.children(head, "nmod") and any(c.lower in _SPANNED for c in parse.children(head))
    if token.tag == "CD" and head > 1 and parse.tokens[head - 1].lower in {"to", "-", "–"}:
        return parse.tokens[head - 2].tag == "CD" and not parse.children(head, "nmod")  # "rejected it 298 | to 273 |"
    if not (token.lower in _ORDINALS or _DAY.fullmatch(token.lower)):
        return False
    if head and parse.tokens[head - 1].lower in _MONTHS and parse.tokens[head - 1].text[:1].isupper():
        return True
    for following in parse.tokens[head + 1 : head + 4]:
        if following.lower in _MONTHS:
            return following.text[:1].isupper()
        if following.lower not in {"and", "or", "to", "of"} and not _DAY.fullmatch(following.lower):
            return False
    return False


_SPANS = frozenset({"week", "weekend", "month", "year", "night", "day", "morning", "evening", "summer", "winter"})
_SPANNED = frozenset({"last", "this", "next", "that"})


def _is_absolute(parse: Parse, head: int) -> bool:
    """ "Approved it, | with the army given a day to leave": a clause of its own, and nobody that it was done with.

    "| With no ally |, they fought a battle for the town".
    """
    if any(c.lower == "no" for c in parse.children(head, "det")):
        return True
    cases = [c.i for c in parse.children(head, "case") if c.lower == "with"]
    apart = bool(cases) and parse.tokens[cases[0] - 1].text == ","
    of = [c for c in parse.children(head, "nmod") if case_of(parse, c.i) == "of"]  # "with one of the ships | burning"
    if apart and any(c.tag == "VBG" and c.i == o.i + 1 for o in of for c in parse.children(o.i, "acl")):
        return True
    following = parse.behind(head) if head + 1 < len(parse.tokens) else parse.tokens[head]
    behind = following.tag in {"VBN", "VBG"} and following.dep in {"acl", "advcl"}
    hurt = following.tag == "VBN" and following.lemma.lower() in _HURT  # "clashes with six people | killed"
    return behind and (apart or (bool(cases) and hurt and following.head == head))


_LIVED_IN = frozenset({"home", "house", "flat", "apartment", "cafe", "café", "office", "room", "position"})
_HURT = frozenset({"kill", "wound", "injure", "hurt", "arrest"})
_BY_NUMBER = frozenset({"dozens", "scores", "hundreds", "thousands"})
_DATELINE = 10  # tokens before the dash at most
