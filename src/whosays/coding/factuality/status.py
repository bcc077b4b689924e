"""Did it happen? The status of a deed, read from what stands over it: negation, modals, plans, attempts, habit."""

from __future__ import annotations

import re

from whosays.coding.factuality.ahead import bargained, is_fixed, is_yet_to_be, not_before, voted_down
from whosays.coding.factuality.arranged import (
    is_announced,
    is_commanded,
    is_heading,
    is_to,
    is_to_be_told,
    is_travelling,
)
from whosays.coding.factuality.asarule import almost, is_left_open, not_yet, usual
from whosays.coding.factuality.awaited import holds, impending, on_condition, until_then
from whosays.coding.factuality.bidden import is_bidden, is_ransom, or_else
from whosays.coding.factuality.denying import (
    is_conditional,
    is_negated,
    is_no_confidence,
    is_told_beside_denial,
    is_unreal,
    modal_above,
    modal_of,
)
from whosays.coding.factuality.governing import governs, infinitive, is_stopped, said_by
from whosays.coding.factuality.inhand import in_hand
from whosays.coding.factuality.lasting import goes_on_so_far
from whosays.coding.factuality.outlook import (
    as_most,
    as_price,
    at_last,
    before_it,
    bound_for,
    goes_on,
    in_question,
    in_state,
    is_price,
    is_wanted,
    is_wished,
    of_what_would_be,
    on_the_march,
    only_talked_of,
    uninvolved,
)
from whosays.coding.factuality.regarded import is_presupposed, is_sent_to_look, noun_regarded, regarded
from whosays.coding.factuality.sought import is_secured
from whosays.coding.factuality.survivors import did_not_survive, is_alive_after_all
from whosays.coding.factuality.tense import general, headline, tense_of
from whosays.coding.words.inpassing import is_there
from whosays.coding.words.mentions import case_of
from whosays.coding.words.understood import shared_infinitive
from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token
from whosays.records import EventStatus

_CHAIN = frozenset({"xcomp", "ccomp", "acl", "advcl", "conj", "obj", "nmod", "obl", "nsubj:pass", "nsubj", "parataxis"})
_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latest", "only"})
_RANKED = re.compile(r"\d+(?:st|nd|rd|th)|[a-z]+(?:th|ieth)")
_UNREAL = frozenset({"hypothetical", "planned", "demanded", "attempted", "threatened"})
_RUNNING = frozenset({"attempted", "ongoing"})
_OPENING = frozenset({"start", "begin", "open"})
_LEADING = frozenset({"lead", "result"})
_PROMISED = frozenset({"promise", "plan", "schedule", "propose", "intend", "expect", "pledge", "envisage"})
_IN_CLAUSE = frozenset({"nmod", "obl", "obj", "nsubj", "nsubj:pass", "conj", "compound"})


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
        if found == "planned" and not is_fixed(parse, token):  # "a planned attack | was foiled"
            undone = "negated" if voted_down(parse, token) else _governed(parse, token, wording)
            return undone if undone in {"attempted", "negated"} else found
        if found is not None:
            return found
        if carrier is not None:
            if _is_faced(parse, token, parse.tokens[carrier]):
                return "planned" if token.lemma.lower() in _DUE else "threatened"
            if is_stopped(parse, token, parse.tokens[carrier], wording):
                return "ongoing"
            own = _of_clause(parse, parse.tokens[carrier], wording, noun=token)
            return "happened" if own == "negated" and did_not_survive(parse, carrier, wording) else own
        if is_price(parse, token) and (clause := _clause_above(parse, token)) is not None:
            asked = bargained(parse, clause, wording)  # "demanded the town in exchange for | their release"
            return as_price(parse, clause, asked or _of_clause(parse, clause, wording, None))
        if is_secured(parse, token):
            return _of_clause(parse, parse.tokens[token.head], wording, None)
        above = _governed(parse, token, wording) or _at_what_is_due(parse, token, wording)
        return above or _supposed(parse, token, wording) or "happened"
    return _of_clause(parse, token, wording, noun=None)


