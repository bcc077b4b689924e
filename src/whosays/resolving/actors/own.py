"""Actors that no list knows: their ids are their own words, their kinds what the noun says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import msgspec

from whosays import ontology
from whosays.gazetteer import normalise
from whosays.numerals import NUMERAL
from whosays.ontology import nominals
from whosays.ontology.nouns import SECTORS, Noun, Nouns
from whosays.parse import Parse
from whosays.records import Actor, ActorKind, Code

_COUNTS = re.compile(
    rf"^(?:\d[\d,.]*|(?i:one of the|{NUMERAL}|dozens?|scores|tens|hundreds?|thousands?|at least|"
    r"at most|more than|several|many|some|few|more(?! than)|fewer than|less than|up to|as many as|over|about|around|"
    r"nearly|almost|close to|to(?= \d)|only|and|of|a group of|a number of|most|least|approximately|roughly|"
    r"an estimated|estimated|lots of|a lot of|a pair of|an unspecified number of|a couple of))\s+(?=\S)(?!-\s)"
)
_DETERMINERS = re.compile(
    r"^(?:the|a|an|this|that|these|those|its|their|his|her|our|my|your|other|another|all|both|various|any|"
    r"each(?! other[’']s)|every|"
    r"no|whose|including|such as|like|\d+-(?:member|nation|strong)|(?:dozens|scores|hundreds|thousands|tens) of)\s+",
    re.I,
)
_QUOTED = re.compile(r"^[‘“\"']+(?!s )")  # "a | 'nation of bakers", but no "'s chatbot"
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_KIND_OF_LABEL: dict[str, ActorKind] = {"person": "person", "organisation": "organisation", "nationality": "people"}
_OFFICES = frozenset({"ministry", "office", "department", "treasury"})
_KIND_OF_SECTOR: dict[str, ActorKind] = {
    "GOV": "government", "MIL": "force", "COP": "force", "SPY": "force", "PRM": "force", "REB": "armed-group",
    "UAF": "armed-group", "CRM": "armed-group", "PTY": "party", "JRN": "media", "BUS": "company",
}  # fmt: skip


@lru_cache(maxsize=8192)
def bare(name: str) -> str:
    """A name without leading determiners and numbers, and without a trailing possessive."""
    words = _POSSESSIVE.sub("", _QUOTED.sub("", name.strip()))
    previous = ""
    while previous != words:
        previous = words
        words = _DETERMINERS.sub("", words)
        stripped = _COUNTS.sub("", words)
        if words.isupper() or not stripped.split()[-1][:1].isupper():  # "Five Eyes" is a name, "five officers" are not
            words = stripped
    return words or name


def counts(word: str) -> bool:
    """Whether a word only counts: "Three", "some", "12"."""
    return _COUNTS.match(f"{word} x") is not None


_NUMBER_ALONE = re.compile(rf"(?i:(?:\d[\d,.]*|{NUMERAL}|dozens|scores|hundreds|thousands)( more)?|more)")


def own_actor(name: str, kind: ActorKind, country: str | None, sector: str | None = None) -> Actor:
    """The actor that no list knows: its id is its normalised words, with the country that they tell."""
    if _NUMBER_ALONE.fullmatch(name.strip()) or _NUMBER_ALONE.fullmatch(
        bare(name)
    ):  # "kills 12": people of whom only the number is told
        name, kind = "people", "people"
    words = normalise(bare(name)) or normalise(name) or name.casefold()
    suffix = f":{country}" if country else ""
    codes = tuple(Code(code=c) for c in (country, sector) if c)
    return Actor(id=f"own:{words}{suffix}", name=bare(name), kind=kind, codes=codes)


def owned(actor: Actor, owner: str, codes: Sequence[Code]) -> Actor:
    """The actor as a part of ``owner``: without a country of its own it has the owner's codes, and keeps its sector."""
    sectors = [c for c in actor.codes if c.code in SECTORS]
    if len(sectors) == len(actor.codes):
        told = () if any(c.code in SECTORS for c in codes) else tuple(sectors)
        actor = msgspec.structs.replace(actor, codes=(*codes, *told))
    return msgspec.structs.replace(actor, part_of=(owner,))


