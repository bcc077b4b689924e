"""What a deed was done in return for: "struck the base in retaliation | for air strikes last month in Kest |".

The other deed has a time and a place of its own, and they are none of the one that answers it.
"""

from __future__ import annotations

from whosays.parse import Parse, Token

ANSWERS = frozenset(
    """retaliation response revenge reprisal reaction answer retribution vengeance reciprocate avenge retaliate mirror
    counter requite""".split()
)
_FOR = frozenset({"for", "to"})


def answers_for(parse: Parse, inside: int, deed: int) -> bool:
    """Whether a word stands in what the deed only answers: "shelled it in revenge | for a raid in Kest |".

    Args:
        parse: the report.
        inside: the word that may stand there.
        deed: the word of the deed.
    """
    for above in parse.ancestors(inside):
        if above.is_noun and above.lemma.lower() in ANSWERS:
            asked = [c.i for c in parse.children(above.i, "nmod") if _is_for(parse, c)]
            return bool(asked) and inside >= min(parse.subtree(asked[0])) and deed not in parse.subtree(above.i)
        if above.is_verb and above.dep not in {"acl", "acl:relcl"}:
            return False
    return False


def _is_for(parse: Parse, noun: Token) -> bool:
    return any(c.lower in _FOR for c in parse.children(noun.i, "case"))
