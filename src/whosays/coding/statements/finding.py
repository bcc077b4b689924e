"""Cues in the text: verbs, adjectives and nouns with a speaker, and the content that syntax shows for them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.mentions import case_of, phrase_range
from whosays.coding.statements.beside import around
from whosays.coding.statements.contents import content_of, joined_clauses, slot_head
from whosays.coding.statements.cuewords import cancelled, names_deed, words_of
from whosays.coding.statements.drafts import Found, Source
from whosays.coding.statements.manner import NEGATIONS, status_of
from whosays.coding.statements.slots import Content
from whosays.coding.statements.speakers import as_source, document_owner, is_nobody, kind_of_speaker, verb_source
from whosays.coding.understood import is_passive, own_subject
from whosays.ontology.acts import Acts, Cue
from whosays.ontology.nouns import Nouns
from whosays.parse import Parse, Token
from whosays.records import StatementStatus

_NO_CLAUSE = frozenset({"amod", "compound", "aux", "aux:pass", "cop", "case", "mark", "det", "fixed", "flat"})
_CARRIERS = frozenset({"NN", "NNS", "JJ"})  # "express *concern* about", "hold *responsible* for"
_TELLING = frozenset({"assert", "report", "confirm", "warn", "predict", "accuse", "concern", "promise"})
_HANDLING = frozenset(
    "issue publish release write make see obtain read raise express voice dismiss reject deny cite send receive".split()
)
_PRESENTING = frozenset("table unveil present float submit launch draft circulate publish release".split())
_CITING = frozenset({"cite", "quote"})
_COPULAS = frozenset({"remain", "become", "feel", "grow", "seem", "sound", "stay"})


def find_cues(parse: Parse, acts: Acts, nouns: Nouns) -> tuple[Found, ...]:
    """Every cue with a speaker, in the order of the text; those without content wait for a quotation."""
    found: list[Found] = []
    for token in parse.tokens:
        if token.is_verb and token.dep not in _NO_CLAUSE:
            found.extend(_verb(parse, acts, nouns, token))
        if token.tag in {"JJ", "VBN", "VBD"}:
            found.extend(_adjective(parse, acts, nouns, token))
        if token.tag in {"NN", "NNS"}:
            found.extend(_noun(parse, acts, nouns, token))
    return tuple(_first_of_each(found))


def _first_of_each(found: list[Found]) -> Iterator[Found]:
    """One cue per token, and none for the object of a cue that it belongs to ("expressed *concern*")."""
    taken = {word for f in found for word in f.words if word != f.token}
    seen: set[int] = set()
    for f in found:
        if f.token not in seen and f.token not in taken:
            seen.add(f.token)
            yield f


def _verb(parse: Parse, acts: Acts, nouns: Nouns, token: Token) -> Iterator[Found]:
    waiting: Found | None = None
    for cue in acts.at(token.lemma.lower(), "verb"):
        words = words_of(parse, nouns, cue, token)
        if words is None or cancelled(parse, nouns, cue, token):
            continue
        carriers = (token.i, *(w for w in words if parse.tokens[w].tag in _CARRIERS and w != token.i))
        content = content_of(parse, cue, token.i, carriers)
        if cue.deed and (content is None or not names_deed(parse, content.head)):
            continue
        if waiting is not None and content is not None and content.slot == "that" and _is_question(parse, content.head):
            continue  # "He asked: “Is it shut?”" asks; "asked that it be shut" calls for it
        source = _source(parse, nouns, cue, token, content, words)
        status = _status(parse, cue, token, words)
        if source is None and status is not None and cue.act == "claim" and is_nobody(parse, token.i):
            source, status = Source(), "negated"  # "No group has claimed responsibility": that nobody did is news
        if source is None or status is None:
            continue
        if content is not None and (content.head == source.head or not _may_surround(cue, content)):
            content = None
        content = _without_speaker(parse, content, source.head, token.i)
        if content is None and cue.quote and source.head is not None:
            content = _beside(parse, token, source.head)
        if content is None and not (cue.bare or (cue.quote and status != "negated")):
            continue
        made = _found(parse, cue, token, words, source, content)
        made = msgspec.structs.replace(made, status=status, source=_relays(parse, nouns, token, source, content))
        if content is not None or cue.bare:
            yield made
            return
        waiting = waiting or made
    if waiting is not None:
        yield waiting


def _status(parse: Parse, cue: Cue, token: Token, words: tuple[int, ...]) -> StatementStatus | None:
    """The status of the act; "made *no* mention of", "has *no* plans to" are acts not done."""
    status = status_of(parse, cue, token.i)
    none = any(c.lower == "no" for w in words if w != token.i for c in parse.children(w, "det"))
    return "negated" if none and status is not None else status


def _is_question(parse: Parse, head: int) -> bool:
    quotation = next((q for q in parse.quotations if q.open < head < q.close), None)
    return quotation is not None and parse.tokens[quotation.close - 1].text == "?"


def _may_surround(cue: Cue, content: Content) -> bool:
    """Whether the words around a cue may be its content: not "the road was mined, as the army had ordered"."""
    return content.slot != "around" or (cue.act in _TELLING and (cue.quote or not cue.belief))


def _without_speaker(parse: Parse, content: Content | None, speaker: int | None, verb: int) -> Content | None:
    """ "The road is shut, Ana Ruiz, the mayor, said": what stands between speaker and verb is not said."""
    if content is not None and speaker is not None and verb < speaker < content.head and speaker in content.tokens:
        return _parted(parse, content, speaker, verb)
    if content is None or speaker is None or speaker not in content.tokens or not content.head < speaker < verb:
        return content
    first = phrase_range(parse, speaker)[0]
    return msgspec.structs.replace(content, tokens=frozenset(t for t in content.tokens if not first <= t < verb))


def _parted(parse: Parse, content: Content, speaker: int, verb: int) -> Content:
    """ "| The plan |, says Ana Ruiz, the mayor, | is to rebuild": what is said stands on both sides of the speaker."""
    start, _ = parse.sentences[parse.sentence(verb)]
    comma = next((i for i in range(content.head, speaker, -1) if parse.tokens[i].text == ","), None)
    if comma is None or verb - 1 <= start or parse.tokens[verb - 1].text != ",":
        return content
    behind = {i for i in content.tokens if i > comma}
    return msgspec.structs.replace(content, tokens=frozenset({*range(start, verb - 1), *behind}))


def _beside(parse: Parse, token: Token, speaker: int) -> Content | None:
    found = around(parse, token, speaker)
    return Content(found[0], found[1], "beside") if found is not None else None


def _source(
    parse: Parse, nouns: Nouns, cue: Cue, token: Token, content: Content | None, words: tuple[int, ...]
) -> Source | None:
    if cue.subject or cue.impersonal:
        return Source()
    if cue.speaker is not None:  # "drew criticism from": whom the words came from
        who = slot_head(parse, cue.speaker, token.i, words)
        return as_source(parse, nouns, cue, who) if who is not None else Source() if cue.voiceless else None
    accused = _accused(parse, nouns, token)
    if accused is not None and cue.belief:
        return None  # "accused them of planning": what they are said to have done, no word of theirs
    if accused is not None:
        return as_source(parse, nouns, cue, accused)
    source = verb_source(parse, nouns, cue, token.i)
    told = content is not None and (content.slot != "object" or _is_reported(parse, nouns, cue, token))
    if source is not None or not cue.voiceless or not told:
        return source
    if cue.asks and token.tag in {"VBN", "VBD"} and _asked(parse, token):
        return Source()  # "Asked whether he knew, the mayor said no"
    if not is_passive(parse, token.i):
        return None
    if cue.act == "blame" and token.dep == "acl" and token.tag == "VBN":
        return Source()  # "A raid | blamed on the rebels": by whom is not told
    finite = token.dep not in {"acl", "amod", "advcl"} and parse.children(token.i, "nsubj:pass", "nsubj", "expl")
    return Source() if finite else None


def _is_reported(parse: Parse, nouns: Nouns, cue: Cue, token: Token) -> bool:
    """ "No casualties were | reported": nobody is told to have said so; not "the theft was reported to the police"."""
    if not cue.object or cue.act != "report":
        return False
    told = [c for c in parse.children(token.i, "obl", "nmod") if case_of(parse, c.i) == "to"]
    return not any(kind_of_speaker(parse, nouns, c.i) == "person" for c in told)


def _asked(parse: Parse, token: Token) -> bool:
    """ "Asked whether", "When asked who": nobody is told to have asked."""
    before = parse.tokens[token.i - 1] if token.i else token
    opens = before is token or before.lower in {"when", "if"} or not before.text[0].isalnum()
    return opens and not parse.children(token.i, "nsubj", "nsubj:pass", "aux", "aux:pass")


def _accused(parse: Parse, nouns: Nouns, token: Token) -> int | None:
    """ "criticised the mayor for saying": the speaker of the inner verb is the outer one's object."""
    marks = {m.lower for m in parse.children(token.i, "mark", "case")}
    governor = parse.tokens[token.head]
    if token.tag != "VBG" or token.dep not in {"advcl", "xcomp", "ccomp", "obl"} or not marks & {"for", "of"}:
        return None
    for child in parse.children(governor.i, "obj", "nsubj:pass"):
        if kind_of_speaker(parse, nouns, child.i) == "person":
            return child.i
    return None


