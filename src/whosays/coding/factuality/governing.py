"""What the word above makes of a deed: "plans to attack", "an interest in", "was able to", "pressure to stop"."""

from __future__ import annotations

from whosays.coding.factuality.awaited import pushed_for
from whosays.coding.factuality.denying import is_negated, modal_of
from whosays.coding.factuality.keptword import is_agreed_to
from whosays.coding.factuality.outlook import prepared_for, put_off, unconfirmed, worked_for
from whosays.coding.words.mentions import case_of
from whosays.coding.words.understood import is_passive
from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token
from whosays.records import EventStatus

_PURPOSE_MARKS = frozenset({"to"})
_BINDING_TO = frozenset({"commit", "agree", "pledge"})


def said_by(parse: Parse, current: Token, governor: Token, wording: Wording) -> EventStatus | None:
    """What the governor's own word makes of the deed; None where it does not speak of it so."""
    if _is_given(parse, current, governor):
        return None if current.is_noun else "happened"
    if _is_silent(parse, current, governor) and not _is_still_announced(parse, governor, wording):
        return None
    if current.tag == "VBG" and current.dep == "acl" and governor.lemma.lower() == "order" and governor.is_noun:
        return "happened"  # "signed an order | lifting the ban"
    if current.is_noun and current.dep == "obj" and governor.lemma.lower() in _STAYING and _is_fate(current):
        return "negated"  # "an order halting | the deportation of minors"
    own = _of_its_own(parse, current, governor, wording)
    if own is not None:
        return own
    status = wording.governor(governor.lemma.lower())
    if current.dep == "conj" and (status == "ongoing" or current.tag in {"VBD", "VBZ", "VBP"} or current.is_noun):
        return None  # "she decided to flee and her husband | surrendered", "a ban and a ban"
    if status == "negated" and governor.lemma.lower() == "block" and current.dep == "advcl" and current.tag == "VB":
        return None  # "blocked roads | to demand their release"
    if status == "ongoing" and (current.dep == "advcl" or (current.is_noun and current.dep == "nsubj:pass")):
        return None  # "went into talks | to clear the province": an aim; "the clash | was kept quiet"
    return status


_SLAUGHTER = frozenset(
    "killing murder massacre slaughter assassination genocide torture shooting beating poisoning beheading kidnapping "
    "abduction lynching hijacking".split()
)
_EARLIER = frozenset({"earlier", "previous", "recent", "past", "last"})


def _is_given(parse: Parse, current: Token, governor: Token) -> bool:
    """ "Fled to avoid | an earlier offensive", "its decision | to break off contacts last year": that was done."""
    lemma = governor.lemma.lower()
    if lemma in {"fight", "battle"} and current.lemma.lower() in {"battle", "war", "fight"} and current.dep == "obj":
        return current.is_noun  # "in fighting | this battle |"
    if current.is_noun and (_is_reached(parse, current) or _is_of_old(parse, current)):
        return True
    if current.is_noun and lemma in {"avoid", "escape", "flee"}:
        return any(c.lower in _EARLIER for c in parse.children(current.i, "amod"))
    if lemma == "order" and current.tag == "VB":  # "overruled its previous order | to ban the paper |"
        return any(c.lower in {"earlier", "previous"} for c in parse.children(governor.i, "amod"))
    if lemma != "decision" or current.tag != "VB":
        return False
    below = {parse.tokens[i].lower for i in parse.subtree(current.i)}
    return bool(below & {"earlier", "ago", "last"}) or _is_of_year(parse, governor) or _is_by_word(parse, current)


def _is_reached(parse: Parse, noun: Token) -> bool:
    """ "Is committed to | an accord reached last month |"."""
    done = (c for c in parse.children(noun.i, "acl") if c.tag == "VBN" and not parse.children(c.i, "aux", "mark"))
    return noun.lemma.lower() in _PACTS and any(c.lower in {"reached", "signed", "concluded", "struck"} for c in done)


