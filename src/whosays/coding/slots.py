"""Which words fill which slot of a verb or noun: subject, object, "by", "of" ... over every form a clause takes.

Slots are named as in the ontology. Active, passive, relative, participial, controlled and conjoined verbs all come
out alike, so a trigger says once who acts and who suffers.
"""

from __future__ import annotations

from whosays.coding.mentions import case_of
from whosays.parse import Parse, Token

RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_SUBJECTS = ("nsubj", "nsubj:outer")
_PREPOSITIONS = {
    "onto": "on", "upon": "on", "towards": "to", "toward": "to", "inside": "in", "within": "in", "throughout": "in",
    "across": "in", "alongside": "with", "among": "between", "amongst": "between", "off": "from",
    "outside": "near", "beside": "near", "opposite": "near", "beneath": "under", "following": "after",
}  # fmt: skip
# "ordered troops to fire", "allowed aid to enter": here the object acts; elsewhere the subject does.
_OBJECT_CONTROL = frozenset(
    "ask order urge tell force allow let help cause make enable permit direct instruct see hear watch push press "
    "authorise authorize compel lead persuade invite".split()
)

_OF_OBJECT = frozenset(
    "accuse blame suspect charge convict acquit prevent stop bar deter keep condemn thank praise arrest detain jail "
    "sentence criticise criticize punish indict fine sanction ban clear block restrain dissuade discourage "
    "hinder prohibit".split()
)

_TELLING = frozenset(
    "ask order urge tell call instruct authorise authorize persuade press push appeal plead prevail".split()
)

SIDES = frozenset(
    {
        "front",
        "vicinity",
        "entrance",
        "door",
        "gate",
        "side",
        "back",
        "rear",
        "basement",
        "lobby",
        "courtyard",
        "facade",
        "wall",
        "roof",
    }
)

Slots = dict[str, tuple[int, ...]]


def slot_of_case(word: str) -> str:
    """The slot that a preposition opens."""
    return _PREPOSITIONS.get(word, word)


def slots_of(parse: Parse, i: int) -> Slots:
    """Slot -> the head tokens that fill it (first conjuncts only), for the verb, noun or adjective at ``i``."""
    token = parse.tokens[i]
    found: dict[str, list[int]] = {}
    if token.is_verb:
        _verb(parse, token, found)
    else:
        _noun(parse, token, found)
    return {slot: tuple(dict.fromkeys(heads)) for slot, heads in found.items()}


def is_passive(parse: Parse, i: int) -> bool:
    """Whether the verb at ``i`` stands in the passive ("was killed", "civilians killed in the raid")."""
    if parse.children(i, "nsubj:pass", "aux:pass", "csubj:pass", "obl:agent"):
        return True
    token = parse.tokens[i]
    if token.lemma == "blame" and token.tag == "VBD" and not parse.children(i, "obj", "iobj", "conj"):
        # "Gang blamed for attack": a headline's passive; who blames blames somebody.
        return token.dep == "root" and any(case_of(parse, c.i) == "for" for c in parse.children(i, "obl"))
    if token.tag == "VBD" and token.dep == "acl":
        return not parse.children(i, "nsubj", "obj")  # "members killed in strikes": taken for the past tense
    if token.tag in {"VBN", "VBD"} and token.dep == "conj" and counted_before(parse, token) is not None:
        # "left six dead and ten | wounded"
        return is_passive(parse, token.head) or parse.tokens[token.head].tag == "JJ"
    if token.dep == "conj" and token.tag == "VBN" and parse.children(i, "nsubj"):  # "he was killed and she wounded"
        return is_passive(parse, token.head) and not parse.children(i, "aux", "obj")
    if token.tag != "VBN" or parse.children(i, "aux", "nsubj", "obj"):
        return False
    if token.dep == "conj":
        return is_passive(parse, token.head) and not parse.children(i, "nsubj")
    if token.dep == "xcomp":  # "was found | murdered", "left him | wounded", "are confirmed | killed"
        return parse.tokens[token.head].lemma.lower() in _FINDING or is_passive(parse, token.head)
    return token.dep in {"acl", "amod", "advcl", "root", "parataxis", "ccomp"}


_FINDING = frozenset({"find", "discover", "leave", "turn", "appear", "report", "believe", "see"})

_COUNTED = frozenset({"dozens", "scores", "hundreds", "thousands", "others", "many", "several"})


def counted_before(parse: Parse, token: Token) -> int | None:
    """ "two were killed and | four wounded": the number, or word of number, that stands alone as what suffers."""
    governor = parse.tokens[token.head]
    if token.dep != "conj" or not token.tag.startswith(("VB", "JJ")) or not governor.i < token.i:
        return None
    skipped = {c.i for c in parse.children(token.i, "aux", "aux:pass", "advmod", "cop")}
    at = token.i - 1
    while at > governor.i and at in skipped:
        at -= 1
    before = parse.tokens[at]
    if at <= governor.i or not (before.tag == "CD" or before.lower in _COUNTED):
        return None
    return at if before.head in {token.i, governor.i} or before.dep == "fixed" else None


