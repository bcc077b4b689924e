"""Through whom words come down to the reader: an agency, a paper, a lawyer, an interpreter; the outermost first.

"Officials quoted by the Wire", "a report seen by it", "TASS said, citing the ministry", "said through his lawyer".
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.statements.drafts import Source
from whosays.coding.statements.slots import Content
from whosays.coding.statements.speakers import document_owner, kind_of_speaker
from whosays.coding.words.mentions import case_of
from whosays.ontology.acts import Cue
from whosays.ontology.nouns import Nouns
from whosays.parse import Parse, Token

CITING = frozenset({"cite", "quote"})
# "A statement | carried by the agency", "a report | seen by the Wire": who passes a paper on did not write it.
_PASSING = frozenset(
    "see obtain view quote cite carry broadcast air relay print run review read examine verify".split()
)
_HEARING = CITING | {"interview"}
_MOUTHS = frozenset(
    "spokesman spokeswoman spokesperson lawyer attorney solicitor interpreter translator aide representative "
    "intermediary mediator publicist counsel agent".split()
)
_TELLING = frozenset({"say", "tell", "add", "announce"})
# Papers that tell something: not "citing the inquiry", which is why he is silent.
_PAPERS = frozenset(
    "report letter statement document study survey poll memo record file email data figure figures statistics "
    "transcript video footage dispatch communique communiqué affidavit filing article note cable dossier log".split()
)
_THROUGH = frozenset({"through", "via"})


def with_relays(parse: Parse, nouns: Nouns, cue: Cue, token: Token, source: Source, content: Content | None) -> Source:
    """The source with what carries its words: "said in a statement"; "TASS said, citing the ministry"."""
    source = _with_cited(parse, nouns, cue, token, passed_on(parse, nouns, source))
    relay = list(source.relay)
    for child in (*_opened_with(parse, token), *parse.children(token.i, "obl", "obl:tmod")):
        document = nouns.kind_of(child.lemma.lower()) == "document"
        told = content is not None and child.i == content.head  # "did not comment on | the deal"
        if document and not told and case_of(parse, child.i) in {"in", "via", "through", "by", "on"}:
            relay.extend(_passed_by(parse, nouns, child.i))
            relay.append(child.i)
        elif child.lemma.lower() in _MOUTHS and case_of(parse, child.i) in _THROUGH and child.i != source.head:
            relay.append(child.i)
    for child in parse.children(source.head, "nmod") if source.head is not None else ():
        aside = child.lemma.lower() in _MOUTHS and case_of(parse, child.i) in _THROUGH
        if aside and child.i < token.i and parse.behind(child.i).text == ",":
            relay.append(child.i)  # "Ruiz, | through her lawyer |, denied it"
    return Source(head=source.head, relay=tuple(relay))


def _opened_with(parse: Parse, token: Token) -> tuple[Token, ...]:
    """ "| In a letter |, she accused him and | said |": what opens the first clause holds for the second as well."""
    first = parse.tokens[token.head]
    if token.dep != "conj" or not first.is_verb or parse.children(token.i, "nsubj", "nsubj:pass"):
        return ()
    subjects = parse.children(first.i, "nsubj")
    return tuple(c for c in parse.children(first.i, "obl") if subjects and c.i < subjects[0].i)


def passed_on(parse: Parse, nouns: Nouns, source: Source) -> Source:
    """The source with who passes it on: "officials | quoted by the Wire", "a report | seen by the Wire"."""
    told = source.relay[-1] if source.relay else source.head
    through = tuple(_passed_by(parse, nouns, told)) if told is not None else ()
    return Source(head=source.head, relay=(*(t for t in through if t not in source.relay), *source.relay))


def _passed_by(parse: Parse, nouns: Nouns, told: int) -> Iterator[int]:
    paper = kind_of_speaker(parse, nouns, told) != "person"  # "men | seen by guards": nobody passes their words on
    for passing in parse.children(told, "acl"):
        if passing.tag not in {"VBN", "VBD"} or passing.lemma.lower() not in (_PASSING if paper else _HEARING):
            continue
        for by in parse.children(passing.i, "obl:agent", "obl"):
            if case_of(parse, by.i) == "by" and kind_of_speaker(parse, nouns, by.i) == "person":
                yield by.i


def _with_cited(parse: Parse, nouns: Nouns, cue: Cue, token: Token, source: Source) -> Source:
    """ "TASS said, citing the ministry": the ministry says so, and TASS passes it on."""
    relay, head = list(source.relay), source.head
    told = head if head is not None else relay[-1] if relay else None
    asides = parse.children(told, "acl", "advcl") if told is not None else ()  # "TASS, citing the ministry, said"
    for child in (*parse.children(token.i, "advcl"), *asides):
        if child.lemma.lower() not in CITING or child.tag != "VBG" or told is None:
            continue
        for cited in parse.children(child.i, "obj"):
            kind = kind_of_speaker(parse, nouns, cited.i)
            if kind == "person":
                relay, head = ([head, *relay] if head is not None else relay), cited.i
            elif _is_paper(parse, nouns, cited) and head is not None and _passes_on(parse, nouns, cue, child, head):
                relay, head = [head, cited.i, *relay], _writer(parse, nouns, child, cited.i)
    return Source(head=head, relay=tuple(relay))


def _is_paper(parse: Parse, nouns: Nouns, token: Token) -> bool:
    listed = token.lemma.lower() in _PAPERS or token.lower in _PAPERS
    return listed and kind_of_speaker(parse, nouns, token.i) == "document"


def _writer(parse: Parse, nouns: Nouns, citing: Token, paper: int) -> int | None:
    """ "Citing a report | from the ministry |": the phrase hangs now on the paper, now on the verb."""
    loose = (c.i for c in parse.children(citing.i, "obl") if case_of(parse, c.i) in {"from", "by"} and c.i > paper)
    beside = (i for i in loose if kind_of_speaker(parse, nouns, i) == "person")
    owner = document_owner(parse, nouns, paper)
    return owner if owner is not None else next(beside, None)


def _passes_on(parse: Parse, nouns: Nouns, cue: Cue, citing: Token, head: int) -> bool:
    """Whether somebody only tells what a paper says: an outlet does, and who quotes it; others speak for themselves."""
    lemma = parse.tokens[head].lemma.lower()
    quoted = citing.lemma.lower() == "quote" and cue.head in _TELLING  # "tweeted, quoting a letter": words of his own
    return cue.act == "report" or quoted or nouns.in_set("source_outlet", lemma)


def is_source_cited(parse: Parse, nouns: Nouns, cue: Cue, token: Token) -> bool:
    """ "Said the wall had leaked, | citing a letter": what his words rest on, and no words of their own."""
    if cue.head not in CITING or token.tag != "VBG" or token.dep not in {"advcl", "acl", "parataxis", "dep"}:
        return False
    return any(_is_paper(parse, nouns, c) for c in parse.children(token.i, "obj"))
