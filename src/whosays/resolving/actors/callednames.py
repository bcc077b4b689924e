"""The name that a noun's own clause gives a group: "a rebel group called | the Army of Kest |", "calling itself"."""

from __future__ import annotations

from whosays.parse import Parse
from whosays.resolving.actors.asked import Asked

_BODIES = frozenset(
    "group organisation organization movement militia party faction network cell gang army coalition alliance front "
    "company firm outfit brigade unit body".split()
)
_CALLED = frozenset({"call", "name", "dub", "know"})
_ITSELF = frozenset({"itself", "themselves"})


def called(parse: Parse, one: Asked) -> tuple[int, int] | None:
    """The half-open tokens of the name that a mention's noun is given right behind it; None where it has none."""
    noun = parse.tokens[one.head]
    if one.mention.form != "nominal" or noun.lemma.lower() not in _BODIES or noun.tag not in {"NN", "NNS"}:
        return None
    for clause in parse.children(noun.i, "acl"):
        itself = any(c.lower in _ITSELF for c in parse.children(clause.i, "obj"))
        given = clause.tag in {"VBN", "VBD"} or (clause.tag == "VBG" and itself)
        if clause.i != noun.i + 1 or clause.lemma.lower() not in _CALLED or not given:
            continue
        for name in parse.children(clause.i, "xcomp", "obj", "obl"):
            if name.tag.startswith("NNP") and name.i > clause.i:
                inside = [
                    i for i in parse.subtree(name.i) if parse.tokens[i].dep not in {"case", "punct"} or i > name.i
                ]
                capitals = [i for i in inside if parse.tokens[i].text[:1].isupper()]
                return min(capitals or inside), max(inside) + 1  # in small letters nothing tells where a name begins
    return None