def _found(
    parse: Parse, cue: Cue, token: Token, words: tuple[int, ...], source: Source, content: Content | None
) -> Found:
    carriers = words
    party = slot_head(parse, cue.party, token.i, carriers) if cue.party else None
    if party is None and cue.party and content is not None and content.slot.endswith(f"+{cue.party}"):
        party = content.head  # "blamed the fire | on his rival": hung on the fire by mistake
    addressee = slot_head(parse, cue.addressee, token.i, (token.i,)) if cue.addressee else None
    if content is not None and addressee == content.head:
        addressee = None
    if content is not None and content.opener is not None and content.slot.count("+") == 0:
        words = (*words, content.opener)
    return Found(
        cue=cue,
        token=token.i,
        words=tuple(sorted(set(words))),
        source=source,
        content=(content.tokens | joined_clauses(parse, token.i, content)) - set(words) if content else frozenset(),
        content_head=content.head if content else None,
        party=party,
        addressee=addressee,
        rule="belief" if cue.belief else "verb",
    )


def _relays(parse: Parse, nouns: Nouns, token: Token, source: Source, content: Content | None) -> Source:
    """The source with what carries its words: "said in a statement"; "TASS said, citing the ministry"."""
    relay = list(source.relay)
    head = source.head
    asides = parse.children(head, "acl", "advcl") if head is not None else ()  # "TASS, citing the ministry, said"
    for child in (*parse.children(token.i, "advcl"), *asides):
        if child.lemma.lower() in _CITING and child.tag == "VBG":
            for cited in parse.children(child.i, "obj"):
                if kind_of_speaker(parse, nouns, cited.i) == "person" and head is not None:
                    relay.insert(0, head)
                    head = cited.i
    for child in parse.children(token.i, "obl", "obl:tmod"):
        document = nouns.kind_of(child.lemma.lower()) == "document"
        told = content is not None and child.i == content.head  # "did not comment on | the deal"
        if document and not told and case_of(parse, child.i) in {"in", "via", "through", "by", "on"}:
            relay.append(child.i)
    return Source(head=head, relay=tuple(relay))


