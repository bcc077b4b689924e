"""Speakers brought in by a frame, not by a verb: "according to", "as a letter put it", "Lavrov: ...", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.statements.chains import passed_on
from whosays.coding.statements.drafts import Found, Source
from whosays.coding.statements.manner import NEGATIONS
from whosays.coding.statements.speakers import as_source, document_owner, kind_of_speaker
from whosays.coding.words.understood import own_subject
from whosays.ontology.acts import Acts
from whosays.ontology.nouns import Nouns
from whosays.parse import Parse, Token

_INNER = frozenset({"xcomp", "advcl", "acl", "acl:relcl", "ccomp", "nmod", "obl", "obj", "appos"})
_HEARSAY = frozenset({"reportedly", "allegedly", "purportedly"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSE = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN"})
_PAPERS = frozenset({"poll", "report", "study", "survey", "reports", "analysis", "memo"})
_BREAKS = frozenset({"-", "--", "–", "—", ".", ";", "•"})
_ASIDE = 14  # tokens from "put" to the comma: "put it in a note to his men,"
_PUTTING = frozenset({"put", "puts", "see", "sees", "saw", "tell", "tells", "told"})
_FEW = 4  # tokens of "from the same report"
_SHORT = 7  # tokens of a speaker's phrase before or behind a colon
_PHRASE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "CD", "POS", "IN", "CC", "HYPH"})
_NOT_VOICES = frozenset("dead victim wounded injured killed people winner casualty team family couple".split())
# What things are done by: "according to the size of the family", "according to schedule".
_MEASURES = frozenset(
    "size need rank age weight height plan schedule rule law type level degree custom ability sharia tradition "
    "scripture constitution".split()
)


def according(parse: Parse, acts: Acts, nouns: Nouns) -> Iterator[Found]:
    """ "according to the coast guard": the clause around it is what the source says."""
    for token in parse.tokens:
        if token.lower != "according" or token.i + 2 >= len(parse.tokens) or parse.behind(token.i).lower != "to":
            continue
        head = _according_head(parse, token)
        if head is None:
            continue
        found = _according(parse, acts, nouns, token, head)
        if found is not None:
            yield found


def _told_besides(parse: Parse, clause: int, last: int) -> frozenset[int]:
    """ "The wall leaked, according to a report, | but the ministry waited": a clause of its own behind the phrase."""
    for joined in parse.children(clause, "conj"):
        own = parse.subtree(joined.i)
        contrast = any(c.lower == "but" and c.i > last for c in parse.children(joined.i, "cc"))
        if contrast and own[0] > last and parse.children(joined.i, "nsubj", "nsubj:pass", "expl"):
            return frozenset(own)
    for joined in parse.children(clause, "parataxis"):  # "..., according to a report; | the ministry said it waited"
        own = parse.subtree(joined.i)
        if own[0] > last and ";" in {t.text for t in parse.tokens[own[0] - 1 : own[0] + 1]}:
            return frozenset(own)
    return frozenset()


def _according_head(parse: Parse, token: Token) -> int | None:
    if token.dep in {"case", "mark"} and token.head > token.i:
        return token.head
    for child in parse.children(token.i, "obl", "nmod", "obj"):
        return child.i
    return None


def _according(parse: Parse, acts: Acts, nouns: Nouns, token: Token, head: int) -> Found | None:
    assertion = acts.at("say", "verb")[0]
    source = as_source(parse, nouns, assertion, head)
    if source is None or parse.tokens[head].lemma.lower() in _MEASURES:
        return None
    phrase = set(parse.subtree(head)) | set(parse.subtree(token.i))
    for child in parse.children(head, "conj"):  # "according to the guard, nine men swam": no list without an "and"
        if not parse.children(child.i, "cc"):
            phrase -= set(parse.subtree(child.i))
    anchor = parse.tokens[head] if token.dep in {"case", "mark"} else token
    clause = _clause_above(parse, anchor)
    if clause is None:
        return None
    first = min(i for i in phrase if parse.tokens[i].dep != "punct")
    if first > 0 and parse.tokens[first - 1].text == ",":
        clause = _whole_clause(parse, clause, token.i)
    content = frozenset(t for t in parse.subtree(clause) if t not in phrase)
    opening = min((i for i in content if parse.tokens[i].text[0].isalnum()), default=-1)
    if any(c.i == opening for c in parse.children(clause, "cc", "mark")):
        content -= {i for i in content if i <= opening}
    content -= _told_besides(parse, clause, max(phrase))
    stop = next((t.i for t in parse.around(token.i) if t.i > token.i and t.text == ";"), None)
    if stop is not None and clause < token.i:  # "The wall leaked, according to a clerk; | the ministry waited"
        content = frozenset(i for i in content if i < stop)
    report = acts.at("report", "verb")[0]
    return Found(
        cue=report if source.relay else assertion,
        token=token.i,
        words=(token.i, token.i + 1),
        source=passed_on(parse, nouns, source),
        content=content,
        content_head=clause,
        rule="according",
    )


def hearsay(parse: Parse, acts: Acts) -> Iterator[Found]:
    """ "The rebels reportedly shelled the port": somebody says so, and nobody says who."""
    for token in parse.tokens:
        if token.lower not in _HEARSAY or token.dep != "advmod":
            continue
        clause = parse.tokens[token.head]
        if not (clause.is_verb or parse.children(clause.i, "cop", "nsubj")) or _bare(parse, clause):
            continue
        yield Found(
            cue=acts.at("report", "verb")[0],
            token=token.i,
            words=(token.i,),
            source=Source(),
            content=frozenset(_own_clause(parse, clause.i)) - {token.i},
            content_head=clause.i,
            rule="hearsay",
        )


def _bare(parse: Parse, clause: Token) -> bool:
    """ "Arrested for | allegedly | working for spies": no clause of its own, so nothing that anybody says by itself."""
    if clause.tag not in {"VB", "VBG"} or parse.children(clause.i, "nsubj", "nsubj:pass"):
        return False
    return not any(c.tag in {"MD", "VBD", "VBZ", "VBP"} for c in parse.children(clause.i, "aux", "aux:pass"))


def _own_clause(parse: Parse, head: int) -> set[int]:
    """The clause without what is only joined to it, or the cue that brings it ("officials said")."""
    told = set(parse.subtree(head))
    for child in parse.children(head, "conj", "parataxis", "cc"):
        told -= set(parse.subtree(child.i))
    for child in parse.children(head, "advcl"):  # "nine reportedly died, | while six were reportedly hurt"
        if any(c.lower in _HEARSAY for c in parse.children(child.i, "advmod")):
            told -= set(parse.subtree(child.i))
    return told


def _clause_above(parse: Parse, token: Token) -> int | None:
    """The clause that an inserted phrase speaks of; a conjunct's clause is its own."""
    for above in parse.ancestors(token.i):
        if above.dep in {"advcl", "acl", "amod"} and above.tag in {"VBG", "VBN"}:
            continue  # ", killing 107, according to": all of the clause above is told
        if above.is_verb or parse.children(above.i, "cop", "nsubj", "nsubj:pass") or above.head == above.i:
            return above.i
    return None


