"""At whom a yes or no, praise or blame is aimed: somebody, or the one whose word, plan or deed it is.

"Criticised | Ana Ruiz | for lying", "rejected | Orland's | offer", "condemned a raid by | the rebels |", "welcomed | a
UN | resolution", "alleged that | Orland | arms them".
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays import ontology
from whosays.coding.statements.objects import object_of
from whosays.coding.statements.slots import Content
from whosays.coding.statements.speakers import kind_of_speaker
from whosays.coding.statements.voicing import speaker_mention
from whosays.coding.words.mentions import Book, case_of, conjuncts, form_of, phrase_range
from whosays.parse import Parse, Token
from whosays.records import Act

JUDGING: frozenset[Act] = frozenset({"refuse", "agree", "condemn", "praise", "accuse"})
_SLOTS = frozenset("object subject compound about against at by for of on over to-noun toward towards with".split())
_NAMED = frozenset({"place", "nationality", "organisation", "person"})
# What somebody says, wants, decides or does: a "Peruvian plan" is Peru's, as a "Peruvian crisis" is not.
_WORDS = frozenset(
    """accusation allegation appeal argument assertion assessment assurance call charge claim comment complaint
    conclusion criticism declaration demand denial finding interpretation invitation message narrative offer opinion
    overture position promise proposal remark report request rhetoric speech stance statement suggestion threat
    ultimatum view warning""".split()
)
_WILL = frozenset(
    """act action approach attempt attitude ban behavior behaviour bid bill blueprint boycott campaign
    commitment concession condition conduct contribution crackdown decision decree directive draft effort
    embargo gesture handling idea initiative instruction intention law legislation measure move occupation order
    outpost plan pledge policy practice proclamation programme project provocation reaction recommendation
    reform refusal regulation resolution response restriction role ruling sanction scheme settlement silence
    step strategy support tactic tariff term treatment verdict veto vote""".split()
)
_FORCE = frozenset(
    """abuse aggression airstrike ambush annexation assault atrocity attack blockade bombardment bombing crime
    deployment destruction drill exercise execution incursion interference intervention invasion killing launch
    massacre mission murder occupation offensive operation raid shelling shooting strike test violation
    violence""".split()
)
_MADE = frozenset(
    """adopt announce approve carry commit compile conduct declare draft enact file float fire give hold impose issue
    launch level make mount negotiate offer order organise organize pass perpetrate present propose publish put
    release send set sign stage submit suggest table take unveil write""".split()
)
# Bodies that stand before their own words: "a | court | ruling", "the Kest | council | vote".
_BODIES = frozenset(
    """administration army assembly cabinet commission committee company congress council court government guerrilla
    junta military militia ministry navy opposition parliament police rebel regime senate tribunal union""".split()
)
# What befell somebody is not what he did: "condemned | Ruiz's | murder"; "Ruiz's murder of a nun" is.
_SUFFERED = frozenset(
    """abduction arrest assassination captivity capture conviction death deportation detention dismissal disappearance
    eviction execution expulsion extradition harassment imprisonment impeachment indictment jailing kidnapping killing
    murder ouster overthrow partition persecution prosecution release removal sacking sentence sentencing shooting
    suffering torture trial victimisation plight fate loss""".split()
)
_DEALINGS = frozenset(
    """agreement alliance ceasefire coalition compromise contact cooperation co-operation deal dialogue meeting
    negotiation pact peace relation summit talk tie trade truce""".split()
)
_DONE_TO = frozenset(
    """admit allow compensate cooperate deal extradite free hand help let meet negotiate pardon pay readmit receive
    recognise recognize reinstate release see speak surrender talk work""".split()
)
_FOLLOWING = frozenset(
    "abide accept adopt attend back bow comply consider endorse follow heed honor honour implement join obey ratify "
    "respect sign support yield".split()
)
_BEFALL = frozenset({"die", "suffer", "lose", "disappear"})
_LEAVING = frozenset({"resignation", "departure", "defeat", "downfall", "exit", "fall"})  # nobody is praised for it
_OF_OTHERS = frozenset({"membership", "accession", "entry", "candidacy"})  # "the EU | membership | bid": not the EU's


def aimed_at(parse: Parse, act: Act, token: int, content: Content) -> int | None:
    """The head of the party at whom the words at ``token`` are aimed; None where it is nobody, or not one party."""
    first = content.slot.split("+")[0]
    if act == "accuse" and first == "that":
        return _charged(parse, parse.tokens[content.head])
    if act == "refuse" and first in {"to", "ing", "that"}:
        return _not_done_to(parse, parse.tokens[content.head])
    if act == "demand" and first == "object":
        return _accused_before(parse, parse.tokens[token])
    if first not in _SLOTS or act not in JUDGING or (act == "accuse" and first != "against"):
        return None
    whole = object_of(parse, token) if first == "object" and "+" in content.slot else content
    return party_of(parse, act, parse.tokens[content.head if whole is None else whole.head])


def addressed(parse: Parse, book: Book, act: Act, head: int) -> str:
    """The mention of all who are joined to whom words are aimed at; a thing that is joined ("and his speech") is not.

    Who is judged is called what he is called where he acts: "condemned | the soldiers | in Orland".
    """
    joined = conjuncts(parse, head)
    alone = len(joined) == 1 and act in JUDGING
    if not alone and all(_is_party(parse, parse.tokens[c]) for c in joined):
        return speaker_mention(parse, book, head)
    start, end = phrase_range(parse, head)
    end -= parse.tokens[end - 1].tag == "POS"  # "opposed | Orland |'s plan"
    return book.add("actor", form_of(parse, head), start, end)


def _accused_before(parse: Parse, verb: Token) -> int | None:
    """ "Accused | the Front | of breaking the truce and | demanded | the body": of the same."""
    first = parse.tokens[verb.head]
    if verb.dep != "conj" or first.lemma.lower() not in _ACCUSING or parse.children(verb.i, "nsubj", "nsubj:pass"):
        return None
    told = [c for c in parse.children(first.i, "obj") if c.i < verb.i]
    wanted = [c for c in parse.children(verb.i, "obj") if c.is_noun]
    of_others = [c for w in wanted for c in parse.children(w.i, "nmod") if case_of(parse, c.i) in {"from", "by"}]
    if of_others:  # "demanded an apology | from Togo |"
        return of_others[0].i if len(of_others) == 1 and _is_party(parse, of_others[0]) else None
    return told[0].i if len(told) == 1 and _is_somebody(parse, told[0]) else None


_ACCUSING = frozenset({"accuse", "blame", "condemn", "criticise", "criticize", "denounce"})


def party_of(parse: Parse, act: Act, noun: Token) -> int | None:
    """Somebody, or the one whose the thing is that the noun names."""
    if _is_somebody(parse, noun):
        return noun.i
    if not noun.is_noun or (act == "praise" and noun.lemma.lower() in _LEAVING):
        return None
    told = next((found for found in _owners(parse, noun) if found), ())
    if not told and act == "refuse" and noun.lemma.lower() in _DEALINGS:
        told = [c for c in parse.children(noun.i, "nmod") if case_of(parse, c.i) == "with"]
    return told[0].i if len(told) == 1 and _is_party(parse, told[0]) else None


def _charged(parse: Parse, head: Token) -> int | None:
    """ "Alleged that | Orland | armed them": who does it; not "that | Orland | was robbed" or "had died"."""
    if not parse.children(head.i, "nsubj", "nsubj:pass"):
        return None
    passive = parse.children(head.i, "aux:pass", "nsubj:pass")
    if not passive and head.lemma.lower() in _BEFALL:
        return None
    doers = parse.children(head.i, "obl:agent" if passive else "nsubj")
    if len(doers) == 1 and doers[0].lower == "it" and doers[0].dep == "nsubj":
        return doers[0].i  # "allegations | it | sold arms": a body, that is told of before
    return party_of(parse, "accuse", doers[0]) if len(doers) == 1 else None


def _not_done_to(parse: Parse, verb: Token) -> int | None:
    """ "Refused to meet | Ana Ruiz |", "to negotiate with | the rebels |": to whom it is not done.

    Or whose word or plan is not followed: "refused to heed | Orland's | call".
    """
    if verb.lemma.lower() in _FOLLOWING:
        wanted = [c for c in parse.children(verb.i, "obj", "obl") if c.i > verb.i and c.is_noun]
        return party_of(parse, "refuse", wanted[0]) if wanted and is_wish(wanted[0]) else None
    if verb.lemma.lower() not in _DONE_TO:
        return None
    whom = [c for c in parse.children(verb.i, "obj", "iobj") if c.i > verb.i and _is_somebody(parse, c)]
    told = {case_of(parse, c.i): c for c in parse.children(verb.i, "obl") if c.is_noun and _is_party(parse, c)}
    given = [told["to"]] if whom and "to" in told else []  # "refused to hand the pilot over | to Orland |"
    beside = [told["with"]] if "with" in told else []
    return next((c.i for c in (*given, *whom, *beside)), None)


def is_wish(noun: Token) -> bool:
    """What somebody says, wants or does: "a | demand |", "the | law |", "a | raid |"."""
    return noun.lemma.lower() in _WORDS | _WILL | _FORCE


def _is_somebody(parse: Parse, noun: Token) -> bool:
    """A party itself; of names only those that are known for one ("opposes | Breadcare |" may be a law).

    "Rejected | the mission |", "condemned the | campaign |": rather what somebody does than who does it.
    """
    if parse.children(noun.i, "cop"):  # "gushed about being | a grandmother |"
        return False
    if noun.tag in {"NN", "NNS"} and is_wish(noun):
        return False
    if noun.tag.startswith("NNP") and not any(n.start <= noun.i < n.end and n.label in _NAMED for n in parse.names):
        return False
    if not (noun.is_noun or noun.tag == "PRP" or noun.lower in _INDEFINITE):
        return False
    return _is_party(parse, noun)


def _is_party(parse: Parse, token: Token) -> bool:
    return kind_of_speaker(parse, ontology.load().nouns, token.i) == "person"


def _owners(parse: Parse, noun: Token) -> Iterator[list[Token]]:
    """Whose a word or deed is, by the surest signs first."""
    lemma = noun.lemma.lower()
    wanted = lemma in _WORDS or lemma in _WILL
    behind = parse.children(noun.i, "nmod")
    made = (c for c in parse.children(noun.i, "acl") if c.tag == "VBN" and c.lemma.lower() in _MADE)
    within = [c for b in behind if case_of(parse, b.i) in {"of", "for"} for c in parse.children(b.i, "nmod")]
    yield [
        *(c for c in behind if case_of(parse, c.i) == "by" or (lemma in _WORDS and case_of(parse, c.i) == "from")),
        *(c for c in within if case_of(parse, c.i) == "by" and lemma in _FORCE | _SUFFERED | _WORDS),
        *(c for verb in made for c in parse.children(verb.i, "obl:agent")),
    ]
    done_to = any(case_of(parse, c.i) == "of" for c in behind)
    if lemma not in _SUFFERED or done_to:
        owners = [c for c in parse.children(noun.i, "nmod:poss") if c.tag != "PRP$"]
        yield [c for c in owners if not any(t.start <= c.i < t.end for t in parse.times)]
    if wanted or lemma in _FORCE:
        yield [c for c in parse.children(noun.i, "amod", "compound") if _stands_for(parse, c, noun)]
    if wanted:
        yield [c for c in behind if case_of(parse, c.i) == "of"]


def _stands_for(parse: Parse, before: Token, noun: Token) -> bool:
    """ "| Peruvian | demands", "a | UN | plan", "a | council | vote"; the "Kest plan" may be a plan for Kest."""
    between = {t.lemma.lower() for t in parse.tokens[before.i + 1 : noun.i]}
    if between & _OF_OTHERS or parse.behind(before.i).tag == "HYPH" or before.i > noun.i:
        return False
    label = next((n.label for n in parse.names if n.start <= before.i < n.end), None)
    if label == "place":
        return before.text.isupper() and len(before.text) <= _LETTERS
    return label in _NAMED or (before.dep == "compound" and before.lemma.lower() in _BODIES)


_INDEFINITE = frozenset({"both", "others", "those"})
_LETTERS = 4  # "US", "U.K."
