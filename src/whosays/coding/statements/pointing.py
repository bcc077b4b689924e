"""What a statement points back at: "denied any role in the attack", "claimed it", "blamed the army for the shelling".

The event has been told of before (in a headline: is told of behind), and the content only names it again with a
noun or a pronoun. The nearest event of a fitting class is meant; where modes speak against it, none is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from whosays import ontology
from whosays.coding.sifting.answeredfor import is_what_is_claimed
from whosays.coding.statements.byway import is_by_the_way
from whosays.coding.statements.downed import is_downed, without_downed
from whosays.coding.statements.drafts import Draft
from whosays.coding.statements.longpast import without_long_past
from whosays.coding.statements.moves import the_move
from whosays.coding.statements.ofstates import is_states
from whosays.coding.statements.owning import is_us
from whosays.coding.statements.propositions import Occurrence
from whosays.coding.words.mentions import case_of, phrase_range
from whosays.ontology import owning
from whosays.ontology.nominals import Nominals
from whosays.ontology.nominals import load as load_nominals
from whosays.parse import Parse, Token
from whosays.records import Act

_POINTING: frozenset[Act] = frozenset(
    {"deny", "claim", "blame", "accuse", "condemn", "condole", "concern", "apologise", "praise", "confirm", "refuse"}
)
_POINTERS = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
_PRONOUNS = frozenset({"it", "this", "that"})
_OF_WHAT = frozenset({"blame", "accuse", "condemn", "apologise"})
_DOING = frozenset("carry commit conduct perpetrate order stage mount launch plan do claim execute".split())
# Nouns that say how it was done, with the modes (of ASSAULT) that they can mean.
_MODES: dict[str, frozenset[str]] = {
    "bombing": frozenset({"explosives", "suicide-attack", "aerial"}),
    "blast": frozenset({"explosives", "suicide-attack", "heavy-weapons", "aerial"}),
    "explosion": frozenset({"explosives", "suicide-attack", "heavy-weapons", "aerial"}),
    "shelling": frozenset({"heavy-weapons"}),
    "bombardment": frozenset({"heavy-weapons", "aerial"}),
    "airstrike": frozenset({"aerial", "drone"}),
    "shooting": frozenset({"firearms"}),
    "kidnapping": frozenset({"abduct"}),
    "abduction": frozenset({"abduct"}),
    "stabbing": frozenset({"primitive"}),
    "sabotage": frozenset({"explosives", "destroy"}),
    "beheading": frozenset({"primitive", "targeted"}),
    "war": frozenset({"heavy-weapons", "aerial"}),  # no single bomb or shooting is a war
}
_ANSWERING = frozenset({"deny", "reject", "dismiss", "claim", "admit", "say", "call", "condemn"})
_HARM = frozenset({"kill", "die", "injure", "wound", "hurt"})
_HARMS = frozenset({"killing", "death", "murder", "injury", "wounding", "killings"})
_BACK = 8  # sentences
_BARE_BACK = 3  # sentences that a claim may stand behind what is claimed when it does not name it
_UNREAL = frozenset({"negated", "planned", "threatened", "demanded", "hypothetical", "habitual"})


_PLEDGING = frozenset({"promise", "agree"})


def pointed_at(
    parse: Parse,
    draft: Draft,
    events: Sequence[Occurrence],
    inside: Sequence[Occurrence],
    recalled: Mapping[str, int],
) -> Occurrence | None:
    """The event told of elsewhere that the content of a statement points at, None when nothing or nobody knows.

    ``recalled`` is the sentence where somebody spoke last of an event, by its id.
    """
    if draft.act in _PLEDGING:
        same = (o for o in events if o.head == draft.cue_token and o.event.status == "planned")
        return next(same, None)  # "Peru | pledged | $40 million for Kenya": one word that promises and gives
    if draft.act not in _POINTING:
        return None
    heads = {o.head for o in inside}
    beside = _told_beside(parse, draft, events, heads) or summed_up(parse, draft, events)
    beside = beside or the_move(parse, draft, events, recalled)
    if beside is not None:
        return beside
    title = parse.report.title is not None and parse.tokens[draft.cue_token].start < len(parse.report.title)
    for token in _named(parse, draft, title=title):
        if token.i in heads:
            return None  # an event of its own: what it is the same as is settled later
        own = [o for o in events if not is_states(parse, draft, o)]
        found = nearest(parse, token, own, forward=title) or nearest(parse, token, events, forward=title)
        if found is not None and not (draft.act == "claim" and _is_anothers(parse, draft.cue_token, found)):
            return found
    if _is_bare(parse, draft):
        return _last_attack(parse, draft.cue_token, events, {} if title else recalled, forward=title)
    return _denied_again(parse, draft, events, inside, forward=title)


def _told_beside(parse: Parse, draft: Draft, events: Sequence[Occurrence], inside: set[int]) -> Occurrence | None:
    """ "Gunmen killed nine | in an attack | claimed by the Front": the noun is a word of the deed in its clause."""
    for start, end in draft.content:
        for token in parse.tokens[start:end]:
            if token.is_noun and token.i not in inside and (owning.load().is_deed(token.lemma.lower())):
                told = [o for o in events if token.i in o.tokens and not draft.holds(o.head)]
                if told and told[0].event.status not in _UNREAL:
                    return told[0]
    return None


def _is_anothers(parse: Parse, cue: int, later: Occurrence) -> bool:
    """ "The Front claimed responsibility. | Kenyan jets bombed | a town": told later, and by name another's deed."""
    if later.head < cue or parse.sentence(later.head) == parse.sentence(cue):
        return False
    claiming = {parse.tokens[i].lower for c in parse.children(cue, "nsubj") for i in parse.subtree(c.i)}
    doing = {i for c in parse.children(later.head, "nsubj", "obl:agent") for i in parse.subtree(c.i)}
    named = {i for n in parse.names if n.label in _PARTIES for i in range(n.start, n.end)} & doing
    return bool(named) and not any(parse.tokens[i].lower in claiming for i in named)


