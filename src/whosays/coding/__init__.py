"""Deeds and words: what a parsed report tells of, before anybody knows whom or where the words mean."""

from __future__ import annotations

from whosays.coding.applying import apply_words
from whosays.coding.discourse.afterwards import with_afterwards
from whosays.coding.discourse.answering import with_answerable
from whosays.coding.discourse.bothsides import with_both
from whosays.coding.discourse.dispersed import with_marchers
from whosays.coding.discourse.gobetweens import with_sides
from whosays.coding.discourse.goingon import with_doers
from whosays.coding.discourse.heldfor import with_convicted
from whosays.coding.discourse.helpedtoo import with_helped
from whosays.coding.discourse.identified import with_names
from whosays.coding.discourse.included import with_included
from whosays.coding.discourse.keptagain import with_keepers
from whosays.coding.discourse.likewise import with_likewise
from whosays.coding.discourse.losses import with_losses
from whosays.coding.discourse.namelists import with_lists
from whosays.coding.discourse.ofthem import with_meant
from whosays.coding.discourse.perpetrators import with_perpetrators
from whosays.coding.discourse.pleas import without_pleas
from whosays.coding.discourse.rising import with_risen
from whosays.coding.discourse.rivalcounts import with_counts
from whosays.coding.discourse.surplus import without_surplus
from whosays.coding.discourse.twoarmies import with_each_army
from whosays.coding.events import find_events
from whosays.coding.factuality.status import status_of
from whosays.coding.marked import code_marked
from whosays.coding.statements import find_statements, link_statements, replies
from whosays.coding.trees.gerunds import settled
from whosays.coding.trees.regrouping import regrouped
from whosays.coding.words.mentions import Book
from whosays.ontology import Ontology
from whosays.ontology.acts import Acts, load_acts
from whosays.ontology.wording import Wording
from whosays.ontology.wording import load as load_wording
from whosays.parse import Coded, Parse

__all__ = ["Coded", "code", "code_marked", "status_of"]


def code(parse: Parse, ontology: Ontology, acts: Acts | None = None, wording: Wording | None = None) -> Coded:
    """The mentions, events and statements of one report.

    Args:
        parse: the report, taken apart.
        ontology: the deeds and the words that tell of them.
        acts: the acts of speech and their cues; by default those that ship with the package.
        wording: the words of status and number; by default those that ship with the package.
    """
    acts = acts or load_acts()
    wording = wording or load_wording()
    parse = regrouped(settled(parse, ontology), ontology)
    book = Book(parse)
    told, loose = find_events(parse, ontology, wording, book)
    drafts = with_afterwards(parse, told, loose, wording, book)
    drafts = with_included(parse, with_names(parse, drafts, ontology, book), ontology, book)
    drafts = with_meant(parse, drafts, ontology, book)
    drafts = with_answerable(parse, with_lists(parse, drafts, book), ontology, book)
    drafts = with_risen(parse, with_convicted(parse, drafts, book), (ontology, wording), book)
    drafts = without_pleas(parse, drafts)
    drafts = with_both(parse, with_doers(parse, drafts, (ontology, wording), book), book, ontology.nouns)
    drafts = with_keepers(parse, with_sides(parse, drafts, book), ontology, book)
    drafts = with_likewise(parse, drafts, ontology.nouns, book)
    drafts = with_losses(parse, with_helped(parse, drafts, book), wording, book)
    drafts = without_surplus(parse, with_perpetrators(parse, drafts, ontology, book), book)
    drafts = with_marchers(parse, with_each_army(parse, drafts, book), book)
    said = replies(parse, book, find_statements(parse, acts, ontology.nouns, book))
    drafts, counted = with_counts(parse, drafts, said, wording, book)
    linked = link_statements(said, drafts, parse, book, counted)
    _appositions(parse, book)
    events = apply_words([d.event for d in drafts], linked.statements, linked.hints, book, ontology.nouns)
    words = {d.event.id: d.words for d in drafts if d.words}
    return Coded(mentions=book.all(), events=events, statements=linked.statements, words=words)


def _appositions(parse: Parse, book: Book) -> None:
    """Descriptions beside the names that take part ("X, the minister of Y") are mentions of the same people."""
    for mention in book.all():
        if mention.kind != "actor":
            continue
        for beside in parse.children(book.head(mention.id), "appos"):
            if beside.is_noun and parse.tokens[beside.i - 1].text not in {"(", "-LRB-"}:
                book.actor(beside.i)