def _is_of_old(parse: Parse, noun: Token) -> bool:
    """ "Charges are expected for | the 1990 invasion of the isle |"."""
    then = (parse.report.published or "2100")[:4]
    the = any(c.lower == "the" for c in parse.children(noun.i, "det"))
    years = (c.text for c in parse.children(noun.i, "amod", "nummod", "compound", "nmod:unmarked") if c.i < noun.i)
    return the and any(y.isdigit() and len(y) == 4 and "1000" < y < then for y in years)


def _is_of_year(parse: Parse, decision: Token) -> bool:
    """ "His | 2003 | decision to invade": long carried out."""
    then = (parse.report.published or "")[:4]
    return any(c.text.isdigit() and len(c.text) == len(then) and c.text < then for c in parse.children(decision.i))


def _is_by_word(parse: Parse, verb: Token) -> bool:
    """ "Mocked her decision | to revoke the baker's passport |": what is done by deciding it."""
    decision = parse.tokens[verb.head]
    above = parse.tokens[decision.head]
    owned = parse.children(decision.i, "nmod:poss") or any(c.lower == "the" for c in parse.children(decision.i, "det"))
    owned = owned or any(case_of(parse, c.i) == "by" for c in parse.children(decision.i, "nmod"))
    if verb.lemma.lower() not in _BY_WORD or not owned or above.lemma.lower() in _NOT_YET:
        return False
    return not any(c.tag == "MD" for c in parse.children(above.i, "aux"))


_BY_WORD = frozenset(
    "revoke cancel strip annul rescind ban bar outlaw deny refuse charge indict sentence suspend sever".split()
)
_NOT_YET = frozenset("reverse overturn await expect postpone delay defer make face announce reconsider review".split())


def _is_still_announced(parse: Parse, governor: Token, wording: Wording) -> bool:
    """ "Will announce | the expulsion of two envoys": it has not been told yet, let alone done."""
    if governor.lemma.lower() != "announce":
        return False
    return modal_of(parse, governor, wording) == "planned" or infinitive(parse, governor)


def _is_silent(parse: Parse, current: Token, governor: Token) -> bool:
    """Whether a word that elsewhere speaks of plans or doubts says nothing of this deed."""
    lemma = governor.lemma.lower()
    if lemma == "announce" and current.is_noun and (_is_the(parse, current) or current.lemma.lower() in _PACTS):
        return True  # "announced | the arrest of twelve men", "announced | a trade deal": told after the deed
    if lemma in {"approve", "order", "authorise", "authorize"} and current.is_noun and _is_of_day(parse, current):
        return True  # "who ordered | this morning's arrests |", "approved November's raid"
    if lemma == "try" and parse.children(governor.i, "aux:pass") and current.dep in {"advcl", "xcomp"}:
        return True  # "is tried | for poisoning them"
    if lemma == "try" and current.is_noun and parse.children(governor.i, "obj") and case_of(parse, current.i) == "for":
        return True  # "to try the general | for genocide": what he is held to have done
    if lemma == "order" and governor.tag in {"VBD", "VBG", "VBN"} and current.lemma.lower() in _SLAUGHTER:
        return _is_the(parse, current)  # "convicted of ordering | the massacre of nine monks"
    if lemma == "order" and current.dep == "xcomp" and _has_come_true(parse, current):
        return True  # "accused of ordering men | to fire on them, killing nine |"
    if lemma == "call" and current.is_noun and current.dep in {"xcomp", "obj"}:
        named = [c for c in parse.children(governor.i, "xcomp") if not c.is_verb]
        objects = parse.children(governor.i, "obj")  # "called it | an attack", "the killing | a massacre"
        above = parse.tokens[governor.head].lower  # "after what it called | a raid | on the port"
        what = governor.dep == "acl:relcl" and (current.dep == "xcomp" or above == "what")
        return bool(named and objects) or len(objects) > 1 or what
    wanted = governor.tag in {"VBN", "JJ"} or governor.dep in {"acl", "appos"}  # "a clerk | wanted | for murder"
    if governor.lower == "wanted" and wanted and case_of(parse, current.i) == "for":
        return True  # "is wanted for | the murder of a judge"
    if lemma == "stop" and governor.is_noun and current.dep == "nmod":
        return True  # "the first stop of | her visit"
    if lemma == "suspect" and governor.is_noun and current.dep == "nmod":
        return True  # "a suspect of the shooting"
    if lemma == "call" and governor.is_verb and current.dep in {"obj", "xcomp"} and current.is_noun:
        asked = _calls_for(parse, governor) or _is_off(parse, governor)
        return _is_the(parse, current) and not asked  # "called | the arrest of nine men | an outrage"
    if lemma == "order" and current.dep == "nsubj:pass" and parse.children(governor.i, "obl:agent"):
        return governor.tag == "VBN" and any(c.lower == "the" for c in parse.children(current.i, "det"))
    # "the raid | was aimed at the port", "the strikes | were intended to deter"
    return lemma in _MEANING and current.dep == "nsubj:pass"


