"""Those taken for dead who live: "a driver who was believed to have been killed was found alive".

And those who did not survive a deed, which befell them all the same.
"""

from __future__ import annotations

from whosays.coding.factuality.denying import is_negated
from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token

_HOLDING = frozenset({"believe", "think", "presume", "fear", "assume", "suppose", "report"})
_SHOWING_UP = frozenset({"resurface", "reappear", "survive"})

_WRONGLY = frozenset({"mistakenly", "wrongly", "falsely", "erroneously"})


def is_alive_after_all(parse: Parse, verb: Token) -> bool:
    """Whether a killing was only believed, of somebody whom the same sentence tells to live."""
    above = parse.tokens[verb.head]
    if verb.dep != "xcomp" or above.tag != "VBN" or above.lemma.lower() not in _HOLDING:
        return False
    if not any(c.lower in {"was", "were", "been"} for c in parse.children(above.i, "aux:pass")):
        return False
    if any(c.lower in _WRONGLY for c in parse.children(above.i, "advmod")):
        return True  # "was | mistakenly | thought to be killed"
    return any(_tells_of_life(parse, t) for t in parse.around(verb.i))


def _tells_of_life(parse: Parse, token: Token) -> bool:
    near = [token, parse.tokens[token.head], *parse.children(token.head, "cop", "aux", "aux:pass")]
    told = not any(t.tag == "MD" for t in (*near, *parse.children(token.head, "aux"), *parse.children(token.i, "aux")))
    denied = any(c.lower in {"not", "n't"} for t in near[:2] for c in parse.children(t.i, "advmod"))
    lives = token.lower == "alive" or (token.is_verb and token.lemma.lower() in _SHOWING_UP)
    return lives and told and not denied


def did_not_survive(parse: Parse, verb: int, wording: Wording) -> bool:
    """ "None of the hostages | survived | the raid", "he did not survive the attack": it came, and they died of it."""
    token = parse.tokens[verb]
    aux = parse.children(verb, "aux")
    past = token.tag in {"VBD", "VBN"} or any(a.lower in {"did", "had"} for a in aux)
    told = token.lemma.lower() == "survive" and past and not any(a.tag == "MD" for a in aux)
    return told and is_negated(parse, token, wording)
