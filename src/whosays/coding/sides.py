"""Parties that a tree hangs where nobody looks for them: behind a town, in a description, before a mistaken verb."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from whosays.coding.mentions import case_of
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_SUBJECTS = ("nsubj", "nsubj:pass")
_WHERE = frozenset({"in", "at", "near", "outside", "on", "around"})
# Verbs with two objects, whose passives keep one: "was granted asylum".
_GIVING = frozenset("give grant award offer hand send lend deny pay promise accord issue show teach tell".split())
_SAYING = frozenset({"say", "claim", "admit", "state", "announce", "confirm", "report", "allege", "insist", "declare"})
_VERBAL_OF_NOUN = frozenset({"storm", "raid", "clash", "shell", "torch", "ambush", "besiege"})
_EXCHANGED = frozenset(
    {"fire", "gunfire", "shots", "prisoners", "shelling", "shells", "blows", "detainees", "captives"}
)


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


def _object_of_said(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A raid | that | the Front said it carried out": what was carried out, and not what was said."""
    saying = parse.tokens[token.head]
    if token.dep != "obj" or token.lower not in {"that", "which"} or saying.dep != "acl:relcl":
        return
    inner = [c for c in parse.children(saying.i, "ccomp") if c.is_verb and c.i > saying.i]
    if saying.lemma.lower() in _SAYING and len(inner) == 1 and not parse.children(inner[0].i, "obj", "aux:pass", "cop"):
        yield msgspec.structs.replace(token, head=inner[0].i)