def _is_faced(parse: Parse, noun: Token, verb: Token) -> bool:
    """ "The region faces | invasion": one that has not come, where no article tells of it."""
    now = verb.lemma.lower() == "face" and verb.tag in {"VBZ", "VBP", "VBG"} and noun.tag == "NN"
    told = {"det", "nmod:poss", "nummod"} if noun.lemma.lower() in _FATES else {"det", "nmod:poss", "nummod", "amod"}
    return now and not parse.children(noun.i, *told)


_FATES = frozenset(
    "detention imprisonment deportation extradition arrest trial prosecution expulsion execution eviction conviction "
    "removal dismissal impeachment suspension punishment arraignment retrial court-martial".split()
)
_DUE = frozenset({"trial", "prosecution", "arraignment", "retrial", "court-martial"})  # what a court has set


def _of_noun(parse: Parse, token: Token, wording: Wording) -> EventStatus | None:
    first = parse.tokens[token.head] if token.dep == "conj" and parse.tokens[token.head].is_noun else token
    if parse.children(first.i, "cop") and any(c.tag == "MD" for c in parse.children(first.i, "aux")):
        return modal_of(parse, first, wording)  # "what they fear will be | a siege", "would be the first meeting"
    after = bound_for(parse, token) or holds(parse, token) or uninvolved(parse, token)
    if not _is_described(parse, token, wording):  # "the | scheduled | meeting follows a row"
        after = after or noun_regarded(parse, token)
    after = after or of_what_would_be(parse, token) or _after_what(parse, token, wording)
    after = after or in_state(parse, token) or in_hand(parse, token)
    if after is not None:
        return after
    for child in parse.children(token.i):
        if child.dep == "det" and child.lower in {"no", "neither"} and not is_no_confidence(parse, child):
            return "negated"
        if child.dep == "det" and child.lower in {"any", "every", "such"}:
            return "negated" if child.lower == "any" and _is_denied(parse, token, wording) else "hypothetical"
        if child.dep == "amod" and (status := _told_by(child, wording)) is not None:
            return status
        apart = parse.tokens[child.i - 1].text == ","
        if child.dep == "acl" and (_is_in_the_making(parse, child) or _is_to_begin(parse, child)):
            return "planned"
        if child.dep == "acl" and child.tag == "VBN" and child.lemma.lower() in _PROMISED and not apart:
            return "planned"  # "a withdrawal | promised by the president"
        if (
            child.dep == "acl"
            and child.tag == "VBG"
            and child.lemma.lower() in _OPENING
            and _ahead(parse, token, wording)
        ):
            return "planned"  # "will skip | a summit | starting on Wednesday"
        cased = _of_case(parse, token, child, wording) if child.dep == "case" else None
        if cased is not None:
            return cased
        if child.dep in {"nmod", "nmod:unmarked", "obl:unmarked"} and any(
            t.kind == "set" and t.start <= child.i < t.end for t in parse.times
        ):
            return "habitual"  # "killings | every week"
    return None


def _told_by(adjective: Token, wording: Wording) -> EventStatus | None:
    return wording.adjective(adjective.lemma.lower()) or wording.adjective(adjective.lower)


def _is_described(parse: Parse, noun: Token, wording: Wording) -> bool:
    return any(_told_by(c, wording) is not None for c in parse.children(noun.i, "amod"))


def _is_in_the_making(parse: Parse, clause: Token) -> bool:
    """ "A truce | being negotiated in Orli": there is none yet."""
    being = any(c.lower == "being" for c in parse.children(clause.i, "aux:pass"))
    return being and clause.lemma.lower() in {"negotiate", "finalize", "finalise", "discuss", "draft", "prepare"}


def _is_to_begin(parse: Parse, clause: Token) -> bool:
    """ "With | talks | to begin at once", "a summit to open in Orli": not yet."""
    return clause.lemma.lower() in {"begin", "start", "open", "follow", "resume"} and infinitive(parse, clause)