def _whole_clause(parse: Parse, clause: int, phrase: int) -> int:
    """Behind a comma the phrase speaks of all before it, not of the last infinitive or relative clause alone."""
    current = parse.tokens[clause]
    while current.head != current.i and current.dep in _INNER:
        if any(m.lower == "that" and m.i < phrase < current.i for m in parse.children(current.i, "mark")):
            break  # "the paper reported that, | according to the clerk, | nobody came": inside what it reported
        above = next((a for a in parse.ancestors(current.i) if a.is_verb or a.dep in _INNER or a.head == a.i), None)
        if above is None:
            break
        current = above
    return current.i


def as_put(parse: Parse, acts: Acts, nouns: Nouns) -> Iterator[Found]:
    """ "As a letter issued by the ministry put it, ...": all behind the comma is what the letter says."""
    for token in parse.tokens:
        start, end = parse.sentences[parse.sentence(token.i)]
        if token.lower not in _PUTTING or parse.tokens[start].lower != "as" or token.i + 3 >= end:
            continue
        if parse.behind(token.i).lower != "it":
            continue
        near = range(token.i + 2, min(token.i + _ASIDE, end - 1))
        apart = next((i for i in near if parse.tokens[i].text in {",", ":"}), None)
        found = None if apart is None else _as_put(parse, acts, nouns, token, (apart + 1, end))
        if found is not None:
            yield found