_PARTIES = frozenset({"person", "organisation", "nationality", "place"})
_SUMMING = frozenset({"action", "act", "crime", "deed"})


def summed_up(parse: Parse, draft: Draft, events: Sequence[Occurrence]) -> Occurrence | None:
    """ "A pylon was blown up | in an action | that the army laid to rebels", ", | a crime | claimed by the Front"."""
    if draft.act not in {"blame", "claim", "condemn", "deny"}:
        return None
    nouns = (t for start, end in draft.content for t in parse.tokens[start:end] if t.is_noun)
    noun = next((t for t in nouns if t.lemma.lower() in _SUMMING and t.dep != "compound"), None)
    if noun is None or any(case_of(parse, c.i) != "in" for c in parse.children(noun.i, "nmod", "nmod:poss")):
        return None
    here = parse.sentence(noun.i)
    told = [o for o in events if o.event.type == "ASSAULT" and o.head < noun.i and not draft.holds(o.head)]
    if any(c.lower in _POINTERS for c in parse.children(noun.i, "det")):  # "attributed | the action | to rebels"
        told = [o for o in told if here - parse.sentence(o.head) <= _SUMMED_BACK]
        told = without_long_past(parse, told) if draft.act in {"blame", "claim"} else []
    elif case_of(parse, noun.i) == "in" or parse.tokens[phrase_range(parse, noun.i)[0] - 1].text == ",":
        told = [o for o in told if parse.sentence(o.head) == here and draft.cue_token > noun.i]
    else:
        return None
    return next((o for o in reversed(told) if not _is_unreal(parse, o)), None)


_SUMMED_BACK = 2  # sentences
_PART = frozenset({"responsibility", "involvement", "role", "part", "credit", "any", "all", "no", "its", "their"})