def _adjective(parse: Parse, acts: Acts, nouns: Nouns, token: Token) -> Iterator[Found]:
    predicate = bool(parse.children(token.i, "cop", "aux:pass")) or (
        token.dep == "xcomp" and parse.tokens[token.head].lemma in _COPULAS
    )
    if not predicate:
        return
    for cue in acts.at(token.lower, "adjective"):
        content = content_of(parse, cue, token.i, (token.i,))
        subject = own_subject(parse, token.i)
        status = status_of(parse, cue, token.i)
        if content is None or subject is None or status is None:
            continue
        source = as_source(parse, nouns, cue, subject)
        if source is not None and source.head != content.head:
            made = _found(parse, cue, token, (token.i,), source, content)
            yield msgspec.structs.replace(made, status=status)
            return


def _noun(parse: Parse, acts: Acts, nouns: Nouns, token: Token) -> Iterator[Found]:
    """ "the mayor's denial of", "a warning by the agency that": only with a speaker and a content."""
    for cue in acts.at(token.lemma.lower(), "noun"):
        content = _is_that(parse, cue, token.i) or content_of(parse, cue, token.i, (token.i,))
        if content is None or (cue.object and parse.tokens[content.head].lemma.lower() not in cue.object):
            continue
        if cue.predicate:
            yield from _predicate(parse, nouns, cue, token, content)
            continue
        yield from _presented(parse, nouns, cue, token, content)
        for owner in _noun_owners(parse, token.i, content.head):
            source = as_source(parse, nouns, cue, owner)
            if source is not None and source.head is not None:
                made = _found(parse, cue, token, (token.i,), source, content)
                yield made
                return
        had = token.dep == "obj" and parse.tokens[token.head].lemma == "have"  # "I have hope that": his own
        if (
            cue.voiceless and not had and content.slot == "that" and not _relative(parse, content.head)
        ):  # "amid reports that": somebody says so, and nobody says who
            yield _found(parse, cue, token, (token.i,), Source(), content)
            return
        if cue.act == "claim":
            yield from _issued(parse, nouns, cue, token, content)


