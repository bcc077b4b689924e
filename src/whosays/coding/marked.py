"""Events at words that somebody else has marked as telling of one, whatever their class.

For those who have their own detector of events, or gold, and want whom, when and where from here: the marked words
become events of the type ``other`` with their lemma as mode, and the words around them fill plain roles.
"""

from __future__ import annotations

from collections.abc import Iterable

from whosays.coding.factuality.status import status_of
from whosays.coding.parties.roles import parts_of, role_of
from whosays.coding.words.mentions import Book
from whosays.coding.words.slots import slots_of
from whosays.coding.words.triggers import Found, labels_of
from whosays.ontology import Ontology, Trigger
from whosays.ontology.wording import Wording
from whosays.ontology.wording import load as load_wording
from whosays.parse import Coded, Parse
from whosays.records import Event, Span, event_id

OTHER = "other"
MADE_BY = "rule:marked@1"
_VERB = {"subject": "actor", "object": "recipient", "by": "actor"}
_NOUN = {"poss": "actor", "by": "actor", "of": "recipient", "between": "actor"}


def code_marked(parse: Parse, marked: Iterable[Span], ontology: Ontology, wording: Wording | None = None) -> Coded:
    """The marked words as events, in the order of the text, ready for ``resolve``; no statements are looked for.

    Args:
        parse: the report, taken apart.
        marked: the words that tell of an event each; a span within no token is left out.
        ontology: what nouns stand for.
        wording: the words of status and number; by default those that ship with the package.
    """
    wording = wording or load_wording()
    book = Book(parse)
    spans = sorted({s for s in marked if parse.tokens_of(s)[0] < parse.tokens_of(s)[1]})
    events = tuple(_event(parse, span, ontology, wording, book) for span in spans)
    return Coded(mentions=book.all(), events=events)


def _event(parse: Parse, span: Span, ontology: Ontology, wording: Wording, book: Book) -> Event:
    start, end = parse.tokens_of(span)
    head = parse.root_of(start, end)
    token = parse.tokens[head]
    lemma = token.lemma.lower()
    trigger = Trigger(
        event=OTHER,
        pos="verb" if token.is_verb else "noun",
        words=(lemma,),
        roles=_VERB if token.is_verb else _NOUN,
        line="marked",
    )
    found = Found(trigger=trigger, head=head, tokens=tuple(range(start, end)), slots=slots_of(parse, head))
    parts = parts_of(parse, found, ontology, labels_of(parse))
    sentence = parse.sentences[parse.sentence(head)]
    return Event(
        id=event_id(span, OTHER),
        type=OTHER,
        mode=lemma,
        status=status_of(parse, head, wording),
        roles=tuple(role_of(parse, part, book, wording, found) for part in parts),
        trigger=span,
        evidence=(parse.span(*sentence),),
        made_by=MADE_BY,
    )