def _is_bare(parse: Parse, draft: Draft) -> bool:
    """ "The group claimed responsibility.", "blamed the rebels": for what, is left to the sentences before."""
    head = draft.content_head if draft.own or draft.act == "blame" else None
    if head is not None and _names_none(parse, parse.tokens[head]):
        return True  # "It was not us", "Our men were not involved", "said the Front was responsible"
    if draft.act == "blame" and draft.party is not None:
        if draft.content_head is not None and _lays_all(parse, parse.tokens[draft.content_head], draft.party):
            return True  # "said | the Front | was responsible"
        if _others_told(parse, draft.cue_token) or _is_left_behind(parse, draft.cue_token, draft.party):
            return False
        if any(c.lemma.lower() not in _ANSWERING for c in parse.children(draft.party, "acl:relcl")):
            return False  # "blamed Holub, | who had built the mill |": for what comes with him
        party = set(parse.subtree(draft.party))
        return all(i in party for start, end in draft.content for i in range(start, end))
    if draft.act not in {"claim", "deny"}:
        return False
    words = [t.lower for start, end in draft.content for t in parse.tokens[start:end] if t.text.isalpha()]
    return all(word in _PART for word in words) and (bool(words) or draft.act == "claim")


def _lays_all(parse: Parse, head: Token, party: int) -> bool:
    """ "The mayor said the Front | was responsible |", "was to blame": for what, is told before."""
    blamed = head.lower in {"responsible", "blame"} and bool(parse.children(head.i, "cop"))
    return blamed and parse.tokens[party].head == head.i and not parse.children(head.i, "obl", "nmod", "advcl")


def _others_told(parse: Parse, cue: int) -> bool:
    """ "The group, which is blamed | for attacks in Kest", "| for spreading a virus": for others than those told."""
    gerunds = (c for c in parse.children(cue, "advcl") if c.tag == "VBG")
    if any(m.lower == "for" for c in gerunds for m in parse.children(c.i, "mark", "case")):
        return True
    for child in parse.children(cue, "obl", "nmod"):
        if case_of(parse, child.i) == "for" and child.is_noun:
            return not any(c.lower in _POINTERS for c in parse.children(child.i, "det", "nmod:poss"))
    return False


def _is_left_behind(parse: Parse, cue: int, party: int) -> bool:
    """ "The mistake | that he blamed Ruiz for |": for what stands before the clause, and is no deed told of."""
    end = max(parse.subtree(party)) + 1
    tokens = parse.tokens[cue : end + 1]
    return parse.tokens[cue].dep == "acl:relcl" and any(t.lower == "for" for t in tokens[1:])


def _names_none(parse: Parse, head: Token) -> bool:
    alone = head.lower in {"responsible", *owning.load().involved} and not parse.children(head.i, "obl", "nmod")
    return is_us(head) or (alone and bool(parse.children(head.i, "cop", "aux:pass")))


def _last_attack(
    parse: Parse, cue: int, events: Sequence[Occurrence], recalled: Mapping[str, int], *, forward: bool
) -> Occurrence | None:
    here = parse.sentence(cue)
    near = [o for o in events if (o.head > cue if forward else o.head < cue) and o.event.type == "ASSAULT"]
    near = without_long_past(parse, near)
    for occurrence in near if forward else reversed(near):
        told = parse.sentence(occurrence.head)
        if abs(here - told) > _BARE_BACK and here - recalled.get(occurrence.event.id, told) > _BARE_BACK:
            continue
        downed = _is_on_attackers(parse, occurrence) or (len(near) > 1 and is_downed(parse, occurrence))
        if not _is_unreal(parse, occurrence) and not downed and not _is_what_led(parse, occurrence):
            return occurrence
    return None


