"""For whom a word in a slot stands: conjuncts, what belongs to it, who sent it, the living for their bodies."""

from __future__ import annotations

from whosays.coding.parties.bystanders import is_behind_clause
from whosays.coding.words.goods import whose_goods
from whosays.coding.words.mentions import beside_owner, case_of, conjuncts
from whosays.coding.words.triggers import Found
from whosays.ontology import Ontology
from whosays.parse import NameLabel, Parse, Token


def spread(parse: Parse, head: int, of: Found, knowledge: tuple[Ontology, dict[int, NameLabel]]) -> list[int]:
    """The head with its conjuncts; those who only stand for a body ("representatives of the UN") give way to it."""
    ontology, labels = knowledge
    found: list[int] = []
    head = _as_called(parse, head)
    bearer = _arrested_as(parse, head) or _one_bearer(parse, head)
    instead = [bearer] if bearer is not None else whose_goods(parse, head, of, labels)
    if instead is not None:
        return instead
    whom = _wanted(parse, head) if of.trigger.event == "THREATEN" else head
    told = (*conjuncts(parse, _living(parse, whom)), *_behind_name(parse, whom), *_middle(parse, head, of, ontology))
    for one in dict.fromkeys(told):
        token = parse.tokens[one]
        if _is_other_office(parse, one):
            continue
        agents = [c.i for c in parse.children(one, "nmod") if case_of(parse, c.i) == "by"] if token.tag == "CD" else []
        if one != head and agents:  # "freed by the army | and eight by the police"
            found.extend(agents)
            continue
        if token.lower == "head" and case_of(parse, one) == "on":  # "a price on the head | of the bomber"
            owned = [c.i for c in parse.children(one, "nmod") if case_of(parse, c.i) == "of"]
            found.extend(owned or [c.i for c in parse.children(one, "nmod:poss")] or [one])
            continue
        if one != head and (_is_left_out(parse, head, one) or _suffers_beside(parse, head, one)):
            continue
        if one != head and is_behind_clause(parse, head, one, of):
            continue
        if one != head and (_is_same_person(parse, head, one) or _has_own_fate(parse, head, one, of)):
            continue
        stands_for = [
            c.i
            for c in parse.children(one, "nmod")
            if case_of(parse, c.i) in {"of", "from"}
            and (labels.get(c.i) in {"organisation", "place", "nationality"} or _are_bodies(parse, c.i, ontology))
        ]
        counted = bool(parse.children(one, "nummod"))  # "three members of the group": those three
        nations = _two_nations(parse, token, of, labels)
        if nations:
            found.extend(nations)
            continue
        beside = [c.i for c in parse.children(one, "appos") if c.i == one + 1 and c.tag.startswith("NNP")]
        if beside and token.tag == "NNS":  # "the allies | Veldia and Orland": the names are who they are
            found.extend(conjuncts(parse, beside[0]))
        elif (
            stands_for
            and not counted
            and _in_person(of)
            and (token.tag in {"NNS", "NNPS"} or token.lemma.lower() in _SENT)
            and _stands_for(parse, token, stands_for, ontology, of)
        ):
            found.extend(h for first in stands_for for h in conjuncts(parse, first))
        else:
            found.append(one)
    return found


_FAMILIES = frozenset({"wife", "child", "woman", "family", "relative", "baby"})


def _suffers_beside(parse: Parse, head: int, other: int) -> bool:
    """ "Six were killed by the army | and dozens wounded |", "held by the army | and nine wives |": nobody's doers."""
    kin = parse.tokens[other].lemma.lower() in _FAMILIES and parse.tokens[head].lemma.lower() not in _FAMILIES
    if kin and parse.tokens[head].dep == "obl:agent":
        return True
    fates = [c.i for c in parse.children(other, "acl") if c.tag == "VBN"]
    counted = parse.tokens[other].tag == "CD" or parse.tokens[other].lower in {"dozens", "scores", "hundreds", "others"}
    return parse.tokens[head].dep == "obl:agent" and counted and fates == [other + 1]


