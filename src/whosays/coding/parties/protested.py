"""Against whom a protest is: behind its aim, behind the plan it is about: "against | the premier's | plans"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from whosays.coding.parties.crowds import at_missions, is_crowds, marching
from whosays.coding.sifting.telling import Coded
from whosays.coding.words.byphrases import has_part
from whosays.coding.words.mentions import case_of, conjuncts
from whosays.coding.words.parts import Part, sorted_in
from whosays.coding.words.triggers import Found
from whosays.ontology import Ontology
from whosays.parse import NameLabel, Parse, Token

_OPPOSING = frozenset({"protest", "oppose", "denounce", "condemn", "reject", "decry", "demonstrate", "rally", "march"})
_IN_PROTEST = frozenset({"protest", "opposition"})
_STEPPING_DOWN = frozenset({"resign", "quit", "step", "leave"})
_DEMANDING = frozenset({"demand", "urge", "call", "ask", "want", "seek"})
_PRESSING = frozenset({"pressure", "press", "force", "urge", "compel", "push"})
_RULE = frozenset("rule reign government regime presidency leadership dictatorship tenure premiership".split())
_FALL = frozenset({"resignation", "ouster", "removal", "departure", "impeachment", "dismissal"})
# What somebody does, plans or rules: a protest against it is one against him or her.
_OF_SOMEBODY = frozenset(
    "plan policy decision proposal cut occupation offensive invasion war reform handling ban move bill attempt rule "
    "management budget crackdown agenda visit action treatment conduct genocide campaign rollback claim response "
    "order deployment raid law legislation decree measure austerity corruption bombardment strike airstrike attack "
    "aggression operation blockade siege policy programme program presidency leadership inaction failure refusal "
    "election re-election reelection candidacy support stance position comment remark privatisation privatization "
    "increase hike role moves threat bid intervention interference presence assault closure suspension overhaul".split()
)

# What is done to whoever it is of: a protest against it is none against him or her.
_SUFFERED = frozenset(
    "killing death murder arrest detention imprisonment jailing assassination execution shooting abduction deportation "
    "disappearance torture rape trial conviction sentence prosecution extradition dismissal lynching beating".split()
)

Knowledge = tuple[Ontology, dict[int, NameLabel]]


def _protested(parse: Parse, found: Found, parts: Mapping[int, Part], knowledge: Knowledge) -> list[Part]:
    """The parties that a protest is against, where none is told beside its own word."""
    if found.trigger.event != "PROTEST" or any(p.part == "recipient" for p in parts.values()):
        return []
    told = _over(parse, found, knowledge)
    for topic in dict.fromkeys(_topics(parse, found)):
        for head in conjuncts(parse, topic):
            if told and head != topic and parse.children(head, "nmod:poss"):
                continue  # "the party's fair and | its | cakes"
            told += [
                p for p in _party(parse, found, head, knowledge) if p.head not in parts and p.head not in found.tokens
            ]
    return told


def _is_somebodys(parse: Parse, topic: Token) -> bool:
    """What is minded in somebody: "over | Orland's | record"; but "over the bridge of Kest" is where they walk."""
    owned = any(c.is_noun for c in parse.children(topic.i, "nmod:poss"))
    return topic.lemma.lower() in _OF_SOMEBODY or (owned and topic.lemma.lower() not in _SUFFERED)


_PARTS = frozenset("part wave series round string spate protest demonstration rally strike march".split())


def _around(parse: Parse, found: Found) -> set[int]:
    """The words on which a protest's topic may hang: its own, its verb, "as part of | a wave of protests |"."""
    around = {found.head, *found.tokens, *((found.carrier,) if found.carrier is not None else ())}
    noun = parse.tokens[found.head]
    if not noun.is_verb and noun.dep in {"nsubj", "obj", "nsubj:pass", "obl"}:
        around.add(noun.head)
    waiting = [c for c in parse.children(found.head, "obl") if case_of(parse, c.i) in {"as", "in"}]
    while waiting:
        part = waiting.pop()
        if part.lemma.lower() in _PARTS:
            around.add(part.i)
            waiting += [c for c in parse.children(part.i, "nmod") if case_of(parse, c.i) == "of"]
    return around


_QUARRELS = frozenset({"dispute", "row", "quarrel", "disagreement", "standoff", "conflict", "argument"})


def _over(parse: Parse, found: Found, knowledge: Knowledge) -> list[Part]:
    """ "Rallied | over Orland's plan |", "on strike over a dispute | with the council |": whom they mind."""
    told: list[Part] = []
    for topic in (c for h in sorted(_around(parse, found)) for c in parse.children(h, "obl", "nmod")):
        case = case_of(parse, topic.i)
        if topic.i in found.tokens or case not in {"over", "in"} or topic.i < found.head:
            continue
        if topic.lemma.lower() in _QUARRELS:
            foes = [c.i for c in parse.children(topic.i, "nmod") if case_of(parse, c.i) == "with"]
            told += _sorted(parse, found, foes, knowledge)
        elif case == "over" and _is_somebodys(parse, topic):
            told += _owners(parse, found, topic.i, knowledge)
    return [p for p in told if parse.tokens[p.head].tag != "PRP$"]