def _is_unreal(parse: Parse, occurrence: Occurrence) -> bool:
    """Whether a deed was not done; but "nobody claimed | the bombing |" is of one that was."""
    token = parse.tokens[occurrence.head]
    claimed = occurrence.event.status == "negated" and not token.is_verb and is_what_is_claimed(parse, token)
    definite = any(c.lower in _POINTERS for c in parse.children(token.i, "det", "nmod:poss"))
    return occurrence.event.status in _UNREAL and not (claimed and definite)


def _is_what_led(parse: Parse, occurrence: Occurrence) -> bool:
    """ "A bomb went off, in revenge | for the killing | of bakers. He blamed rebels": for the bomb."""
    token = parse.tokens[occurrence.head]
    if not token.is_verb and is_what_is_claimed(parse, token):
        return False  # "claimed responsibility | for the bombing. He blamed rebels": for that
    return not token.is_verb and case_of(parse, token.i) in {"for", "after", "following", "over"}


def _named(parse: Parse, draft: Draft, *, title: bool) -> Iterator[Token]:
    """The nouns and pronouns of the content that may point at an event, in order."""
    nominals = load_nominals()
    for start, end in draft.content:
        for token in parse.tokens[start:end]:
            lemma = _deed_word(token, nominals)
            if token.is_noun and (lemma in nominals.events or lemma in _MODES or owning.load().is_deed(lemma)):
                if draft.act in {"accuse", "blame"} and _is_of_complaint(parse, token):
                    continue
                if _is_some_of_many(parse, token) or not (_is_of_force(nominals, lemma) or _is_meant(draft, token)):
                    continue
                if title or any(c.lower in _POINTERS for c in parse.children(token.i, "det", "nmod:poss")):
                    yield token
            elif _points(parse, draft, token):
                yield token


def _is_of_complaint(parse: Parse, token: Token) -> bool:
    """ "Accused the police of ignoring their | assault | claims": of that, and of no assault."""
    behind = parse.behind(token.i) if token.i + 1 < len(parse.tokens) else token
    return behind.lemma.lower() in {"claim", "complaint", "allegation", "accusation", "report"}


def _points(parse: Parse, draft: Draft, token: Token) -> bool:
    """ "It", "this", "what happened": words for the deed that name nothing."""
    if token.lower in _PRONOUNS and token.tag in {"PRP", "DT"}:
        return _as_deed(parse, draft, token)
    return token.lower == "what" and draft.act in _OF_WHAT and _is_what_happened(parse, token)


def _is_what_happened(parse: Parse, token: Token) -> bool:
    """ "Blamed | what happened | on thugs", "the rebels for | what had happened |": the deed just told of."""
    verb = next((t for t in parse.tokens[token.i + 1 : token.i + 3] if t.lower not in {"had", "has"}), token)
    return verb.lemma.lower() == "happen" and verb.tag in {"VBD", "VBN"}


def _is_some_of_many(parse: Parse, token: Token) -> bool:
    """ "Claimed | several of the attacks |": none of them in particular."""
    above = parse.tokens[token.head]
    counted = above.lower in {"several", "many", "most", "some", "number", "dozens", "scores", "series"}
    return token.tag == "NNS" and token.dep in {"nmod", "obl"} and counted and case_of(parse, token.i) == "of"


def _as_deed(parse: Parse, draft: Draft, token: Token) -> bool:
    """ "claimed it", "denied carrying it out": the pronoun stands for the deed."""
    if token.dep in {"obl", "nmod"} and draft.act in {"blame", "claim", "condemn"}:  # "blamed them for it"
        return any(c.lower == "for" for c in parse.children(token.i, "case"))
    if token.dep == "obj" and token.head == draft.cue_token and draft.act == "blame":
        return draft.party != token.i  # "residents blamed | it | on the rebels"
    if token.i == draft.content_head:  # "denied it", "were not behind it"
        return draft.act in {"claim", "condemn", "deny"} or case_of(parse, token.i) == "behind"
    if token.dep == "nmod" and draft.act == "deny" and token.head == draft.content_head:  # "denied any role in | it |"
        return parse.tokens[token.head].lemma.lower() in owning.load().part and case_of(parse, token.i) == "in"
    if token.dep in {"obl", "nmod"} and draft.own:  # "had nothing to do with it"
        return True
    if token.dep == "nsubj:pass" and draft.act == "blame":  # "suspect that | it | was carried out by the Front"
        return parse.tokens[token.head].lemma.lower() in _DOING
    if token.dep != "obj":
        return False
    return draft.act in {"deny", "claim", "blame"} and parse.tokens[token.head].lemma.lower() in _DOING