def _active_without_aux(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "| A militia | kidnapped six men": without "was", and with an object behind it, a verb is active."""
    verb = parse.tokens[token.head]
    if token.dep != "nsubj:pass" or verb.tag != "VBN" or token.i > verb.i or verb.lemma.lower() in _GIVING:
        return
    bare = not parse.children(verb.i, "aux", "aux:pass", "obl:agent", "nsubj", "cop", "mark")
    counted = [c for c in parse.children(verb.i, "obj") if c.i > verb.i and c.is_noun]
    if bare and counted and verb.dep in {"root", "conj", "parataxis"}:
        yield msgspec.structs.replace(token, dep="nsubj")
        yield msgspec.structs.replace(verb, tag="VBD")


def _verb_behind_people(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Police | storm | into the square, firing": with what only verbs have below it, a verb of theirs."""
    if token.tag not in {"NN", "NNP"} or token.lower not in _VERBAL_OF_NOUN or token.dep != "root":
        return
    before = [c for c in parse.children(token.i, "compound", "nsubj") if c.i == token.i - 1]
    if not before or parse.children(token.i, "case", "cop", "det"):
        return
    people = ontology.nouns.kind_of(before[0].lemma.lower()) in {"person", "organisation"}
    several = before[0].tag in {"NNS", "NNPS"} or before[0].lower in {"police", "troops"}
    if not (people and several and parse.children(token.i, "obl", "obj", "advcl", "nmod")):
        return
    yield msgspec.structs.replace(token, tag="VBP", lemma=token.lower)
    yield msgspec.structs.replace(before[0], dep="nsubj")
    for child in parse.children(token.i):
        if child.dep in {"det", "amod", "nummod", "compound"} and child.i < before[0].i:
            yield msgspec.structs.replace(child, head=before[0].i)
        elif child.dep == "nmod" and child.i > token.i:
            yield msgspec.structs.replace(child, dep="obl")


def _exchange(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Orland and Veldia | exchange | fire along the border": no compound of a noun, but what they do with it."""
    fire = parse.tokens[token.head]
    if token.lower not in {"exchange", "exchanges"} or token.dep != "compound" or fire.i != token.i + 1:
        return
    sides = [c for c in parse.children(fire.i, "compound") if c.i < token.i and parse.children(c.i, "conj")]
    if fire.lower not in _EXCHANGED or fire.dep != "root" or not sides:
        return
    yield msgspec.structs.replace(token, tag="VBP", lemma="exchange", dep="root", head=token.i)
    yield msgspec.structs.replace(fire, dep="obj", head=token.i)
    yield msgspec.structs.replace(sides[0], dep="nsubj", head=token.i)
    for child in parse.children(fire.i):
        if child.i > fire.i:
            yield msgspec.structs.replace(child, dep="obl" if child.dep == "nmod" else child.dep, head=token.i)


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


def _joined_verb(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Kill one man and | detain | seven people": no noun, joined to a verb, before whom it falls on."""
    verb = parse.tokens[token.head]
    if token.tag != "NN" or token.dep != "conj" or verb.tag not in {"VBP", "VB"} or ontology.nouns.kind_of(token.lower):
        return
    if not ontology.triggers(token.lower, "verb") or parse.tokens[token.i - 1].dep != "cc":
        return
    taken = [c for c in parse.children(verb.i, "obj") if c.i > token.i]
    if not taken or ontology.triggers(token.lower, "noun") or parse.children(token.i, "det", "amod", "compound"):
        return
    yield msgspec.structs.replace(token, tag=verb.tag, lemma=token.lower)
    for child in parse.children(verb.i):
        if child.i > token.i and child.dep in {"obj", "obl", "advcl"}:
            yield msgspec.structs.replace(child, head=token.i)


def _run_by(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Raided a camp | run | by the Front": what the front does with the camp, and no run."""
    noun = parse.tokens[token.i - 1] if token.i else token
    if token.lower != "run" or token.tag != "NN" or noun.head != token.i or noun.dep != "compound":
        return
    agents = [c for c in parse.children(token.i, "nmod", "obl:agent") if case_of(parse, c.i) == "by"]
    if not agents:
        return
    yield msgspec.structs.replace(noun, dep=token.dep, head=token.head)
    yield msgspec.structs.replace(token, tag="VBN", dep="acl", head=noun.i)
    yield msgspec.structs.replace(agents[0], dep="obl:agent")
    for child in parse.children(token.i):
        if child.i < noun.i:
            yield msgspec.structs.replace(child, head=noun.i)


def _agent_behind_victims(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "The killing of a priest and two nuns | by soldiers": theirs is the killing, and not the nuns."""
    if not token.is_noun or case_of(parse, token.i) != "by":
        return
    above, owned = parse.tokens[token.head], False
    while above.is_noun and above.dep in {"nmod", "conj", "appos", "nmod:desc"} and above.head < above.i:
        if ontology.triggers(above.lemma.lower(), "noun") and above.tag.startswith("NN") and above.dep != "appos":
            return  # it is that word's own
        owned = owned or case_of(parse, above.i) in {"of", "on", "against"}
        above = parse.tokens[above.head]
        if owned and above.tag in {"NN", "NNS"} and ontology.triggers(above.lemma.lower(), "noun"):
            if not any(case_of(parse, c.i) == "by" for c in parse.children(above.i, "nmod", "obl")):
                yield msgspec.structs.replace(token, dep="nmod", head=above.i)
            return


_MARKED_OUT = frozenset("arm equip wear believe suspect accuse disguise dress mask identify know".split())


def _verb_below_participle(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A man | armed with a knife | shot a judge": the second verb is the sentence's, the first describes the man."""
    first = parse.tokens[token.head]
    subjects = parse.children(first.i, *_SUBJECTS)
    if token.dep != "advcl" or token.tag not in {"VBD", "VBZ"} or first.tag not in {"VBD", "VBN"} or token.i < first.i:
        return
    bare = not parse.children(token.i, *_SUBJECTS, "mark", "aux", "aux:pass")
    next_to = len(subjects) == 1 and subjects[0].i == first.i - 1 and not parse.children(first.i, "aux", "aux:pass")
    if first.lemma.lower() not in _MARKED_OUT or not (bare and next_to):
        return
    if any(t.text in {",", ";"} for t in parse.tokens[first.i : token.i]):
        return
    yield msgspec.structs.replace(token, dep=first.dep, head=first.head if first.head != first.i else token.i)
    yield msgspec.structs.replace(first, tag="VBN", dep="acl", head=subjects[0].i)
    yield msgspec.structs.replace(subjects[0], dep="nsubj", head=token.i)
    for child in parse.children(first.i):
        if child.i > token.i:
            yield msgspec.structs.replace(child, head=token.i)


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


def _before_participle(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Fired water cannon | at a crowd | in Orli, protesting a law": what stands before the comma is of the verb."""
    participle = parse.tokens[token.head]
    verb = parse.tokens[participle.head]
    if participle.dep != "advcl" or participle.tag != "VBG" or not verb.i < token.i < participle.i:
        return
    apart = any(t.text == "," for t in parse.tokens[token.i : participle.i])
    if verb.is_verb and apart and not parse.children(participle.i, "mark", *_SUBJECTS) and case_of(parse, token.i):
        yield msgspec.structs.replace(token, head=verb.i)


def _noun_with_object(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Fired | tear | gas at them": no noun has an object; the two are one word for one thing."""
    first = parse.tokens[token.head]
    if first.tag != "NN" or first.i != token.i - 1 or not token.is_noun or first.dep not in {"obj", "obl", "nmod"}:
        return
    yield msgspec.structs.replace(token, dep=first.dep, head=first.head)
    yield msgspec.structs.replace(first, dep="compound", head=token.i)
    for child in parse.children(first.i):
        if child.i != token.i:
            yield msgspec.structs.replace(child, head=token.i)


def _force_as_adjective(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The Orland | military | clashed with": no adjective describes a verb; it is who clashed, and Orland's."""
    verb = parse.tokens[token.head]
    if token.lower != "military" or not verb.is_verb or token.i == 0 or token.i > verb.i:
        return
    owner = parse.tokens[token.i - 1]
    if owner.head == verb.i and owner.dep in _SUBJECTS:
        yield msgspec.structs.replace(token, tag="NN", dep=owner.dep)
        yield msgspec.structs.replace(owner, dep="compound", head=token.i)
        for child in parse.children(verb.i, "det"):
            if child.i < owner.i:
                yield msgspec.structs.replace(child, head=token.i)


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


def _finite_as_adverbial(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Kills two people, | injures | six, and starts fires": a finite verb without a subject goes on in a list."""
    verb = parse.tokens[token.head]
    if token.tag not in {"VBZ", "VBD"} or verb.tag != token.tag or not verb.i < token.i:
        return
    bare = not parse.children(token.i, *_SUBJECTS, "mark", "aux", "aux:pass", "advmod", "cop")
    if bare and parse.tokens[token.i - 1].text == "," and parse.children(token.i, "obj"):
        yield msgspec.structs.replace(token, dep="conj")


_CLAUSAL = frozenset({"while", "before", "after"})


def _clause_of_main_verb(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Found a cave used by rebels, | while killing six": behind a comma the main verb's doer goes on."""
    inner = parse.tokens[token.head]
    marks = [c for c in parse.children(token.i, "mark") if c.lower in _CLAUSAL]
    if token.tag != "VBG" or inner.dep not in {"acl", "acl:relcl"} or not marks or not inner.i < token.i:
        return
    if parse.tokens[marks[0].i - 1].text != ",":
        return
    main = next((a for a in parse.ancestors(inner.i) if a.is_verb and a.dep not in {"acl", "acl:relcl", "xcomp"}), None)
    if main is not None and main.i < inner.i:
        yield msgspec.structs.replace(token, head=main.i)


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


_GIVEN = frozenset({"hands", "turns"})


def _hands_over(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The Front | hands | over ten captives to Orland, and Veldia frees six": a verb, and no hands."""
    if token.tag != "NNS" or token.lower not in _GIVEN or token.i == 0 or token.i + 2 >= len(parse.tokens):
        return
    giver, over = parse.tokens[token.i - 1], parse.tokens[token.i + 1]
    given = parse.tokens[over.head]
    if over.lower != "over" or giver.head != token.i or giver.dep != "compound" or not giver.tag.startswith("NN"):
        return
    if given.head != token.i or given.dep not in {"nmod", "obl"}:
        return
    later = parse.tokens[token.head] if token.dep in _SUBJECTS else None
    yield msgspec.structs.replace(token, tag="VBZ", lemma=token.lower[:-1], dep="root", head=token.i)
    yield msgspec.structs.replace(giver, dep="nsubj")
    yield msgspec.structs.replace(over, tag="RP", dep="compound:prt", head=token.i)
    yield msgspec.structs.replace(given, dep="obj")
    for child in parse.children(token.i):
        if child.i < giver.i:
            yield msgspec.structs.replace(child, head=giver.i)
    for child in parse.children(given.i, "nmod"):
        if case_of(parse, child.i) == "to":
            yield msgspec.structs.replace(child, dep="obl", head=token.i)
    if later is not None and later.dep == "root":
        yield msgspec.structs.replace(later, dep="conj", head=token.i)
        subject = parse.tokens[later.i - 1]
        if subject.dep == "conj" and parse.children(subject.i, "cc") and subject.tag.startswith("NN"):
            yield msgspec.structs.replace(subject, dep="nsubj", head=later.i)
            for cc in parse.children(subject.i, "cc", "punct"):
                yield msgspec.structs.replace(cc, head=later.i)


def _second_of_between(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Talks between Orland (ORL) and | the Front": the other of the two, and nothing beside the talks."""
    noun = parse.tokens[token.head]
    if not noun.is_noun or not token.is_noun or not parse.children(token.i, "cc"):
        return
    first = [c for c in parse.children(noun.i, "nmod") if case_of(parse, c.i) == "between" and c.i < token.i]
    if len(first) == 1 and not parse.children(first[0].i, "conj"):
        yield msgspec.structs.replace(token, head=first[0].i)


def _noun_before_verb(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A | court | sentences Ana Ruiz": no verb has a noun before it for its first half; it is who does it."""
    verb = parse.tokens[token.head]
    if (
        verb.tag not in {"VBZ", "VBD"}
        or token.i != verb.i - 1
        or not token.is_noun
        or verb.dep not in {"root", "ccomp"}
    ):
        return
    subjects = parse.children(verb.i, *_SUBJECTS)
    if any(c.i < verb.i for c in subjects) or parse.children(verb.i, "aux", "aux:pass"):
        return
    yield msgspec.structs.replace(token, dep="nsubj")
    if not parse.children(verb.i, "obj"):
        for later in subjects[:1]:
            yield msgspec.structs.replace(later, dep="obj")
    for child in parse.children(verb.i, "det", "amod", "nmod:poss"):
        if child.i < token.i:
            yield msgspec.structs.replace(child, head=token.i)


Rule = Callable[[Parse, Token, Ontology], Iterator[Token]]

BY_LABEL: dict[str, tuple[Rule, ...]] = {
    "nmod": (_between_behind_place, _agent_behind_victims),
    "advcl": (_verb_below_participle, _finite_as_adverbial, _clause_of_main_verb),
    "nmod:unmarked": (_between_behind_place,),
    "obj": (_object_of_said, _run_by, _noun_with_object),
    "nsubj:pass": (_active_without_aux, _run_by),
    "nsubj": (_run_by, _hands_over),
    "root": (_verb_behind_people, _hands_over),
    "amod": (_force_as_adjective,),
    "case": (_case_of_next,),
    "compound": (_exchange, _noun_before_verb),
    "appos": (_counterpart_in_list, _kin_in_list),
    "conj": (_joined_verb, _second_of_between),
    "obl": (_between_behind_place, _run_by, _before_participle, _behind_included),
}
