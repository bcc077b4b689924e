"""Who denies what he has just been charged with: "accused Togo of breaking the truce. Togo denied it had done so"."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.statements.drafts import Draft
from whosays.coding.words.mentions import Book
from whosays.ontology.nominals import load as load_nominals
from whosays.parse import Parse

_BACK = 2  # sentences
_HIMSELF = frozenset({"he", "she", "they", "it", "we", "i"})


def of_charge(parse: Parse, drafts: Sequence[Draft], number: int, book: Book) -> int | None:
    """The charge that a denial of one's own deed answers, by its place: of the same matter, and against the denier."""
    draft = drafts[number]
    if draft.act != "deny" or draft.speaker is None or draft.content_head is None or not _is_of_own(parse, draft):
        return None
    here, denier = parse.sentence(draft.cue_token), book.head(draft.speaker)
    for earlier in range(number - 1, -1, -1):
        charge = drafts[earlier]
        if here - parse.sentence(charge.cue_token) > _BACK:
            return None
        if charge.act not in {"accuse", "blame"} or charge.party is None or charge.status == "negated":
            continue
        same = parse.tokens[denier].lower in _HIMSELF | {parse.tokens[charge.party].lower}
        if same and _matters(parse, draft) & _matters(parse, charge):
            return earlier
    return None


def _is_of_own(parse: Parse, draft: Draft) -> bool:
    """ "Denied | breaking | the truce", "that | it had broken | it": what the denier did himself."""
    head = parse.tokens[draft.content_head or 0]
    if not head.is_verb:
        return False
    subjects = parse.children(head.i, "nsubj", "nsubj:pass")
    return all(s.lower in _HIMSELF for s in subjects) if subjects else head.tag in {"VBG", "VB"}


def _matters(parse: Parse, draft: Draft) -> frozenset[str]:
    """The nouns of a content, those for one sort of deed as the classes that they can mean: a truce is a ceasefire."""
    events = load_nominals().events
    nouns = (t for start, end in draft.content for t in parse.tokens[start:end] if t.tag in {"NN", "NNS"})
    kept = (t.lemma.lower() for t in nouns if t.i != draft.party)
    return frozenset("/".join(events[word]) or word if word in events else word for word in kept)