def nearest(parse: Parse, token: Token, events: Sequence[Occurrence], *, forward: bool) -> Occurrence | None:
    """The event told of before (``forward``: behind) that a noun for a deed points at, None when there is none."""
    nominals = load_nominals()
    lemma = _deed_word(token, nominals)
    modes = _MODES.get(lemma, frozenset())
    here = parse.sentence(token.i)
    before = [o for o in events if o.head < token.i] if not forward else []
    first = not any(_may_be(nominals, lemma, o) for o in before)  # "denied any role in the bombing" may open a report
    behind = [o for o in events if o.head > token.i] if forward or first else []
    fitting: list[Occurrence] = []
    for occurrence in (*reversed(before), *behind):
        event = occurrence.event
        if abs(here - parse.sentence(occurrence.head)) > _BACK:
            break
        if _is_unreal(parse, occurrence) or not _may_be(nominals, lemma, occurrence):
            continue
        if modes and event.mode is None and abs(here - parse.sentence(occurrence.head)) > _BARE_BACK:
            continue  # "said that they made | the air strikes |", far behind "nine cooks were killed"
        if _is_elsewhere(parse, token, occurrence) or _is_on_attackers(parse, occurrence):
            continue
        if not _is_of_force(nominals, lemma) and _is_another(parse, token, occurrence):
            continue
        if not modes or event.mode is None or event.mode in modes:
            fitting.append(occurrence)
    fitting = fitting if lemma in _HARMS | {"shooting"} else without_downed(parse, fitting)
    fitting = _right_before(parse, token, fitting) or without_long_past(parse, fitting)
    if lemma in owning.load().onslaughts:  # "attacked a church, killing nine. They burned cars. | The assault |"
        fitting = [o for o in fitting if o.event.mode != "destroy"] or fitting
    if lemma == "war":  # "nine were hurt in the attack. He accused them of lying before | the war |": no single attack
        fitting = [o for o in fitting if parse.tokens[o.head].lemma.lower() in _WARRING]
    if lemma == "incident":  # "guards fired on her as she left a rally. He condemned | the incident |"
        fitting = [o for o in fitting if o.event.type != "PROTEST"] or fitting
    likeness = [_likeness(parse, token, o, modes) + _is_deed_itself(parse, token, o) for o in fitting]
    return fitting[likeness.index(max(likeness))] if fitting else None


_WARRING = frozenset(
    {"war", "warfare", "invade", "invasion", "fight", "fighting", "bombard", "bombardment", "offensive"}
)


def _right_before(parse: Parse, token: Token, fitting: Sequence[Occurrence]) -> list[Occurrence]:
    """ "In 2016 a bomber killed 70. The Front claimed | that attack |", "both of | those |": of years ago."""
    if not any(c.lower in {"that", "those"} for c in parse.children(token.i, "det")):
        return []
    return [o for o in fitting if o.head < token.i and parse.sentence(token.i) - parse.sentence(o.head) <= 1]


def _is_deed_itself(parse: Parse, token: Token, occurrence: Occurrence) -> bool:
    """ "A bomber struck. Two men were hurt. The Front claimed | the strike |": what struck, not that men were hurt."""
    near = abs(parse.sentence(token.i) - parse.sentence(occurrence.head)) <= _BARE_BACK + 1
    return near and parse.tokens[occurrence.head].lemma.lower() not in _HARM and token.lemma.lower() not in _HARMS


