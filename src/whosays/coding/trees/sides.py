"""Parties that a tree hangs where nobody looks for them: behind a town, in a description, beside the talks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from whosays.coding.trees.labelled import of_table
from whosays.coding.words.control import TELLING
from whosays.coding.words.mentions import case_of
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_SUBJECTS = ("nsubj", "nsubj:pass")
_WHERE = frozenset({"in", "at", "near", "outside", "on", "around"})


def _between_behind_place(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Broke out in Orli | between | the army and rebels", "talks in Kest, | between": no town lies between."""
    if case_of(parse, token.i) not in {"between", "among"} or not parse.children(token.i, "conj"):
        return
    place = parse.tokens[token.head]
    if place.dep == "acl" and place.tag == "VBN" and place.i > place.head:  # "talks held in Orli | between"
        yield msgspec.structs.replace(token, dep="nmod", head=place.head)
        return
    while (
        place.dep in {"nmod:unmarked", "appos", "nmod"} and _is_place(parse, place.i) and not _stands_in(parse, place)
    ):
        place = parse.tokens[place.head]
    holder = parse.tokens[place.head]
    if not _is_place(parse, place.i) or not _stands_in(parse, place) or place.dep not in {"nmod", "obl"}:
        return
    if holder.dep == "acl" and holder.tag == "VBN":  # "talks held in Orli | between"
        holder = parse.tokens[holder.head]
    yield msgspec.structs.replace(token, dep="obl" if holder.is_verb else "nmod", head=holder.i)


def _is_place(parse: Parse, i: int) -> bool:
    return any(n.label in {"place", "facility"} and n.start <= i < n.end for n in parse.names)


def _stands_in(parse: Parse, place: Token) -> bool:
    return case_of(parse, place.i) in _WHERE


