"""Words of short reports that a tree hangs on the nearest clause: who killed whom, whose court it is, who was shot.

Each rule sees a word by the label that it has and yields the words around it as they should hang.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_SOME = frozenset({"many", "most", "some", "several", "all", "few", "both"})
_WHOLES = frozenset({"body", "corpse", "remains"})
_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_HARMING = frozenset({"killing", "wounding", "injuring"})
_HELD = frozenset("detain arrest kidnap abduct hold capture imprison jail seize".split())


@at("root", "conj", "advcl", "ccomp")
def _open_as_adjective(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Police | open | fire on them": what has a subject and fire for its object is done."""
    adjective = token.lower == "open" and token.tag.startswith("JJ") and parse.children(token.i, "nsubj")
    if adjective and any(c.lower == "fire" and c.i == token.i + 1 for c in parse.children(token.i, "obj")):
        yield msgspec.structs.replace(token, tag="VBP", lemma="open")


@at("advcl")
def _harm_behind_crowd(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Opened fire on bakers marching in Orli, | killing | six": whoever fired killed, and no bakers did."""
    crowd = parse.tokens[token.head]
    noun = parse.tokens[crowd.head]
    if token.lower not in _HARMING or parse.tokens[token.i - 1].text != "," or crowd.tag != "VBG":
        return
    verb = next((a for a in parse.ancestors(crowd.i) if a.tag in _FINITE or a.lower == "open"), None)
    if crowd.dep == "advcl" and noun is verb:  # hung on the verb, though it stands right behind the bakers
        noun = parse.tokens[crowd.i - 1]
    elif crowd.dep != "acl":
        return
    if noun.dep not in {"nmod", "obl", "obj"} or not noun.is_noun or not noun.i < crowd.i < token.i:
        return
    fired = verb is not None and (verb.lemma.lower() == "open" or _is_violent(verb, ontology))
    peaceful = crowd.lemma.lower() in {"march", "rally", "protest"} or not _is_violent(crowd, ontology)
    if verb is not None and fired and peaceful:
        yield msgspec.structs.replace(token, head=verb.i)


def _is_violent(verb: Token, ontology: Ontology) -> bool:
    return any(t.event == "ASSAULT" for t in ontology.triggers(verb.lemma.lower(), "verb"))


@at("advcl", "conj", "acl")
def _harm_behind_relative(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Orland condemned a rocket that | hit | a market, | killing | nine": the rocket did, and not Orland."""
    if token.tag != "VBG" or token.lemma.lower() not in _DOING_HARM or parse.tokens[token.i - 1].text != ",":
        return
    over = parse.tokens[token.head]
    if over.dep == "acl:relcl" or not over.i < token.i or parse.children(token.i, "nsubj", "mark"):
        return
    start = parse.sentences[parse.sentence(token.i)][0]
    said = over.lemma.lower() in _SAYING
    clauses = (
        t
        for t in reversed(parse.tokens[max(over.i, start) : token.i])
        if t.dep == "acl:relcl" or (said and t.dep == "ccomp" and t.head == over.i)
    )
    near = next((t for t in clauses if t.is_verb), None)
    if near is None or near.head < over.i or _is_attackers(parse, over):
        return
    if _is_violent(over, ontology) and over.lemma.lower() not in _SENDING:
        return
    below = [i for i in parse.subtree(near.i) if i < token.i - 1]
    behind = max(below) == token.i - 2 or parse.tokens[token.i - 2].head in below
    if behind and (_is_violent(near, ontology) or _is_blow(parse.tokens[near.head], ontology)):
        yield msgspec.structs.replace(token, dep="advcl", head=near.i)


@at("acl:relcl")
def _what_went_off(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A man who planted | a bomb that went off |", "a bomb that killed six": the bomb did, and no man goes off."""
    if token.lemma.lower() not in _DOING_HARM | {"explode", "detonate", "go", "hit", "strike"}:
        return
    off = token.lemma.lower() != "go" or any(c.lower == "off" for c in parse.children(token.i))
    told = [c for c in parse.children(token.i, "nsubj") if c.lower in {"that", "which"}]
    noun = parse.tokens[told[0].i - 1] if off and told and told[0].i else token
    if noun.is_noun and noun.lemma.lower() in _GOING_OFF and noun.i != token.head:
        yield msgspec.structs.replace(token, head=noun.i)


_GOING_OFF = frozenset({"bomb", "device", "grenade", "explosive", "mine", "landmine", "shell", "rocket", "vest"})


def _is_attackers(parse: Parse, verb: Token) -> bool:
    """ "| A bomber | drove a car that exploded, killing nine": whoever drove it did."""
    return any(c.lemma.lower() in _ATTACKERS for c in parse.children(verb.i, "nsubj"))


_ATTACKERS = frozenset({"bomber", "attacker", "hijacker"})
_SAYING = frozenset({"say", "report", "announce", "claim", "add", "tell", "confirm"})
_SENDING = frozenset({"leave", "march", "use", "plant", "place", "hurl", "lob", "throw", "fire", "launch", "put"})
_DOING_HARM = frozenset({"kill", "wound", "injure", "hurt", "leave", "destroy", "damage", "cause"})


def _is_blow(noun: Token, ontology: Ontology) -> bool:
    """ "A bomb | that was hidden in a car", "a blast | that shook the town"."""
    return noun.lemma.lower() in _GOING_OFF or _is_deed(noun, ontology)


@at("nsubj")
def _owner_as_subject(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A | magistrates' | court sentences him": the court is theirs, and there is one subject."""
    marks = [c for c in parse.children(token.i, "case") if c.tag == "POS" and c.i == token.i + 1]
    owned = [c for c in parse.children(token.head, "nsubj") if c.i > token.i]
    if marks and len(owned) == 1 and min(parse.subtree(owned[0].i)) == marks[0].i + 1:
        yield msgspec.structs.replace(token, dep="nmod:poss", head=owned[0].i)


@at("nsubj", "nsubj:pass")
def _some_of_them(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Hanged ninety men, | many of them | for theft": some of those who were told before, and no second doer."""
    verb = parse.tokens[token.head]
    if token.lower not in _SOME or not token.i > verb.i or parse.tokens[token.i - 1].text != ",":
        return
    objects = [c for c in parse.children(verb.i, "obj") if verb.i < c.i < token.i]
    if objects and any(c.lower in {"them", "whom"} for c in parse.children(token.i, "nmod")):
        yield msgspec.structs.replace(token, dep="appos", head=objects[0].i)


@at("nsubj", "nsubj:pass")
def _dozens_more(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Six are killed and | dozens more | are hurt": so many are hurt, and no more than that."""
    more = parse.tokens[token.head]
    verb = parse.tokens[more.head]
    counted = token.lower in {"dozens", "scores", "hundreds", "thousands"} or token.tag == "CD"
    if counted and more.lower == "more" and more.i == token.i + 1 and more.dep == "advmod" and verb.is_verb:
        passive = bool(parse.children(verb.i, "aux:pass"))
        yield msgspec.structs.replace(token, dep="nsubj:pass" if passive else "nsubj", head=verb.i)
        yield msgspec.structs.replace(more, dep="amod", head=token.i)


@at("ccomp", "root", "advcl")
def _held_and_freed(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Says that six men | detained | in Orli have been freed": they were detained, and nobody is said to detain."""
    if token.tag != "VBD" or token.lemma.lower() not in _HELD or parse.children(token.i, "obj", "aux"):
        return
    subjects = [c for c in parse.children(token.i, "nsubj") if c.i < token.i]
    beside = parse.children(token.head, "ccomp", "parataxis", "conj") if token.dep != "root" else ()
    inner = parse.children(token.i, "ccomp", "parataxis")
    freed = [c for c in (*beside, *inner) if c.i > token.i and c.tag == "VBN" and parse.children(c.i, "aux")]
    freed = [c for c in freed if not parse.children(c.i, "nsubj", "nsubj:pass", "cc")]
    if len(subjects) != 1 or len(freed) != 1:
        return
    yield msgspec.structs.replace(token, tag="VBN", dep="acl", head=subjects[0].i)
    yield msgspec.structs.replace(subjects[0], dep="nsubj:pass", head=freed[0].i)
    above = freed[0].i if token.dep == "root" else token.head
    yield msgspec.structs.replace(freed[0], dep=token.dep, head=above)
    for child in parse.children(token.i, "mark"):
        yield msgspec.structs.replace(child, head=freed[0].i)


@at("acl:relcl")
def _who_of_bodies(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The bodies of | women | who were shot": the women were, and no bodies."""
    whole = parse.tokens[token.head]
    if whole.lemma.lower() not in _WHOLES or not any(c.lower == "who" for c in parse.children(token.i)):
        return
    people = [c for c in parse.children(whole.i, "nmod") if whole.i < c.i < token.i]
    if len(people) == 1 and any(k.lower == "of" for k in parse.children(people[0].i, "case")):
        yield msgspec.structs.replace(token, head=people[0].i)


_LOOKING = frozenset({"investigation", "inquiry", "probe", "account", "condemnation", "review", "coverage"})


_LOOKERS = frozenset(
    "police prosecutors prosecutor authorities officers detectives inspectors investigators agents committee "
    "commission ministry parliament panel bureau judges judge court magistrate magistrates".split()
)


@at("nmod")
def _by_whom_looked_into(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "An investigation of the murder | by police |": they look into it, and murdered nobody."""
    deed = parse.tokens[token.head]
    looking = parse.tokens[deed.head]
    if deed.dep != "nmod" or looking.lemma.lower() not in _LOOKING or not looking.i < deed.i < token.i:
        return
    doers = [token, *parse.children(token.i, "conj")]
    if any(c.lower == "by" for c in parse.children(token.i, "case")) and any(d.lower in _LOOKERS for d in doers):
        yield msgspec.structs.replace(token, head=looking.i)


@at("nmod")
def _of_whom_by_whom(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The arrest by Orland | of the singer |": the singer is arrested, and no Orland of hers arrests."""
    doer = parse.tokens[token.head]
    deed = parse.tokens[doer.head]
    cases = {c.lower for c in parse.children(token.i, "case")}
    if doer.dep != "nmod" or not doer.tag.startswith("NNP") or cases != {"of"} or not deed.i < doer.i < token.i:
        return
    person = any(n.label == "person" and n.start <= token.i < n.end for n in parse.names)
    if not person and (token.tag not in {"NN", "NNS"} or not token.text[:1].islower()):
        return  # "by the Harbour Service | of Orland |"
    by = any(c.lower == "by" for c in parse.children(doer.i, "case"))
    held = {k.lower for c in parse.children(deed.i, "nmod") for k in parse.children(c.i, "case") if c.i < doer.i}
    if by and deed.is_noun and "of" not in held and not deed.tag.startswith("NNP"):
        yield msgspec.structs.replace(token, head=deed.i)


_STRIPPING = frozenset({"strip", "rob", "deprive", "relieve", "rid", "cure"})


@at("nmod")
def _stripped_of(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Strips the judge Ana Ruiz | of her rank |": what she loses, and no part of her name."""
    holder = parse.tokens[token.head]
    while holder.dep in {"appos", "flat", "nmod:desc"}:
        holder = parse.tokens[holder.head]
    verb = parse.tokens[holder.head]
    if holder.dep == "obj" and verb.lemma.lower() in _STRIPPING and verb.i < token.head < token.i:
        owned = parse.children(token.i, "nmod:poss")
        if owned and any(c.lower == "of" for c in parse.children(token.i, "case")):
            yield msgspec.structs.replace(token, dep="obl", head=verb.i)


_CRIMES = frozenset(
    "murder killing kidnapping bombing shooting attack stabbing robbery assassination abduction".split()
)


@at("obl")
def _suspects_in_it(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Police kill two | suspects in the murder of a judge |": what they are suspected of, and not how they died."""
    cases = parse.children(token.i, "case")
    if token.lemma.lower() not in _CRIMES or [c.lower for c in cases] != ["in"] or not cases[0].i:
        return
    suspect = parse.tokens[cases[0].i - 1]
    definite = any(c.lower in {"the", "a", "an"} for c in parse.children(token.i, "det"))
    if suspect.lemma.lower() == "suspect" and suspect.head == token.head and definite:
        yield msgspec.structs.replace(token, dep="nmod", head=suspect.i)


@at("obj")
def _so_many_hostage(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Take | six | hostage": six people, and no sixth hostage."""
    verb = parse.tokens[token.head]
    if token.lower != "hostage" or verb.lemma.lower() not in {"take", "hold"} or parse.children(token.i, "det"):
        return
    for number in parse.children(token.i, "nummod"):
        if number.lower not in {"one", "1"} and verb.i < number.i:
            yield msgspec.structs.replace(number, dep="obj", head=verb.i)
            yield msgspec.structs.replace(token, dep="xcomp")


@at("advcl", "conj", "parataxis", "ccomp")
def _whom_they_shot(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "The funeral of | a guard shot dead by rebels |": it befell the guard, and nobody at the funeral."""
    noun = parse.tokens[token.i - 1]
    if token.tag not in {"VBD", "VBN"} or not noun.is_noun or token.i <= 1 or not token.head < noun.i:
        return
    bare = not parse.children(token.i, "nsubj", "nsubj:pass", "obj", "aux", "aux:pass", "mark", "cc")
    by = [c for c in parse.children(token.i, "obl:agent", "obl") if parse.case(c.i) == "by" and c.i > token.i]
    if bare and by and _is_violent(token, ontology) and noun.dep in {"nmod", "obj", "obl"}:
        yield msgspec.structs.replace(token, dep="acl", head=noun.i, tag="VBN")


@at("nsubj", "nsubj:pass")
def _in_which_they(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A raid | in which | troops entered the mill": in the raid; and the troops are nobody's which."""
    which = next((c for c in parse.children(token.i, "det") if c.lower == "which" and c.i), None)
    before = parse.tokens[which.i - 1] if which is not None else token
    if which is not None and before.tag == "IN" and parse.tokens[token.head].is_verb:
        yield msgspec.structs.replace(which, dep="obl", head=token.head)
        yield msgspec.structs.replace(before, dep="case", head=which.i)


@at("advcl", "conj", "parataxis", "ccomp")
def _who_is_wanted(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Killed | a leader wanted for | the murder of two bakers": the leader is, and nobody wants anything."""
    noun = parse.tokens[token.i - 1]
    after = parse.tokens[token.i + 1].lower if token.i + 1 < len(parse.tokens) else ""
    if token.lower != "wanted" or after not in {"for", "over", "by", "in"} or not noun.is_noun or token.i <= 1:
        return
    if token.head < noun.i and not parse.children(token.i, "nsubj", "aux", "mark", "cc"):
        yield msgspec.structs.replace(token, dep="acl", head=noun.i, tag="VBN")


@at("advcl", "xcomp", "acl")
def _used_to_do(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Supplied drones | used by rebels to attack | a mill": the rebels do, and not who supplied them."""
    marks = [m for m in parse.children(token.i, "mark") if m.lower == "to" and m.i == token.i - 1]
    if token.tag != "VB" or not marks or marks[0].i < 3:
        return
    for used in (a for a in reversed(parse.tokens[token.head + 1 : marks[0].i]) if a.lower == "used"):
        by = [c for c in parse.children(used.i, "obl:agent", "obl") if parse.case(c.i) == "by"]
        if used.tag == "VBN" and by and max(parse.subtree(by[-1].i)) == marks[0].i - 1 and token.head != used.i:
            yield msgspec.structs.replace(token, dep="advcl", head=used.i)
        return


@at("appos")
def _what_it_was(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Rebels attacked a bus in Puno, | an ambush that killed | six": what the attack was, and no word for Puno."""
    start = min(i for i in parse.subtree(token.i) if parse.tokens[i].dep != "punct")
    before = parse.tokens[start - 1] if start else token
    if before.text != "," or token.tag != "NN" or not _is_deed(token, ontology):
        return
    told = any(c.lower in {"a", "an", "the"} for c in parse.children(token.i, "det"))
    verb = next((a for a in parse.ancestors(token.i) if a.is_verb), None)
    if not told or verb is None or not parse.children(token.i, "acl:relcl") or not verb.i < start:
        return
    if not _is_deed(parse.tokens[token.head], ontology) and _is_violent(verb, ontology):
        yield msgspec.structs.replace(token, dep="parataxis", head=verb.i)


def _is_deed(noun: Token, ontology: Ontology) -> bool:
    return any(t.event == "ASSAULT" for t in ontology.triggers(noun.lemma.lower(), "noun"))


_TERMS = frozenset("prison jail death life custody labour labor camp detention exile imprisonment".split())


@at("appos", "obl:unmarked", "nmod", "nmod:unmarked", "obl", "conj", "flat", "advcl", "nsubj", "compound")
def _whom_they_sentenced(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Sentenced to ten years in prison | a former minister |": whom they sentenced, behind what to."""
    start = min(parse.subtree(token.i))
    term = parse.tokens[start - 1] if start > 2 else token
    if not token.is_noun or term.lemma.lower() not in _TERMS or parse.children(token.i, "case"):
        return
    verb = next((a for a in parse.ancestors(term.i) if a.is_verb), token)
    if verb.lemma.lower() not in {"sentence", "condemn"} or parse.children(verb.i, "obj", "nsubj:pass", "aux:pass"):
        return
    told = any(c.lower in {"a", "an", "the"} for c in parse.children(token.i, "det"))
    told = told or bool(parse.children(token.i, "nummod"))
    to = any(t.lower == "to" and t.head != verb.i for t in parse.tokens[verb.i + 1 : start])
    if told and to and verb.tag in {"VBD", "VBZ", "VBP"} and not token.head > token.i:
        yield msgspec.structs.replace(token, dep="obj", head=verb.i)


RULES = (
    _who_is_wanted,
    _used_to_do,
    _what_it_was,
    _whom_they_sentenced,
    _whom_they_shot,
    _in_which_they,
    _open_as_adjective,
    _harm_behind_crowd,
    _what_went_off,
    _harm_behind_relative,
    _owner_as_subject,
    _some_of_them,
    _dozens_more,
    _held_and_freed,
    _who_of_bodies,
    _by_whom_looked_into,
    _of_whom_by_whom,
    _suspects_in_it,
    _stripped_of,
    _so_many_hostage,
)
