"""Who stands beside whom in a phrase of people: a wife is joined to her husband and to no town; a chief of staff."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import moved, on

_KIN = frozenset(
    "wife husband son daughter brother sister father mother child parent cousin nephew niece uncle aunt family "
    "bodyguard driver deputy aide assistant".split()
)
_RULERS = frozenset("mayor governor president king queen premier minister prefect chief head leader bishop".split())
_OWNED = frozenset({"his", "her", "their"})


@on("conj")
def _beside_town(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The mayor of Orli and | her husband |": joined to her, and to no town."""
    town = parse.tokens[token.head]
    holder = parse.tokens[town.head]
    if token.lemma.lower() not in _KIN:
        return
    if town.dep == "obl":  # "arrested a judge in Orli and | his wife |": right behind whom they took
        taken = (c for c in parse.children(town.head, "obj") if c.i == min(parse.subtree(town.i)) - 1)
        holder = next(taken, holder)
    elif town.dep != "nmod":
        return
    if not holder.is_noun or holder.i > town.i:
        return
    owned = any(c.lower in _OWNED for c in parse.children(token.i, "nmod:poss"))
    ruled = holder.lemma.lower() in _RULERS or town.i in parse.named("place", "organisation", "facility")
    if owned and ruled and town.tag == "NNP":
        yield moved(token, "conj", holder.i)


@on("nmod")
def _chief_of_staff(parse: Parse, token: Token) -> Iterator[Token]:
    """ "His chief of staff | Ana Ruiz |": the name is that of the chief, and no staff is called so."""
    staff = next((c for c in parse.children(token.i, "compound") if c.lower == "staff" and c.i == token.i - 1), None)
    chief = parse.tokens[token.head]
    if staff is None or not token.tag.startswith("NNP") or token.i not in parse.named("person"):
        return
    of = next((c for c in parse.children(token.i, "case") if c.lower == "of" and c.i == staff.i - 1), None)
    if of is None or chief.i != of.i - 1 or chief.lower != "chief":
        return
    yield moved(token, chief.dep, chief.head if chief.head != chief.i else token.i)
    yield moved(chief, "nmod:desc", token.i)
    yield moved(staff, "nmod", chief.i)
    yield moved(of, "case", staff.i)
    for child in parse.children(chief.i):
        if child.i > token.i or child.dep in {"cc", "punct", "conj", "appos"}:
            yield moved(child, child.dep, token.i)


@on("appos")
def _his_with_a_name(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Jan Holub, | his aide Ana Ruiz |, and others": with a name of her own she is somebody else."""
    first = parse.tokens[token.head]
    persons = parse.named("person")
    if (
        first.i not in persons
        or token.i < first.i
        or not any(c.lower in {"his", "her"} for c in parse.children(token.i, "nmod:poss"))
    ):
        return
    if any(c.i in persons and c.tag.startswith("NNP") for c in parse.children(token.i, "appos", "flat", "nmod:desc")):
        yield moved(token, "conj", first.i)
        return
    # "Jan Holub, | his wife | and two guards": the second of three
    listed = (*parse.children(first.i, "conj"), *parse.children(token.i, "conj"))
    third = next((c for c in listed if c.i > token.i), None)
    if token.lemma.lower() not in _KIN or third is None:
        return
    joint = parse.behind(token.i)
    joint = parse.behind(token.i + 1) if joint.text == "," else joint
    if joint.lower != "and" or joint.head != third.i:
        return
    if third.tag in {"NNS", "CD"} or third.i in persons or parse.children(third.i, "nummod", "nmod:poss"):
        yield moved(token, "conj", first.i)


@on("conj")
def _last_of_those(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Police arrest Jan Holub, Ana Ruiz, | and nurse Eva Prado |": no noun is joined to a verb, but to its object."""
    verb = parse.tokens[token.head]
    if not token.is_noun or verb.tag not in {"VBZ", "VBP"} or parse.children(token.i, "nsubj", "cop", "aux"):
        return
    taken = [c for c in parse.children(verb.i, "obj") if verb.i < c.i < token.i]
    joint = any(c.lower == "and" for c in parse.children(token.i, "cc"))
    if joint and len(taken) == 1 and taken[0].i in parse.named("person"):
        yield moved(token, "conj", taken[0].i)


RULES = (_beside_town, _chief_of_staff, _his_with_a_name, _last_of_those)
