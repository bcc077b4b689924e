"""Whether a subject fits its verb in number: no nations "was", and no several people have "his" belt."""

from __future__ import annotations

from whosays.parse import Parse, Token


def disagrees(parse: Parse, verb: Token, subject: Token) -> bool:
    """ "Other nations took positions; the army, hard pressed, | was placed on alert": no nations "was"."""
    single = any(c.lower in {"was", "is", "has"} for c in parse.children(verb.i, "aux", "aux:pass"))
    return single and subject.tag == "NNS" and any(t.text == ";" for t in parse.tokens[subject.i : verb.i])


def are_several(parse: Parse, doer: int | None, verb: Token) -> bool:
    """ "Stood in a crowd of | men | waiting there before detonating | his | belt": no several people have "his"."""
    if doer is None or parse.tokens[doer].tag not in {"NNS", "NNPS"}:
        return False
    owners = [o for c in parse.children(verb.i, "obj") for o in (c, *parse.children(c.i, "nmod:poss"))]
    return any(o.lower in {"his", "her", "himself", "herself"} for o in owners)
