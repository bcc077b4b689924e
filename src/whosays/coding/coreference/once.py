"""Words of several classes that tell of one deed: the broadest gives way to the one that says what was done."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.parties.thirdparties import is_beside
from whosays.coding.words.mentions import case_of, conjuncts
from whosays.coding.words.triggers import Found
from whosays.ontology.acts import load_acts
from whosays.parse import Parse, Token
from whosays.records import Act

_PACTS = frozenset({"AGREE", "RETREAT"})
_HELD = ("object", "on", "to")


def without_repeats(parse: Parse, found: Sequence[Found]) -> tuple[Found, ...]:
    """The triggers without those whose deed another one tells already."""
    ceasefires = [f for f in found if f.trigger.mode == "ceasefire"]
    held = {h for f in found if _agrees(parse, f) for slot in _HELD for h in f.slots.get(slot, ())}
    held |= {c.i for h in held for c in parse.children(h, "nmod")}  # "agreed to a plan | for a truce"
    silent = {f.head for f in ceasefires if not parse.tokens[f.head].is_verb}
    signing = {f.head: {*f.slots.get("object", ())} for f in found if f.trigger.event == "SUPPORT"}
    held |= {h for objects in signing.values() for h in objects if not objects & silent}
    held |= {c for h in held for c in conjuncts(parse, h)}  # "signed an accord | and a truce"
    silenced = {h for f in ceasefires if parse.tokens[f.head].is_verb for h in f.slots.get("subject", ())}
    signed = {h for f in found if f.trigger.event == "SUPPORT" for h in f.slots.get("object", ())}
    talked = {h for f in found if f.trigger.words[0] == "discuss" for h in f.slots.get("object", ())}
    meetings = {f.head for f in found if f.trigger.event == "CONSULT" and not parse.tokens[f.head].is_verb}
    broken = {h for f in found if _breaks(parse, f) for h in f.slots.get("object", ())}
    broken |= {c.i for h in broken for c in parse.children(h, "nmod")}  # "all aid | except military aid"
    brokered = {h for f in found if _brokers(parse, f) for h in f.slots.get("object", ())}
    imposed = {h for f in found if f.trigger.event == "COERCE" for h in f.slots.get("object", ()) if _lays(parse, f)}
    dropped = _means_and_aims(parse, found)
    dropped |= {head for head, objects in signing.items() if objects & silent}  # "signed | a truce": the guns rest
    for one in found:
        noun = not parse.tokens[one.head].is_verb
        if noun and one.head in held and one.trigger.mode == "ceasefire":
            dropped.add(one.head)  # "agreed to | a truce"
        if not noun and one.trigger.event == "AGREE" and signed & {*one.slots.get("object", ())}:
            dropped.add(one.head)  # "agreed | and signed a deal"
        if noun and one.head in talked and (one.trigger.mode == "ceasefire" or one.trigger.event == "CONSULT"):
            dropped.add(one.head)  # "discussed | the ceasefire", "discussed | the coming summit"
        if not noun and one.trigger.status == "planned" and meetings & {*one.slots.get("object", ())}:
            dropped.add(one.head)  # "a meeting | is scheduled"
        if noun and one.head in imposed and one.trigger.event == "ASSAULT":
            dropped.add(one.head)  # "imposes | a siege": a measure, told once
        if noun and one.head in silenced and one.trigger.event == "AGREE":
            dropped.add(one.head)  # "the ceasefire agreement | takes effect"
        if noun and one.head in brokered and one.trigger.event in {*_PACTS, "CONSULT"}:
            dropped.add(one.head)  # "brokered | a truce"
        if noun and one.head in broken and one.trigger.event in {"CONSULT", "AGREE", "AID", "SUPPORT", "COOPERATE"}:
            dropped.add(one.head)  # "cancelled | the meeting", "suspends | military aid"
        if one.trigger.mode == "convict" and _is_same_sentence(parse, one, found):
            dropped.add(one.head)
        if one.trigger.mode == "third-party" and parse.tokens[one.head].dep == "amod":
            dropped.add(one.head)  # "the | US-mediated | talks"
        if is_beside(parse, one, list(found)) or _is_remark_on(parse, one, found) or _holds(parse, one, found):
            dropped.add(one.head)
    return tuple(f for f in found if f.head not in dropped)


def _lays(parse: Parse, found: Found) -> bool:
    return parse.tokens[found.head].lemma.lower() in {"impose", "lay", "maintain", "enforce"}


def _holds(parse: Parse, one: Found, found: Sequence[Found]) -> bool:
    """Whether what is adopted does a deed, told in its clause: "adopted a resolution | lifting | the embargo"."""
    if one.trigger.event != "SUPPORT" or not parse.tokens[one.head].is_verb:
        return False
    papers = [h for h in one.slots.get("object", ()) if parse.tokens[h].lemma.lower() in {"resolution", "declaration"}]
    below = [c for h in papers for c in parse.children(h, "acl", "acl:relcl")]
    doing = {c.i for c in below if c.tag in {"VBG", "VBZ"}}
    if any(c.lemma.lower() in _HARSH for c in below if c.tag in {"VBG", "VBZ", "VB"}):
        return True  # "passed a resolution | accusing | Orland of it", "to refer nine suspects to a court"
    if any(cue.act in _BIDDING for i in doing for cue in load_acts().at(parse.tokens[i].lemma.lower(), "verb")):
        return True  # "adopted a resolution | urging | Orland to free them": what it adopts is an appeal
    return any(f.head in doing and f.trigger.event in {"SANCTION", "CONCEDE", "COERCE"} for f in found)


_HARSH = frozenset("accuse deplore refer censure rebuke blame criticise criticize regret suspend expel extend".split())
_BIDDING: frozenset[Act] = frozenset({"demand", "call", "condemn", "warn", "threaten"})


def _is_same_sentence(parse: Parse, one: Found, found: Sequence[Found]) -> bool:
    """ "Convicts the mayor of fraud and | imposes | a sentence of nine years": on him, as was told just before."""
    noun = parse.tokens[one.head]
    verb = noun if noun.is_verb else parse.tokens[noun.head]
    if verb.dep != "conj" or verb.lemma.lower() not in {"impose", "hand", "pass", "deliver", "pronounce"}:
        return False
    if any(one.slots.get(s) for s in ("on", "to", "against", "iobj")) or parse.children(verb.i, "nsubj"):
        return False
    return any(f.head == verb.head and f.trigger.mode == "convict" for f in found)


_TOGETHER = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})


def _is_remark_on(parse: Parse, one: Found, found: Sequence[Found]) -> bool:
    """What a sentence adds about talks that it has told, or what comes after them.

    "Ruiz flew to Orli, marking the first | visit | there", "the first time the two | met |": told just before.
    """
    if one.trigger.event not in _TOGETHER:
        return False
    sentence = parse.sentence(one.head)
    here = [f for f in found if f.trigger.event == one.trigger.event and parse.sentence(f.head) == sentence]
    noun = parse.tokens[one.head]
    if noun.is_noun and case_of(parse, noun.i) == "for" and _is_first(parse, noun):
        return any(f.head == noun.head and f.trigger.mode == "visit" for f in here)  # "flew there | for a first visit"
    before = {"before", "prior"} & {c.lower for c in parse.children(noun.i, "mark", "case")}
    if noun.tag == "VBG" and noun.lemma.lower() in {"leave", "depart"} and before:
        return len(here) > 1  # "met the king in Orli before | leaving for Kest": not there yet
    for above in (noun, *parse.ancestors(noun.i)):
        marks = above.tag == "VBG" and above.lemma.lower() == "mark" and above.i != one.head
        time = above.lemma.lower() == "time" and _is_first(parse, above) and above.dep in _BESIDE
        if marks or time:
            return any(f.head < above.i for f in here)
    return False


_BESIDE = frozenset({"appos", "obl:unmarked", "parataxis", "nmod:unmarked"})


def _is_first(parse: Parse, noun: Token) -> bool:
    return any(c.lower == "first" for c in parse.children(noun.i, "amod"))


def _means_and_aims(parse: Parse, found: Sequence[Found]) -> set[int]:
    """ "Invites the premier | to visit Orli", "shelled the town, | firing forty rockets"."""
    inviting = {f.head for f in found if f.trigger.event == "AGREE" and f.trigger.words[0] == "invite"}
    struck = {f.head for f in found if f.trigger.event == "ASSAULT"}
    verbs = [f for f in found if parse.tokens[f.head].is_verb]
    aims = {f.head for f in verbs if f.trigger.event == "CONSULT" and parse.tokens[f.head].head in inviting}
    mediating = {f.head for f in found if f.trigger.mode == "third-party"}
    settled = [f for f in verbs if f.trigger.event == "AGREE" and parse.tokens[f.head].tag == "VB"]
    # "sent envoys | to resolve the dispute": what they were sent for
    aims |= {f.head for f in settled if any(a.i in mediating for a in parse.ancestors(f.head))}
    sent = [f for f in verbs if f.trigger.event == "MOBILIZE"]
    return aims | {f.head for f in sent if _is_by(parse, f, struck) or _is_for(parse, f, struck)}


def _is_by(parse: Parse, found: Found, verbs: set[int]) -> bool:
    token = parse.tokens[found.head]
    return token.tag == "VBG" and token.dep == "advcl" and token.head in verbs


def _is_for(parse: Parse, found: Found, verbs: set[int]) -> bool:
    """ "| Deployed | a drone to attack a convoy": a weapon that was sent in an attack."""
    aims = parse.children(found.head, "xcomp", "advcl")
    return found.trigger.mode == "weapons" and any(c.i in verbs and c.tag == "VB" for c in aims)


def _agrees(parse: Parse, found: Found) -> bool:
    return found.trigger.event == "AGREE" and parse.tokens[found.head].is_verb


def _breaks(parse: Parse, found: Found) -> bool:
    told = any(found.slots.get(s) for s, part in found.trigger.roles.items() if part in {"actor", "recipient"})
    return told and found.trigger.event in {"SANCTION", "REJECT"} and parse.tokens[found.head].is_verb


def _brokers(parse: Parse, found: Found) -> bool:
    third = found.trigger.event == "CONSULT" and found.trigger.mode == "third-party"
    return third and parse.tokens[found.head].is_verb and parse.tokens[found.head].dep != "amod"