def _of_case(parse: Parse, noun: Token, case: Token, wording: Wording) -> EventStatus | None:
    """ "Ahead of | a meeting in London", "will recognise it upon | the release of them"."""
    if "ahead" in {case.lower, parse.tokens[case.i - 1].lower}:
        return "planned"
    if case.lower == "upon":
        return "planned" if _ahead(parse, noun, wording) else None
    return _CASES.get(case.lower)


# "Left without | an attack"; "moves towards | recognition of the council"
_CASES: dict[str, EventStatus] = {"without": "negated", "pending": "planned", "toward": "planned", "towards": "planned"}


def _after_what(parse: Parse, noun: Token, wording: Wording) -> EventStatus | None:
    """ "Asked both to meet, followed by | a meeting | with Orli": no more done than what it is to follow."""
    following = parse.tokens[noun.head]
    if following.lower != "followed" or following.dep not in {"advcl", "acl"} or noun.dep not in {"obl", "obl:agent"}:
        return None
    above = parse.tokens[following.head]
    return wording.governor(above.lemma.lower()) or modal_of(parse, above, wording) if above.is_verb else None


def _is_denied(parse: Parse, noun: Token, wording: Wording) -> bool:
    """ "Will not hold any | talks", "take part in any": a noun that is the object of what is not done."""
    verb = parse.tokens[noun.head]
    within = noun.dep == "obl" and verb.lemma.lower() in {"participate", "engage", "partake", "take"}
    return (noun.dep == "obj" or within) and verb.is_verb and is_negated(parse, verb, wording)


def _ahead(parse: Parse, noun: Token, wording: Wording) -> bool:
    """Whether the clause around a noun tells of what will be."""
    verb = _clause_above(parse, noun)
    return verb is not None and modal_of(parse, verb, wording) == "planned"


def _at_what_is_due(parse: Parse, token: Token, wording: Wording) -> EventStatus | None:
    """ "Are scheduled to consider it | at a meeting | on March 5": no more held than what is to be done at it."""
    clause = _clause_above(parse, token)
    if clause is None or token.dep != "obl":
        return None
    to_come = any(c.lower in {"will", "would"} for c in parse.children(clause.i, "aux"))
    passive = to_come and bool(parse.children(clause.i, "aux:pass"))
    if clause.tag != "VB" and not passive:
        return None
    if not any(c.lower in {"at", "during"} for c in parse.children(token.i, "case")):
        return None
    agreed = parse.tokens[clause.head]
    if agreed.lower == "agreed" and any(case_of(parse, c.i) == "by" for c in parse.children(token.i, "nmod")):
        return "happened"  # "agreed to buy jets | during a visit | by Ana Ruiz": that is when it was agreed
    # "the pact | would be signed | during his visit"
    return "planned" if passive or _of_clause(parse, clause, wording, None) == "planned" else None


def _supposed(parse: Parse, token: Token, wording: Wording) -> EventStatus | None:
    """ "A bombardment of the city would force many out", "next week's talks": not there yet.

    Only for nouns that nothing else ties to the past; a definite noun may be known to have happened.
    """
    called = parse.tokens[token.head]
    going_on = in_question(parse, token, called) or _going_on(parse, token, called)
    going_on = going_on or _called(parse, token, called, wording)
    if going_on is not None or is_presupposed(parse, token):
        return going_on
    times = [t for t in parse.times if t.start > token.i - 4 and t.end <= token.i + 6]
    below = set(parse.subtree(token.i))
    ahead = [t for t in times if (t.shift or 0) > 0]
    if any(set(range(t.start, t.end)) & below for t in ahead):
        return "planned"
    clauses = [c for c in parse.children(token.i, "acl", "acl:relcl") if _is_past(parse, c)]
    recent = any(c.lower == "recent" for c in parse.children(token.i, "amod"))  # "to protest | a recent killing |"
    if clauses or recent or parse.children(token.i, "nmod:poss") or len(times) > len(ahead):
        return None
    definite = any(c.lower in {"the", "this", "that", "these", "those"} for c in parse.children(token.i, "det"))
    if definite and token.dep == "obl" and any(c.lower in {"at", "during"} for c in parse.children(token.i, "case")):
        return "planned" if _ahead(parse, token, wording) else None  # "will recognise it | at the session"
    if definite and token.dep != "nsubj":
        return None
    verb = _clause_above(parse, token)
    if verb is None:
        return "hypothetical" if not definite and _would_be(parse, token, called) else None
    if token.dep == "nsubj" and verb.lemma.lower() == "risk" and verb.tag in {"VBZ", "VBP"}:
        return "hypothetical"  # "a clash between them | risks a wider war"
    if definite and verb.lemma.lower() in _SIGNIFYING:
        return None  # "the seizure may | mean | that they plan a raid"
    if definite:
        return "hypothetical" if modal_of(parse, verb, wording) is not None else None
    above = _of_clause(parse, verb, wording, None)
    if above == "negated" and verb.lemma.lower() in {"amount", "constitute", "equal"}:
        return "negated"  # "its signing does not amount to | recognition |"
    if above == "negated" and modal_of(parse, verb, wording) is not None:
        return "hypothetical"  # "will not stand by and watch | an attack"
    if (
        above == "planned" and token.dep == "obj" and verb.lemma.lower() not in _SEEING
    ):  # "is due to stage | a conference"
        return "planned"
    return "hypothetical" if above in _UNREAL else None


