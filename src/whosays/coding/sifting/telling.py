"""Whether words tell of a deed, or only of deeds in general: "the threat of terrorist attacks", "you rarely meet"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.sifting.background import is_background, is_placed
from whosays.coding.sifting.business import is_business
from whosays.coding.sifting.hisown import is_his_own, is_truce_asked
from whosays.coding.sifting.noparley import is_no_parley
from whosays.coding.sifting.nounsalone import is_of_a_day, is_told_by_the_way
from whosays.coding.sifting.underway import is_concluded, is_decreed, is_owned_up_to, is_under_way
from whosays.coding.words.guests import guest, visited
from whosays.coding.words.inpassing import is_counterpart, is_in_passing
from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.tolls import tolls_of
from whosays.coding.words.triggers import EFFECT, Found
from whosays.coding.words.understood import is_passive
from whosays.ontology import THING_EFFECTS, Trigger
from whosays.ontology.wording import Wording
from whosays.parse import NameLabel, Parse, Token

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
TWO = 2  # it takes two to talk
OF_SOMEBODY = frozenset({"convict", "arrest", "deport", "allege"})
_SOMEBODY = ("er", "or", "ist", "ant", "ian", "man", "men", "woman", "women", "ee")  # "owner", "tenant", "trustee"


class Coded(msgspec.Struct, frozen=True):
    """A trigger with its participants, before joining."""

    found: Found
    parts: tuple[Part, ...]


def tells(parse: Parse, members: Sequence[Coded], labels: dict[int, NameLabel], wording: Wording) -> bool:
    """Whether the words tell of a deed, and not of deeds in general ("the threat of terrorist attacks")."""
    if is_background(parse, [(m.found, m.parts) for m in members], labels):
        return False
    if all(_is_quarrel(parse, m, labels) or _is_standing_pact(parse, m.found) for m in members):
        return False
    if all(_is_discussed_alone(m) or _is_invited_to(parse, m.found) for m in members):
        return False
    if all(_is_one_sided(parse, m) for m in members):
        return False
    if all(_is_encounter(parse, m, labels) or _is_criticism(parse, m.found) for m in members):
        return False
    if all(_is_prosecutor(parse, m.found) or is_no_parley(parse, m.found) for m in members):
        return False
    if all(_is_broken(parse, m.found) or _is_clause_of(parse, m.found) for m in members):
        return False
    if all(is_business(parse, m.found, m.parts) for m in members):
        return False
    outcomes = [m for m in members if m.found.trigger.event == EFFECT]
    if any(m.parts or tolls_of(parse, m.found, m.parts, wording.quantities) for m in outcomes):
        return True
    deeds = [m for m in members if m.found.trigger.event != EFFECT]
    if len(deeds) > 1 and any(m.parts and parse.tokens[m.found.head].is_verb for m in deeds):
        return True  # "the school was destroyed | in a missile strike": two words for one deed
    return any(_tells_alone(parse, m, labels) for m in members)


def _is_quarrel(parse: Parse, coded: Coded, labels: dict[int, NameLabel]) -> bool:
    """ "The senator clashed with Ana Ruiz": one man and another only quarrel."""
    trigger = coded.found.trigger
    acting = [p.head for p in coded.parts if p.part == "actor"]
    if trigger.event != "ASSAULT" or not trigger.reciprocal or trigger.words[0] != "clash" or not acting:
        return False
    if all(parse.tokens[h].lemma.lower() in _POLITICAL for h in acting if labels.get(h) != "person"):
        return True
    return any(labels.get(h) == "person" for h in acting) and all(
        parse.tokens[h].tag in {"NN", "NNP", "PRP"} and not parse.children(h, "conj") for h in acting
    )


_POLITICAL = frozenset(
    "president premier minister chancellor ambassador secretary senator lawmaker deputy governor mayor director "
    "adviser advisor aide envoy diplomat official leader spokesman spokeswoman politician candidate judge".split()
)


_BREAKING = frozenset({"break", "collapse", "fail", "expire", "unravel", "crumble", "lapse", "falter"})


def _is_broken(parse: Parse, found: Found) -> bool:
    """ "When the ceasefire | broke down": no guns fell silent."""
    token = parse.tokens[found.head]
    ends = parse.tokens[token.head].lemma.lower() in _BREAKING and token.dep in {"nsubj", "nsubj:pass"}
    return ends and not token.is_verb and (found.trigger.event, found.trigger.mode) == ("RETREAT", "ceasefire")


_HOLDING = frozenset({"include", "envisage", "foresee", "stipulate", "involve", "contain", "cover"})


def _is_clause_of(parse: Parse, found: Found) -> bool:
    """ "The second phase includes | the release of all hostages": a point of a plan."""
    token = parse.tokens[found.head]
    if token.is_verb or found.carrier is not None or found.trigger.mode != "release":
        return False
    return token.dep == "obj" and parse.tokens[token.head].lemma.lower() in _HOLDING


def _is_prosecutor(parse: Parse, found: Found) -> bool:
    """ "The prosecution | announces", "the prosecution seeks": those who prosecute, and no deed."""
    token, verb = parse.tokens[found.head], parse.tokens[parse.tokens[found.head].head]
    speaks = verb.lemma.lower() in {"announce", "say", "seek", "ask", "argue", "demand", "claim", "allege", "present"}
    return token.lower == "prosecution" and token.dep == "nsubj" and speaks


def _is_criticism(parse: Parse, found: Found) -> bool:
    """ "Has come under fire | for his decision": with words."""
    under = found.trigger.words[:2] == ("come", "under") or (
        found.carrier is not None and case_of(parse, found.head) == "under"
    )
    verb = found.carrier if found.carrier is not None else found.head
    heads = [c for h in {verb, found.head} for c in parse.children(h, "obl", "nmod", "advcl")]
    why = {"for", "over"}
    return under and any(
        case_of(parse, c.i) in why or any(m.lower in why for m in parse.children(c.i, "mark")) for c in heads
    )


_OF_PACT = frozenset({"out", "from", "of", "by", "to", "under", "with", "in", "about", "over", "on"})


def _is_standing_pact(parse: Parse, found: Found) -> bool:
    """ "Walked out of | the nuclear deal", "stuck by | the accord": a pact there is, and not its making."""
    token = parse.tokens[found.head]
    if found.trigger.event != "AGREE" or token.is_verb or found.carrier is not None:
        return False
    if token.dep not in {"nmod", "obl"} and not (token.dep == "obj" and case_of(parse, token.i)):
        return False  # "walks | out of the deal |": a phrase, though a tree may take it for an object
    above = parse.tokens[token.head].lemma.lower()
    if token.dep == "nmod" and above in {"negotiation", "talk", "discussion", "work", "hope", "draft"}:
        return True  # "negotiations on | a trade agreement"
    if token.dep == "nmod" and above == "part" and case_of(parse, token.i) == "of":
        return True  # "freed as part of | a peace deal"
    definite = any(c.lower in DEFINITE for c in parse.children(token.i, "det")) or parse.children(token.i, "nmod:poss")
    return bool(definite) and case_of(parse, token.i) in _OF_PACT


_MAKING_KNOWN = frozenset({"announce", "unveil", "hail"})


def _is_one_sided(parse: Parse, coded: Coded) -> bool:
    """ "The dog met its owner", "the club agreed a deal with him": one side is nobody who treats with the other."""
    found = coded.found
    if not found.trigger.reciprocal or found.trigger.event not in {"CONSULT", "AGREE", "SUPPORT"}:
        return False
    if found.trigger.words[0] in _MAKING_KNOWN and sum(p.part == "actor" for p in coded.parts) < TWO:
        return True  # "the president announced the deal": whose it is is not told
    if not parse.tokens[found.head].is_verb or found.trigger.roles.get("subject") != "actor":
        return False
    verb = parse.tokens[found.head]
    if verb.dep == "acl" and verb.tag == "VBN" and found.trigger.event in {"AGREE", "SUPPORT"}:
        return sum(p.part == "actor" for p in coded.parts) == 1  # "over a deal | signed with Orland": by whom?
    known = {p.head for p in coded.parts}
    subjects = [parse.tokens[h] for h in found.slots.get("subject", ())]
    strangers = [t for t in subjects if t.i not in known and t.tag in {"NN", "NNS"} and not parse.children(t.i, "conj")]
    strangers = [t for t in strangers if not _meets_for_all(parse, t, known)]
    return bool(strangers) and len(strangers) == len(subjects) and len(known) < TWO


_OF_BODIES = frozenset({"leader", "minister", "member", "ambassador", "representative", "delegate"})


_PAIRS = frozenset({"foe", "rival", "adversary", "enemy", "neighbour", "neighbor", "ally"})


def _meets_for_all(parse: Parse, token: Token, known: set[int]) -> bool:
    """ "Leaders | of the League | met": the body itself, in those who make it up; "the two | rivals | met"."""
    if token.lemma.lower() in _PAIRS and any(c.lower == "two" for c in parse.children(token.i, "nummod")):
        return True
    below = {c.i for c in parse.children(token.i, "nmod")}
    return token.tag == "NNS" and token.lemma.lower() in _OF_BODIES and not known.isdisjoint(below)


def _is_invited_to(parse: Parse, found: Found) -> bool:
    """ "Will send nobody | to the summit", "was not invited | to the talks": where somebody may go, and no more."""
    token = parse.tokens[found.head]
    if (
        found.trigger.event != "CONSULT"
        or token.is_verb
        or found.carrier is not None
        or case_of(parse, token.i) != "to"
    ):
        return False
    return parse.tokens[token.head].lemma.lower() in {"send", "invite", "delegate", "invitation", "delegation", "refer"}


def _is_discussed_alone(coded: Coded) -> bool:
    """ "The minister discussed the harvest": with whom is not told."""
    alone = coded.found.trigger.words == ("discuss",) and "with" not in coded.found.slots
    return alone and sum(p.part == "actor" for p in coded.parts) < TWO


def _is_encounter(parse: Parse, coded: Coded, labels: dict[int, NameLabel]) -> bool:
    """ "She met Campbell", "the troops met the rebels on the bridge": no talks of anybody who speaks for a side."""
    found = coded.found
    if found.trigger.event != "CONSULT" or found.trigger.words[0] != "meet" or not parse.tokens[found.head].is_verb:
        return False
    heads = [p.head for p in coded.parts]
    if any(c.lower == "up" and c.i == found.head + 1 for c in parse.tokens[found.head + 1 : found.head + 2]):
        return True  # "met up with the militia"
    done = parse.tokens[found.head].tag == "VBD"
    if (
        done
        and heads
        and all(parse.tokens[h].lemma.lower() in _IN_ARMS and not parse.children(h, "conj") for h in heads)
    ):
        return True
    pronouns = [h for h in heads if parse.tokens[h].tag.startswith("PRP")]
    bare = all(h in pronouns or _is_bare_person(parse, h, labels) for h in heads)
    near = {c.i for c in parse.children(found.head, "obl", "obl:unmarked", "advcl", "xcomp", "advmod")}
    return bool(pronouns) and bare and not near


_IN_ARMS = frozenset({"troop", "soldier", "force", "rebel", "fighter", "militiaman", "column"})


def _is_bare_person(parse: Parse, head: int, labels: dict[int, NameLabel]) -> bool:
    """A person's name, without a word that says what he or she is."""
    return labels.get(head) == "person" and not parse.children(head, "compound", "appos", "nmod:desc", "det", "amod")


