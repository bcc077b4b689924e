"""Some of those told before: "nine | of them |" are whoever "they" would mean in that place.

So is "the 41-year-old" whoever "he" or "she" would mean.
"""

from __future__ import annotations

import msgspec

from whosays.parse import Parse, Token
from whosays.resolving.actors.asked import Asked
from whosays.resolving.actors.pronouns import EITHER

_DYING = frozenset("kill die dead murder death slay assassinate fatal fatally slaying killing body".split())
_TAKING = frozenset("arrest detain charge jail imprison sentence convict free release suspect question indict".split())


def as_pronoun(parse: Parse, one: Asked) -> Token | None:
    """ "They" in the place of a number of them, "he" in that of his age; None for all other mentions."""
    token = parse.tokens[one.head]
    if _is_by_age(parse, one, token):
        return msgspec.structs.replace(token, text=EITHER, lemma=EITHER, tag="PRP")
    for child in parse.children(one.head, "nmod"):
        inside = one.start <= child.i < one.end
        if inside and child.lower == "them" and any(c.lower == "of" for c in parse.children(child.i, "case")):
            return msgspec.structs.replace(token, text="they", lemma="they", tag="PRP")
    return None


def _is_by_age(parse: Parse, one: Asked, token: Token) -> bool:
    """ "Ana Ruiz was freed. | The 41-year-old | ...": but "a 41-year-old" is somebody new.

    Nor is somebody who was killed arrested a sentence later: that is who did it.
    """
    aged = token.lower == "old" and token.lemma == "person"
    if not aged or parse.tokens[one.start].lower != "the" or parse.children(one.head, "nmod", "acl", "acl:relcl"):
        return False
    here = parse.sentence(one.head)
    before = parse.tokens[slice(*parse.sentences[here - 1])] if here else ()
    died = any(t.lemma.lower() in _DYING for t in before)
    return not (died and parse.tokens[token.head].lemma.lower() in _TAKING)