def kind_of(parse: Parse, head: int, label: str | None) -> ActorKind:
    """What kind of actor a phrase stands for: by its name's label, else by its noun."""
    if label == "organisation" and parse.tokens[head].lower in _OFFICES:
        return "ministry"
    if label == "organisation" and _is_paper(parse, head):
        return "media"
    if label in _KIND_OF_LABEL:
        return _KIND_OF_LABEL[label]
    noun = noun_at(parse, head)
    if noun is None:
        return "person" if _given(parse, head) else "unknown"
    token = parse.tokens[head]
    plural = token.tag in {"NNS", "NNPS"} or (noun.lemma != token.lemma.lower() and token.lower != "one")
    if noun.kind == "person":
        return "people" if plural or noun.group else "person"
    if noun.kind == "organisation":
        if noun.lemma == "ministry":
            return "ministry"
        return _KIND_OF_SECTOR.get(noun.sector or "", "organisation")
    return "unknown"


def _is_paper(parse: Parse, head: int) -> bool:
    """ "The Kest | Herald |", "the Lima | Sentinel |": what papers are called, behind another name."""
    beside = parse.children(head, "compound", "amod", "nmod:poss", "flat")
    named = any(c.tag.startswith("NNP") and c.i < head for c in beside)
    return parse.tokens[head].lower in PAPERS and named


# What papers are called by, and hardly any other body.
PAPERS = frozenset(
    "herald telegraph times gazette tribune guardian chronicle newspaper sentinel inquirer courier observer "
    "examiner".split()
)


def sector_of(parse: Parse, head: int) -> str | None:
    """The PLOVER sector that a common noun tells: "police officers" COP, "rebel fighters" REB, "villagers" CVL.

    Nouns that say little by themselves ("members", "forces") have it from the words before them.
    """
    token = parse.tokens[head]
    if token.tag.startswith("NNP"):
        return None
    noun = noun_at(parse, head)
    *before, last = parse.words_to(head, 3)
    counted = noun is not None and noun.lemma != token.lemma.lower()  # "one of the officers"
    whole = noun if counted else lexicon().longest([*before, last])
    if whole is None or whole.sector is None:
        whole = lexicon().longest(before) if before else None
    return whole.sector if whole is not None and whole.kind in {"person", "organisation"} else None


def _given(parse: Parse, head: int) -> bool:
    """Whether a given name stands at or right before an unlabelled name: "Laura Hollin"."""
    names = nominals.load().women | nominals.load().men
    return parse.tokens[head].tag == "NNP" and any(
        t.lower in names for t in (parse.tokens[head], *parse.children(head, "compound", "flat")) if t.i <= head
    )


def age_before(parse: Parse, head: int) -> frozenset[int]:
    """The tokens before a noun that only tell somebody's age: "the | 28-year-old | journalist"."""
    ages = (c for c in parse.children(head, "amod") if c.i < head and c.lower == "old")
    words = (parse.subtree(c.i) for c in ages)
    return frozenset(i for inside in words if any(parse.tokens[i].tag == "CD" for i in inside) for i in inside)


_COUNTING = frozenset({"group", "number", "dozen", "dozens", "tens", "hundreds", "thousands"})


def noun_at(parse: Parse, head: int) -> Noun | None:
    """What the lexicon knows of the noun that a token is; None for pronouns, names and unknown words."""
    token = parse.tokens[head]
    while token.tag in {"CD", "DT"} or token.lower in _COUNTING:
        counted = [c for c in parse.children(token.i, "nmod") if c.i > token.i and c.is_noun]  # "one of the officers"
        if not counted:
            break
        token = counted[0]
    nouns = lexicon()
    return nouns.get(token.lemma.lower()) or nouns.get(token.lower)


@cache
def lexicon() -> Nouns:
    """The lexicon of nouns that the ontology keeps."""
    return ontology.load().nouns