def _is_of_day(parse: Parse, noun: Token) -> bool:
    """ "| This morning's | arrests": known by the day on which they were made; tomorrow's are not."""
    owners = [c.i for c in parse.children(noun.i, "nmod:poss")]
    told = (t for t in parse.times if any(t.start <= i < t.end for i in owners))
    return any((t.shift or 0) <= 0 and t.vague != "FUTURE_REF" for t in told)


def _has_come_true(parse: Parse, deed: Token) -> bool:
    """Whether what came of a deed is told behind it: those it killed."""
    behind = (c for c in parse.children(deed.i, "advcl") if c.tag == "VBG" and c.i > deed.i)
    return any(c.lemma.lower() in {"kill", "wound", "injure"} and parse.children(c.i, "obj") for c in behind)


def _of_its_own(parse: Parse, current: Token, governor: Token, wording: Wording) -> EventStatus | None:
    """What words make of a deed that say it only in this place."""
    lemma = governor.lemma.lower()
    own = (
        _of_invitation(parse, current, governor)
        or put_off(parse, current, governor)
        or prepared_for(parse, current, governor)
        or _is_enough(parse, current, governor)
        or worked_for(parse, current, governor)
        or pushed_for(parse, current, governor)
        or unconfirmed(parse, current, governor)
        or _wanted(parse, current, governor)
    )
    if own is not None:
        return own
    if current.dep == "xcomp" and (lemma == "able" or governor.lower == "used"):
        return _of_past(parse, current, governor)
    if current.tag == "VBG" and current.dep == "advcl" and governor.tag == "JJ" and lemma in {*_OPEN_TO, *_BENT_ON}:
        return "planned" if lemma in _BENT_ON else "hypothetical"  # "is not averse to | negotiating"
    if lemma == "call" and _is_called_for(parse, current, governor):
        return "demanded"  # "calls for more arms, | disarming the other side"
    if lemma in _HOLDING and (part := _as_part(parse, current, governor)) is not None:
        return part
    if lemma == "vote" and current.is_verb and current.dep in {"xcomp", "advcl", "acl"}:
        return _of_vote(parse, current, governor)
    if _is_sought(parse, current, governor) or _is_planned_on(parse, current, lemma):
        return "planned"  # "to negotiate conditions | for the release of them"
    if _is_let_go(parse, current, governor):
        return "negated"
    if current.tag == "VBG" and lemma in _FAVOUR and governor.is_noun:
        return "hypothetical"  # "has shown interest in | taking them back"
    if governor.lower == "leading" and parse.tokens[governor.head].lower == "information":
        return "hypothetical"  # "a reward for information leading to | his arrest"
    if governor.lower == "going" and current.dep == "xcomp" and parse.children(governor.i, "aux"):
        return "planned"  # "is going | to fire on them"
    if is_stopped(parse, current, governor, wording):
        return "ongoing"  # "pressure to stop | the offensive", "urged them to halt | their raids"
    return None