def _tells_alone(parse: Parse, coded: Coded, labels: dict[int, NameLabel]) -> bool:
    found, trigger = coded.found, coded.found.trigger
    people = [p for p in coded.parts if p.part in {"actor", "recipient"}]
    blast = trigger.mode == "explosives" and trigger.pos == "noun"  # "an explosion at the bank": where a thing stands
    if blast or (trigger.effect in THING_EFFECTS and any(p.part == "instrument" for p in coded.parts)):
        people += [p for p in coded.parts if p.part == "target"]
    token = parse.tokens[found.head]
    sure = any(p.kind != "unknown" or _is_speaker(parse, p, labels) for p in people)
    if is_under_way(parse, found, labels) or is_decreed(parse, found, labels) or is_concluded(parse, found, labels):
        return True
    if is_owned_up_to(parse, found, labels) or is_his_own(parse, found, labels) or is_truce_asked(parse, found):
        return True
    if _is_blow_of_arms(parse, coded):
        return True
    if trigger.weak and not (people and (trigger.effect or sure)):
        return False
    if token.is_verb:
        if trigger.event == "PROTEST" and len(found.tokens) > 1 and is_passive(parse, token.i):
            return True  # "protests were held in six towns"
        if trigger.subject and "subject" not in trigger.roles and not trigger.weak:  # "the talks collapsed"
            return True
        return any(
            p.kind != "unknown" or _is_certain(parse, p.head) or _suffers(parse, p, trigger) for p in coded.parts
        )
    if trigger.pos == "adjective":
        return bool(people)
    if found.carrier is not None and not _is_escaped(parse, found):
        definite = any(c.lower in DEFINITE for c in parse.children(found.head, "det"))
        itself = found.light is not None and found.light.event == "subject" and not definite  # "riots broke out"
        carrier = parse.tokens[found.carrier]
        caused = trigger.event == "PROTEST" and carrier.lemma.lower() in _CAUSING and carrier.dep != "acl:relcl"
        if caused or itself or coded.parts or is_placed(parse, found, labels) or _is_single(parse, token):
            return True
    return _noun_tells(parse, coded, labels)