def _as_put(parse: Parse, acts: Acts, nouns: Nouns, token: Token, rest: tuple[int, int]) -> Found | None:
    start = parse.sentences[parse.sentence(token.i)][0]
    nominals = [t for t in parse.tokens[start + 1 : token.i] if t.dep in {"nsubj", "obl", "nsubj:pass", "obl:agent"}]
    kinds = {t.i: kind_of_speaker(parse, nouns, t.i) for t in nominals}
    document = next((i for i, kind in kinds.items() if kind == "document"), None)
    person = next((i for i, kind in kinds.items() if kind == "person"), None)
    if document is None and person is None:
        return None
    owner = document_owner(parse, nouns, document) if document is not None else None
    return Found(
        cue=acts.at("report" if document is not None else "think" if token.lemma == "see" else "say", "verb")[0],
        token=token.i,
        words=(token.i, token.i + 1),
        source=Source(head=owner or person, relay=(document,) if document is not None else ()),
        content=frozenset(range(*rest)),
        content_head=parse.root_of(*rest),
        rule="according",
    )


def colons(parse: Parse, acts: Acts, nouns: Nouns) -> Iterator[Found]:
    """ "Lavrov: No talks yet", "Officials: Toll may rise", and in headlines "Bridge shut until May: mayor".

    The publisher's own prefix stands before the reporting begins and is not a speaker.
    """
    for start, end in parse.sentences:
        colon = next((i for i in range(start, min(start + _SHORT, end)) if parse.tokens[i].text == ":"), None)
        if colon is not None and colon > start and colon + 2 < end and _is_voice(parse, nouns, start, colon):
            yield _by_colon(parse, acts, colon, parse.root_of(start, colon), range(colon + 1, end))
        elif colon == start + 1 and colon + 2 < end and _is_paper(parse, start, range(colon + 1, end)):
            yield _by_paper(parse, acts, colon, start, range(colon + 1, end))
        elif _in_title(parse, start):
            yield from _headline(parse, acts, nouns, start, end)


def before_quotations(parse: Parse, acts: Acts, nouns: Nouns, taken: frozenset[int]) -> Iterator[Found]:
    """ "He turned to the crowd: “We will rebuild.”": who does something before a colon speaks the quotation behind it.

    Each waits for its quotation, and is dropped without it. ``taken`` are the tokens that are cues already.
    """
    for quotation in parse.quotations:
        colon = quotation.open - 1
        if colon < 1 or parse.tokens[colon].text != ":":
            continue
        start, _ = parse.sentences[parse.sentence(colon)]
        if start == colon or any(i in taken for i in range(start, colon)):
            continue
        voice = _voice_before(parse, nouns, start, colon)
        if voice is not None:
            say = acts.at("say", "verb")[0]
            yield Found(cue=say, token=colon, words=(colon,), source=voice, rule="quote")
            continue
        verb = parse.tokens[parse.root_of(start, colon)]
        being = any(c.tag in _FINITE for c in parse.children(verb.i, "cop"))  # "Her deputy was blunt: “We knew.”"
        does = being or (verb.is_verb and verb.tag in _FINITE)
        subject = own_subject(parse, verb.i) if does and _is_done(parse, verb.i) else None
        if subject is not None and kind_of_speaker(parse, nouns, subject) == "person":
            say = acts.at("say", "verb")[0]
            yield Found(cue=say, token=verb.i, words=(verb.i,), source=Source(head=subject), rule="quote")


def _voice_before(parse: Parse, nouns: Nouns, start: int, colon: int) -> Source | None:
    """ "Ana Ruiz: “Stay home.”", "From the report: “No.”": a name, or what a paper says, right before its words."""
    name = next((n for n in parse.names if n.end == colon and n.label == "person"), None)
    first = next((i for i in range(colon - 1, start - 1, -1) if parse.tokens[i].text in _BREAKS), start - 1) + 1
    if name is not None and all(parse.tokens[i].tag in _PHRASE for i in range(first, colon)):
        return Source(head=parse.root_of(name.start, name.end))
    paper = colon - 1
    said = parse.tokens[first].lower == "from" and kind_of_speaker(parse, nouns, paper) == "document"
    return Source(relay=(paper,)) if said and colon - first <= _FEW else None


