"""Did it happen? The status of a deed, read from what stands over it: negation, modals, plans, attempts, habit."""

from __future__ import annotations

from whosays.coding.tense import general, headline, tense_of
from whosays.coding.understood import is_passive, shared_infinitive
from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token
from whosays.records import EventStatus

_CHAIN = frozenset({"xcomp", "ccomp", "acl", "advcl", "conj", "obj", "nmod", "obl", "nsubj:pass", "nsubj", "parataxis"})
_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latest", "only"})
_UNREAL = frozenset({"hypothetical", "planned", "demanded", "attempted", "threatened"})
_RUNNING = frozenset({"attempted", "ongoing"})
_PROMISED = frozenset({"planned", "threatened", "demanded"})
_IN_CLAUSE = frozenset({"nmod", "obl", "obj", "nsubj", "nsubj:pass", "conj", "compound"})
_PURPOSE_MARKS = frozenset({"to"})


def status_of(parse: Parse, i: int, wording: Wording, carrier: int | None = None) -> EventStatus:
    """The status of the deed that the word at ``i`` tells of.

    Args:
        parse: the report.
        i: the trigger's head token.
        wording: the word lists.
        carrier: the light verb that carries a noun trigger ("carried out an attack"), None for others.
    """
    token = parse.tokens[i]
    if not token.is_verb:
        found = _of_noun(parse, token, wording)
        if found is not None:
            return found
        if carrier is not None:
            return _of_clause(parse, parse.tokens[carrier], wording, noun=token)
        return _governed(parse, token, wording) or _supposed(parse, token, wording) or "happened"
    return _of_clause(parse, token, wording, noun=None)


def _of_noun(parse: Parse, token: Token, wording: Wording) -> EventStatus | None:
    for child in parse.children(token.i):
        if child.dep == "det" and child.lower in {"no", "neither"}:
            return "negated"
        if child.dep == "det" and child.lower in {"any", "every", "such"}:
            return "hypothetical"
        if child.dep == "amod":
            status = wording.adjective(child.lemma.lower()) or wording.adjective(child.lower)
            if status is not None:
                return status
        if child.dep == "acl" and child.tag == "VBN" and wording.governor(child.lemma.lower()) in _PROMISED:
            return wording.governor(child.lemma.lower())  # "a withdrawal | promised by the president"
        if child.dep == "case" and child.lower == "without":
            return "negated"
        if child.dep in {"nmod", "nmod:unmarked", "obl:unmarked"} and any(
            t.kind == "set" and t.start <= child.i < t.end for t in parse.times
        ):
            return "habitual"  # "killings | every week"
        if child.dep == "case" and child.lower == "ahead":  # "ahead of | a meeting in London"
            return "planned"
    return None


def _supposed(parse: Parse, token: Token, wording: Wording) -> EventStatus | None:
    """ "A bombardment of the city would force many out", "next week's talks": not there yet.

    Only for nouns that nothing else ties to the past; a definite noun may be known to have happened.
    """
    times = [t for t in parse.times if t.start > token.i - 4 and t.end <= token.i + 6]
    below = set(parse.subtree(token.i))
    ahead = [t for t in times if (t.shift or 0) > 0]
    if any(set(range(t.start, t.end)) & below for t in ahead):
        return "planned"
    if parse.children(token.i, "acl", "acl:relcl") or parse.children(token.i, "nmod:poss") or len(times) > len(ahead):
        return None
    definite = any(c.lower in {"the", "this", "that", "these", "those"} for c in parse.children(token.i, "det"))
    if definite and token.dep != "nsubj":
        return None
    verb = _clause_above(parse, token)
    if verb is None:
        return None
    if definite:
        return "hypothetical" if _modal(parse, verb, wording) is not None else None
    above = _of_clause(parse, verb, wording, None)
    if above == "planned" and token.dep == "obj":  # "is due to stage | a conference"
        return "planned"
    return "hypothetical" if above in _UNREAL else None