_SIGNIFYING = frozenset({"mean", "indicate", "suggest", "signal", "reflect", "show"})
_COMING = frozenset({"near", "imminent", "ahead"})


def _going_on(parse: Parse, noun: Token, called: Token) -> EventStatus | None:
    """ "An operation is | near |", "talks are | under way |", "due to begin": what is said of a deed."""
    if noun.dep == "nmod" and called.lemma.lower() in {"round", "series"} and case_of(parse, noun.i) == "of":
        return _going_on(parse, called, parse.tokens[called.head])
    beings = {c.lower for c in parse.children(called.i, "cop")}
    if noun.dep != "nsubj" or not beings:
        return None
    due = called.lower == "due" and any(c.tag == "VB" for c in parse.children(called.i, "advcl", "xcomp"))
    if due or called.lower in _COMING:
        return "planned"
    return "ongoing" if called.lower in {"way", "underway"} and beings & {"is", "are"} else None


def _called(parse: Parse, noun: Token, called: Token, wording: Wording) -> EventStatus | None:
    """ "Clashes are | a possibility |", "a clash is | likely |"."""
    if noun.dep != "nsubj" or not (called.is_noun or called.tag == "JJ") or not parse.children(called.i, "cop"):
        return None
    return "hypothetical" if wording.governor(called.lemma.lower()) == "hypothetical" else None


def _would_be(parse: Parse, noun: Token, called: Token) -> bool:
    """ "A strike | would be a mistake |"."""
    modal = any(c.lower in {"would", "could", "might", "may"} for c in parse.children(called.i, "aux"))
    return noun.dep == "nsubj" and modal and bool(parse.children(called.i, "cop"))


_SEEING = frozenset({"watch", "see", "allow", "witness", "tolerate", "accept", "permit", "face"})


def _is_past(parse: Parse, clause: Token) -> bool:
    """ "An assault | launched last week", as against "which could drive many out", "by troops | backing the king"."""
    beside = {c.lower for c in parse.children(clause.i, "aux", "aux:pass", "cop")}
    verbs = [clause, *parse.children(clause.i, "ccomp", "xcomp")]
    if any(c.lower in {"could", "would", "might", "may"} for v in verbs for c in parse.children(v.i, "aux")):
        return False
    return clause.tag in {"VBD", "VBN"} or bool(beside & {"was", "were", "has", "have", "had"})


def _clause_above(parse: Parse, token: Token) -> Token | None:
    """The verb in whose clause a noun stands, through the phrases above it."""
    current = token
    while current.head != current.i and current.dep in _IN_CLAUSE:
        current = parse.tokens[current.head]
        if current.is_verb:
            return current
    return None