_ATTACKERS = frozenset({"attacker", "assailant", "bomber", "gunman", "hijacker"})


def _is_on_attackers(parse: Parse, occurrence: Occurrence) -> bool:
    """ "Gunmen stormed a hotel. Guards shot two of the | attackers |. The Front claimed the attack": not that."""
    if not parse.tokens[occurrence.head].is_verb or occurrence.event.type != "ASSAULT":
        return False
    whom = parse.children(occurrence.head, "obj", "nsubj:pass")
    among = [*whom, *(c for w in whom if w.tag == "CD" for c in parse.children(w.i, "nmod"))]
    return any(w.lemma.lower() in _ATTACKERS for w in among)


def _is_elsewhere(parse: Parse, token: Token, occurrence: Occurrence) -> bool:
    """ "The Goma attack", "the poisoning of Ana Ruiz": not the one whose sentence has another name, or none."""
    named = [c for c in parse.children(token.i, "compound") if c.i < token.i]
    here = _places(parse, (c.i for c in named))
    whom = [c for c in parse.children(token.i, "nmod") if case_of(parse, c.i) == "of" and c.tag.startswith("NNP")]
    told = range(*parse.sentences[parse.sentence(occurrence.head)])
    if here and not here & _places(parse, told):
        return True
    names = {_stem(parse.tokens[i].lower) for i in told if parse.tokens[i].tag.startswith("NNP")}
    return any(_stem(c.lower) not in names for c in whom)


def _is_another(parse: Parse, token: Token, occurrence: Occurrence) -> bool:
    """ "Condemned | the pay deal |", "the tests | at the hospital |": with words that the deed was not told with."""
    beside = parse.children(token.i, "compound", "nmod", "acl", "acl:relcl", "nmod:poss")
    nouns = {parse.tokens[i].lemma.lower() for c in beside for i in parse.subtree(c.i) if parse.tokens[i].is_noun}
    told = range(*parse.sentences[parse.sentence(occurrence.head)])
    return not nouns <= {parse.tokens[i].lemma.lower() for i in told} | _PLAIN_WORDS


_PLAIN_WORDS = frozenset("missile rocket week month day year weekend side country".split())


def _likeness(parse: Parse, token: Token, occurrence: Occurrence, modes: frozenset[str]) -> int:
    """How many words of "the market bombing", "the kidnapping near Bel" tell of this event: place, victims, means."""
    lemma = token.lemma.lower()
    told = {parse.tokens[i].lemma.lower() for i in _telling(parse, occurrence)}
    said = {parse.tokens[i].lemma.lower() for i in parse.subtree(token.i) if i != token.i and _tells(parse, i)}
    same = any(_stem(parse.tokens[i].lemma.lower()) == _stem(lemma) for i in occurrence.tokens)
    same = same or (lemma in _HARMS and any(t.effect == "killed" for t in occurrence.event.tolls))  # "shot dead"
    here, there = _places(parse, parse.subtree(token.i)), _places(parse, _telling(parse, occurrence))
    elsewhere = 2 if here and there and not here & there else 0
    return 2 * len(said & told) + same + (occurrence.event.mode in modes) - elsewhere


def _places(parse: Parse, tokens: Iterable[int]) -> frozenset[str]:
    """The places named among some tokens."""
    within = parse.named("place")
    return frozenset(parse.tokens[i].lower for i in tokens if i in within and parse.tokens[i].tag.startswith("NNP"))


def _tells(parse: Parse, i: int) -> bool:
    return parse.tokens[i].is_noun or parse.tokens[i].tag in {"CD", "JJ"}


def _telling(parse: Parse, occurrence: Occurrence) -> Iterator[int]:
    """The words of the clause that tells of an event."""
    for head in {occurrence.head, *occurrence.tokens}:
        yield from (i for i in parse.subtree(head) if _tells(parse, i))


def _stem(lemma: str) -> str:
    """ "ambush" and "ambushed", "kidnapping" and "kidnap" alike."""
    return lemma[:4]