def _clause_above(parse: Parse, token: Token) -> Token | None:
    """The verb in whose clause a noun stands, through the phrases above it."""
    current = token
    while current.head != current.i and current.dep in _IN_CLAUSE:
        current = parse.tokens[current.head]
        if current.is_verb:
            return current
    return None


def _infinitive(parse: Parse, verb: Token) -> bool:
    """ "to attack", "to be attacked"; not "to have attacked"."""
    marks = parse.children(verb.i, "mark", "aux")
    if not any(c.lower in _PURPOSE_MARKS and c.tag in {"TO", "IN"} for c in marks):
        return False
    if any(c.lemma.lower() == "have" for c in parse.children(verb.i, "aux")):
        return False
    return verb.tag in {"VB", "VBP"} or bool(parse.children(verb.i, "aux:pass"))


def _of_clause(parse: Parse, verb: Token, wording: Wording, noun: Token | None) -> EventStatus:
    shared = shared_infinitive(parse, verb)
    if shared is not None:
        found = _of_clause(parse, shared, wording, None)
        return "hypothetical" if found == "happened" else found
    if _conditional(parse, verb, wording):  # also "if the army does not leave"
        return "hypothetical"
    if _negated(parse, verb, wording):
        return "negated"
    modal = _modal(parse, verb, wording) or _modal_above(parse, verb, wording)
    if modal is not None:
        return modal
    if _is_to(parse, verb):
        return "planned"
    governed = _governed(parse, verb, wording)
    if governed == "ongoing":
        return "habitual" if general(parse, verb, noun) else "ongoing"
    if governed is not None:
        return governed
    if noun is not None and verb.head == noun.i and _infinitive(parse, verb):  # "a summit | to be held on Friday"
        return "planned"
    if _is_purpose(parse, verb, wording):
        # A headline's infinitive announces: "Ministers to meet in Almaty".
        return "planned" if headline(parse, verb) else "hypothetical"
    if _commanded(parse, verb):
        return "demanded"
    if any(c.lemma.lower() in wording.status.habits for c in parse.children(verb.i, "advmod", "obl:unmarked")):
        return "habitual"
    by_means = _by_means(parse, verb, wording)
    if by_means is not None:
        return by_means
    return tense_of(parse, verb, noun, wording)


def _by_means(parse: Parse, verb: Token, wording: Wording) -> EventStatus | None:
    """ "Never kept its word | by paying", "wants to help, | while withdrawing": done no more than what is beside it."""
    governor = parse.tokens[verb.head]
    marks = {c.lower for c in parse.children(verb.i, "mark", "advmod")}
    if verb.dep != "advcl" or verb.tag != "VBG" or not governor.is_verb or not marks & {"by", "while", "in"}:
        return None
    if "by" in marks and _negated(parse, governor, wording):
        return "negated"
    above = _of_clause(parse, governor, wording, None)
    return above if above in _UNREAL else None


def _negated(parse: Parse, verb: Token, wording: Wording) -> bool:
    negations = wording.status.negations
    for child in parse.children(verb.i):
        if child.lower == "longer" and parse.tokens[child.i - 1].lower == "no":  # "no longer | supplies them"
            return True
        if child.dep in {"advmod", "cc", "cc:preconj"} and child.lower in negations:
            if parse.tokens[child.i + 1].lower in {"only", "just", "merely"}:  # "not only killed dozens but"
                continue
            return True
        if child.dep in {"nsubj", "nsubj:pass", "obj"}:
            if child.lower in negations:
                # "Nobody was hurt" denies the harm; a toll of nil is read by the tolls.
                return True
            # "No group attacked", "neither Britain nor France has signed"
            if any(d.lower in {"no", "neither"} for d in parse.children(child.i, "det", "cc:preconj", "cc", "advmod")):
                return True
        if child.dep == "mark" and child.lower == "without":
            return True
    if verb.dep == "conj" and parse.tokens[verb.head].is_verb and not parse.children(verb.i, "nsubj", "nsubj:pass"):
        between = parse.tokens[verb.head + 1 : verb.i]
        return any(t.lower in {"nor", "or"} for t in between) and _negated(parse, parse.tokens[verb.head], wording)
    return False