def _wanted(parse: Parse, current: Token, governor: Token) -> EventStatus | None:
    """ "Want | Orland | to leave": others than those who want it are to do it."""
    if governor.lemma.lower() != "want" or current.dep != "xcomp" or not infinitive(parse, current):
        return None
    between = [c for c in parse.children(governor.i, "obj") if governor.i < c.i < current.i]
    return "demanded" if between or parse.children(current.i, "nsubj") else None


def _is_planned_on(parse: Parse, current: Token, lemma: str) -> bool:
    """ "Plan on | overthrowing him"."""
    return lemma == "plan" and current.tag == "VBG" and any(m.lower == "on" for m in parse.children(current.i, "mark"))


def _is_called_for(parse: Parse, current: Token, governor: Token) -> bool:
    """ "Calls for more arms, | disarming the others"; "called for air strikes | after coming under attack" told."""
    beside = current.tag == "VBG" and current.dep == "advcl" and not _is_later(parse, current)
    return beside and _calls_for(parse, governor)


def _is_later(parse: Parse, verb: Token) -> bool:
    return any(m.lower in {"after", "before", "since", "following"} for m in parse.children(verb.i, "mark", "case"))


def _of_past(parse: Parse, current: Token, governor: Token) -> EventStatus | None:
    """ "Was able | to bomb the port": it did so; "used | to bomb the port": it did so often."""
    if governor.lemma.lower() == "able":
        if any(c.lower in {"not", "n't", "n’t", "never"} for c in parse.children(governor.i, "advmod")):
            return "negated"
        return "happened" if _was(parse, governor) else "hypothetical"
    wont = governor.tag == "VBD" and current.tag == "VB" and not parse.children(governor.i, "obj")
    return "habitual" if wont else None


def _is_let_go(parse: Parse, current: Token, governor: Token) -> bool:
    """ "The protest | was called off", "hold off | from an attack", "lifts | the arrest warrant"."""
    lemma, thing = governor.lemma.lower(), current.dep in {"obj", "nsubj:pass"}
    if lemma == "fail":
        return parse.tokens[governor.head].lemma.lower() in _FAULTING  # "accused him of failing | to arrest them"
    if lemma == "call":
        return current.is_noun and thing and _is_off(parse, governor)
    if current.lemma.lower() == "warrant":
        return lemma in _UNDOING and thing
    return lemma == "hold" and current.dep in {"obl", "advcl"}


_OUTCOMES = frozenset(
    "release withdrawal ceasefire truce pullout return exchange swap extradition resignation freedom".split()
)
_SEEKING = frozenset(
    "condition term negotiate negotiation talk discuss discussion roadmap timetable timeline framework push campaign "
    "pressure lobby hope petition work deadline mediate mediation preparation guarantee".split()
)
_ABOUT = frozenset({"for", "on", "about", "over", "regarding", "concerning"})
_SECURING = frozenset({"secure", "obtain", "win", "negotiate", "achieve", "broker", "arrange", "discuss", "facilitate"})


def _is_sought(parse: Parse, current: Token, governor: Token) -> bool:
    """Whether a noun is what somebody works for: "talks | on the release", "a visit to secure | his release"."""
    if not current.is_noun or current.lemma.lower() not in _OUTCOMES:
        return False
    held, above = current, governor
    if current.dep == "conj" and governor.is_noun:  # "talks regarding a truce | and the release of them"
        held, above = governor, parse.tokens[governor.head]
    cases = {c.lower for c in parse.children(held.i, "case")}
    if held.dep in {"nmod", "obl"}:
        return bool(cases & _ABOUT) and above.lemma.lower() in _SEEKING
    sought = governor.lemma.lower() == "discuss" or infinitive(parse, governor)
    return current.dep == "obj" and governor.lemma.lower() in _SECURING and sought