def _of_clause(parse: Parse, verb: Token, wording: Wording, noun: Token | None) -> EventStatus:
    shared = shared_infinitive(parse, verb)
    if shared is not None:
        found = _of_clause(parse, shared, wording, None)
        return "hypothetical" if found == "happened" else found
    undone = or_else(parse, verb) or _taken_back(parse, verb, wording)
    if undone is not None:
        return undone
    if on_the_march(parse, verb):
        return "happened"
    modal = (
        only_talked_of(parse, verb)
        or regarded(parse, verb, wording)
        or _by_others(parse, verb)
        or not_yet(parse, verb)
        or before_it(parse, verb)
        or until_then(parse, verb)
        or almost(parse, verb)
        or modal_of(parse, verb, wording)
        or modal_above(parse, verb, wording)
    )
    if modal is not None:
        return "hypothetical" if modal == "planned" and on_condition(parse, verb) else modal
    if is_to(parse, verb) or is_announced(parse, verb) or is_to_be_told(parse, verb, wording):
        return "planned"
    governed = _governed(parse, verb, wording)
    if governed == "ongoing":
        return "habitual" if general(parse, verb, noun) else "ongoing"
    if governed is not None:
        return governed
    if noun is not None and verb.head == noun.i and infinitive(parse, verb):  # "a summit | to be held on Friday"
        return "planned"
    if _is_purpose(parse, verb, wording):
        # A headline's infinitive announces: "Ministers to meet in Almaty".
        # And who is somewhere to do a thing means to do it there: "is in Orli | to meet the king".
        there = is_there(parse, parse.tokens[verb.head]) or is_sent_to_look(parse, verb)
        there = there or is_travelling(parse, verb, wording)
        return "planned" if there or headline(parse, verb) or is_heading(parse, verb) else "hypothetical"
    if is_commanded(parse, verb):
        return "demanded"
    told = (
        impending(parse, verb, wording)
        or usual(parse, verb, wording)
        or as_most(parse, verb)
        or _by_means(parse, verb, wording)
    )
    return told or tense_of(parse, verb, noun, wording)


def _taken_back(parse: Parse, verb: Token, wording: Wording) -> EventStatus | None:
    """What a condition or a denial makes of the deed."""
    if goes_on(parse, verb) or goes_on_so_far(parse, verb):
        return "ongoing"
    if is_conditional(parse, verb, wording):  # also "if the army does not leave"
        return "demanded" if is_ransom(parse, verb) else "hypothetical"
    if is_negated(parse, verb, wording):
        if _is_groundless(parse, verb):
            return "demanded"
        if is_left_open(parse, verb):
            return "hypothetical"
        return "happened" if at_last(parse, verb) else "planned" if not_before(parse, verb) else "negated"
    return None


def _is_groundless(parse: Parse, verb: Token) -> bool:
    """ "There is no reason why they should not | share | it": they ought to."""
    reason = parse.tokens[verb.head]
    no = any(c.lower == "no" for c in parse.children(reason.i, "det"))
    return reason.lower in {"reason", "excuse"} and no and any(c.tag == "MD" for c in parse.children(verb.i, "aux"))


def _by_others(parse: Parse, verb: Token) -> EventStatus | None:
    """What others make of the deed: they want it done, or took it for done wrongly."""
    if is_wanted(parse, verb):
        return "hypothetical"
    if is_bidden(parse, verb) or is_wished(parse, verb):
        return "demanded"
    return "negated" if is_alive_after_all(parse, verb) else None


