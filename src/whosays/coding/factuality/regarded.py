"""What a deed is to those who tell of it: feared, not promised, found only if something is, done many times over."""

from __future__ import annotations

from collections.abc import Callable

from whosays.coding.factuality import ahead, keptword, lasting, sought
from whosays.coding.factuality.around import AT_ROOT, CLAUSES, NOUNS
from whosays.coding.factuality.denying import is_conditional, is_negated
from whosays.coding.factuality.governing import infinitive
from whosays.coding.words.inpassing import is_instead
from whosays.coding.words.mentions import case_of
from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token
from whosays.records import EventStatus

_FEARS = frozenset(
    "fear worry concern worried concerned afraid anxious sceptical skeptical doubtful doubt dread nervous suspicion "
    "anxiety alarmed wary".split()
)
_OWN_FEARS = frozenset({"worry", "worried", "concerned", "afraid", "anxious", "nervous", "wary"})
_SAYING = frozenset({"say", "confirm", "decide", "announce", "promise", "state", "indicate", "specify"})
_FINDING = frozenset("confirm conclude find establish determine prove show transpire emerge decide rule".split())
_SIGNS = frozenset({"evidence", "proof", "sign", "indication", "confirmation"})
_HEARSAY = frozenset({"report", "rumour", "rumor", "claim", "speculation"})
_ACTIONS = frozenset({"action", "step", "measure", "move"})
_STROKES = frozenset("stab shoot hit beat kick punch slash slap knife whip bite".split())
_BINDING = frozenset({"pledge", "promise", "vow", "swear", "undertake", "agree"})
_POLICIES = frozenset({"policy", "stance", "position", "guidance", "guideline"})
_MEANING = frozenset({"intend", "mean", "design", "plan", "prepare", "earmark"})
_PARLEYS = frozenset({"talk", "negotiation", "discussion", "conversation", "dialogue", "consultation"})
# What somebody is made to answer for was done.
_REQUITING = frozenset(
    "die hang execute try punish jail imprison sentence convict prosecute extradite apologise apologize atone "
    "avenge retaliate".split()
)
_WEIGHED = frozenset(
    "investigate probe examine avenge condemn mourn commemorate denounce protest decry deplore lament criticise "
    "criticize".split()
)


def regarded(parse: Parse, verb: Token, wording: Wording) -> EventStatus | None:
    """What those who tell of a clause make of its deed; None where they only tell it."""
    if is_instead(parse, verb):
        return "negated"
    holder = verb
    while holder.dep == "conj" and parse.tokens[holder.head].is_verb and not parse.children(holder.i, "nsubj", "aux"):
        holder = parse.tokens[holder.head]
    above = parse.tokens[holder.head]
    if above.i == holder.i:
        return next((found for rule in _AT_ROOT if (found := rule(parse, holder, above, wording)) is not None), None)
    return next((found for rule in _RULES if (found := rule(parse, holder, above, wording)) is not None), None)


