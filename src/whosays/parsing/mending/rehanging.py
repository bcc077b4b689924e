"""Phrases hung on the wrong word: an agent on a noun, a source on a participle, an object across a verb.

Each rule takes a token and yields the tokens as they should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays import ontology
from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on

# Participles that tell what a deed led to: ", killing two".
_RESULTING = frozenset("kill wound injure leave destroy damage displace maim hurt trap".split())
_PARTS = frozenset("swathe swath tract part stretch chunk portion corner patch strip territory land".split())
# What somebody makes or runs: "held in | a prison | run by", "in | a film | by".
_MADE = frozenset("film book song play photo picture building house".split())
_DIVISIONS = frozenset(
    "state province governorate county district oblast region prefecture department municipality parish raion".split()
)


@on("obl:agent")
def _agent_behind_place(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Imposed on the group | by the bloc": only "by" makes an agent."""
    verb = parse.tokens[token.head]
    cases = {c.lower for c in parse.children(token.i, "case")}
    if not cases or "by" in cases or not verb.is_verb:
        return
    yield moved(token, "obl", verb.i)
    for child in parse.children(token.i, "nmod"):
        if any(c.lower == "by" for c in parse.children(child.i, "case")):
            yield moved(child, "obl:agent", verb.i)


@on("obl:agent")
def _agent_before_and(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Were abducted | by their father | and taken abroad": what stands before the "and" belongs to the first verb."""
    second = parse.tokens[token.head]
    first = parse.tokens[second.head]
    joint = [c for c in parse.children(second.i, "cc") if token.i < c.i < second.i]
    passive = first.tag == "VBN" and parse.children(first.i, "aux:pass")
    if second.dep == "conj" and joint and passive and first.i < token.i and not parse.children(first.i, "obl:agent"):
        yield moved(token, "obl:agent", first.i)


@on("nmod")
def _agent_on_place(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Were expelled from vast tracts of land | by the Front": no land is by anybody, so they were expelled by it."""
    if not any(c.lower == "by" for c in parse.children(token.i, "case")) or not _may_do(parse, token):
        return
    noun = parse.tokens[token.head]
    phrase = next((a for a in (noun, *parse.ancestors(noun.i)) if a.dep not in {"nmod", "conj"}), noun)
    verb = parse.tokens[phrase.head]
    passive = verb.tag == "VBN" and (parse.children(verb.i, "aux:pass") or verb.dep in {"acl", "conj"})
    if phrase.dep != "obl" or not verb.i < phrase.i <= noun.i < token.i or not passive:
        return
    nouns = ontology.load().nouns
    plain = [n.lemma.lower() for n in (noun, phrase) if not n.tag.startswith("NNP")]
    between = {nouns.kind_of(word) for word in plain if word not in _PARTS}
    if between <= {"place"} and not parse.children(verb.i, "obl:agent") and noun.lemma.lower() not in _MADE:
        yield moved(token, "obl:agent", verb.i)


def _may_do(parse: Parse, token: Token) -> bool:
    """Whether a noun can be somebody who does it."""
    named = any(
        n.label in {"person", "organisation", "nationality"} and n.start <= token.i < n.end for n in parse.names
    )
    return named or ontology.load().nouns.kind_of(token.lemma.lower()) in {"person", "organisation"}


@on("acl", "acl:relcl")
def _there_were(parse: Parse, token: Token) -> Iterator[Token]:
    """ "There were eight bakers and four millers | injured": they were injured, and injured nobody."""
    being = parse.tokens[parse.tokens[token.head].head]
    if token.tag != "VBD" or not parse.children(being.i, "expl") or being.i > token.head:
        return
    if parse.children(token.i, *SUBJECTS, "obj", "aux", "ccomp", "xcomp"):
        return
    yield moved(token, "acl", token.head, "VBN")


@on("advcl")
def _result_of_main_verb(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Opened fire on a crowd waiting at the gate, | killing two": behind a comma the main verb's result is told."""
    inner = parse.tokens[token.head]
    if token.tag != "VBG" or token.lemma.lower() not in _RESULTING:
        return
    if inner.dep == "xcomp":  # "a boat alleged to carry arms, | killing four"
        inner = parse.tokens[inner.head]
    apart = inner.dep == "parataxis" and inner.lemma.lower() in {"allege", "say", "believe", "suspect"}
    if (inner.dep not in {"acl", "acl:relcl"} and not apart) or parse.tokens[token.i - 1].text != ",":
        return
    main = next((a for a in parse.ancestors(inner.i) if a.is_verb and a.tag in FINITE), None)
    accusing = main is not None and main.lemma.lower() in {"accuse", "suspect", "blame"}
    if main is not None and main.i < inner.i and not accusing:  # "accused them of firing at men, killing one"
        yield moved(token, "advcl", main.i)


@on("root")
def _opening_participle(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Conceding that the plan was weak, | he warned": the clause behind the comma is the sentence's own."""
    if token.tag != "VBG" or parse.children(token.i, *SUBJECTS, "aux", "cop", "expl"):
        return
    start, _ = parse.sentences[parse.sentence(token.i)]
    if any(parse.tokens[i].tag not in {"IN", "RB", "``"} for i in range(start, token.i)):
        return
    for main in parse.children(token.i, "parataxis", "ccomp", "conj"):
        words = [i for i in parse.subtree(main.i) if parse.tokens[i].text[0].isalnum()]
        behind = main.tag in FINITE and words[0] > token.i + 1 and parse.tokens[words[0] - 1].text == ","
        if not behind or not parse.children(main.i, *SUBJECTS) or parse.children(main.i, "cc", "mark"):
            continue
        yield moved(main, "root", main.i)
        yield moved(token, "advcl", main.i)
        for child in parse.children(token.i):
            if child.i > max(words) and child.dep == "punct":
                yield moved(child, "punct", main.i)
        return


@on("obl")
def _source_of_all(parse: Parse, token: Token) -> Iterator[Token]:
    """ ", killing one and wounding six, | according to the governor": whoever is the source tells all of it."""
    if not any(c.lower == "according" for c in parse.children(token.i, "case")):
        return
    verb = parse.tokens[token.head]
    while verb.is_verb and verb.i < token.i and verb.dep in {"advcl", "conj", "acl"} and verb.tag in {"VBG", "VBN"}:
        if parse.children(verb.i, "aux", "aux:pass", *SUBJECTS):
            break
        verb = parse.tokens[verb.head]
    if verb.i != token.head and verb.is_verb:
        yield moved(token, "obl", verb.i)


@on("case")
def _case_on_description(parse: Parse, token: Token) -> Iterator[Token]:
    """ "according to | governor Petrov", "in | Wagner attacks": the preposition goes with the whole of the phrase."""
    described = parse.tokens[token.head]
    if token.tag == "POS" or described.dep not in {"nmod:desc", "compound"} or _is_held_as(parse, described):
        return
    if token.i < described.i < described.head:
        yield moved(token, "case", described.head)


@on("compound")
def _captive_behind_them(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Held three clerks of the | bank | hostage": what they were held as, and no hostage of the bank's."""
    if not _is_held_as(parse, token):
        return
    captive = parse.tokens[token.head]
    verb = next(a for a in parse.ancestors(token.i) if a.is_verb and a.lemma.lower() in _HOLDING)
    held = next(c for c in parse.children(verb.i, "obj") if verb.i < c.i < token.i)
    yield moved(captive, "xcomp", verb.i)
    double = captive.dep == "obj"
    yield moved(token, "nmod" if double else captive.dep, held.i if double else captive.head)
    for child in parse.children(captive.i):
        if child.i < token.i:
            yield moved(child, child.dep, token.i)


def _is_held_as(parse: Parse, token: Token) -> bool:
    """Whether a word stands before the one that says what somebody is held as: "held nine of the | bank | hostage"."""
    captive = parse.tokens[token.head]
    if token.dep != "compound" or captive.lower not in _CAPTIVE or captive.i != token.i + 1:
        return False
    verb = next((a for a in parse.ancestors(token.i) if a.is_verb and a.lemma.lower() in _HOLDING), None)
    held = parse.children(verb.i, "obj") if verb is not None else ()
    return any(c.i < token.i for c in held) and not parse.children(captive.i, "acl", "nmod:poss")


_CAPTIVE = frozenset({"hostage", "captive", "prisoner"})
_HOLDING = frozenset({"hold", "take", "keep"})


@on("obj")
def _object_across_verb(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Hijacks a plane and attacks | passengers": an object stands behind its own verb."""
    verb = parse.tokens[token.head]
    if not verb.is_verb or token.i < verb.i:
        return
    between = [c for c in parse.children(verb.i, "conj") if c.is_verb and verb.i < c.i < token.i]
    own = [c for c in parse.children(verb.i, "obj") if c.i < token.i]
    if between and own and own[0].i < between[-1].i and not parse.children(between[-1].i, "obj", "nsubj:pass"):
        yield moved(token, "obj", between[-1].i)


@on("parataxis", "acl")
def _plural_before_verb(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Clashes | erupt between": a bare plural and a verb without a subject are one clause."""
    noun = parse.tokens[token.head]
    if token.tag not in {"VBP", "VBD"} or noun.i + 1 != token.i:
        return
    if noun.tag != "NNS" or noun.dep != "root" or parse.children(token.i, *SUBJECTS, "aux"):
        return
    yield moved(token, "root", token.i)
    yield moved(noun, "nsubj", token.i)
    for child in parse.children(noun.i):
        if child.i > token.i:
            yield moved(child, child.dep, token.i)


@on("iobj")
def _asked_to_do(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Request | the senate to lift": who is asked to do something is the object."""
    if parse.children(token.head, "xcomp") and not parse.children(token.head, "obj", "ccomp"):
        yield moved(token, "obj", token.head)


@on("iobj", "obj", "obl")
def _asked_before_to(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Urges | France | to press the bank": who stands before the "to" is asked by the verb before him."""
    aim = parse.tokens[token.head]
    verb = parse.tokens[aim.head]
    to = next((m for m in parse.children(aim.i, "mark") if m.lower == "to"), None)
    if aim.dep != "xcomp" or to is None or not verb.i < token.i < to.i or parse.children(token.i, "case"):
        return
    if verb.is_verb and token.is_noun and not parse.children(verb.i, "obj", "iobj"):
        yield moved(token, "obj", verb.i)


@on("conj")
def _place_in_place(parse: Parse, token: Token) -> Iterator[Token]:
    """ "El Fasher, | North Darfur State, | Sudan": what a place lies in is no second place beside it."""
    place = parse.tokens[token.head]
    if not token.tag.startswith("NNP"):
        return
    labels = {i: n.label for n in parse.names for i in range(n.start, n.end)}
    state = any(n.kind == "state" and n.start <= token.i < n.end for n in parse.names)
    if labels.get(place.i) != "place" and not (state and place.tag.startswith("NNP")):
        return
    if parse.children(token.i, "cc") or any(parse.children(c.i, "cc") for c in parse.children(place.i, "conj")):
        return
    commas = [t for t in parse.tokens[place.i + 1 : token.i] if t.text == ","]
    divided = token.lower in _DIVISIONS or (labels.get(token.i) == "place" and place.dep not in SUBJECTS)
    if len(commas) == 1 and divided:
        yield moved(token, "nmod:unmarked", place.i)


@on("obj")
def _object_with_preposition(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Set ablaze | in an attack": behind a preposition stands no object."""
    governor = parse.tokens[token.head]
    cases = {c.lower for c in parse.children(token.i, "case") if c.tag == "IN" and c.i < token.i}
    if cases & {"in", "during", "after", "at"}:
        verb = parse.tokens[governor.head] if governor.dep == "xcomp" and not governor.is_verb else governor
        yield moved(token, "obl", verb.i)


@on("acl")
def _rest_of_toll(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Three were killed, including the gunman, and seven others | injured": the toll goes on."""
    noun = parse.tokens[token.head]
    if token.tag != "VBN" or noun.i + 1 != token.i or noun.dep != "conj":
        return
    main = next((a for a in parse.ancestors(noun.i) if a.is_verb), None)
    if main is None or main.tag != "VBN" or not parse.children(main.i, "nsubj:pass"):
        return
    if parse.children(noun.i, "nummod", "det") and any(c.lower == "and" for c in parse.children(noun.i, "cc")):
        yield moved(token, "conj", main.i)
        yield moved(noun, "nsubj:pass", token.i)
        for cc in parse.children(noun.i, "cc"):
            yield moved(cc, "cc", token.i)


@on("conj")
def _second_result(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Left nine people dead and 40 | injured": the number goes with what follows, as the people with "dead"."""
    verb, number = parse.tokens[token.head], parse.tokens[token.i - 1]
    if token.tag != "VBN" or verb.lemma.lower() != "leave":
        return
    people = parse.tokens[number.head]
    if number.tag != "CD" or number.dep != "conj" or people.head != verb.i or people.dep != "obj":
        return
    result = next((c for c in parse.children(people.i, "amod", "acl") if people.i < c.i < number.i), None)
    if result is not None:
        yield moved(token, "conj", result.i)
        yield moved(number, "nsubj:pass", token.i)
        for cc in parse.children(number.i, "cc"):
            yield moved(cc, "cc", token.i)


@on("conj")
def _with_others(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Six were killed, with two others | injured": the participle tells of those behind "with"."""
    verb = parse.tokens[token.head]
    if token.tag not in {"VBD", "VBN"} or not parse.children(verb.i, "nsubj:pass"):
        return
    if token.lemma.lower() not in _RESULTING or parse.children(token.i, "cc", "aux", "aux:pass", "obj", *SUBJECTS):
        return
    for noun in parse.children(verb.i, "obl"):
        within = parse.subtree(noun.i)
        if (
            verb.i < noun.i
            and max(within) + 1 == token.i
            and any(c.lower == "with" for c in parse.children(noun.i, "case"))
        ):
            yield moved(token, "acl", noun.i)


@on("conj")
def _verb_joined_to_noun(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Declares an end to work with the army and | expels": a finite verb is joined to a verb."""
    noun = parse.tokens[token.head]
    if token.tag not in FINITE or noun.is_verb or parse.children(noun.i, "cop", "nsubj"):
        return
    if parse.children(token.i, *SUBJECTS):
        return
    above = next((a for a in parse.ancestors(noun.i) if a.tag in FINITE), None)
    if above is not None and above.i < noun.i < token.i:
        yield moved(token, "conj", above.i)


@on("conj")
def _does_so_to_them(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Fines Ana Ruiz, who is standing trial, | and bans | her from it": not she, but whoever fines her."""
    inside = parse.tokens[token.head]
    if (
        token.tag not in FINITE
        or inside.dep != "acl:relcl"
        or inside.tag in FINITE
        or not parse.children(token.i, "cc")
    ):
        return
    if not any(c.lower in {"him", "her", "them"} for c in parse.children(token.i, "obj")):
        return
    above = next((a for a in parse.ancestors(inside.head) if a.is_verb), None)
    comma = any(t.text == "," for t in parse.tokens[inside.i : token.i])
    if comma and above is not None and above.tag == token.tag:
        yield moved(token, "conj", above.i)


@on("root")
def _verb_as_plural(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The air force | bombs at least ten targets": a sentence needs a verb, and nothing joins the two nouns."""
    if token.tag != "NNS" or not token.i:
        return
    name, objects = parse.tokens[token.i - 1], [c for c in parse.children(token.i, "conj") if c.i > token.i]
    if name.head != token.i or name.dep != "compound" or len(objects) != 1 or parse.children(objects[0].i, "cc"):
        return
    if any(t.tag in FINITE or t.tag == "MD" for t in parse.around(token.i)):
        return
    if any(t.text in {",", ";", ":", "-"} for t in parse.tokens[token.i : objects[0].i]):
        return
    yield moved(token, "root", token.i, "VBZ")
    yield moved(name, "nsubj", token.i)
    yield moved(objects[0], "obj", token.i)
    for child in parse.children(token.i, "compound", "det", "amod"):
        if child.i < name.i:
            yield moved(child, child.dep, name.i)


@on("advcl")
def _noun_in_ing(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Killed in police | firing", "died in | firing by the police": what has a compound or an agent is a noun."""
    marks = [c for c in parse.children(token.i, "mark") if c.tag == "IN"]
    if token.tag != "VBG" or len(marks) != 1 or parse.children(token.i, "obj", *SUBJECTS):
        return
    agents = [c for c in parse.children(token.i, "obl") if any(k.lower == "by" for k in parse.children(c.i, "case"))]
    if not (parse.children(token.i, "compound") or agents) or marks[0].lower in {"by", "while", "when"}:
        return
    yield msgspec.structs.replace(moved(token, "obl", token.head, "NN"), lemma=token.lower)
    yield moved(marks[0], "case", token.i)
    for agent in agents:
        yield moved(agent, "nmod", token.i)


@on("nmod")
def _behind_including(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Three were killed, including the attackers, | in a bombing": the clause goes on behind the comma."""
    held = parse.tokens[token.head]
    if not any(c.lower == "including" for c in parse.children(held.i, "case")):
        return
    first = min(parse.subtree(token.i))
    opened = any(c.lower in {"in", "during", "after", "when"} for c in parse.children(token.i, "case"))
    verb = next((a for a in parse.ancestors(held.i) if a.is_verb), None)
    if opened and verb is not None and "," in {parse.tokens[first].text, parse.tokens[first - 1].text}:
        yield moved(token, "obl", verb.i)


@on("amod")
def _verb_as_participle(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The militia | released researcher Ana Ruiz": a sentence needs a verb, and it stands behind its subject."""
    noun, name = parse.tokens[token.head], parse.tokens[token.i - 1]
    if token.tag != "VBN" or noun.dep != "root" or not token.i or name.head != noun.i:
        return
    if name.dep != "compound" or any(t.tag in FINITE or t.tag == "MD" for t in parse.around(token.i)):
        return
    before = [c for c in parse.children(noun.i) if c.i < name.i]
    opened = [*before, *parse.children(name.i)]
    if not any(c.dep == "det" for c in opened) or noun.i < token.i:
        return
    yield moved(token, "root", token.i, "VBD")
    yield moved(noun, "obj", token.i)
    yield moved(name, "nsubj", token.i)
    for child in before:
        yield moved(child, child.dep, name.i)


@on(*SUBJECTS)
def _agent_as_subject(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Are accused | by Israel of attacking": behind "by" stands the agent of the verb before."""
    clause = parse.tokens[token.head]
    verb = parse.tokens[clause.head]
    agent = any(c.lower == "by" and c.i < token.i for c in parse.children(token.i, "case"))
    if agent and verb.tag == "VBN" and verb.i < token.i < clause.i:
        yield moved(token, "obl:agent", verb.i)


_HARMING = {
    "damaging": "damage", "destroying": "destroy", "killing": "kill", "injuring": "injure", "wounding": "wound",
    "hitting": "hit", "striking": "strike", "displacing": "displace", "trapping": "trap",
}  # fmt: skip


@on("amod")
def _harming_in_list(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Strikes on Kharkiv, Ukraine, | damaging | homes": behind a place's comma, what the strikes did."""
    harmed, before = parse.tokens[token.head], parse.tokens[token.i - 1]
    listed = harmed.tag == "NNS" and harmed.i > token.i and harmed.dep in {"conj", "appos", "list"}
    if token.lower not in _HARMING or not listed:
        return
    first = parse.tokens[harmed.head]
    verb = next((a for a in parse.ancestors(first.i) if a.is_verb), None)
    if verb is None or verb.i > token.i:
        return
    joined = before.lower == "and" and verb.lower in _HARMING and first.dep == "obj"  # "killing bakers and | damaging"
    if not joined and (before.text != "," or first.tag != "NNP"):
        return
    told = msgspec.structs.replace(token, lemma=_HARMING[token.lower])
    yield moved(told, "conj" if joined else "advcl", verb.i, "VBG")
    yield moved(harmed, "obj", token.i)
    if joined and before.head == harmed.i:
        yield moved(before, "cc", token.i)
    for child in parse.children(first.i, "conj"):
        if child.i > harmed.i:
            yield moved(child, "conj", harmed.i)


@on("compound")
def _aim_before_noun(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Launched it to | rout | Front fighters": behind "to" stands what it was for, and no kind of fighters."""
    noun, to = parse.tokens[token.head], parse.tokens[token.i - 1]
    if (
        token.tag != "VB"
        or to.lower != "to"
        or to.head != noun.i
        or not noun.i > token.i
        or noun.dep not in {"obl", "nmod"}
    ):
        return
    yield moved(token, "advcl" if noun.dep == "obl" else "acl", noun.head)
    yield moved(noun, "obj", token.i)
    yield moved(to, "mark", token.i)
    scenes = [c for c in parse.children(noun.i, "compound") if c.i < to.i]  # "in | Kest | to rout Front fighters"
    for scene in scenes[-1:]:
        yield moved(scene, "obl", noun.head)
        for case in parse.children(noun.i, "case"):
            if case.i < scene.i:
                yield moved(case, "case", scene.i)


RULES = (
    _aim_before_noun,
    _harming_in_list,
    _agent_as_subject,
    _verb_as_participle,
    _behind_including,
    _noun_in_ing,
    _verb_joined_to_noun,
    _does_so_to_them,
    _verb_as_plural,
    _object_with_preposition,
    _rest_of_toll,
    _second_result,
    _with_others,
    _agent_behind_place,
    _agent_before_and,
    _agent_on_place,
    _there_were,
    _result_of_main_verb,
    _opening_participle,
    _source_of_all,
    _case_on_description,
    _captive_behind_them,
    _object_across_verb,
    _plural_before_verb,
    _asked_to_do,
    _asked_before_to,
    _place_in_place,
)
