"""Who says so: every utterance with a speaker, its words, its manner, and what it holds true or false.

``find_statements`` reads the text for cues, speakers, contents and quotations; ``link_statements`` then ties what
was said to the events that it is about. The outlet's own voice is the default and makes no statement.
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.statements.aimed import JUDGING, addressed
from whosays.coding.statements.bounds import bounded
from whosays.coding.statements.drafts import Draft, Found, Source, ranges
from whosays.coding.statements.extent import cue_range
from whosays.coding.statements.finding import find_cues
from whosays.coding.statements.framing import according, as_put, before_quotations, colons, hearsay
from whosays.coding.statements.gainsaying import judged, replies
from whosays.coding.statements.linking import EventHint, Linked, Occurrence, link_statements
from whosays.coding.statements.manner import certainty_of, when_of, withholds
from whosays.coding.statements.minds import only_told
from whosays.coding.statements.nested import relayed
from whosays.coding.statements.owning import owned
from whosays.coding.statements.quoting import in_speech, quoted_of, with_quotations
from whosays.coding.statements.scolding import scolded
from whosays.coding.statements.silences import keeps_silent, silences
from whosays.coding.statements.speakers import kind_of_speaker
from whosays.coding.statements.turns import turns
from whosays.coding.statements.viewing import viewed
from whosays.coding.statements.voicing import speaker_mention
from whosays.coding.words.courtesy import pays_call
from whosays.coding.words.mentions import Book, case_of
from whosays.coding.words.understood import own_subject
from whosays.ontology.acts import Acts
from whosays.ontology.nouns import Nouns
from whosays.parse import Parse
from whosays.records import Certainty

__all__ = ["Draft", "EventHint", "Linked", "Occurrence", "find_statements", "link_statements", "replies"]

_CONFIDENCE = {"verb": 0.9, "according": 0.9, "quote": 0.85, "belief": 0.7, "colon": 0.6, "hearsay": 0.7}


def find_statements(parse: Parse, acts: Acts, nouns: Nouns, book: Book) -> tuple[Draft, ...]:
    """Every statement of a report, in the order of its cues; speakers and relays are kept in ``book``."""
    put = (*as_put(parse, acts, nouns), *turns(parse, acts))
    framed = {f.token for f in put}  # the same words are no second statement by their verb
    found = [
        *(f for f in find_cues(parse, acts, nouns) if f.token not in framed),
        *according(parse, acts, nouns),
        *put,
        *(f for f in colons(parse, acts, nouns) if f.token not in framed),
        *hearsay(parse, acts),
        *silences(parse, acts, nouns),
        *viewed(parse, acts, nouns),
    ]
    found.extend(before_quotations(parse, acts, nouns, frozenset(f.token for f in found)))
    carrying = {r for f in found for r in f.source.relay}  # "said in | a report | that": no second statement
    found = [f for f in found if f.cue.pos != "noun" or f.token not in carrying]
    found = [f for f in found if not _only_quotes(parse, f, found)]
    found = [f for f in found if f.cue.act != "call" or not pays_call(parse, parse.tokens[f.token])]
    found.sort(key=lambda f: f.token)
    speech = in_speech(parse)
    drafts = [
        _draft(parse, nouns, book, f)
        for f in with_quotations(parse, tuple(bounded(parse, found)))
        if not (f.cue.belief and f.token in speech) and not _writer(parse, f) and not only_told(parse, nouns, f)
    ]
    told = tuple(judged(parse, owned(parse, nouns, book, scolded(parse, book, d))) for d in drafts if d is not None)
    return relayed(parse, book, told)


def _only_quotes(parse: Parse, found: Found, others: Sequence[Found]) -> bool:
    """ "“We know,” he | quoted | one of them as saying": who says so has the statement, and he carries it."""
    saying = {c.i for c in parse.children(found.token, "advcl", "xcomp") if c.lower == "saying"}
    if found.cue.head != "quote" or not saying or parse.tokens[found.token].dep == "parataxis":
        return False
    waiting = (o for o in others if o.token in saying and not o.content)  # what they say stands before
    return any(found.source.head in o.source.relay for o in waiting)


def _writer(parse: Parse, found: Found) -> bool:
    """Whether "I" or "we" only tell on ("I remember", "we told them"), in a quotation or as the writer.

    What somebody does by saying so stays: "we condemn", "I have rejected".
    """
    voices = {"i", "we", "my", "our"} if found.rule == "according" else {"i", "we"}  # "in my view"
    if found.source.head is None or parse.tokens[found.source.head].lower not in voices:
        return False
    verb = parse.tokens[found.token]
    performs = verb.tag in {"VBP", "VB", "VBG"} or any(c.lemma == "have" for c in parse.children(verb.i, "aux"))
    return found.cue.belief or found.cue.act in {"assert", "report"} or not performs


def _draft(parse: Parse, nouns: Nouns, book: Book, found: Found) -> Draft | None:
    cue = cue_range(parse, found)
    told = found.content - set(range(*cue)) - set(found.words) - _dateline(parse, found.token)
    content = ranges(parse, told - _not_theirs(parse, found))
    if (not content and not found.cue.bare) or _says_nothing(parse, content) or _gives_no_number(parse, found):
        return None
    speaker = found.source.head
    act, party, status = found.cue.act, found.party, found.status
    if act == "promise" and _tells_of_past(parse, found):
        act = "assert"
    if act == "refuse" and keeps_silent(parse, found):
        act = "decline"
    if status == "negated" and withholds(parse, found.token):
        act, status = "decline", "made"
    if act == "blame" and party is not None and not _to_blame(parse, nouns, party):
        act, party = "assert", None  # "blamed the weather": why it came about, nobody's fault
    if act == "apologise" and _pities(parse, nouns, found):
        if any(
            t.lemma.lower() == "feel" for t in (parse.tokens[found.token], parse.tokens[parse.tokens[found.token].head])
        ):
            return None  # "felt | sorry for him |": pity, and no word of his own doing
        act = "condole"
    if act == "deny" and speaker is not None and _rules(parse, nouns, found, speaker):
        return None
    addressee = found.addressee
    charged = {"person", "thing-pronoun"} if act == "accuse" else {"person"}  # "alleged that | it | sold arms"
    if addressee is not None and kind_of_speaker(parse, nouns, addressee) not in charged:
        addressee = None
    if addressee is None and act not in JUDGING:
        addressee = _written_to(parse, nouns, found)
    if addressee is None and act in {"call", "demand"}:
        addressee = _asked_of(parse, nouns, found)
    if addressee is not None and any(q.open < addressee < q.close and q.open > found.token for q in parse.quotations):
        addressee = None  # "asked: “| Grandstander |?”": a word of what is asked
    return Draft(
        act=act,
        status=status,
        speaker=None if speaker is None else _speaker_mention(parse, book, found, speaker),
        relay=tuple(_relay(parse, nouns, book, head) for head in found.source.relay),
        cue=cue,
        cue_token=found.token,
        content=content,
        content_head=found.content_head,
        party=party,
        quoted=quoted_of(parse, content),
        certainty=_certainty(parse, found),
        addressee=None if addressee is None else addressed(parse, book, act, addressee),
        when=when_of(parse, found.token, found.content),
        intends=found.cue.intends,
        asks=found.cue.asks,
        confidence=_CONFIDENCE[found.rule],
        made_by=f"rule:{found.rule}@1",
    )


def _speaker_mention(parse: Parse, book: Book, found: Found, speaker: int) -> str:
    """ "| Ruiz |, who had pushed for it, and Holub met": in a clause of the first alone, the first alone."""
    clauses = parse.children(speaker, "acl:relcl", "acl")
    joined = parse.children(speaker, "conj")
    if joined and any(found.token in parse.subtree(c.i) and c.i < joined[0].i for c in clauses):
        return book.actor(speaker)
    return speaker_mention(parse, book, speaker)


def _certainty(parse: Parse, found: Found) -> Certainty:
    """How sure it is; what nobody is named for ("reportedly", "amid | claims | that") is likely at best."""
    sure = certainty_of(parse, found.cue, found.content_head)
    nobodys = found.cue.pos == "noun" and found.source == Source() and found.cue.act in {"assert", "report", "accuse"}
    return "probable" if found.rule == "hearsay" or (nobodys and sure == "certain") else sure


def _pities(parse: Parse, nouns: Nouns, found: Found) -> bool:
    """ "Is sorry for | the widows |": for somebody; not "sorry for the raid", "for shooting him"."""
    head = found.content_head
    return found.cue.head == "sorry" and head is not None and kind_of_speaker(parse, nouns, head) == "person"


def _written_to(parse: Parse, nouns: Nouns, found: Found) -> int | None:
    """ "Said in a letter | to the minister | that": to whom what carries the words is written or spoken."""
    for paper in found.source.relay:
        for child in parse.children(paper, "nmod"):
            told = case_of(parse, child.i) == "to" and child.i not in found.content and child.i > paper
            if told and kind_of_speaker(parse, nouns, child.i) == "person":
                return child.i
    verb = parse.tokens[found.token]
    above = parse.tokens[verb.head]  # "briefed | the envoys | on the truce, saying that"
    if verb.tag == "VBG" and verb.dep == "advcl" and above.i < verb.i and above.lemma.lower() in _HOLDING_FORTH:
        heard = [c.i for c in parse.children(above.i, "obj") if kind_of_speaker(parse, nouns, c.i) == "person"]
        return heard[0] if len(heard) == 1 and found.source.head not in heard else None
    return None


def _asked_of(parse: Parse, nouns: Nouns, found: Found) -> int | None:
    """ "| Peru | accepts Chile's request", "the demand was rejected by | the court |": whoever answers was asked."""
    noun = parse.tokens[found.token]
    verb = parse.tokens[noun.head]
    if not noun.is_noun or verb.lemma.lower() not in _ANSWERING:
        return None
    agents = [c.i for c in parse.children(verb.i, "obl:agent")]
    subject = own_subject(parse, verb.i) if noun.dep == "obj" else None
    asked = subject if subject is not None else agents[0] if noun.dep == "nsubj:pass" and len(agents) == 1 else None
    if asked is None or asked == found.source.head or kind_of_speaker(parse, nouns, asked) != "person":
        return None
    return asked


_ANSWERING = frozenset("accept reject refuse grant approve decline deny dismiss ignore rebuff consider meet".split())

_HOLDING_FORTH = frozenset({"brief", "address", "lecture", "reassure"})


def _tells_of_past(parse: Parse, found: Found) -> bool:
    """ "I swear | the mill burned": what was so is no promise; "swore that he would go" is one."""
    if found.content_head is None or found.content_head not in found.content or found.token > found.content_head:
        return False
    head = parse.tokens[found.content_head]
    helping = parse.children(head.i, "aux", "aux:pass", "cop")
    told = bool(parse.children(head.i, "nsubj", "nsubj:pass", "expl"))
    past = head.tag == "VBD" or any(c.tag == "VBD" and c.lower not in {"would", "could"} for c in helping)
    return told and past and not any(c.tag in {"MD", "TO"} for c in helping)


def _rules(parse: Parse, nouns: Nouns, found: Found, speaker: int) -> bool:
    """ "The judge dismissed the charges": a ruling, and no denial."""
    judge = nouns.sector_of(parse.tokens[speaker].lemma.lower()) == "JUD"
    content = None if found.content_head is None else parse.tokens[found.content_head].lemma.lower()
    return judge and found.cue.head == "dismiss" and content in {"charge", "case", "appeal", "claim", "complaint"}


def _says_nothing(parse: Parse, content: tuple[tuple[int, int], ...]) -> bool:
    """Whether all of a content is a preposition or an article, by a slip of the parser's ("is | under-reported")."""
    words = [t for a, b in content for t in parse.tokens[a:b]]
    if [t.lower for t in words] == ["nothing"]:
        return True  # "smiled and said | nothing |"
    points = (
        len(words) == 1 and words[0].dep in {"obj", "nsubj:pass"} and words[0].lower in {"this", "that"}
    )  # "denied | this"
    return bool(content) and not points and all(t.tag in {"IN", "DT", "TO", "HYPH"} for t in words)