def _is_blow_of_arms(parse: Parse, coded: Coded) -> bool:
    """ "Warplanes | struck | nine camps", "rockets | landed | near the mill": by such arms it needs nobody's name."""
    if coded.found.trigger.event != "ASSAULT" or coded.found.trigger.pos != "verb":
        return False
    arms = any(p.part == "instrument" and parse.tokens[p.head].lemma.lower().rstrip("s") in _ARMS for p in coded.parts)
    hit = [parse.tokens[p.head] for p in coded.parts if p.part == "target"]
    struck = [t.lemma.lower() for h in hit for t in (h, *parse.children(h.i, "compound"))]
    return arms and bool(struck) and not _NOBODYS & set(struck)  # "fell | into the sea |"


_ARMS = frozenset("warplane jet bomber gunship helicopter drone missile rocket mortar shell artillery".split())
_NOBODYS = frozenset("sea ocean waters water gulf bay strait desert ground earth air space orbit river lake".split())
_CAUSING = frozenset({"spark", "trigger", "provoke"})  # "a law that | sparked | protests"


def _is_speaker(parse: Parse, part: Part, labels: dict[int, NameLabel]) -> bool:
    """ "The army said | it | had struck a depot": of a body that speaks, "it" is the body."""
    token = parse.tokens[part.head]
    clause = parse.tokens[token.head]
    if token.lower not in {"it", "they"} or clause.dep != "ccomp" or part.part != "actor":
        return False
    speakers = parse.children(clause.head, "nsubj")
    bodies = {"army", "military", "navy", "force", "forces", "ministry", "government", "group", "militia", "police"}
    return any(labels.get(s.i) in _BODY_LABELS or s.lemma.lower() in bodies for s in speakers)