def _by_means(parse: Parse, verb: Token, wording: Wording) -> EventStatus | None:
    """ "Never kept its word | by paying", "wants to help, | while withdrawing": done no more than what is beside it."""
    governor = parse.tokens[verb.head]
    of_it = any(m.lower == "of" for m in parse.children(verb.i, "mark"))  # "in the face | of continuing protests"
    if verb.dep == "acl" and verb.tag == "VBG" and governor.dep in {"obj", "obl"} and not of_it:
        beside = modal_of(parse, above, wording) if (above := parse.tokens[governor.head]).is_verb else None
        return "hypothetical" if beside == "hypothetical" else None  # "could fire on men | throwing stones"
    if verb.dep in {"csubj", "nsubj"} and verb.tag == "VBG":
        # "prosecuting them | would show", "restoring ties | will not be possible"
        return in_question(parse, verb, governor) or modal_of(parse, governor, wording)
    while governor.dep == "appos":
        governor = parse.tokens[governor.head]
    above = parse.tokens[governor.head]
    if verb.dep == "acl" and verb.tag == "VBG" and governor.dep == "obl" and above.lemma.lower() in _LEADING:
        return modal_of(parse, above, wording)  # "could lead to them | reaching a deal"
    if verb.dep == "advcl" and verb.tag == "VBG" and governor.lemma.lower() in _LEADING:
        return modal_of(parse, governor, wording)  # the same, hung on the verb
    marks = {c.lower for c in parse.children(verb.i, "mark", "advmod", "case")}
    if verb.tag == "VBG" and "including" in marks and _is_task(parse, verb):
        return "hypothetical"  # "faces several issues, including | lobbying them"
    if verb.dep != "advcl" or verb.tag != "VBG" or not governor.is_verb or not marks & {"by", "while", "in", "before"}:
        return None
    if "before" in marks:  # "will visit Orland | before meeting the queen"; "did not warn them before attacking"
        return "planned" if _of_clause(parse, governor, wording, None) == "planned" else None
    if "by" in marks and is_negated(parse, governor, wording):
        return "negated"
    beside = _of_clause(parse, governor, wording, None)
    if "by" in marks and beside == "attempted":
        return None  # "is trying to win | by arresting bakers": it may not help, but it is done
    return beside if beside in _UNREAL else None


_TASKS = frozenset(
    {"possibility", "issue", "task", "challenge", "goal", "aim", "priority", "option", "demand", "condition", "plan"}
)


def _is_task(parse: Parse, verb: Token) -> bool:
    """Whether what is included is one of the things that somebody has before him."""
    above = parse.tokens[verb.head]
    nouns = [above, *parse.children(above.i, "obj", "obl", "nsubj:pass")]
    return any(n.lemma.lower() in _TASKS and n.i < verb.i for n in nouns)


def _is_purpose(parse: Parse, verb: Token, wording: Wording) -> bool:
    """ "raised a force to fight them", "efforts to free them": what is meant to be done is not said to be done."""
    current = verb
    while current.dep == "xcomp" and current.tag == "VBN" and parse.tokens[current.head].is_verb:
        current = parse.tokens[current.head]  # "to get their son | released"
    while current.dep == "conj" and parse.tokens[current.head].is_verb and not infinitive(parse, current):
        if current.tag != "VB":
            return False
        current = parse.tokens[current.head]
    if not infinitive(parse, current):
        return False
    governor = parse.tokens[current.head]
    ranked = (governor, *parse.children(governor.i, "amod"))
    if any(c.lower in _RANKS or _RANKED.fullmatch(c.lower) for c in ranked):
        return is_yet_to_be(
            parse, governor
        )  # "the first president to be arrested", "the 60th state to ratify it", "the latest to hit Orli"
    if governor.lemma.lower() == "have" and governor.tag == "VBD" and current.dep == "xcomp":
        return False  # "the police had | to fire": they did
    if governor.lemma.lower() == "force" and governor.dep == "advcl" and infinitive(parse, governor):
        return True  # "sanctions to force them | to negotiate"
    return current.head == current.i or governor.lemma.lower() not in wording.status.transparent