def _presented(parse: Parse, nouns: Nouns, cue: Cue, token: Token, content: Content) -> Iterator[Found]:
    """ "France | tabled a proposal | to patrol the strait": who brings it forward says it."""
    verb = parse.tokens[token.head]
    if token.dep != "obj" or verb.lemma.lower() not in _PRESENTING or content.slot not in {"to", "that", "for"}:
        return
    subject = own_subject(parse, verb.i) if not is_passive(parse, verb.i) else None
    source = as_source(parse, nouns, cue, subject) if subject is not None else None
    status = status_of(parse, cue, verb.i)
    if source is not None and source.head is not None and status is not None:
        made = _found(parse, cue, token, (verb.i, token.i), source, content)
        yield msgspec.structs.replace(made, status=status)


def _relative(parse: Parse, verb: int) -> bool:
    """ "The report | that the ministry issued": a clause that lacks its object tells of the paper, not what it says."""
    return parse.tokens[verb].lemma in _HANDLING and not parse.children(verb, "obj", "nsubj:pass", "ccomp")


def _is_that(parse: Parse, cue: Cue, i: int) -> Content | None:
    """ "The ministry's position is | that the border is shut", "her advice was | to wait"."""
    opener = {slot[0] for slot in cue.content} & {"that", "to"}
    behind = phrase_range(parse, i)[1]
    _, end = parse.sentences[parse.sentence(i)]
    if behind + 2 < end and parse.tokens[behind].lemma == "have" and parse.tokens[behind + 1].lower == "been":
        behind += 1  # "the hope has been | that"
    if behind + 2 >= end or parse.tokens[behind].lemma != "be" or parse.tokens[behind + 1].lower not in opener:
        return None
    while not parse.tokens[end - 1].text[0].isalnum():
        end -= 1
    told = range(behind + 1, end)
    return Content(frozenset(told), parse.root_of(told.start, told.stop), "that") if len(told) > 1 else None


def _predicate(parse: Parse, nouns: Nouns, cue: Cue, token: Token, content: Content) -> Iterator[Found]:
    """ "She is a critic of the tax", "he is no fan of the deal": what somebody is tells what he thinks."""
    subject = own_subject(parse, token.i) if parse.children(token.i, "cop") else None
    source = as_source(parse, nouns, cue, subject) if subject is not None else None
    status = status_of(parse, cue, token.i)
    if source is None or source.head is None or status is None:
        return
    if any(c.lower == "no" for c in parse.children(token.i, "det")):
        status = "negated"
    yield msgspec.structs.replace(_found(parse, cue, token, (token.i,), source, content), status=status)


def _issued(parse: Parse, nouns: Nouns, cue: Cue, token: Token, content: Content) -> Iterator[Found]:
    """ "There was no claim of responsibility", "the group issued a claim of responsibility"."""
    if any(c.lower == "no" for c in parse.children(token.i, "det")):
        made = _found(parse, cue, token, (token.i,), Source(), content)
        yield msgspec.structs.replace(made, status="negated")
        return
    owner = document_owner(parse, nouns, token.i)
    if owner is not None and not any(c.lower in NEGATIONS for c in parse.children(token.head, "advmod")):
        yield _found(parse, cue, token, (token.i,), Source(head=owner), content)


def _noun_owners(parse: Parse, i: int, content: int) -> Iterator[int]:
    for child in parse.children(i, "nmod:poss"):
        if child.tag.startswith(("NN", "PRP", "WP")):
            yield child.i
    for child in parse.children(i, "nmod"):
        whose = {"by", "from", "of"} if content > max(parse.subtree(child.i)) else {"by", "from"}
        if case_of(parse, child.i) in whose and child.i != content:
            yield child.i
