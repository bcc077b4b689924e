"""Whether a word can stand for whoever a verb tells of: no nations "was", nobody is "how many" or "one another"."""

from __future__ import annotations

from whosays.parse import Parse, Token


def disagrees(parse: Parse, verb: Token, subject: Token) -> bool:
    """ "Other nations took positions; the army, hard pressed, | was placed on alert": no nations "was"."""
    single = any(c.lower in {"was", "is", "has"} for c in parse.children(verb.i, "aux", "aux:pass"))
    return single and subject.tag == "NNS" and any(t.text == ";" for t in parse.tokens[subject.i : verb.i])


def are_several(parse: Parse, doer: int | None, verb: Token) -> bool:
    """ "Stood in a crowd of | men | waiting there before detonating | his | belt": no several people have "his"."""
    if doer is None or parse.tokens[doer].tag not in {"NNS", "NNPS"} or verb.lemma.lower() in _SHOUTING:
        return False  # "voted as | thousands | marched demanding | her | resignation"
    owners = [o for c in parse.children(verb.i, "obj") for o in (c, *parse.children(c.i, "nmod:poss"))]
    return any(o.lower in {"his", "her", "himself", "herself"} for o in owners)


_SHOUTING = frozenset(
    "demand denounce urge accuse condemn support praise back mourn protest seek await cheer mock burn carry".split()
)


def is_asked(parse: Parse, number: int) -> bool:
    """ "Did not say | how many | were held"."""
    return any(c.lower == "how" for c in parse.children(number)) or parse.tokens[number - 1].lower == "how"


def is_one_another(parse: Parse, token: Token) -> bool:
    """ "Severed ties with | one another |"."""
    return token.lower in {"one", "each"} and any(c.lower in {"another", "other"} for c in parse.children(token.i))


def shared_finite(parse: Parse, verb: Token) -> Token | None:
    """ "Charges two men over a plot to cheat millers and | frees | a third": joined to the verb of its own form."""
    governor = parse.tokens[verb.head]
    if verb.dep != "conj" or verb.tag not in {"VBZ", "VBD"} or governor.tag != "VB":
        return None
    if not any(m.lower == "to" for m in parse.children(governor.i, "mark")):
        return None
    return next((a for a in parse.ancestors(governor.i) if a.tag == verb.tag), None)