def _feared(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Fear that teachers | will be arrested", "are sceptical that he will come": nobody has planned it."""
    if holder.dep not in {"ccomp", "acl", "advcl", "xcomp"} or above.lemma.lower() not in _FEARS:
        return None
    ahead = any(c.lower in _AHEAD for c in parse.children(holder.i, "aux"))
    about = holder.tag == "VBG" and any(m.lower in {"about", "of"} for m in parse.children(holder.i, "mark"))
    own = about and above.lemma.lower() in _OWN_FEARS and not parse.children(holder.i, "nsubj")
    return "hypothetical" if (ahead or own) and above.i < holder.i else None  # "worried about | handing him over |"


_AHEAD = frozenset({"will", "'ll", "’ll", "would", "could", "might", "may"})


def _hoped(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "His mother hoped | the men | would be tried": by others than those who would do it."""
    if holder.dep != "ccomp" or above.lemma.lower() not in {"hope", "pray", "wish"} or not above.is_verb:
        return None
    others = any(c.is_noun for c in parse.children(holder.i, "nsubj", "nsubj:pass"))
    return "hypothetical" if others and any(c.tag == "MD" for c in parse.children(holder.i, "aux")) else None


def _not_said(parse: Parse, holder: Token, above: Token, wording: Wording) -> EventStatus | None:
    """ "Have not said that they | will free him": whether they will is open."""
    if holder.dep != "ccomp" or above.lemma.lower() not in _SAYING or not above.is_verb:
        return None
    modal = any(c.tag == "MD" for c in parse.children(holder.i, "aux"))
    denied = is_negated(parse, above, wording) and bool(
        parse.children(above.i, "advmod")
    )  # not "a | No | 10 aide said"
    return "hypothetical" if modal and denied else None


def _unasked(parse: Parse, holder: Token, above: Token, wording: Wording) -> EventStatus | None:
    """ "Has not requested that he | be returned |"."""
    if holder.dep != "ccomp" or above.lemma.lower() not in {"request", "demand", "ask", "insist", "urge", "propose"}:
        return None
    return "hypothetical" if above.is_verb and is_negated(parse, above, wording) else None


def _if_found(parse: Parse, holder: Token, above: Token, wording: Wording) -> EventStatus | None:
    """ "Would act if the court finds that he | had taken bribes", "if proof comes that he is gassing them"."""
    if holder.dep not in {"ccomp", "acl"}:
        return None
    if above.lemma.lower() in _SIGNS and parse.tokens[above.head].is_verb:
        return "hypothetical" if is_conditional(parse, parse.tokens[above.head], wording) else None
    found = above.is_verb and above.lemma.lower() in _FINDING
    return "hypothetical" if found and is_conditional(parse, above, wording) else None


def _despite(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Despite reports that she | had been killed": it was told, and something speaks against it."""
    told = holder.dep in {"acl", "ccomp"} and above.lemma.lower() in _HEARSAY and above.is_noun
    that = any(m.lower == "that" for m in parse.children(holder.i, "mark"))
    return "hypothetical" if told and that and case_of(parse, above.i) == "despite" else None


_RUMOURS = frozenset({"rumour", "rumor", "speculation"})


def _rumoured(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Rumours that soldiers | had shot | a priest", "a rumour spread that they | had |": nobody stands for it."""
    if not any(m.lower == "that" for m in parse.children(holder.i, "mark")):
        return None
    of_noun = holder.dep == "acl" and above.lemma.lower() in _RUMOURS
    spread = holder.dep == "ccomp" and any(c.lemma.lower() in _RUMOURS for c in parse.children(above.i, "nsubj"))
    return "hypothetical" if of_noun or spread else None


def _untaken(parse: Parse, holder: Token, above: Token, wording: Wording) -> EventStatus | None:
    """ "Has not taken action | to stop the raids"."""
    if not infinitive(parse, holder) or holder.dep not in {"acl", "advcl"}:
        return None
    verb = parse.tokens[above.head] if above.is_noun else above
    taken = [above] if above.is_noun else list(parse.children(above.i, "obj"))
    if not verb.is_verb or not any(t.lemma.lower() in _ACTIONS for t in taken):
        return None
    return "negated" if verb.lemma.lower() == "take" and is_negated(parse, verb, wording) else None


def _never_to(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Pledged | never again to use | poison"."""
    if above.lemma.lower() not in _BINDING or not infinitive(parse, holder) or holder.dep not in {"xcomp", "acl"}:
        return None
    between = {t.lower for t in parse.tokens[above.i + 1 : holder.i]}
    return "negated" if "never" in between and "," not in between else None


def _weighed(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Hinted at | lifting the ban", "the policy on | taking in refugees", "the risks associated with | taking it"."""
    if holder.tag != "VBG" or holder.dep not in {"advcl", "acl"}:
        return None
    marks = {m.lower for m in parse.children(holder.i, "mark")}
    hinted = above.lemma.lower() == "hint" and "at" in marks
    ruled = above.lemma.lower() in _POLICIES and bool(marks & {"on", "about", "of", "towards"})
    asked = any(c.lemma.lower() == "precondition" for c in parse.children(above.i, "obj")) and bool(
        marks & {"on", "for"}
    )
    tied = above.lower in {"associated", "involved"} and bool(marks & {"with", "in"})
    return "hypothetical" if hinted or ruled or tied or asked else None


_FEW_TIMES = frozenset({"two", "three", "four", "2", "3", "4"})


def _many_times(parse: Parse, holder: Token, _above: Token, _wording: Wording) -> EventStatus | None:
    """ "Has used gas | more than 40 times |": again and again; "has stabbed him ten times" is one deed.

    "Has spoken with him | three times |": each of the few is known.
    """
    if not {c.lower for c in parse.children(holder.i, "aux")} & {"has", "have"} or holder.lemma.lower() in _STROKES:
        return None
    times = [c for c in parse.children(holder.i, "obl", "obl:unmarked") if c.lower == "times"]
    counted = any(n.lower not in _FEW_TIMES for c in times for n in parse.children(c.i, "nummod"))
    return "habitual" if counted and not parse.children(holder.i, "aux:pass") else None


def _answered_for(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Is to be hanged | for killing a cook": whatever becomes of him, he has done it."""
    for_it = holder.tag == "VBG" and any(m.lower == "for" for m in parse.children(holder.i, "mark", "case"))
    return "happened" if for_it and above.lemma.lower() in _REQUITING and above.i < holder.i else None


def _only_to(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Had come home, | only to be jailed |": what then befell him, and no aim."""
    to = next((m for m in parse.children(holder.i, "mark") if m.lower == "to"), None)
    only = to is not None and to.i > 0 and parse.tokens[to.i - 1].lower == "only"
    past = above.tag in {"VBD", "VBN"} and above.i < holder.i
    return "happened" if only and past and holder.dep == "advcl" else None


_RULES: tuple[Callable[[Parse, Token, Token, Wording], EventStatus | None], ...] = (
    _feared,
    _hoped,
    _not_said,
    _unasked,
    _if_found,
    _despite,
    _rumoured,
    _untaken,
    _never_to,
    _weighed,
    _answered_for,
    _only_to,
    _many_times,
    *CLAUSES,
    *keptword.CLAUSES,
    *sought.CLAUSES,
    *ahead.CLAUSES,
    *lasting.CLAUSES,
)


# A root has nothing above it that could speak of it.
_AT_ROOT = (_many_times, *AT_ROOT, *keptword.AT_ROOT)
_NOUNS = (*NOUNS, *keptword.NOUNS, *sought.NOUNS, *ahead.NOUNS, *lasting.NOUNS)


def noun_regarded(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Are in | talks | with Orland": now; "drones meant for use in | an attack": one to come."""
    around = next((found for rule in _NOUNS if (found := rule(parse, noun)) is not None), None)
    if around is not None:
        return around
    case = case_of(parse, noun.i) or "".join(m.lower for m in parse.children(noun.i, "mark")[:1])
    if case in {"in", "under"} and noun.lemma.lower() in _PARLEYS:
        beside = {c.lower for c in parse.children(noun.i, "cop", "aux")}
        return "ongoing" if beside & {"is", "are", "'s", "’s", "'re", "’re", "am"} else None
    if case == "for" and _is_requited(parse, noun):
        return "happened"
    if case == "in" and parse.tokens[noun.head].lower == "interested":
        return "hypothetical"  # "is not interested in | the removal of the king"
    if case != "in":
        return "happened" if is_unprevented(parse, noun) else _judged_so(parse, noun)
    use = parse.tokens[noun.head]
    meant = parse.tokens[use.head]
    to_be_used = use.lower == "use" and use.is_noun and meant.lemma.lower() in _MEANING and meant.is_verb
    return "planned" if to_be_used and case_of(parse, use.i) == "for" else None


def is_unprevented(parse: Parse, noun: Token) -> bool:
    """ "Blamed for failing to prevent | the attacks |": they came."""
    verb = parse.tokens[noun.head]
    failed = parse.tokens[verb.head].lemma.lower() in {"fail", "failure"} and verb.head < verb.i
    definite = any(c.lower in {"the", "this", "last"} for c in parse.children(noun.i, "det", "amod"))
    return noun.dep == "obj" and verb.lemma.lower() in _PREVENTING and failed and definite


_PREVENTING = frozenset({"prevent", "stop", "avert", "foresee", "foil", "thwart"})


def _is_requited(parse: Parse, noun: Token) -> bool:
    """ "Is to be hanged on Monday for | the murder of a cook": whatever becomes of him, it was done."""
    verbs = [a for a in parse.ancestors(noun.i) if a.is_verb]
    if not verbs or any(v.lemma.lower() in {"fail", "refuse", "decline", "neglect"} for v in verbs):
        return False
    return verbs[0].lemma.lower() in _REQUITING and verbs[0].i < noun.i


_FITNESS = frozenset(
    "justified justifiable warranted necessary legitimate needed required inevitable unavoidable desirable "
    "legal".split()
)


def _judged_so(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Says that | removal of the king | is justified", "will be a slow process": not that it was done."""
    said = parse.tokens[noun.head]
    if noun.dep not in {"nsubj", "nsubj:pass"} or parse.children(noun.i, "det", "nmod:poss"):
        return None
    if said.is_noun and parse.children(said.i, "cop") and any(c.lower == "will" for c in parse.children(said.i, "aux")):
        return "hypothetical"
    if said.lower not in _FITNESS:
        return None
    beings = {c.lower for c in parse.children(said.i, "cop", "aux:pass")}
    return "hypothetical" if beings & {"is", "are"} else None


def is_presupposed(parse: Parse, noun: Token) -> bool:
    """ "Came to investigate | an alleged raid": looked into it can be only once it has happened, or is said to have."""
    weighed = noun.dep == "obj" and parse.tokens[noun.head].lemma.lower() in _WEIGHED
    return weighed or case_of(parse, noun.i) == "following"  # "will mediate, following | a visit | by the king"


def is_sent_to_look(parse: Parse, verb: Token) -> bool:
    """ "Experts arrived in Kest | to investigate |": what they came for they mean to do."""
    above = parse.tokens[verb.head]
    going = above.lemma.lower() in {"travel", "arrive", "fly", "come", "go", "head", "set"}
    return going and verb.lemma.lower() in {"investigate", "probe", "inspect"}
