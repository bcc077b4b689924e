"""Whose a deed is that is told as one of several: "carried out raids, | including the kidnapping of a banker |".

Whoever carries out the whole does the part. Only where nobody is told to have done it.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.words.byphrases import Telling, has_part
from whosays.coding.words.mentions import case_of
from whosays.coding.words.slots import slots_of
from whosays.coding.words.understood import is_passive, own_subject
from whosays.parse import Parse, Token

_WHOLES = frozenset(
    "attack raid operation action activity kidnapping killing abduction campaign offensive plan crime act abuse strike "
    "bombing ambush assault atrocity assassination violation bombardment massacre".split()
)
_ROWS = frozenset({"series", "string", "wave", "spate", "number", "row", "part"})
_DOING = frozenset(
    "carry stage launch wage mount conduct commit perpetrate plan begin start undertake execute make prepare".split()
)
_TAKING_PART = frozenset({"engage", "involve", "participate"})
_INCLUDING = frozenset({"include", "feature", "comprise"})


def of_series(telling: Telling) -> Iterator[int]:
    """ "| The Front | began an offensive, which included | an attack | on the port": whoever does the whole."""
    parse, found, parts, _ = telling
    if found.trigger.event not in {"ASSAULT", "COERCE"} or has_part(parts, "actor"):
        return
    whole = _whole(parse, parse.tokens[found.head])
    if whole is not None and whole.lemma.lower() in _WHOLES and whole.i not in found.tokens:
        yield from _doers(parse, whole)


def _whole(parse: Parse, deed: Token) -> Token | None:
    """The noun for several deeds that one is told to be among."""
    part = deed
    if deed.is_verb and deed.dep in {"acl", "acl:relcl"}:  # "including that of a Dane | who was abducted |"
        part = parse.tokens[deed.head]
        that = parse.tokens[part.head]
        if part.dep != "nmod" or that.lower not in {"that", "those"}:
            return None
        part = that
    while part.dep == "conj":
        part = parse.tokens[part.head]
    above = parse.tokens[part.head]
    if part.is_verb or part.i < above.i:
        return None
    if case_of(parse, part.i) == "including" and part.dep == "nmod":
        return above
    if part.dep == "obj" and above.lemma.lower() in _INCLUDING:
        if above.dep == "acl:relcl":
            return parse.tokens[above.head]
        return next(iter(parse.children(above.i, "nsubj")), None)
    return None


def _doers(parse: Parse, whole: Token) -> Iterator[int]:
    owners = [c.i for c in parse.children(whole.i, "nmod:poss")]
    owners += [c.i for c in parse.children(whole.i, "nmod") if case_of(parse, c.i) == "by"]
    if owners:
        yield from owners
        return
    while whole.dep == "nmod" and parse.tokens[whole.head].lemma.lower() in _ROWS:
        whole = parse.tokens[whole.head]
    verb = parse.tokens[whole.head]
    lemma = verb.lemma.lower()
    if whole.dep == "obj" and lemma in _DOING and not is_passive(parse, verb.i):
        yield from slots_of(parse, verb.i).get("subject", ())
    elif whole.dep == "obl" and lemma in _TAKING_PART and case_of(parse, whole.i) == "in":
        subject = own_subject(parse, verb.i)
        yield from () if subject is None else (subject,)
