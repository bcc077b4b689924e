"""Words for the kind of a party that are told beside its name, as if they were another: "the bloc | EFTA |"."""

from __future__ import annotations

from collections.abc import Mapping

from whosays.coding.words.parts import Part
from whosays.parse import NameLabel, Parse

_KINDS = frozenset(
    "bloc group party app media medium network service platform company firm agency alliance organisation organization "
    "movement militia union".split()
)


def without_kinds_beside(parse: Parse, parts: dict[int, Part], labels: Mapping[int, NameLabel]) -> None:
    """Leaves out a noun of kind where those whom it stands for are among the parties by their names."""
    kinds = [h for h in parts if parse.tokens[h].lemma.lower() in _KINDS and labels.get(h) is None]
    for head in kinds:
        if _is_before_name(parse, head, parts) or _is_behind_names(parse, head, parts) or _is_joint(parse, head, parts):
            del parts[head]


def _is_before_name(parse: Parse, head: int, parts: Mapping[int, Part]) -> bool:
    """ "European | bloc | EFTA"."""
    after = head + 1
    return after in parts and parse.tokens[after].tag.startswith("NNP")


def _is_behind_names(parse: Parse, head: int, parts: Mapping[int, Part]) -> bool:
    """ "Against the Bakers and the Millers | parties |"."""
    token = parse.tokens[head]
    start = parse.sentences[parse.sentence(head)][0]
    named = [h for h in parts if start <= h < head and parse.tokens[h].tag.startswith("NNP")]
    return token.tag == "NNS" and len(named) > 1 and parse.tokens[head - 1].tag.startswith("NNP")


def _is_joint(parse: Parse, head: int, parts: Mapping[int, Part]) -> bool:
    """ "The social | media | and messaging app Chatter": one thing of two kinds, with one article."""
    token = parse.tokens[head]
    joined = [c for c in parse.children(head, "conj") if c.i in parts]
    if token.tag.startswith("NNP") or len(joined) != 1 or not parse.children(head, "det"):
        return False
    kinds = [c.lemma.lower() for c in (joined[0], *parse.children(joined[0].i, "compound", "nmod:desc"))]
    names = (joined[0], *parse.children(joined[0].i, "appos"))
    named = any(t.text[:1].isupper() for t in names)
    return named and any(k in _KINDS for k in kinds) and not parse.children(joined[0].i, "det")