def _is_of_force(nominals: Nominals, lemma: str) -> bool:
    """Whether a noun can mean a deed of force, which words may take up in any clause of theirs."""
    classes = nominals.events.get(lemma, ())
    return not classes or any(c.partition("/")[0] in _FORCE for c in classes)


_FORCE = frozenset({"ASSAULT", "COERCE", "PROTEST"})


def _is_meant(draft: Draft, token: Token) -> bool:
    """ "Praised | the deal |", but not "accused the other of breaking | the deal |"."""
    if draft.act in {"accuse", "blame", "claim", "deny"}:
        return token.i == draft.content_head
    return token.i == draft.content_head or token.head in {draft.cue_token, draft.content_head}


def _deed_word(token: Token, nominals: Nominals) -> str:
    """ "Talks" are what "talk" is not: the form where the list has it, else the lemma."""
    return token.lower if token.lower in nominals.events else token.lemma.lower()


def _may_be(nominals: Nominals, lemma: str, occurrence: Occurrence) -> bool:
    """Whether a noun can mean an event; a noun of a mode and a pronoun stand for an attack."""
    event = occurrence.event
    if lemma not in nominals.events:
        return event.type == "ASSAULT"
    return nominals.may_mean(lemma, event.type, event.mode)


def _denied_again(
    parse: Parse, draft: Draft, events: Sequence[Occurrence], inside: Sequence[Occurrence], *, forward: bool
) -> Occurrence | None:
    """ "denied that it had fired at the hospital": the deed told of before that has the class and a noun in common."""
    if draft.act != "deny":
        return None
    if not inside and not forward:
        return _told_of_same(parse, draft, events)
    for denied in inside:
        if is_by_the_way(parse, draft.act, draft.content_head, denied.head):
            continue
        nouns = {parse.tokens[i].lemma for i in parse.subtree(denied.head) if parse.tokens[i].is_noun}
        for other in events if forward else reversed(events):
            apart = other.head > denied.head if forward else other.head < denied.head
            if other is denied or not apart or other.event.type != denied.event.type:
                continue
            if other.event.status in _UNREAL or draft.holds(other.head):
                continue
            told = {parse.tokens[i].lemma for i in parse.subtree(other.head) if not draft.holds(i)}
            if _may_be_that(denied, other, nouns & told):
                return other
    return None


def _told_of_same(parse: Parse, draft: Draft, events: Sequence[Occurrence]) -> Occurrence | None:
    """ "Denied that | any school had been hit |": the hit told of before, where the same was hit."""
    head = parse.tokens[draft.content_head] if draft.content_head is not None else None
    if head is None or not head.is_verb:
        return None
    types = {k.event for k in ontology.load().triggers(head.lemma.lower(), "verb")} & {"ASSAULT"}
    struck = {c.lemma for c in parse.children(head.i, "nsubj:pass", "obj") if c.is_noun} - _ANYBODY
    here = parse.sentence(head.i)
    for other in reversed(events) if types and struck else ():
        if other.head > head.i or other.event.type not in types or other.event.status in _UNREAL:
            continue
        if here - parse.sentence(other.head) > _BACK:
            return None
        if struck & {c.lemma for c in parse.children(other.head, "nsubj:pass", "obj", "obl", "nmod")}:
            return other
    return None


def _may_be_that(denied: Occurrence, other: Occurrence, shared: set[str]) -> bool:
    """ "Overthrew Jan Holub. ... denied that Holub | had been mistreated |": that somebody is in both is not enough."""
    modes = {denied.event.mode, other.event.mode}
    if len(modes) > 1 and modes & _BODILY:
        return False
    return bool(shared - _ANYBODY) or (bool(shared) and len(modes) == 1)


_BODILY = frozenset({"abduct", "torture", "sexual"})
_ANYBODY = frozenset({"people", "person", "man", "woman", "civilian"})