def _topics(parse: Parse, found: Found) -> Iterator[int]:
    """The nouns that say what the protest is about: behind the verb, its "against", its aim, "in protest of"."""
    for head in sorted(_around(parse, found)):
        yield from _against(parse, head)
        if parse.tokens[head].lemma.lower() == "protest" and parse.tokens[head].is_verb:
            yield from (c.i for c in parse.children(head, "obj"))
        for clause in parse.children(head, "advcl", "acl", "xcomp"):
            if clause.tag in {"VB", "VBG"} or is_crowds(parse, clause):
                yield from _of_clause(parse, clause)
        for reason in parse.children(head, "obl", "nmod"):
            if reason.lemma.lower() in _IN_PROTEST and case_of(parse, reason.i) == "in":
                cases = {"of", "against", "to", "at"}
                yield from (c.i for c in parse.children(reason.i, "nmod") if case_of(parse, c.i) in cases)


_WHERE = frozenset({"in", "at", "outside", "near", "across", "around", "throughout", "on"})


def _against(parse: Parse, head: int) -> Iterator[int]:
    """What the word itself is against, and what hangs on its place: "protest in Orli, Orland, | against plans"."""
    places = [c.i for c in parse.children(head, "obl", "nmod") if case_of(parse, c.i) in _WHERE]
    places += [c.i for h in places for c in parse.children(h, "nmod", "nmod:unmarked", "appos", "conj")]
    places += [c.i for c in parse.children(head, "acl") if c.tag == "VBN"]  # "a march held in Orli | against it"
    for noun in (head, *places):
        yield from (c.i for c in parse.children(noun, "obl", "nmod") if case_of(parse, c.i) == "against")


def _of_clause(parse: Parse, clause: Token) -> Iterator[int]:
    """ "To protest the plans", "to protest against them", "calling for the premier to resign"."""
    for verb in (clause, *(c for c in parse.children(clause.i, "conj") if c.is_verb)):
        lemma = verb.lemma.lower()
        if lemma in _OPPOSING:
            yield from _against(parse, verb.i)
            if lemma not in {"demonstrate", "rally", "march"}:
                yield from (c.i for c in parse.children(verb.i, "obj"))
        if lemma in _DEMANDING:
            yield from _whose_fall(parse, verb)
            yield from _asked(parse, verb)
        elif lemma in _PRESSING and any(c.tag == "VB" for c in parse.children(verb.i, "xcomp", "advcl", "ccomp")):
            yield from (c.i for c in parse.children(verb.i, "obj"))  # "to pressure | the king | to step aside"


def _whose_fall(parse: Parse, verb: Token) -> Iterator[int]:
    """ "Demanding | the premier's | resignation", "calling for | the premier | to step down"."""
    for noun in parse.children(verb.i, "obj", "obl"):
        if noun.lemma.lower() in _FALL:
            owners = parse.children(noun.i, "nmod:poss", "nmod")
            yield from (c.i for c in owners if c.dep == "nmod:poss" or case_of(parse, c.i) == "of")
    wanted = [i for noun in parse.children(verb.i, "obj", "obl") for i in conjuncts(parse, noun.i)]
    for end in (i for i in wanted if parse.tokens[i].lower == "end"):  # "demanding an end to | the premier's | rule"
        rule = (c for c in parse.children(end, "nmod") if case_of(parse, c.i) == "to" and c.lemma.lower() in _RULE)
        yield from (c.i for r in rule for c in parse.children(r.i, "nmod:poss") if c.is_noun)
    for clause in parse.children(verb.i, "advcl", "xcomp", "ccomp"):
        if clause.lemma.lower() in _STEPPING_DOWN:
            yield from (c.i for c in parse.children(clause.i, "nsubj"))
            yield from (c.i for c in parse.children(verb.i, "obj", "obl") if verb.i < c.i < clause.i)


def _asked(parse: Parse, verb: Token) -> Iterator[int]:
    """ "Demanding that | the cabinet | lower the price", "calling on | the cabinet | to lower it": who is to do it."""
    for clause in parse.children(verb.i, "ccomp"):
        if clause.tag in {"VB", "VBP"} and any(c.lower == "that" for c in parse.children(clause.i, "mark")):
            yield from (c.i for c in parse.children(clause.i, "nsubj"))
    if verb.lemma.lower() == "demand":  # "demand from | the cabinet | a lower price"
        yield from (c.i for c in parse.children(verb.i, "obl") if case_of(parse, c.i) in {"from", "of"})
    if any(c.tag == "VB" for c in parse.children(verb.i, "xcomp", "advcl")):
        on = verb.lemma.lower() == "call"
        for whom in parse.children(verb.i, "obl" if on else "obj"):
            if case_of(parse, whom.i) == ("on" if on else ""):
                yield whom.i