def _of_vote(parse: Parse, current: Token, vote: Token) -> EventStatus | None:
    """ "Votes | to lift the sanctions", "voted against | lifting them"; "votes | to adopt it": the vote adopts it.

    What the members of a council decide is done by it, too: "the Security Council voted | to lift the embargo".
    """
    if current.tag == "VB":
        council = any(c.lemma.lower() in {"council", "board"} for c in parse.children(vote.i, "nsubj"))
        done = _DONE_BY_VOTE | _DONE_BY_COUNCIL if council and vote.tag in {"VBD", "VBN"} else _DONE_BY_VOTE
        made = any(c.lemma.lower() in _LAWMAKING for c in parse.children(vote.i, "nsubj"))
        done = done | _BANNING if made and vote.tag in {"VBD", "VBN", "VBZ", "VBP"} else done
        return "happened" if current.lemma.lower() in done else "planned"
    against = any(c.lower == "against" for c in parse.children(current.i, "mark"))
    return "negated" if current.tag == "VBG" and against else None


_TALKS = frozenset("meeting summit talk talks conference discussion negotiation dialogue consultation session".split())


def _of_invitation(parse: Parse, current: Token, governor: Token) -> EventStatus | None:
    """ "Accepted an invitation | to visit Orli", "declined one"; an invitation alone only asks."""
    asked = governor.lemma.lower() == "invite" and governor.is_verb and current.dep == "obl"
    if asked and current.lemma.lower() in _TALKS and case_of(parse, current.i) in {"to", "for"}:
        return "demanded"  # "invited the rebels | to a meeting |"
    if current.tag != "VB":
        return None
    granting = parse.tokens[governor.head].lemma.lower() in {"accept", "grant", "approve"}
    if governor.lemma.lower() == "request" and governor.dep == "obj" and granting:
        return "planned"
    if governor.lemma.lower() != "invitation":
        below = any(c.lemma.lower() == "invitation" for c in parse.children(governor.i, "obj"))
        verb = governor.lemma.lower() if below and governor.is_verb else None
    else:
        verb = parse.tokens[governor.head].lemma.lower()
    if verb is None:
        return None
    return "planned" if verb == "accept" else "negated" if verb in {"decline", "reject", "refuse"} else "demanded"


_FAULTING = frozenset({"accuse", "blame", "criticise", "criticize", "fault", "condemn", "slam", "rebuke"})
_DONE_BY_VOTE = frozenset(
    "adopt pass approve ratify endorse reject impeach remove expel dismiss convict refer censure extend renew "
    "strip oust".split()
)
_LAWMAKING = frozenset({"parliament", "assembly", "senate", "legislature", "congress", "lawmaker", "knesset", "duma"})
_BANNING = frozenset({"ban", "bar", "outlaw", "prohibit", "criminalise", "criminalize", "designate"})
_DONE_BY_COUNCIL = frozenset("lift impose reimpose ease tighten suspend end terminate authorise authorize ban".split())
_OPEN_TO = frozenset(
    {"interested", "averse", "opposed", "open", "close", "committed", "keen", "amenable", "reluctant", "capable"}
)
_UNDOING = frozenset(
    {"lift", "revoke", "quash", "overturn", "annul", "rescind", "withdraw", "cancel", "drop", "suspend"}
)
_BENT_ON = frozenset({"intent", "bent", "ready", "set"})
_HOLDING = frozenset({"include", "envisage", "foresee", "provide", "require", "stipulate", "involve", "contain"})
_PLANS = frozenset(
    "solution settlement scenario option strategy phase deal plan proposal agreement roadmap accord draft pact "
    "framework initiative offer".split()
)