def _is_left_out(parse: Parse, head: int, other: int) -> bool:
    """ "Fighting the rebels, | not the army"; "between the army and rebels, | with six people killed"."""
    apart = case_of(parse, other) == "with" != case_of(parse, head)
    return apart or any(c.lower in {"not", "rather"} for c in parse.children(other))


_TOGETHER = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})


def _are_bodies(parse: Parse, first: int, ontology: Ontology) -> bool:
    """ "Delegations from | the government and the opposition": two bodies that have no name."""
    joined = conjuncts(parse, first)
    lemmas = [parse.tokens[i].lemma.lower() for i in joined]
    return len(joined) > 1 and all(ontology.nouns.kind_of(lemma) == "organisation" for lemma in lemmas)


_CALLING = frozenset("describe call term label say claim believe think allege consider regard identify".split())


def _as_called(parse: Parse, head: int) -> int:
    """ "Struck | what | the army called a rocket store": that which it is called."""
    if parse.tokens[head].lower != "what":
        return head
    for verb in parse.children(head, "acl:relcl"):
        if verb.lemma.lower() not in _CALLING:
            continue
        for named in parse.children(verb.i, "xcomp", "ccomp", "obj", "obl"):
            plain = verb.lemma.lower() in {"call", "term", "label"} and not parse.children(named.i, "case")
            plain = plain or named.dep in {"xcomp", "ccomp"} or case_of(parse, named.i) == "as"
            if named.i > verb.i and named.is_noun and plain:
                return named.i
    return head


def _two_nations(parse: Parse, noun: Token, of: Found, labels: dict[int, NameLabel]) -> list[int]:
    """ "| Syrian and Algerian | officials met", "fired on | Syrian and Algerian | troops": two parties, one phrase."""
    together = of.trigger.event in _TOGETHER or of.trigger.reciprocal or of.trigger.mode == "meet"
    if not together and noun.lower not in _FOR_STATES:
        return []
    if noun.tag not in {"NNS", "NNPS"} or parse.children(noun.i, "nummod"):
        return []
    for first in parse.children(noun.i, "amod", "compound"):
        joined = [first.i, *(c.i for c in parse.children(first.i, "conj") if c.i < noun.i)]
        sent = noun.lemma.lower() in _SENT | _SPEAKING_FOR | _OFFICIALS  # "the Orlian and | Front | negotiating teams"
        sides = _FACING if parse.tokens[of.head].lemma.lower() in _FOUGHT else _GOVERNING
        armed = (i for i in joined if noun.lower in _FOR_STATES and parse.tokens[i].lower in sides)
        told: dict[int, NameLabel] = {**labels, **dict.fromkeys(armed, "nationality")}
        parties = [i for i in joined if _is_nation(parse, i, told) or (sent and told.get(i) == "organisation")]
        if len(joined) > 1 and parties == joined:
            return joined
    return []


def _is_nation(parse: Parse, i: int, labels: dict[int, NameLabel]) -> bool:
    state = any(n.kind == "state" and n.start <= i < n.end for n in parse.names)
    short = parse.tokens[i].text in {"US", "U.S.", "UK", "U.K."}  # which are not always marked as names
    return short or labels.get(i) == "nationality" or (labels.get(i) == "place" and state)


_SPEAKING_FOR = frozenset({"negotiator", "mediator"})
_SENT = frozenset({"delegation", "team", "mission"})
_OFFICIALS = frozenset({"official", "leader", "representative", "delegate", "diplomat", "envoy"})
_GOVERNING = frozenset({"government"})  # "| Government | and Orlian soldiers": of the land's own
_FACING = _GOVERNING | {"rebel", "police", "army", "militia"}  # "clashes between | rebel | and government forces"
_FOR_STATES = frozenset({"officials", "authorities", "governments", "soldiers", "troops", "forces", "guards"})