def _is_done(parse: Parse, verb: int) -> bool:
    return not any(c.tag == "MD" or c.lower in NEGATIONS for c in parse.children(verb, "aux", "advmod"))


def _is_paper(parse: Parse, start: int, told: range) -> bool:
    """ "Poll: Ruiz leads in the capital", "Report: Mayor to resign": a paper, and a clause behind it."""
    token = parse.tokens[start]
    clause = any(parse.tokens[i].tag in _CLAUSE or parse.tokens[i].tag == "TO" for i in told)
    return token.lower in _PAPERS and token.text[0].isupper() and clause


def _by_paper(parse: Parse, acts: Acts, colon: int, paper: int, told: range) -> Found:
    made = _by_colon(parse, acts, colon, paper, told)
    return msgspec.structs.replace(made, cue=acts.at("report", "verb")[0], source=Source(relay=(paper,)))


def _by_colon(parse: Parse, acts: Acts, colon: int, speaker: int, told: range) -> Found:
    return Found(
        cue=acts.at("say", "verb")[0],
        token=colon,
        words=(colon,),
        source=Source(head=speaker),
        content=frozenset(told),
        content_head=parse.root_of(told.start, told.stop),
        rule="colon",
    )


def _in_title(parse: Parse, i: int) -> bool:
    return parse.report.title is not None and parse.tokens[i].start < len(parse.report.title)


def _is_voice(parse: Parse, nouns: Nouns, start: int, colon: int) -> bool:
    """Whether the words before a colon are a speaker, and what follows is a clause of his."""
    title = _in_title(parse, start)
    if parse.text(start, colon) == parse.report.publisher:
        return False
    if parse.tokens[start].start < parse.report.body and not title:
        return False
    told = parse.tokens[colon + 1 : parse.sentences[parse.sentence(start)][1]]
    bare = _is_bare_phrase(parse, start, colon)
    voices = [n for n in parse.names if n.end == colon and n.label in {"person", "organisation"}]
    tied = any(parse.tokens[i].tag == "IN" for i in range(start, colon))  # "Big win for Ana Ruiz: ..."
    named = any(n.start == start or (bare and not tied and n.label == "person" and n.start > start) for n in voices)
    if not any(t.is_verb for t in told) and not (title and not named):
        return False
    return named or (bare and _speaks(parse, nouns, parse.root_of(start, colon)))


def _headline(parse: Parse, acts: Acts, nouns: Nouns, start: int, end: int) -> Iterator[Found]:
    """ "Bridge shut until May: mayor"."""
    last = end
    while last > start and not parse.tokens[last - 1].text[0].isalnum():
        last -= 1
    colon = next((i for i in range(last - 1, max(last - _SHORT, start), -1) if parse.tokens[i].text == ":"), None)
    if colon is None or colon - start < 2 or colon + 1 >= last:
        return
    speaker = parse.root_of(colon + 1, last)
    if _is_bare_phrase(parse, colon + 1, last) and _speaks(parse, nouns, speaker):
        yield _by_colon(parse, acts, colon, speaker, range(start, colon))


def _is_bare_phrase(parse: Parse, start: int, end: int) -> bool:
    return all(parse.tokens[i].tag in _PHRASE for i in range(start, end))


def _speaks(parse: Parse, nouns: Nouns, head: int) -> bool:
    """ "Officials", "ministry", "UN": who by trade speaks for others, or a name."""
    named = any(n.start <= head < n.end and n.label in {"person", "organisation"} for n in parse.names)
    lemma = parse.tokens[head].lemma.lower()
    known = nouns.kind_of(lemma)
    by_trade = known is None and lemma.endswith("ian") and kind_of_speaker(parse, nouns, head) == "person"
    return named or by_trade or (known in {"person", "organisation"} and lemma not in _NOT_VOICES)