def antecedent(parse: Parse, i: int) -> int | None:
    """The noun that the relative clause or participle around verb ``i`` describes."""
    token = parse.tokens[i]
    if token.dep in {"acl", "acl:relcl"}:
        return token.head
    if token.dep == "conj" and parse.tokens[token.head].is_verb:
        return antecedent(parse, token.head)
    return None


def _real(parse: Parse, verb: int, filler: Token) -> int | None:
    """A relative pronoun gives way to its antecedent; expletives fill nothing."""
    if filler.lower in RELATIVES and filler.tag in {"WP", "WDT", "IN", "DT", "WP$"}:
        return antecedent(parse, verb)
    return None if filler.dep == "expl" else filler.i


def _put(found: dict[str, list[int]], slot: str, filler: int | None) -> None:
    if filler is not None:
        found.setdefault(slot, []).append(filler)


def _verb(parse: Parse, token: Token, found: dict[str, list[int]]) -> None:
    passive = is_passive(parse, token.i)
    for child in parse.children(token.i):
        if child.dep == "nsubj:pass" or (child.dep in _SUBJECTS and passive):
            _put(found, "object", _real(parse, token.i, child))
        elif child.dep in _SUBJECTS:
            _put(found, "subject", _real(parse, token.i, child))
        elif child.dep == "obj":
            _put(found, "object", _real(parse, token.i, child))
        elif child.dep == "iobj":
            _put(found, "iobj", child.i)
        elif child.dep == "obl:agent":
            _put(found, "subject", child.i)
        elif child.dep in {"obl", "nmod"}:
            _oblique(parse, token, child, found, passive=passive)
        elif child.dep == "xcomp" and passive:  # "were shot dead by masked men"
            for agent in parse.children(child.i, "obl:agent"):
                _put(found, "subject", agent.i)
    counted = counted_before(parse, token)
    if counted is not None and passive and "object" not in found:
        _put(found, "object", counted)
    side = "object" if passive else "subject"
    if side not in found:
        _put(found, side, understood_subject(parse, token.i))
    if not passive and "object" not in found and token.dep == "conj":
        _shared_object(parse, token, found)


def _oblique(parse: Parse, token: Token, child: Token, found: dict[str, list[int]], *, passive: bool) -> None:
    slot = slot_of_case(case_of(parse, child.i))
    slot, child = _beside(parse, slot, child)
    if slot == "by" and passive:
        slot = "subject"
    numbers = [n for n in parse.children(child.i, "nummod") if parse.children(n.i, "conj")]
    if slot == "between" and numbers and not parse.children(token.i, "obj"):
        slot = "object"  # "killed between eight and ten soldiers"
    if slot:
        _put(found, slot, _real(parse, token.i, child))


def _beside(parse: Parse, slot: str, child: Token) -> tuple[str, Token]:
    """ "in front of the bank", "at the gate of the camp": near the thing itself."""
    inner = [c for c in parse.children(child.i, "nmod") if case_of(parse, c.i) == "of"]
    if slot in {"in", "at", "near", "on"} and child.lemma.lower() in SIDES and inner:
        return "near", inner[0]
    return slot, child


def _shared_object(parse: Parse, token: Token, found: dict[str, list[int]]) -> None:
    """ "attacked and looted the village" hangs the object on one verb only; the earlier verb shares a later one's."""
    for later in parse.children(token.i, "conj"):
        if later.is_verb and not parse.children(token.i, "obj"):
            for child in parse.children(later.i, "obj"):
                _put(found, "object", child.i)


def understood_subject(parse: Parse, i: int) -> int | None:
    """Who is understood to do (or, in the passive, suffer) what the verb at ``i`` says, when it names nobody."""
    token = parse.tokens[i]
    if token.dep in {"acl", "acl:relcl"}:
        other = parse.children(i, *_SUBJECTS, "nsubj:pass")
        return None if other else token.head
    governor = parse.tokens[token.head]
    if token.dep == "conj" and governor.is_verb:
        above = shared_infinitive(parse, token)
        return _inherited(parse, governor.i if above is None else above.i, passive=is_passive(parse, i))
    if token.dep == "amod" and token.tag == "VBN" and governor.is_noun and token.i < governor.i:
        return governor.i  # "the kidnapped | students"
    if token.dep == "xcomp":
        if governor.lemma in _OBJECT_CONTROL or (governor.lemma in _FINDING and is_passive(parse, i)):
            objects = parse.children(governor.i, "obj", "iobj", "nsubj:pass")
            if objects:
                return _real(parse, governor.i, objects[0])
        return own_subject(parse, governor.i)
    if token.dep in {"advcl", "acl", "xcomp"} and governor.is_verb and _of_object(parse, i, governor):
        objects = parse.children(governor.i, "obj", "iobj", "nsubj:pass")
        return _real(parse, governor.i, objects[0]) if objects else None
    if token.dep == "advcl" and governor.is_verb and token.tag in {"VBG", "VBN", "VB"}:
        if parse.children(i, "mark") and token.tag == "VB" and not _purpose(parse, i):
            return None
        told = _told(parse, governor, token)
        if told is not None and token.tag == "VB":  # "urged the allies, among them X, to take part"
            return told
        return own_subject(parse, governor.i)
    return None