def _party(parse: Parse, found: Found, head: int, knowledge: Knowledge) -> Iterator[Part]:
    """Whoever is meant himself, else whose deed or plan it is."""
    token = parse.tokens[head]
    if token.lemma.lower() in _OF_SOMEBODY:
        yield from _owners(parse, found, head, knowledge)
        return
    part = sorted_in(parse, head, ("against", "recipient", found), knowledge)
    if part is not None and part.part == "recipient" and part.kind != "unknown":
        yield part
        return
    owned = any(c.dep == "nmod:poss" and c.tag != "PRP$" for c in parse.children(head))
    if owned and token.is_noun and part is None and token.lemma.lower() not in _SUFFERED:
        yield from _owners(parse, found, head, knowledge)
        return
    agents = (c.i for c in parse.children(head, "nmod", "obl:agent") if case_of(parse, c.i) == "by")
    yield from _sorted(parse, found, [h for a in agents for h in conjuncts(parse, a)], knowledge)


_ORGANS = frozenset({"government", "regime", "state", "police", "army", "military"})


def _owners(parse: Parse, found: Found, head: int, knowledge: Knowledge) -> Iterator[Part]:
    owned = parse.children(head, "nmod:poss", "nmod")
    named = [c.i for c in owned if c.dep == "nmod:poss" or case_of(parse, c.i) in {"of", "by"}]
    made = [c for c in parse.children(head, "acl") if c.tag == "VBN"]  # "policies | implemented by the premier |"
    named += [c.i for v in made for c in parse.children(v.i, "obl:agent")]
    loose = {c.i for c in owned if case_of(parse, c.i) == "of"}  # "the occupation | of Kest |": not its own deed
    yield from _sorted(parse, found, [h for i in named if i in loose for h in conjuncts(parse, i)], knowledge)
    heads = [h for first in named if first not in loose for h in conjuncts(parse, first)]
    labels = knowledge[1]
    heads += [
        c.i
        for c in parse.children(head, "amod", "compound")
        if (labels.get(c.i) is not None or c.lemma.lower() in _ORGANS)
        and not {t.lower for t in parse.tokens[max(c.i - 2, 0) : c.i]} & {"anti", "pro"}  # "her | anti-Orlian | plans"
    ]
    yield from _sorted(parse, found, heads, knowledge, "poss")


def _sorted(
    parse: Parse, found: Found, heads: list[int], knowledge: Knowledge, slot: str = "against"
) -> Iterator[Part]:
    """Those of the words that are somebody; a state is, as an owner: "against | Orland's | plan"."""
    for head in heads:
        part = sorted_in(parse, head, (slot, "recipient", found), knowledge)
        if part is not None and part.part == "recipient" and part.kind != "unknown":
            yield part


def harmed_there(members: Sequence[Coded]) -> set[int]:
    """ "Six are killed | in protests": heads of those who came to harm there, and against whom nobody protested."""
    harmed = {
        p.head
        for m in members
        for p in m.parts
        if m.found.trigger.event != "PROTEST"
        and m.found.trigger.effect is not None
        and p.part == "recipient"
        and not any(other.part == "actor" and other.slot in {"subject", "by"} for other in m.parts)
    }
    protests = [m for m in members if m.found.trigger.event == "PROTEST"]
    faced = {p.head for m in protests for p in m.parts if p.slot in {"with", "against"}}
    return harmed - faced


_CAUSING = frozenset({"spark", "provoke", "trigger", "set"})


def without_causes(parse: Parse, parts: dict[int, Part], found: Found) -> None:
    """ "The assembly passed the law, | sparking | protests": what set them off does not march."""
    if found.trigger.event != "PROTEST":
        return
    for head in [h for h, p in parts.items() if p.part == "actor" and p.slot == "by"]:
        if any(t.lower == "protest" and parse.tokens[t.i - 1].lower == "in" for t in parse.tokens[found.head : head]):
            parts[head] = msgspec.structs.replace(parts[head], part="recipient")  # "in protest of cuts | by the bank"
    if found.carrier is None:
        return
    if parse.tokens[found.carrier].lemma.lower() in _CAUSING:
        for head in [h for h, p in parts.items() if p.part == "actor" and p.slot == "subject"]:
            del parts[head]


def _marchers(parse: Parse, found: Found, parts: Mapping[int, Part], _: Knowledge) -> list[Part]:
    """ "The Bakers' | March | holds a rally": a movement by its name, though its last word is that of a deed."""
    if found.trigger.event != "PROTEST" or any(p.part == "actor" for p in parts.values()):
        return []
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    named = (c for c in parse.children(verb.i, "nsubj") if c.tag.startswith("NNP") and c.i not in found.tokens)
    return [Part(c.i, "actor", "organisation", "subject") for c in named if c.lower in {"march", "rally", "strike"}]


def of_protest(parse: Parse, found: Found, parts: Mapping[int, Part], knowledge: Knowledge) -> list[Part]:
    """The parties of a protest that its own word does not tell: whose march it is, and against whom."""
    crowd = _marchers(parse, found, parts, knowledge) or marching(parse, found, parts, knowledge)
    against = _protested(parse, found, parts, knowledge)
    if found.trigger.event == "PROTEST" and not against and not has_part(parts, "recipient", "target"):
        against = at_missions(parse, found, knowledge)
    return [*crowd, *against]