def _wanted(parse: Parse, head: int) -> int:
    """ "A warrant for the arrest of | Ana Ruiz": whom it is for."""
    if parse.tokens[head].lemma.lower() not in {"arrest", "capture", "detention", "extradition"}:
        return head
    owners = [c.i for c in parse.children(head, "nmod") if case_of(parse, c.i) == "of"]
    return next(iter((*owners, *(c.i for c in parse.children(head, "nmod:poss")))), head)


def _arrested_as(parse: Parse, head: int) -> int | None:
    """ "| A man | is arrested as a suspect in the killing": he is the suspect."""
    token = parse.tokens[head]
    verb = parse.tokens[token.head]
    if token.lower != "suspect" or token.dep != "obl" or case_of(parse, head) != "as" or not verb.is_verb:
        return None
    subjects = parse.children(verb.i, "nsubj:pass")
    return subjects[0].i if len(subjects) == 1 else None


_SOME = frozenset({"couple", "pair", "duo", "trio", "brothers", "sisters", "family"})


def _behind_name(parse: Parse, head: int) -> list[int]:
    """ "The arrest of candidate Ana Ruiz | and ninety others": trees join them to the name beside the title."""
    token = parse.tokens[head]
    if token.tag != "NN" or token.lower in _SOME or parse.children(head, "conj"):
        return []
    names = [c.i for c in parse.children(head, "appos") if c.i == head + 1 and c.tag.startswith("NNP")]
    return [j for n in names for j in conjuncts(parse, n)[1:]]


def _middle(parse: Parse, head: int, of: Found, ontology: Ontology) -> list[int]:
    """ "Attacked the barracks, | a depot, | and two posts": the second thing of a list, taken for a description."""
    noun = parse.tokens[head]
    last = [c for c in parse.children(head, "conj") if parse.children(c.i, "cc")]
    if of.trigger.event == "ASSAULT" and (listed := beside_owner(parse, head)):
        return listed
    known = ontology.nouns.longest(parse.words_to(head, 3))
    person = known is not None and known.kind == "person"
    if of.trigger.event != "ASSAULT" or noun.tag not in {"NN", "NNS"} or not last or person:
        return []
    told = [c for c in parse.children(head, "appos") if head < c.i < last[-1].i and c.tag in {"NN", "NNS"}]
    return [
        c.i
        for c in told
        if parse.children(c.i, "det", "nummod") and parse.tokens[min(parse.subtree(c.i)) - 1].text == ","
    ]


def _living(parse: Parse, head: int) -> int:
    """ "Claimed | the lives of a judge and two clerks", "an attempt on the life of": those whose lives they are."""
    if parse.tokens[head].lemma.lower() != "life":
        return head
    owners = [c.i for c in parse.children(head, "nmod") if case_of(parse, c.i) == "of"]
    owners += [c.i for c in parse.children(head, "nmod:poss")]
    return owners[0] if owners else head


def _in_person(found: Found) -> bool:
    """Whether those who act for a body may stand for it: who "arrests the mayors of" two towns arrests no town."""
    return found.trigger.effect not in {"arrested", "killed", "wounded", "captured"}


def _one_bearer(parse: Parse, head: int) -> int | None:
    """ "Singer and activist | Ana Ruiz": two titles without articles before one name."""
    joined = [c for c in parse.children(head, "conj") if c.tag == "NN" and not parse.children(c.i, "det", "nmod:poss")]
    if len(joined) != 1 or parse.children(head, "det", "nmod:poss", "nummod") or parse.tokens[head].tag not in _TITLES:
        return None
    named = [n for n in parse.names if n.label == "person" and head < n.start and n.end <= joined[0].i]
    if any(parse.tokens[parse.root_of(n.start, n.end)].head != joined[0].i for n in named):
        return None  # "former prosecutor of Kest Ana Ruiz and businessman Jan Holub": two
    behind = _name_behind(parse, head, joined[0].i) if len(parse.children(head, "conj")) == 1 else None
    if behind is not None or parse.tokens[head].tag != "NN":
        return behind
    names = [c.i for h in (head, joined[0].i) for c in parse.children(h, "appos") if c.tag.startswith("NNP")]
    return names[0] if names and names[0] == joined[0].i + 1 else None