def _conditional(parse: Parse, verb: Token, wording: Wording) -> bool:
    marks = parse.children(verb.i, "mark", "advmod")
    if any(f.lower == "case" for m in marks if m.lower == "in" for f in parse.children(m.i, "fixed")):
        return True  # "in case they attack"
    return any(c.lower in wording.status.conditions for c in marks) or any(
        a.is_verb and any(c.lower in {"if", "unless", "lest"} for c in parse.children(a.i, "mark"))
        for a in _joined_above(parse, verb)
    )


def _joined_above(parse: Parse, verb: Token) -> list[Token]:
    """The verbs that a verb is joined to or completes: "if she returned | and was charged | and convicted"."""
    found: list[Token] = []
    current = verb
    while current.dep in {"xcomp", "conj"} and current.head != current.i:
        current = parse.tokens[current.head]
        found.append(current)
    return found


def _is_purpose(parse: Parse, verb: Token, wording: Wording) -> bool:
    """ "raised a force to fight them", "efforts to free them": what is meant to be done is not said to be done."""
    current = verb
    while current.dep == "conj" and parse.tokens[current.head].is_verb and not _infinitive(parse, current):
        if current.tag != "VB":
            return False
        current = parse.tokens[current.head]
    if not _infinitive(parse, current):
        return False
    governor = parse.tokens[current.head]
    if any(c.lower in _RANKS for c in parse.children(governor.i, "amod")):  # "the first president to be arrested"
        return False
    return current.head == current.i or governor.lemma.lower() not in wording.status.transparent


def _commanded(parse: Parse, verb: Token) -> bool:
    """ "Kill them.": a bare form with nobody to do it and nothing over it."""
    if verb.tag != "VB" or verb.dep not in {"root", "parataxis", "ccomp"}:
        return False
    return not parse.children(verb.i, "nsubj", "nsubj:pass", "aux", "mark")


def _is_to(parse: Parse, verb: Token) -> bool:
    """ "is to visit", "are to meet", "is due to meet": an arrangement."""
    marks = {c.lower for c in parse.children(verb.i, "mark")}
    if any(c.lower == "due" for c in parse.children(verb.i, "mark", "advmod")):
        return any(
            c.lower == "to" for d in parse.children(verb.i, "mark", "advmod") for c in parse.children(d.i, "fixed")
        )
    beings = {c.lower for c in parse.children(verb.i, "cop", "aux")}
    return "to" in marks and bool(beings & {"is", "are", "was", "were"})


def _modal(parse: Parse, verb: Token, wording: Wording) -> EventStatus | None:
    holder: Token | None = verb
    while holder is not None:
        auxiliaries = [c for c in parse.children(holder.i, "aux") if c.tag == "MD"]
        for auxiliary in auxiliaries:
            if auxiliary.lower in {"would", "could", "might"} and _perfect(parse, holder):
                return "hypothetical"
            if auxiliary.lower == "would" and _foretold(parse, holder):
                return "planned"
            return wording.modal(auxiliary.lower) or "hypothetical"
        shares = holder.dep == "conj" and not parse.children(holder.i, "nsubj", "nsubj:pass", "aux")
        holder = parse.tokens[holder.head] if shares and parse.tokens[holder.head].is_verb else None
    return None


def _modal_above(parse: Parse, verb: Token, wording: Wording) -> EventStatus | None:
    """ "It will be shown | when they meet": the present of a clause below a future."""
    governor = parse.tokens[verb.head]
    if verb.dep != "advcl" or verb.tag not in {"VBZ", "VBP"} or not governor.is_verb:
        return None
    return _modal(parse, governor, wording)


def _foretold(parse: Parse, verb: Token) -> bool:
    """ "It announced that the council | would hold a meeting": the future, seen from the past; no condition."""
    if verb.dep != "ccomp" or parse.tokens[verb.head].tag not in {"VBD", "VBN"}:
        return False
    clauses = parse.children(verb.i, "advcl")
    return not any(m.lower in {"if", "unless"} for c in clauses for m in parse.children(c.i, "mark"))