def _governed(parse: Parse, token: Token, wording: Wording) -> EventStatus | None:
    """What the words above make of the deed: the nearest that says anything decides."""
    current = token
    while current.head != current.i and current.dep in _CHAIN:
        governor = parse.tokens[current.head]
        lemma = governor.lemma.lower()
        if not governs(parse, current, governor):
            return None
        if _until(parse, governor, wording.governor(lemma)):
            return "ongoing"
        beside = current.dep == "conj" and current.is_verb and governor.is_verb
        # "set a mill on fire and | killed two": what stands beside a verb is not what it speaks of
        status = None if beside else said_by(parse, current, governor, wording)
        if status is not None and governor.is_verb and is_conditional(parse, governor, wording):
            return "hypothetical"  # "if the president orders | a strike"
        if status is not None:
            ahead = modal_of(parse, governor, wording) if governor.is_verb and status in _RUNNING else None
            return ahead or _undone(parse, governor, wording, status)  # "will try | to agree": not tried yet
        if governor.is_verb and current.dep in {"xcomp", "conj"} and not _stands_alone(parse, current):
            if is_negated(parse, governor, wording) and not _instead(parse, current):
                return "hypothetical" if is_unreal(parse, governor) else "negated"
            modal = modal_of(parse, governor, wording) or _helped(parse, governor)
            if modal is not None:
                return modal
        if governor.is_verb and current.dep == "advcl" and infinitive(parse, current):
            ahead = modal_of(parse, governor, wording)  # "may use powers | to revoke the licence"
            if ahead is not None and lemma in wording.status.transparent:
                return ahead
        if current.is_noun and governor.lemma.lower() in _TELLING:
            return None  # "failed to report | the abuse of a child": that was done
        describes = current.dep == "acl" and current.tag == "VBG"  # "authorised operations | targeting the chief"
        if current.dep not in {"xcomp", "conj"} and lemma not in wording.status.transparent and not describes:
            return None
        current = governor
    return None


def _helped(parse: Parse, verb: Token) -> EventStatus | None:
    """ "Are helping | to negotiate": as long as they help."""
    now = verb.lemma.lower() in {"help", "assist"} and verb.tag == "VBG"
    return "ongoing" if now and any(c.lower in {"is", "are"} for c in parse.children(verb.i, "aux")) else None


_TELLING = frozenset({"report", "say", "know", "understand"})


def _stands_alone(parse: Parse, verb: Token) -> bool:
    """ "No guard was hurt, and six men | were killed": a clause with its own subject or auxiliary, told on its own."""
    if parse.children(verb.i, "aux"):
        return True
    if verb.dep == "conj" and verb.tag in {"VBD", "VBZ"} and parse.children(verb.i, "nsubj"):
        return True  # "he did not resign, and his guards | attacked | a mill"
    if verb.dep == "conj" and is_told_beside_denial(parse, verb):
        return True
    return (
        verb.dep == "conj" and bool(parse.children(verb.i, "aux:pass")) and bool(parse.children(verb.i, "nsubj:pass"))
    )


def _instead(parse: Parse, verb: Token) -> bool:
    """ "Not to travel | but to attack at home": what is put in the place of what is denied."""
    return any(c.lower in {"but", "instead", "rather"} for c in parse.children(verb.i, "cc", "advmod"))


def _until(parse: Parse, governor: Token, status: EventStatus | None) -> bool:
    """ "Until they cease | their strikes": they go on."""
    return status == "negated" and any(c.lower in {"until", "unless"} for c in parse.children(governor.i, "mark"))


def _undone(parse: Parse, governor: Token, wording: Wording, status: EventStatus) -> EventStatus | None:
    """ "did not plan to attack", "failed to" under a negation: what is then left."""
    if governor.is_noun and any(c.lower == "no" for c in parse.children(governor.i, "det")):
        return "negated"  # "has no plans | to build a base"
    if governor.lemma.lower() == "rule" and parse.tokens[governor.head].lemma.lower() in {"refuse", "decline"}:
        return "hypothetical"  # "refused to rule out | sending troops"
    failing = parse.tokens[governor.head]
    if status == "negated" and governor.dep == "xcomp" and failing.lemma.lower() == "fail":
        return None if is_negated(parse, failing, wording) else "happened"  # "failed to stop them | from shelling it"
    if governor.is_verb and is_negated(parse, governor, wording):
        if status == "demanded" or governor.lemma.lower() in {"rule", "confirm"}:  # "has not ruled out | attending"
            return "hypothetical"  # "has not asked | that they be returned"
        return "negated" if status in {"planned", "attempted", "threatened", "ongoing", "happened"} else None
    return status