_TITLES = frozenset({"NN", "JJ"})


def _name_behind(parse: Parse, head: int, joined: int) -> int | None:
    """ "The death of general and army chief | Ana Ruiz": the name that both titles stand before."""
    if any(head < c.i < joined and c.tag.startswith("NNP") for c in parse.children(head, "appos", "flat", "nmod")):
        return None  # "envoy Ana Ruiz and | chief Jan Holub": two
    below = set(parse.subtree(joined))
    below |= {i for c in parse.children(head, "nmod", "compound") if c.i > joined for i in parse.subtree(c.i)}
    last = joined
    people = {n.start: n for n in parse.names if n.label == "person"}
    while last + 1 in below and last + 1 not in people:
        last += 1
    name = people.get(last + 1)
    return None if name is None else parse.root_of(name.start, name.end)


_KIN = frozenset("father mother husband wife widow widower grandfather grandmother parent".split())
_FIRST = frozenset("chairman chairwoman president founder co-founder director owner chief".split())
_SECOND = frozenset("executive founder owner director treasurer editor president".split())


def _is_other_office(parse: Parse, one: int) -> bool:
    """ "The mill's | chairman | and executive director Jan Holub": the two offices of one man."""
    token = parse.tokens[one]
    if token.lemma.lower() not in _FIRST or not parse.children(one, "det", "nmod:poss"):
        return False
    if parse.children(one, "appos", "flat"):
        return False
    for other in parse.children(one, "conj"):
        words = [other, *(parse.tokens[i] for i in parse.subtree(other.i))]
        named = any(w.tag == "NNP" and w.text[:1].isupper() for w in words)
        apart = parse.children(other.i, "det", "nmod:poss", "nummod")
        if named and not apart and {w.lemma.lower() for w in words} & _SECOND:
            return True
    return False


def _is_same_person(parse: Parse, head: int, other: int) -> bool:
    """ "Ana Ruiz, the singer and | activist": two words for one person, where only the first has an article."""
    first, second = parse.tokens[head], parse.tokens[other]
    single = any(c.lower in {"was", "is", "has"} for c in parse.children(first.head, "aux:pass", "aux"))
    if single and first.tag == "NNP" and second.lemma.lower() in _KIN and first.dep in {"nsubj", "nsubj:pass"}:
        return second.tag == "NN"  # "Jan Holub, 31, and the father of twins, was shot"
    if first.dep != "appos" or (first.tag, second.tag) != ("NN", "NN"):
        return False
    return bool(parse.children(head, "det", "nmod:poss")) and not parse.children(other, "det", "nmod:poss", "nummod")


def _has_own_fate(parse: Parse, head: int, other: int, of: Found) -> bool:
    """ "Forty killed and sixty | injured": each with a participle of its own, and no verb over both."""
    fates = [[c.i for c in parse.children(i, "acl") if c.tag == "VBN" and c.i == i + 1] for i in (head, other)]
    return all(fates) and of.head in (fates[0] + fates[1])


_FIGHTERS = frozenset("gunman fighter militant soldier troop force member militiaman supporter rebel".split())
_FOUGHT = frozenset({"clash", "fight", "fighting", "battle", "shootout", "gunfight", "firefight", "skirmish"})


def _stands_for(parse: Parse, token: Token, bodies: list[int], ontology: Ontology, of: Found) -> bool:
    """ "Representatives of the union" are the union; "the ministers of A and B" are A and B."""
    lemma = token.lemma.lower()
    if lemma in _SPEAKING_FOR:
        return True
    if ontology.nouns.is_member_noun(lemma):
        return True
    several = any(len(conjuncts(parse, b)) > 1 for b in bodies)
    if several and lemma in _FIGHTERS and parse.tokens[of.head].lemma.lower() in _FOUGHT:
        return True  # "clashes between gunmen from | the brigade and the guard"
    return several and ontology.nouns.sector_of(lemma) == "GOV"