def _as_part(parse: Parse, current: Token, verb: Token) -> EventStatus | None:
    """ "The second phase includes | the release of all", "a raid that would have included | the murder of a mayor"."""
    if verb.is_verb and any(c.lower in {"would", "could"} for c in parse.children(verb.i, "aux")):
        return "hypothetical"
    return "planned" if current.is_noun and _is_plan(parse, verb) else None


def _rules_out(parse: Parse, verb: Token) -> bool:
    return verb.lemma.lower() == "rule" and any(c.lower == "out" for c in parse.children(verb.i, "compound:prt"))


def _speaks_of(parse: Parse, governor: Token) -> bool:
    """Whether a word speaks of the participle behind it: "intent | on taking it", "calls for arms, | taking"."""
    lemma = governor.lemma.lower()
    if governor.tag == "JJ":
        return lemma in {*_OPEN_TO, *_BENT_ON}
    if lemma == "hold":
        return any(c.lower in {"off", "back"} for c in parse.children(governor.i, "compound:prt", "advmod"))
    if lemma == "vote":
        return True
    return lemma == "try" or (lemma == "call" and _calls_for(parse, governor))


def _is_off(parse: Parse, verb: Token) -> bool:
    return any(c.lower == "off" for c in parse.children(verb.i, "compound:prt", "advmod"))


def _calls_for(parse: Parse, verb: Token) -> bool:
    """Whether a verb asks for something: "calls | for more arms"."""
    return any(c.lower == "for" for o in parse.children(verb.i, "obl") for c in parse.children(o.i, "case"))


def _is_plan(parse: Parse, verb: Token) -> bool:
    """Whether a plan, or a part of it, is what holds the deed: "phase two, | which includes the release"."""
    told = [c.lemma.lower() for c in parse.children(verb.i, "nsubj")]
    if verb.dep == "acl:relcl":
        told.append(parse.tokens[verb.head].lemma.lower())
    return bool(set(told) & _PLANS)


_FAVOUR = frozenset({"interest", "support", "favour", "favor", "opposition", "plea", "case", "objection"})
_PACTS = frozenset({"deal", "agreement", "accord", "pact", "truce", "ceasefire", "treaty"})
_MEANING = frozenset({"aim", "intend", "mean", "design"})
_STAYING = frozenset({"halt", "pause", "freeze", "stay", "block", "bar"})


def _is_enough(parse: Parse, current: Token, governor: Token) -> EventStatus | None:
    """ "Will that be enough to | force them | to talk": nobody knows so far."""
    if governor.lower not in {"enough", "sufficient", "insufficient"} or not infinitive(parse, current):
        return None
    return "hypothetical" if any(c.tag == "MD" for c in parse.children(governor.i, "aux")) else None


def _is_fate(noun: Token) -> bool:
    return noun.lemma.lower() in {"deportation", "extradition", "expulsion", "execution", "eviction", "dismissal"}


_HALTING = frozenset({"stop", "end", "halt", "cease"})
_GIVEN = frozenset({"the", "all", "these", "those"})
_VIOLENCE = frozenset({"fighting", "attack", "bombing", "shelling", "bombardment", "offensive", "raid", "killing"})


def _was(parse: Parse, adjective: Token) -> bool:
    """Whether a past copula, without a modal, stands with an adjective."""
    beside = {c.lower for c in parse.children(adjective.i, "cop", "aux")}
    modal = any(c.tag == "MD" for c in parse.children(adjective.i, "aux"))
    return bool(beside & {"was", "were", "been"}) and not modal


def is_stopped(parse: Parse, current: Token, governor: Token, wording: Wording) -> bool:
    """Whether a deed that has its doer or its article is only meant to be stopped, and so goes on."""
    halting = _HALTING | {"suspend"} if current.lemma.lower() in _VIOLENCE else _HALTING
    if governor.lemma.lower() not in halting or not governor.is_verb or not current.is_noun or current.dep != "obj":
        return False
    told = parse.children(current.i, "nmod:poss") or any(c.lower in _GIVEN for c in parse.children(current.i, "det"))
    meant = infinitive(parse, governor) or modal_of(parse, governor, wording) == "hypothetical"
    return bool(told) and meant and not is_negated(parse, governor, wording)