_BODY_LABELS = frozenset({"organisation", "place"})


def _suffers(parse: Parse, part: Part, trigger: Trigger) -> bool:
    """Whoever is killed or held is somebody, though no list knows the word: "a tavern owner was shot dead"."""
    token = parse.tokens[part.head]
    clauses = parse.children(part.head, "acl:relcl")
    if any(c.lower in {"who", "whom"} for clause in clauses for c in parse.children(clause.i)):
        return True
    done_to = trigger.effect is not None or trigger.mode in OF_SOMEBODY
    return done_to and part.part == "recipient" and token.lower.rstrip("s").endswith(_SOMEBODY)


def _is_single(parse: Parse, token: Token) -> bool:
    return any(c.lower in {"a", "an", "another"} for c in parse.children(token.i, "det")) or bool(
        parse.children(token.i, "nummod")
    )


_ADDRESSING = frozenset({"tell", "inform", "address", "brief", "remind", "warn"})


def _noun_tells(parse: Parse, coded: Coded, labels: dict[int, NameLabel]) -> bool:
    """A noun alone tells of a deed when it says who suffered, or who acted and where or when."""
    found = coded.found
    token = parse.tokens[found.head]
    if _is_escaped(parse, found) or (found.trigger.event == "PROTEST" and _is_outcry(parse, token)):
        return False
    suffering = [p for p in coded.parts if p.part in {"recipient", "target"} and _is_somebody(parse, p)]
    acting = [p for p in coded.parts if p.part == "actor" and _is_somebody(parse, p)]
    counted = bool(parse.children(found.head, "nummod")) or any(
        c.lower in {"twin", "double"} for c in parse.children(found.head, "compound", "amod")
    )
    determined = any(c.lower in DEFINITE for c in parse.children(found.head, "det"))
    if found.trigger.reciprocal and found.trigger.event == "ASSAULT" and len(acting) > 1:  # "clashes between A and B"
        return True
    addressed = token.dep in {"obj", "iobj"} and parse.tokens[token.head].lemma.lower() in _ADDRESSING
    if found.trigger.event == "CONSULT" and addressed:
        return False  # "told | the meeting | that ..."
    speaking = [p for p in coded.parts if p not in acting and _is_speaker(parse, p, labels)]
    if found.trigger.event == "CONSULT" and _is_told_in_passing(parse, found, [*acting, *speaking], labels):
        return True
    if _is_outbreak(parse, found, acting) or is_told_by_the_way(parse, found, coded.parts, acting, labels):
        return True
    if token.tag in {"NNS", "NNPS"} and not counted:
        owners = parse.children(found.head, "nmod:poss")
        if found.trigger.effect in _DONE_TO_EACH and any(_is_particular(parse, p.head, labels) for p in suffering):
            return True  # "the murders | of the priests, their cook and her daughter"
        if found.trigger.event == "ASSAULT" and is_placed(parse, found, labels) and any(is_of_a_day(c) for c in owners):
            return True  # "| last week's bombings | in Orli"
        pointed = any(c.tag == "PRP$" for c in owners)  # "the army ... its air strikes on the town"
        return (determined or bool(owners)) and bool(suffering) and (bool(acting) or pointed)
    if suffering and not acting and not determined and _is_generic(parse, found.head, suffering, labels):
        return False
    if suffering or (acting and found.trigger.reciprocal) or (acting and _is_judged(parse, token)):
        return True
    if token.tag in {"NNS", "NNPS"} and not acting:  # "two attacks in the north": more than one deed
        return False
    if determined and not acting:  # "the fighting in the north": what was told before, or nothing in particular
        return False
    return (bool(acting) or counted or token.tag in {"NN", "NNP"}) and is_placed(parse, found, labels)