def _told(parse: Parse, governor: Token, verb: Token) -> int | None:
    """Whom a verb tells to do something: "ordered the army | to", "called on both sides | to"."""
    if governor.lemma.lower() not in _TELLING:
        return None
    for child in parse.children(governor.i, "obj", "obl"):
        if child.dep == "obj" or (child.i < verb.i and case_of(parse, child.i) in {"on", "upon", "to", "for", "with"}):
            return child.i
    return None


def shared_infinitive(parse: Parse, verb: Token) -> Token | None:
    """ "should take back the men that we captured and | try them": the verb that a bare infinitive goes with.

    Trees hang it on the finite verb in between, which no infinitive can be joined to.
    """
    governor = parse.tokens[verb.head]
    if verb.dep != "conj" or verb.tag != "VB" or governor.tag not in {"VBD", "VBN", "VBZ"}:
        return None
    if parse.children(verb.i, "aux", "mark", "nsubj", "nsubj:pass"):
        return None
    return next((a for a in parse.ancestors(governor.i) if a.tag == "VB"), None)


def _of_object(parse: Parse, i: int, governor: Token) -> bool:
    """ "accused the group of planning", "stopped them from entering": the object does it."""
    if governor.lemma.lower() not in _OF_OBJECT:
        return False
    return any(c.lower in {"of", "for", "from"} for c in parse.children(i, "mark", "case"))


def _purpose(parse: Parse, i: int) -> bool:
    return any(t.lower == "to" for t in parse.children(i, "mark", "aux"))


def own_subject(parse: Parse, i: int) -> int | None:
    """The grammatical subject of the verb at ``i``, its own or understood."""
    token = parse.tokens[i]
    for child in parse.children(i, *_SUBJECTS, "nsubj:pass"):
        return _real(parse, i, child)
    return understood_subject(parse, i) if token.head != i else None


def _inherited(parse: Parse, governor: int, *, passive: bool) -> int | None:
    """The subject that a conjoined verb shares; an agent is not handed on to a passive ("shot and was arrested")."""
    subject = own_subject(parse, governor)
    if subject is None or passive or not is_passive(parse, governor):
        return subject
    agents = parse.children(governor, "obl:agent")
    return agents[0].i if agents else subject


def _noun(parse: Parse, token: Token, found: dict[str, list[int]]) -> None:
    for child in parse.children(token.i):
        if child.dep in {"nmod", "obl", "obl:agent"}:
            slot, filler = _beside(parse, slot_of_case(case_of(parse, child.i)), child)
            if slot:
                _put(found, slot, filler.i)
        elif child.dep == "nmod:poss":
            _put(found, "poss", child.i)
        elif child.dep in {"compound", "nmod:desc", "flat"} and child.i < token.i:
            _put(found, "compound", child.i)
        elif child.dep == "amod":
            _put(found, "amod", child.i)
        elif child.dep == "nsubj" and parse.children(token.i, "cop"):
            _put(found, "subject", child.i)
    if "of" not in found:
        _put(found, "of", _aimed_at(parse, token))
    if token.tag.startswith("JJ") and "subject" not in found:
        _put(found, "subject", _predicated_of(parse, token))


_AIMS = frozenset({"target", "object", "victim", "scene"})


def _aimed_at(parse: Parse, token: Token) -> int | None:
    """ "The home was the target of | an attack": whom or what a deed is said to have been aimed at."""
    above = parse.tokens[token.head]
    if token.dep != "nmod" or above.lemma.lower() not in _AIMS or not parse.children(above.i, "cop"):
        return None
    subjects = parse.children(above.i, "nsubj")
    return _real(parse, above.i, subjects[0]) if subjects else None


def _predicated_of(parse: Parse, token: Token) -> int | None:
    """Whom an adjective is said of: "left five people | dead", "was found | dead", "the dead | soldiers"."""
    governor = parse.tokens[token.head]
    if token.dep == "xcomp" and governor.is_verb:
        for number in parse.children(token.i, "nummod"):
            return number.i  # "left | six | dead": trees hang a bare number on the adjective
        told = parse.children(governor.i, "obj", "nsubj:pass", "obl:unmarked") or parse.children(governor.i, "nsubj")
        return told[0].i if told else None
    if token.dep == "amod" and (parse.children(governor.i, "nummod") or governor.i < token.i):
        return governor.i
    return None