def _perfect(parse: Parse, verb: Token) -> bool:
    return any(c.lemma.lower() == "have" for c in parse.children(verb.i, "aux"))


def _governed(parse: Parse, token: Token, wording: Wording) -> EventStatus | None:
    """What the words above make of the deed: the nearest that says anything decides."""
    current = token
    while current.head != current.i and current.dep in _CHAIN:
        governor = parse.tokens[current.head]
        lemma = governor.lemma.lower()
        if not _governs(parse, current, governor):
            return None
        status = wording.governor(lemma)
        if current.dep == "conj" and (status == "ongoing" or current.tag in {"VBD", "VBZ", "VBP"}):
            status = None  # "she decided to flee and her husband | surrendered"
        if lemma == "announce" and current.is_noun and _is_the(parse, current):
            status = None  # "announced | the arrest of twelve men": told after the deed
        if current.dep == "advcl" and status == "ongoing":
            status = None  # "went into talks | to clear the province": an aim
        if status == "negated" and any(c.lower in {"until", "unless"} for c in parse.children(governor.i, "mark")):
            return "ongoing"  # "until they cease | their strikes"
        if status is not None:
            ahead = _modal(parse, governor, wording) if governor.is_verb and status in _RUNNING else None
            return ahead or _undone(parse, governor, wording, status)  # "will try | to agree": not tried yet
        if governor.is_verb and current.dep in {"xcomp", "conj"} and not parse.children(current.i, "aux"):
            if _negated(parse, governor, wording):
                return "negated"
            modal = _modal(parse, governor, wording)
            if modal is not None:
                return modal
        describes = current.dep == "acl" and current.tag == "VBG"  # "authorised operations | targeting the chief"
        if current.dep not in {"xcomp", "conj"} and lemma not in wording.status.transparent and not describes:
            return None
        current = governor
    return None


def _is_the(parse: Parse, noun: Token) -> bool:
    """ "The arrest of twelve men": a definite noun with somebody in its phrase."""
    return any(c.lower == "the" for c in parse.children(noun.i, "det")) and bool(parse.children(noun.i, "nmod"))


def _governs(parse: Parse, current: Token, governor: Token) -> bool:
    """Whether the governor speaks of the deed itself: "plans to attack", "a plan for attacks", "foiled an attack"."""
    infinitive = any(c.lower in _PURPOSE_MARKS for c in parse.children(current.i, "mark"))
    if current.dep in {"xcomp", "conj"}:
        return True
    if current.dep == "acl":  # "a moratorium | on providing aid"
        return infinitive or current.tag == "VBG"
    if current.dep == "advcl":  # "was killed trying to escape" says nothing of the killing
        kept = current.tag == "VBG" and any(c.lower == "from" for c in parse.children(current.i, "mark", "case"))
        return (infinitive and current.tag == "VB") or kept  # "prevented them | from attacking"
    if current.dep == "ccomp":
        return infinitive or governor.lemma.lower() in {"demand", "fear", "plan", "propose", "hope", "ask", "request"}
    if current.is_verb:
        return False
    if current.dep in {"obj", "nsubj:pass"}:
        return governor.is_verb and not (current.dep == "nsubj:pass" and not is_passive(parse, governor.i))
    if current.dep in {"nmod", "obl"}:
        cases = {c.lower for c in parse.children(current.i, "case")}
        return bool(cases & {"of", "for", "against", "from"}) and (governor.is_noun or governor.is_verb)
    return False


def _undone(parse: Parse, governor: Token, wording: Wording, status: EventStatus) -> EventStatus | None:
    """ "did not plan to attack", "failed to" under a negation: what is then left."""
    if governor.is_verb and _negated(parse, governor, wording):
        return "negated" if status in {"planned", "attempted", "threatened", "ongoing"} else None
    return status