def _is_outbreak(parse: Parse, found: Found, acting: Sequence[Part]) -> bool:
    """ "| A strike by pilots | entered its second week", "led to | riots in which nine were killed |"."""
    token = parse.tokens[found.head]
    if found.trigger.mode == "strike" and acting and (is_in_passing(parse, token) or token.dep == "nsubj"):
        return True
    if found.trigger.mode in {"strike", "hunger"} and token.dep == "nsubj":
        verb = parse.tokens[token.head]
        stopped = verb.lemma.lower() in _CRIPPLING and verb.tag != "VB"
        return stopped and "strike" not in {t.lower for t in parse.tokens[token.i + 1 : verb.i]}
    if found.trigger.mode in {"strike", "hunger"} and acting and parse.children(token.i, "cop"):
        return case_of(parse, token.i) == "on"  # "the pilots are | on strike"
    deadly = (c.lemma.lower() in _DEADLY for c in parse.children(token.i, "acl:relcl"))
    return found.trigger.mode == "riot" and any(deadly)


_CRIPPLING = frozenset("paralyse paralyze cripple ground halt disrupt close shut".split())  # what a strike does
_DEADLY = frozenset({"kill", "die", "wound", "injure", "arrest"})
_PASSING = frozenset({"after", "following", "during", "at", "before"})
_RUNNING = frozenset("focus last centre center cover deal follow concentrate produce yield touch revolve".split())
_BRINGING = frozenset({"prompt", "trigger", "spark", "lead", "produce"})