def _not_theirs(parse: Parse, found: Found) -> frozenset[int]:
    """ "At least 40, | not | the 12 announced by the minister": the denial is of who speaks around them."""
    verb = parse.tokens[found.token]
    if verb.dep not in {"acl", "acl:relcl"} or verb.head not in found.content:
        return frozenset()
    first = [c for c in parse.children(verb.head, "advmod", "cc") if c.lower == "not" and c.i == min(found.content)]
    return frozenset(c.i for c in first)


def _gives_no_number(parse: Parse, found: Found) -> bool:
    """ "The clerk gave the figure | a second look |", where "gave a figure | of nine |" tells how many."""
    if found.cue.head not in {"give", "place", "peg"} or "figure" not in found.cue.object:
        return False
    return not any(parse.tokens[i].tag == "CD" for i in found.content)


def _to_blame(parse: Parse, nouns: Nouns, party: int) -> bool:
    """Whether a party can have done it: somebody, or what somebody steers ("a navy boat")."""
    if kind_of_speaker(parse, nouns, party) in {"person", "thing-pronoun"}:
        return True
    if parse.tokens[party].lower in {"each", "other"}:  # "blamed each other"
        return True
    if nouns.kind_of(parse.tokens[party].lemma.lower()) == "abstract":  # "blamed his experiences for it"
        return False
    steered = parse.children(party, "compound", "amod", "nmod:poss")
    return any(kind_of_speaker(parse, nouns, c.i) == "person" for c in steered)


def _dateline(parse: Parse, cue: int) -> frozenset[int]:
    """The tokens of the cue's sentence that stand before the reporting begins: "BOGOTA, March 21 -"."""
    start, end = parse.sentences[parse.sentence(cue)]
    body = parse.report.body
    if parse.tokens[cue].start < body:
        return frozenset()
    return frozenset(i for i in range(start, end) if parse.tokens[i].start < body)


def _relay(parse: Parse, nouns: Nouns, book: Book, head: int) -> str:
    """What carries the words: somebody (an agency), or a thing (a letter)."""
    if kind_of_speaker(parse, nouns, head) == "person":
        return speaker_mention(parse, book, head)
    return book.mention("object", head)