def _is_the(parse: Parse, noun: Token) -> bool:
    """ "The arrest of twelve men": a definite noun with somebody in its phrase."""
    return any(c.lower == "the" for c in parse.children(noun.i, "det")) and bool(parse.children(noun.i, "nmod"))


def governs(parse: Parse, current: Token, governor: Token) -> bool:
    """Whether the governor speaks of the deed itself: "plans to attack", "a plan for attacks", "foiled an attack"."""
    infinitive = any(c.lower in _PURPOSE_MARKS for c in parse.children(current.i, "mark"))
    if current.dep in {"xcomp", "conj"}:
        return True
    if current.dep == "acl":  # "a moratorium | on providing aid"
        # "expanded the ban | by banning"; "demands for reform, with marchers | setting fire to cars"
        means = any(c.lower in {"by", "with"} for c in parse.children(current.i, "mark"))
        return infinitive or (current.tag == "VBG" and not means)
    if current.dep == "advcl":  # "was killed trying to escape" says nothing of the killing
        kept = current.tag in {"VBG", "VBN"} and any(
            c.lower == "from" for c in parse.children(current.i, "mark", "case")
        )
        apart = current.tag == "VBG" and not _is_later(parse, current)
        apart = apart and (_speaks_of(parse, governor) or _rules_out(parse, governor))
        bound = current.tag == "VBG" and governor.lemma.lower() in _BINDING_TO and infinitive
        bound = bound or _is_planned_on(parse, current, governor.lemma.lower())  # "plan on | attacking"
        bound = bound or prepared_for(parse, current, governor) is not None
        # "prevented them | from attacking", "commits itself | to withdrawing"
        plain = current.tag == "VB" or bool(parse.children(current.i, "aux:pass"))  # "will appear | to be charged"
        return (infinitive and plain) or kept or apart or bound
    if current.dep == "ccomp":
        if governor.lemma.lower() == "ask" and any(c.tag in {"WP", "WRB"} for c in parse.children(current.i)):
            return infinitive  # "asked | who had killed | the imam": killed he was
        return infinitive or governor.lemma.lower() in {"demand", "fear", "plan", "propose", "hope", "ask", "request"}
    if current.is_verb:
        return False
    if current.dep in {"obj", "nsubj:pass"}:
        return governor.is_verb and not (current.dep == "nsubj:pass" and not is_passive(parse, governor.i))
    if governor.lemma.lower() == "hold" and current.dep == "obl":  # "hold off | from an attack"
        return any(c.lower in {"off", "back"} for c in parse.children(governor.i, "compound:prt", "advmod"))
    if current.dep in {"nmod", "obl"}:
        cases = {c.lower for c in parse.children(current.i, "case")}
        asked = _of_invitation(parse, current, governor) or prepared_for(parse, current, governor)
        if "to" in cases and (governor.lower == "leading" or asked):  # "information leading | to his arrest"
            return True
        if governor.lemma.lower() == "threaten" and "with" in cases:  # "are threatened | with an offensive"
            return True
        if (cases & _ABOUT and _is_sought(parse, current, governor)) or is_agreed_to(parse, current, governor):
            return True
        return bool(cases & {"of", "for", "against", "from"}) and (governor.is_noun or governor.is_verb)
    return False


def infinitive(parse: Parse, verb: Token) -> bool:
    """ "to attack", "to be attacked"; not "to have attacked"."""
    marks = parse.children(verb.i, "mark", "aux")
    if not any(c.lower in _PURPOSE_MARKS and c.tag in {"TO", "IN"} for c in marks):
        return False
    if any(c.lemma.lower() == "have" for c in parse.children(verb.i, "aux")):
        return False
    return verb.tag in {"VB", "VBP"} or bool(parse.children(verb.i, "aux:pass"))