def _counterpart_in_list(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Met the king of Orland, | his counterpart Ana Ruiz | and the envoy": one more of those whom he met."""
    if token.lemma.lower() not in {"counterpart", "colleague"} or token.dep != "appos":
        return
    if not parse.children(token.i, "nmod:poss") or not token.head < token.i:
        return
    top = _first_of_list(parse, parse.tokens[token.head])
    goes_on = [c for h in (token.i, top.i) for c in parse.children(h, "conj") if c.i > token.i]
    named = any(c.tag.startswith("NNP") and c.i > token.i for c in parse.children(token.i, "appos", "flat"))
    described = top.tag.startswith("NNP") and not named  # "Ana Ruiz, his counterpart, and the king"
    if not goes_on or described or top.dep not in {*_SUBJECTS, "obj", "obl", "nmod"}:
        return
    yield msgspec.structs.replace(token, dep="conj", head=top.i)
    for other in parse.children(token.i, "conj"):
        yield msgspec.structs.replace(other, head=top.i)


def _first_of_list(parse: Parse, noun: Token) -> Token:
    """ "The king of | Orland |, his counterpart": the noun that an owner stands below."""
    while noun.dep == "nmod" and case_of(parse, noun.i) == "of":
        noun = parse.tokens[noun.head]
    return noun


def _agent_behind_victims(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "The killing of a priest and two nuns | by soldiers": theirs is the killing, and not the nuns."""
    if not token.is_noun or case_of(parse, token.i) != "by":
        return
    above, owned = parse.tokens[token.head], False
    named = token.tag.startswith("NNP") or bool(parse.children(token.i, "appos"))  # "a visit to Kest | by Ana Ruiz"
    named = named or ontology.nouns.kind_of(token.lemma.lower()) == "person"
    while above.is_noun and above.dep in {"nmod", "conj", "appos", "nmod:desc"} and above.head < above.i:
        if ontology.triggers(above.lemma.lower(), "noun") and above.tag.startswith("NN") and above.dep != "appos":
            return  # it is that word's own
        owned = owned or case_of(parse, above.i) in (
            {"of", "on", "against", "to"} if named else {"of", "on", "against"}
        )
        above = parse.tokens[above.head]
        if owned and above.tag in {"NN", "NNS"} and ontology.triggers(above.lemma.lower(), "noun"):
            if not any(case_of(parse, c.i) == "by" for c in parse.children(above.i, "nmod", "obl")):
                yield msgspec.structs.replace(token, dep="nmod", head=above.i)
            return


def _visitor_behind_verb(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "It came after a visit to the region | by Ana Ruiz": whoever is told so paid the visit; nothing is passive."""
    verb = parse.tokens[token.head]
    if case_of(parse, token.i) != "by" or not verb.is_verb or verb.tag == "VBN" or not token.tag.startswith("NNP"):
        return
    before = [c for c in parse.children(verb.i, "obl", "obj") if c.is_noun and verb.i < c.i < token.i]
    told = before[-1] if before else None
    if told is None or not any(t.event == "CONSULT" for t in ontology.triggers(told.lemma.lower(), "noun")):
        return
    ends = max(parse.subtree(told.i))
    if ends + 1 == min(parse.subtree(token.i)) and parse.children(told.i, "nmod"):
        yield msgspec.structs.replace(token, dep="nmod", head=told.i)


def _kin_in_list(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The mayor, | his wife | and two guards": nobody is his own wife, so she is one more of them."""
    noun = parse.tokens[token.head]
    if token.tag not in {"NN", "NNS"} or noun.tag not in {"NN", "NNS"} or not noun.i < token.i:
        return
    own = any(c.lower in {"his", "her", "their"} for c in parse.children(token.i, "nmod:poss"))
    goes_on = [c for h in (token.i, noun.i) for c in parse.children(h, "conj") if c.i > token.i]
    if own and goes_on and token.lemma.lower() in _KIN:
        yield msgspec.structs.replace(token, dep="conj")


_KIN = frozenset(
    "wife husband son daughter child mother father brother sister parent family driver bodyguard guard aide deputy "
    "assistant secretary nephew niece uncle aunt cousin grandson granddaughter friend neighbour neighbor".split()
)


def _case_of_next(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Supporters | of ousted | premier Ana Ruiz": what stands behind a noun belongs to the noun that follows."""
    noun = parse.tokens[token.head]
    if (
        noun.dep == "amod" and noun.tag == "VBN" and noun.head < token.i < noun.i
    ):  # "the home | of impeached | Ana Ruiz"
        noun = parse.tokens[noun.head]
    if token.tag != "IN" or token.i < noun.i or not noun.is_noun or parse.children(noun.i, "fixed"):
        return
    following = [c for c in parse.children(noun.i, "nmod") if c.i > token.i and not parse.children(c.i, "case")]
    if not following:
        return
    yield msgspec.structs.replace(token, head=following[0].i)
    for child in parse.children(noun.i, "amod", "det", "compound", "nummod"):
        if token.i < child.i < following[0].i:  # "of recently- | impeached | Ana Ruiz": what she is, and no deed told
            tag = "JJ" if parse.tokens[child.i - 1].text in {"-", "‑"} else child.tag
            yield msgspec.structs.replace(child, head=following[0].i, tag=tag)


def _behind_included(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Ten are killed, including two who died in Kest, | during Orland's assault": of all ten."""
    inner = parse.tokens[token.head]
    noun = parse.tokens[inner.head]
    if inner.dep != "acl:relcl" or case_of(parse, noun.i) != "including" or not case_of(parse, token.i):
        return
    if (
        parse.tokens[min(parse.subtree(token.i)) - 1].text != ","
        and parse.tokens[min(parse.subtree(token.i))].text != ","
    ):
        return
    main = next((a for a in parse.ancestors(noun.i) if a.is_verb), None)
    if main is not None and main.i < noun.i:
        yield msgspec.structs.replace(token, head=main.i)


def _second_of_between(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Talks between Orland (ORL) and | the Front": the other of the two, and nothing beside the talks."""
    noun = parse.tokens[token.head]
    words = (token.i, *(c.i for c in parse.children(token.i, "amod", "compound") if c.i < token.i))
    if not noun.is_noun or not token.is_noun or not any(parse.children(i, "cc") for i in words):
        return
    first = [c for c in parse.children(noun.i, "nmod") if case_of(parse, c.i) == "between" and c.i < token.i]
    bare = token.dep == "conj" or not parse.children(token.i, "case")
    if bare and len(first) == 1 and not parse.children(first[0].i, "conj"):
        yield msgspec.structs.replace(token, dep="conj", head=first[0].i)


_LEFT_ALONE = frozenset({"find", "see", "have", "get", "want", "keep", "leave", "hear", "hold", "make", "show"})


def _taken_before(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Released two nurses | taken | hostage in May": what had been done to them, and nothing that the verb needs."""
    verb = parse.tokens[token.head]
    captive = [c for c in parse.children(token.i, "obj", "xcomp") if c.i == token.i + 1 and c.lower in _CAPTIVE]
    if token.tag != "VBN" or not captive or not verb.is_verb or verb.lemma.lower() in _LEFT_ALONE:
        return
    told = [c for c in parse.children(verb.i, "obj") if max(parse.subtree(c.i)) == token.i - 1]
    if told and not parse.children(token.i, "aux", "aux:pass", "mark", "nsubj"):
        yield msgspec.structs.replace(token, dep="acl", head=told[0].i)
        yield msgspec.structs.replace(captive[0], dep="xcomp")


def _held_as(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Held a | nurse | prisoner": who is held, and as what; no kind of prisoner."""
    captive = parse.tokens[token.head]
    verb = parse.tokens[captive.head]
    if captive.i != token.i + 1 or captive.lower not in _CAPTIVE or captive.dep not in {"obj", "xcomp"}:
        return
    counted = parse.children(captive.i, "det", "nummod", "nmod:poss") or parse.children(token.i, "nummod")
    if verb.lemma.lower() not in {"hold", "take", "keep"} or not counted or not token.is_noun:
        return
    yield msgspec.structs.replace(token, dep="obj", head=verb.i)
    yield msgspec.structs.replace(captive, dep="xcomp")
    for child in parse.children(captive.i):
        if child.i < token.i:
            yield msgspec.structs.replace(child, head=token.i)


def _told_of_subject(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Two men | arrested | in the murder have confessed": a participle between a subject and its verb."""
    verb = parse.tokens[token.head]
    subjects = [c for c in parse.children(verb.i, "nsubj", "nsubj:pass") if c.i < token.i]
    if token.tag != "VBN" or not token.i < verb.i or not verb.is_verb or len(subjects) != 1:
        return
    bare = not parse.children(token.i, "aux", "aux:pass", "mark", "obj", "nsubj", "nsubj:pass", "advmod")
    if bare and max(parse.subtree(subjects[0].i)) == token.i - 1 and subjects[0].tag in {"NNS", "NN"}:
        yield msgspec.structs.replace(token, dep="acl", head=subjects[0].i)


def _during_of_asking(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Will urge the king to lift the ban | during talks | with him": whoever urges does so there."""
    verb = parse.tokens[token.head]
    asking = parse.tokens[verb.head]
    asked = verb.tag == "VB" and verb.dep in {"xcomp", "advcl"} and asking.lemma.lower() in TELLING
    if not asked or not asking.i < verb.i < token.i or case_of(parse, token.i) not in {"during", "at"}:
        return
    talks = any(t.event == "CONSULT" for t in ontology.triggers(token.lemma.lower(), "noun"))
    if talks and any(case_of(parse, c.i) == "with" for c in parse.children(token.i, "nmod")):
        yield msgspec.structs.replace(token, head=asking.i)


_CAPTIVE = frozenset({"prisoner", "hostage", "captive"})


def _for_before_participle(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A package of aid | for farmers | aiming to keep prices down": whom it is for, and no doer."""
    verb = parse.tokens[token.head]
    if token.dep != "nsubj" or case_of(parse, token.i) != "for" or verb.tag != "VBG" or verb.dep != "acl":
        return
    swapped = parse.tokens[verb.head].lemma.lower() in {"exchange", "return"}  # "in return for | them | freeing six"
    if token.i < verb.i and not swapped and not parse.children(verb.i, "aux", "mark"):
        yield msgspec.structs.replace(token, dep="nmod", head=verb.head)


def _second_errand(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Visits Kest to open a fair and | to meet the king": what the journey is for, and no verb beside it."""
    verb = parse.tokens[token.head]
    if token.tag != "VB" or verb.tag not in {"VBZ", "VBD", "VBP"} or not verb.i < token.i:
        return
    if not any(c.lower == "to" for c in parse.children(token.i, "mark")) or parse.children(token.i, "nsubj", "aux"):
        return
    errands = [c for c in parse.children(verb.i, "advcl", "xcomp") if c.tag == "VB" and verb.i < c.i < token.i]
    if errands:
        yield msgspec.structs.replace(token, head=errands[-1].i)


_ENTERED = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE"})


def _day_of_what_is_due(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Raided the town ahead of the king's visit to Kest | next week": the day of the visit, and not of the raid."""
    time = next((t for t in parse.times if t.start <= token.i < t.end and (t.shift or 0) > 0), None)
    verb = parse.tokens[token.head]
    if time is None or time.start == 0 or verb.tag not in {"VBD", "VBZ", "VBP"} or verb.i > token.i:
        return
    told = verb.tag == "VBD" or any(t.event in _ENTERED for t in ontology.triggers(verb.lemma.lower(), "verb"))
    ends = time.start - 1
    for noun in (parse.tokens[ends], *parse.ancestors(ends)):
        if noun.i <= verb.i or noun.is_verb:
            return
        own = noun.head == verb.i and noun.dep in {"obj", *_SUBJECTS}
        due = noun.is_noun and any(t.event == "CONSULT" for t in ontology.triggers(noun.lemma.lower(), "noun"))
        if due and told and not own and max(parse.subtree(noun.i)) == ends:
            yield msgspec.structs.replace(token, dep="nmod:unmarked", head=noun.i)
            return


def _aim_of_visit(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Will mediate, following a visit by Ana Ruiz | to discuss | a truce": what she came for."""
    verb = parse.tokens[token.head]
    first = min(parse.subtree(token.i))
    if (
        token.tag != "VB"
        or not verb.is_verb
        or first == 0
        or not any(c.lower == "to" and c.i == first for c in parse.children(token.i, "mark"))
    ):
        return
    for told in parse.children(verb.i, "obl"):
        if max(parse.subtree(told.i)) == first - 1 and case_of(parse, told.i) in {"following", "after", "during"}:
            visits = any(t.mode == "visit" for t in ontology.triggers(told.lemma.lower(), "noun"))
            if visits and any(case_of(parse, c.i) in {"by", "from"} for c in parse.children(told.i, "nmod")):
                yield msgspec.structs.replace(token, dep="acl", head=told.i)
            return


def _gas_of_tears(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Used batons and | tear | gas to disperse them": one word for a means, and no verb."""
    first = parse.tokens[token.head]
    if (token.lower, first.lower) != ("gas", "tear") or first.dep != "conj" or first.i != token.i - 1:
        return
    above = parse.tokens[first.head]
    means = [c for c in parse.children(above.i, "obj") if c.i < first.i] if above.is_verb else [above]
    if not means:
        return
    yield msgspec.structs.replace(token, dep="conj", head=means[-1].i)
    yield msgspec.structs.replace(first, tag="NN", lemma="tear", dep="compound", head=token.i)
    verb = above if above.is_verb else parse.tokens[above.head]
    for child in parse.children(first.i):
        if child.i != token.i:
            yield msgspec.structs.replace(child, head=token.i if child.i < token.i else verb.i)


def _onto_behind_where(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "A lawsuit in the court | against Orland", "sanctions under the act | on a judge": the deed falls on them."""
    if case_of(parse, token.i) not in {"against", "on"}:
        return
    scene = parse.tokens[token.head]
    deed = parse.tokens[scene.head]
    objects = parse.children(deed.i, "obj") if scene.dep == "obl" and deed.lemma.lower() in _DOING else ()
    if len(objects) == 1 and objects[0].i < scene.i:  # "conducts airstrikes in the Region | against the Front"
        deed = objects[0]
    where = (
        scene.dep in {"nmod", "obl"} and case_of(parse, scene.i) in {"under", "in", "at", "before"} and scene.i > deed.i
    )
    if where and scene.tag.startswith("NNP") and deed.is_noun and _is_deed(deed, ontology):
        yield msgspec.structs.replace(token, head=deed.i)


def _is_deed(noun: Token, ontology: Ontology) -> bool:
    return bool(ontology.triggers(noun.lemma.lower(), "noun")) or noun.lemma.lower() in _BROUGHT


_DOING = frozenset("conduct launch carry stage mount impose file perform execute commit start begin".split())
_BROUGHT = frozenset({"lawsuit", "suit", "case", "complaint", "charge", "sanction", "restriction", "ban", "warrant"})


Rule = Callable[[Parse, Token, Ontology], Iterator[Token]]

RULES: tuple[Rule, ...] = of_table(
    {
        "nmod": (_between_behind_place, _second_of_between, _agent_behind_victims, _onto_behind_where),
        "nmod:unmarked": (_between_behind_place,),
        "case": (_case_of_next,),
        "appos": (_counterpart_in_list, _kin_in_list),
        "conj": (_second_of_between, _second_errand),
        "xcomp": (_taken_before,),
        "compound": (_held_as,),
        "advcl": (_taken_before, _aim_of_visit),
        "nsubj": (_for_before_participle,),
        "obl:unmarked": (_day_of_what_is_due,),
        "ccomp": (_told_of_subject,),
        "obj": (_gas_of_tears,),
        "obl": (_during_of_asking, _between_behind_place, _behind_included, _visitor_behind_verb),
    }
)