def _is_told_in_passing(parse: Parse, found: Found, acting: Sequence[Part], labels: dict[int, NameLabel]) -> bool:
    """ "After talks involving Ana Ruiz and Jan Holub", "during a visit from the premier": they were there."""
    token = parse.tokens[found.head]
    verb = parse.tokens[token.head]
    if parse.children(token.i, "cop") and case_of(parse, token.i) == "in":
        return len(acting) >= TWO  # "Orland is | in talks with Veldia"
    if guest(parse, token) is not None:  # "the premier is in Orli | for talks", "left | for a visit to Orli"
        return bool(acting) and (
            found.trigger.mode != "visit" or "to" in found.slots or visited(parse, token) is not None
        )
    if token.dep == "nsubj" and verb.lemma.lower() in _RUNNING and verb.tag in {"VBD", "VBN"}:
        return len(acting) >= TWO  # "| talks between Orland and Veldia | focused on bread"
    own = case_of(parse, token.i) in {"in", *_PASSING} and any(p.slot == "with" for p in acting)
    if own and any(c.tag == "PRP$" for c in parse.children(token.i, "nmod:poss")):
        return True  # "in | her | talks with the king, the premier praised the bread"
    if verb.lemma.lower() in _BRINGING and verb.tag in {"VBD", "VBG"} and found.slots.get("between"):
        return len(acting) >= TWO and not parse.children(verb.i, "mark")  # "led to | talks between the two armies"
    named = [p for p in acting if _is_called_by_name(parse, p.head)]
    if any(is_counterpart(parse, p.head) for p in acting) and is_placed(parse, found, labels):
        return token.dep in {"obl", "nmod"}  # "spoke after talks in Orli with his Danish counterpart"
    enough = TWO if found.trigger.mode != "visit" else 1
    return token.dep in {"obl", "nmod"} and case_of(parse, token.i) in _PASSING and len(named) >= enough


def _is_called_by_name(parse: Parse, head: int) -> bool:
    """ "Orland", "Ana Ruiz", "the Veldian | president | Jan Holub"."""
    named = (parse.tokens[head], *parse.children(head, "appos", "flat", "nmod:desc"))
    return any(t.tag.startswith(("NNP", "PRP")) for t in named)


_DONE_TO_EACH = frozenset({"killed", "captured"})
_ONE = frozenset({"the", "a", "an", "this", "these", "those"})


def _is_particular(parse: Parse, head: int, labels: dict[int, NameLabel]) -> bool:
    """ "The priests", "a judge", "Luis Prado", "their cook"; "the killings of civilians" name nobody."""
    if labels.get(head) == "person":
        return True
    said = parse.children(head, "nummod", "nmod:poss") or [c for c in parse.children(head, "det") if c.lower in _ONE]
    return bool(said) and parse.tokens[head].is_noun


def _is_escaped(parse: Parse, found: Found) -> bool:
    """ "Fled to escape | the fighting": what they fled from was told before."""
    if found.carrier is None or found.light is None or found.light.subject != "recipient":
        return False
    verb = parse.tokens[found.carrier]
    return verb.tag == "VB" and any(c.lower == "to" for c in parse.children(verb.i, "mark"))


def _is_outcry(parse: Parse, token: Token) -> bool:
    """ "Barely a word of | protest", "left in protest": no march and no rally."""
    bare = token.tag == "NN" and not parse.children(token.i, "det", "nmod:poss", "amod", "compound")
    return bare and token.dep == "nmod"


def _is_generic(parse: Parse, head: int, suffering: Sequence[Part], labels: dict[int, NameLabel]) -> bool:
    """ "Violence | against women and children": nobody in particular, nowhere, at no time."""
    if parse.children(head, "det", "nummod", "nmod:poss") or any(p.part == "target" for p in suffering):
        return False
    counted = [parse.children(p.head, "det", "nummod", "nmod:poss", "amod", "nmod") for p in suffering]
    bare = all(parse.tokens[p.head].tag == "NNS" and labels.get(p.head) is None for p in suffering)
    times = {i for t in parse.times for i in range(t.start, t.end)}
    return bare and not any(counted) and not any(i in times for i in parse.subtree(head))


_JUDGING = frozenset({"condemn", "denounce", "deplore", "decry", "slam", "criticise", "criticize", "welcome", "praise"})


def _is_judged(parse: Parse, token: Token) -> bool:
    """ "Condemned | an attack by soldiers": what is judged was done."""
    governor = parse.tokens[token.head]
    return token.dep in {"obj", "nsubj:pass"} and governor.is_verb and governor.lemma.lower() in _JUDGING


def _is_somebody(parse: Parse, part: Part) -> bool:
    """Somebody or something that can be told from others: no bare pronoun, no noun that nothing is known of."""
    token = parse.tokens[part.head]
    return not token.tag.startswith("PRP") and (part.kind != "unknown" or token.tag.startswith("NNP"))


def _is_certain(parse: Parse, head: int) -> bool:
    """A name or pronoun that no list knows may be somebody; a common noun that none knows ("the weather") is not."""
    return parse.tokens[head].tag.startswith(("NNP", "PRP"))
