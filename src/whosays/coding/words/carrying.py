"""Verbs of several words, and verbs that carry a noun: "shoot down", "carried out | an attack"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from whosays.coding.words.slots import slots_of
from whosays.coding.words.understood import is_passive
from whosays.ontology import LightVerb, Ontology
from whosays.parse import Parse, Token

_UNBROKEN = frozenset({("join", "force"), ("join", "hand"), ("shoot", "at")})
_FAR = 30  # "found the leader of the largest party in the south, Ana Ruiz, guilty"
_GOODS = frozenset({"donation", "aid", "shipment", "delivery", "supply", "convoy", "package"})
_DEEMING = frozenset({"make", "declare"})
_VERDICTS = frozenset({"guilty"})
_TAKEN = frozenset({"prisoner", "hostage", "captive"})
_REACH = 12  # tokens between a verb and its particle or fixed noun: "brought the long-running war to an end"


def verb_words(parse: Parse, token: Token, rest: tuple[str, ...]) -> tuple[int, ...] | None:
    """ "shoot down", "blow themselves up": the words follow in order, each below the verb or next to the last."""
    found, at = [token.i], token.i
    suffers = {c.lemma.lower(): c.i for c in parse.children(token.i, "nsubj:pass")}
    end = parse.sentences[parse.sentence(token.i)][1]
    for word in rest:
        if word in suffers:  # "a truce was declared": the fixed noun of a passive stands before it
            found.append(suffers[word])
            continue
        if found[-1] < token.i and word in {
            parse.behind(found[-1]).lemma.lower(),
            parse.behind(found[-1]).lower,
        }:
            found.append(found[-1] + 1)  # and so does what belongs to it: "a state | of emergency | was declared"
            continue
        for j in range(at + 1, min(end, token.i + (_FAR if word in _VERDICTS else _REACH))):
            other = parse.tokens[j]
            if (
                token.lemma.lower(),
                word,
            ) in _UNBROKEN and j != token.i + 1:  # "joined | Kurdish | forces", "shot | five guards | at the gate"
                continue
            if word in {"on", "at", "in"} and any(t.start <= other.head < t.end for t in parse.times):
                continue  # "fired the head of the bank | on Monday": nobody was fired on
            if word == rest[-1] and _only_names(parse, other, found):  # "going to a | war | zone"
                continue
            if other.tag == "VBG" and other.lower != word and token.tag != "VBG":
                continue  # "started | talking to me" is no start of talks
            if _is_said(other, word) and _tied(parse, other, found, at):
                if _of_another_phrase(parse, other, found):
                    continue
                if word == "guilty" and parse.tokens[j - 1].lower == "not":  # "found him | not | guilty"
                    continue
                found.append(j)
                at = j
                break
        else:
            return None
    return tuple(sorted(found))


_AROUND = frozenset({"following", "amid", "despite", "after", "before", "during", "since"})


def _is_said(other: Token, word: str) -> bool:
    """Whether a word stands there; "the army-| backed | guild" holds no "back"."""
    return word == other.lower or (word == other.lemma.lower() and word != "back")


def _of_another_phrase(parse: Parse, other: Token, found: list[int]) -> bool:
    """ "Withdrew from the town | after a ceasefire": not what they withdrew from; "held talks | following protests"."""
    if other.tag == "NNP" and any(t.start <= other.i < t.end for t in parse.times):
        return True  # "will be held by | March |": a month, and no march
    if other.dep == "advcl" and other.tag in {"VBD", "VBZ", "VBP"} and parse.children(other.i, "nsubj"):
        return True  # "suspended talks after it | attacked | a mill": no end of an attack
    whole = other
    while whole.dep == "nmod" and whole.head not in found and parse.tokens[whole.head].is_noun:
        whole = parse.tokens[whole.head]
    if any(c.lower in _AROUND and c.i not in found for h in (other, whole) for c in parse.children(h.i, "case")):
        return True  # "made no comment after | the visit |", "opened a mill amid fears of | an offensive |"
    if other.dep == "conj" and other.tag in {"VBD", "VBZ"} and parse.tokens[found[-1]].lower == "to":
        return True  # "refused to attend it and | met | the envoy instead"
    if other.lower == "war" and other.dep == "nmod" and parse.tokens[other.head].lemma.lower() in {"act", "crime"}:
        return True  # "declares the raids to be an act of | war |"
    last = parse.tokens[found[-1]]
    if other.lower in _TAKEN and parse.children(other.i, "case"):
        return True  # "holding a rope around the waist of | a prisoner"
    if last.dep != "case" or not other.is_noun or last.i < found[0]:
        return False
    own = parse.children(other.i, "case")
    return bool(own) and last.i not in {c.i for c in own}


def _only_names(parse: Parse, other: Token, found: list[int]) -> bool:
    """Whether a noun is the first half of another one, which is no word of the trigger."""
    above = parse.tokens[other.head]
    return other.dep == "compound" and other.is_noun and above.is_noun and above.i > other.i and above.i not in found


def _tied(parse: Parse, other: Token, found: list[int], at: int) -> bool:
    if other.lower == "at" and other.dep == "case" and is_passive(parse, found[0]):
        return False  # "was shot | at the airport": nobody was shot at
    if other.i == at + 1 or other.head in found:
        return True
    if other.dep == "case" and other.tag == "IN" and is_passive(parse, found[0]):
        return False  # "was shot | at the airport": nobody was shot at
    governor = parse.tokens[other.head]
    if other.lower in _VERDICTS and other.dep == "acl" and governor.dep == "obj":
        return governor.head in found  # "found a man | guilty"
    if other.dep == "case" and governor.dep in {"nmod", "obl"} and other.i + 1 == governor.i:
        return any(a.i in found for a in islice(parse.ancestors(governor.i), 3))  # "set the shop and the car | on fire"
    if other.dep == "nmod" and any(c.lower != "of" for c in parse.children(other.i, "case")):
        return False  # "declared an end | to the war", "gave birth | without access"
    return governor.head in found and other.dep in {"case", "compound", "det", "amod", "mark", "nmod", "fixed"}


_HELPING = frozenset({"rescue", "relief", "aid", "humanitarian"})  # nobody suffers "a | rescue | operation"


def light_verb(parse: Parse, token: Token, ontology: Ontology) -> tuple[int | None, LightVerb | None]:
    """The light verb that carries a noun ("carried out | an attack", "the attack | took place")."""
    for verb, shared in _carriers(parse, token):
        light = _light_of(parse, token, verb, ontology, shared=shared)
        if light is not None:
            return verb.i, light
    return None, None


def _light_of(parse: Parse, token: Token, verb: Token, ontology: Ontology, *, shared: bool) -> LightVerb | None:
    lemma = token.lemma.lower()
    slots = slots_of(parse, verb.i)
    helps = any(c.lower in _HELPING for c in parse.children(token.i, "compound", "amod"))
    for light in ontology.light_verbs(verb.lemma.lower()):
        if light.only and (lemma not in light.only or (helps and light.subject == "recipient")):
            continue
        if light.head in _DEEMING and parse.children(verb.i, "xcomp"):
            continue  # "made | the use of force a rule", "declares | the raids to be a crime"
        if light.head in {"hold", "claim", "open"} and lemma in _GOODS:
            continue  # "| donations | are held by the customs office"
        if len(light.words) > 1 and verb_words(parse, verb, light.words[1:]) is None:
            continue
        if light.status is not None and parse.children(verb.i, "nsubj:pass") and parse.children(verb.i, "xcomp"):
            continue  # "the strikes | were intended to deter them": what they were meant for
        held = {i for head in slots.get(light.event, ()) for i in _joined(parse, head)}
        if {token.i, *measures(parse, token)} & held or (shared and light.event == "object"):
            return light
    return None


def _carriers(parse: Parse, token: Token) -> Iterator[tuple[Token, bool]]:
    """The verbs that may carry the noun: above it (through conjuncts), in its relative clause, or sharing it (True)."""
    current = parse.tokens[[token.i, *measures(parse, token)][-1]]
    while current.dep == "conj" and parse.tokens[current.head].is_noun:
        current = parse.tokens[current.head]
    governor = parse.tokens[current.head]
    if governor.is_verb and current.dep in {"obj", "nsubj", "nsubj:outer", "nsubj:pass", "obl", "xcomp", "obl:agent"}:
        yield governor, False
        if current.dep.startswith("nsubj"):  # "the swap | is said to have | taken place"
            yield from ((c, False) for c in parse.children(governor.i, "xcomp") if c.is_verb)
    clauses = [c for c in parse.children(token.i, "acl", "acl:relcl") if c.is_verb]
    clauses = [c for c in clauses if not any(x.tag == "JJ" for x in parse.children(c.i, "xcomp"))]  # "made | public"
    yield from ((c, False) for c in clauses)
    # "a raid that the Front said it | carried out"
    inners = (inner for c in clauses for inner in parse.children(c.i, "ccomp") if inner.is_verb)
    yield from ((inner, False) for inner in inners if parse.children(inner.i, "nsubj", "nsubj:pass"))
    above = next((a for a in parse.ancestors(current.i) if a.is_verb), None)
    if above is not None and above.dep == "conj" and _is_shared(parse, token, parse.tokens[above.head]):
        yield parse.tokens[above.head], True
    if above is not None and _is_behind_second(parse, token, above):
        yield above, True


_MEASURES = frozenset(
    "package batch round shipment consignment tranche tonne ton million billion dollar euro series instalment "
    "installment worth convoy load planeload truckload delivery dose set string wave amount increase cut "
    "reduction number spate barrage dozen dozens day hour week round".split()
)


def measures(parse: Parse, token: Token) -> list[int]:
    """ "A package | of military aid", "forty million dollars | in aid": the words of measure above a noun."""
    found: list[int] = []
    current = token
    while current.dep == "nmod" and parse.tokens[current.head].lemma.lower() in _MEASURES:
        if not any(c.lower in {"of", "in", "worth"} for c in parse.children(current.i, "case")):
            break
        current = parse.tokens[current.head]
        found.append(current.i)
    return found


def _is_behind_second(parse: Parse, token: Token, verb: Token) -> bool:
    """The same with "responsibility for | attacks" hung on the first verb, as treebanks hang what two verbs share."""
    held = parse.tokens[token.head]
    second = [c for c in parse.children(verb.i, "conj") if c.is_verb and verb.i < c.i < held.i]
    return bool(second) and held.lemma.lower() == "responsibility" and held.head == verb.i and held.dep == "obj"


def _is_shared(parse: Parse, token: Token, verb: Token) -> bool:
    """ "to conduct and claim responsibility for | attacks": the first verb's object stands only behind the second's."""
    if not verb.is_verb or parse.children(verb.i, "obj", "ccomp", "xcomp", "nsubj:pass"):
        return False
    later = [c for c in parse.children(verb.i, "conj") if c.is_verb]
    particles = {c.i for c in parse.children(verb.i, "compound:prt")}
    after = next((t for t in parse.tokens[verb.i + 1 :] if t.i not in particles), None)
    between = after is not None and after.lower in {"and", "or"}
    return bool(later) and between and token.i in parse.subtree(later[0].i)


def _joined(parse: Parse, head: int) -> set[int]:
    heads = {head, *(c.i for c in parse.children(head, "nmod") if measures(parse, c))}
    return {i for h in heads for i in (h, *(c.i for c in parse.children(h, "conj")))}
