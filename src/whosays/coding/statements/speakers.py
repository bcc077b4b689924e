"""Who may speak, and who is understood to: subjects, agents, owners of documents, antecedents."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.statements.beside import SAYING, behind, beside, head_of, set_off
from whosays.coding.statements.drafts import Source, is_mark
from whosays.coding.statements.speakingon import sayer_above, sayer_beside, speaks, takes_deed
from whosays.coding.words.mentions import case_of, phrase_range
from whosays.coding.words.understood import antecedent, is_passive, own_subject
from whosays.ontology.acts import Cue, load_acts
from whosays.ontology.nouns import Nouns
from whosays.parse import Parse, Token

_PERSONAL = frozenset("i we he she they who whom him her them us me".split())
_BREAKS = frozenset({",", "-", "--", "–", "—"})
_OBJECTIVE = frozenset({"me", "us", "him", "them"})
_INDEFINITE = frozenset(
    "some many several others other few most both all everyone everybody someone somebody another anyone "
    "those one two three four five six half dozens hundreds thousands critic critics pundit pundits majority "
    "former latter minority number handful average "
    "third quarter quarters thirds percent % plurality plenty share rest bulk".split()
)
# Bodies that the lexicon knows as something else as well: "the campaign said".
_BODIES = frozenset("campaign chamber intelligence opposition command paper".split())
_NOBODY = frozenset({"no", "nobody", "none", "neither", "nothing", "no-one"})
_WHATEVER = frozenset({"any", "whatever"})  # "would veto | any text | that mentioned it": none is told of
_SPEAKING_PLACES = frozenset(
    "country nation state city town capital government kingdom republic side embassy consulate office hospital clinic "
    "university school college church".split()
)
# What has been found out speaks as a document does: "a survey found that", "records show that".
_FINDINGS = frozenset(
    "survey poll study investigation analysis assessment inquiry audit review record filing data figures footage "
    "post posting website bulletin communique communiqué dispatch census estimate polling article research tally "
    "questionnaire headline transcript profile probe memo email essay ad result memoir ledger excerpt photograph photo "
    "guideline tabloid blog audio recording suit lawsuit editorial op-ed affidavit projection placard banner petition "
    "textbook footnote reply response statistics complaint indictment filing accord leaflet manifesto slide account "
    "motion opinion cable readout autopsy advisory database docket diary manuscript story song".split()
)
_TITLES = frozenset({"post", "dispatch", "bulletin", "record", "review"})  # "the Post said": what papers are called
_JUDGING = frozenset({"condemn", "praise", "deny", "accuse"})  # what is done to a letter, by somebody who speaks on
_NEAR = 6  # tokens from such a verb to its quotation
_LETTERS = 4  # of a body's or a state's initials
_OF_FIGURES = frozenset(
    "party opposition establishment leading senior public political religious community military tribal rebel "
    "prominent key top influential veteran government business cultural literary several many some".split()
)
# What a paper does by itself, whoever wrote it: "the letter calls for", "an editorial condemned".
_WRITTEN = frozenset("assert report condemn praise call demand deny concern warn accuse blame promise predict".split())
_PERSON_ENDINGS = (
    "manager",
    "man",
    "woman",
    "person",
    "people",
    "ist",
    "ian",
    "eer",
    "ster",
    "holder",
    "maker",
    "member",
)
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SAYING = frozenset({"say", "add", "write", "ask", "note", "tell", "explain", "reply"})
_SUBJECTS = ("nsubj", "nsubj:outer", "nsubj:pass")
_MAKES_DOCUMENTS = frozenset(
    "issue release publish send put make post write file deliver circulate sign carry give offer".split()
)

# What a body makes its own word by deciding on it.
_ADOPTING = frozenset({"adopt", "pass", "approve", "endorse"})
_ADOPTED = frozenset({"resolution", "declaration", "motion", "communique", "communiqué", "statement", "text"})

# "Documents seen by the Wire": who has read a paper does not stand behind it.
_SEEING = frozenset(
    "see obtain review view hear read quote cite examine verify carry broadcast air relay find seize recover".split()
)
# Whose paper it is: "a | police | report", "a | Pentagon | document"; not "a hospital record", which tells of patients.
_OFFICES = frozenset("police army military navy ministry government intelligence embassy company".split())


def kind_of_speaker(parse: Parse, nouns: Nouns, head: int) -> str | None:
    """``person`` for who can speak (people, bodies, states), ``document`` for what carries words, else None."""
    token = parse.tokens[head]
    if _is_nobody(parse, token):
        return None
    if token.tag in {"PRP", "WP", "PRP$", "WP$"}:
        return "person" if token.lower == "one" else _pronoun(parse, token)  # "| One | says nine, another ten"
    label = next((n.label for n in parse.names if n.start <= head < n.end), None)
    if label in {"person", "organisation", "nationality"} or _called(parse, head) or _is_amnesty(parse, token):
        return "person"
    known = nouns.kind_of(token.lemma.lower())
    if label in {"place", "facility"} and (known in {None, "place"} or token.tag.startswith("NNP")):
        return "person"
    if label in {"weapon", "time"}:
        return None
    lemma = token.lemma.lower()
    if lemma in _SPEAKING_PLACES or lemma in _BODIES or _is_body(parse, nouns, token):
        return "person"
    if token.lower == "figures" and any(c.lower in _OF_FIGURES for c in parse.children(head, "amod", "compound")):
        return "person"  # "party figures said"
    if token.lemma.lower() in _FINDINGS or token.lower in _FINDINGS or _is_web_site(parse, token):
        return "person" if token.tag == "NNP" and lemma in _TITLES else "document"
    counted = token.lower in _INDEFINITE and known != "time"
    if known is not None and not counted:
        return _known(token, known)
    if token.tag.startswith("NNP") or (known is None and _set_as_name(parse, token)):
        return "person"
    whole = [c.i for c in parse.children(head, "nmod") if case_of(parse, c.i) == "of"]
    if token.lower in _INDEFINITE and whole:  # "one of the latest incidents"
        return kind_of_speaker(parse, nouns, whole[0])
    if token.lower in _INDEFINITE or token.lower.endswith("/") or _by_age(parse, token):
        return "person"
    return "person" if known is None and _named_by_doing(token, nouns) else None


def _is_web_site(parse: Parse, token: Token) -> bool:
    """ "A | news site | reported": it carries words, as papers do."""
    beside = {c.lower for c in parse.children(token.i, "compound")}
    return token.lemma.lower() == "site" and bool(beside & {"news", "web"})


def _is_amnesty(parse: Parse, token: Token) -> bool:
    """ "Amnesty said so": the body, which papers call by its first word; not "an amnesty"."""
    return token.text == "Amnesty" and not parse.children(token.i, "det", "amod", "nmod:poss", "compound")


def _called(parse: Parse, head: int) -> bool:
    """ "Front | -runner | Ana Ruiz said": a noun with somebody's name right behind it."""
    name = next((n for n in parse.names if n.start == head + 1 and n.label == "person"), None)
    named = parse.tokens[name.start] if name is not None else None
    return named is not None and named.head == head and named.dep in {"flat", "appos"} and parse.tokens[head].is_noun


def _is_body(parse: Parse, nouns: Nouns, token: Token) -> bool:
    """ "The airport said", "a think tank said": what may speak for those who run it."""
    thinks = token.lemma.lower() == "tank" and any(c.lower == "think" for c in parse.children(token.i, "compound"))
    return thinks or (token.is_noun and nouns.in_set("speaking_body", token.lemma.lower()))


def _set_as_name(parse: Parse, token: Token) -> bool:
    """Whether an everyday noun is set as a name in the middle of a text: "the Journal", "Harvest Insight"."""
    start, _ = parse.sentences[parse.sentence(token.i)]
    title = parse.report.title is not None and token.start < len(parse.report.title)
    return token.tag == "NN" and token.text.istitle() and token.i > start and not title


def _by_age(parse: Parse, token: Token) -> bool:
    """ "The 46-year-old said"."""
    return token.lower == "old" and token.i > 1 and parse.tokens[token.i - 2].lower in {"year", "years"}


def _named_by_doing(token: Token, nouns: Nouns) -> bool:
    """Whether a noun that the lexicon does not know names people by its ending: "strategist", "contenders"."""
    if token.is_noun and token.lemma.lower().endswith(_PERSON_ENDINGS):
        return True
    doers = token.tag == "NNS" and token.lower.endswith(("ers", "ors"))
    return doers and not nouns.in_set("thing_in_er", token.lemma.lower())


def _pronoun(parse: Parse, token: Token) -> str | None:
    if token.lower in _PERSONAL or token.lower in {"his", "her", "their", "our", "my", "its", "whose"}:
        return "person"
    speaks = parse.tokens[token.head].lemma in SAYING and not is_passive(parse, token.head)  # "It added that"
    return "thing-pronoun" if token.lower == "it" and (token.dep != "expl" or speaks) else None


def _known(token: Token, known: str) -> str | None:
    if known in {"person", "organisation"}:
        return "person"
    if known == "document":
        return "document"
    if known == "place" and token.tag.startswith("NNP"):
        return "person"
    return None


def is_nobody(parse: Parse, verb: int) -> bool:
    """Whether the subject of a verb says that nobody did: "no group", "nobody"."""
    subject = own_subject(parse, verb)
    return subject is not None and _is_nobody(parse, parse.tokens[subject])


def _is_nobody(parse: Parse, token: Token) -> bool:
    if token.lower in _NOBODY or _hardly_anybody(parse, token):
        return True
    if any(c.lower in _WHATEVER for c in parse.children(token.i, "det")):
        return True
    none = [c for c in parse.children(token.i, "det", "advmod", "cc:preconj") if c.lower in _NOBODY]
    return any(not (c.text == "No" and parse.behind(c.i).tag == "CD") for c in none)  # "a | No 9 | spokesman"


def _hardly_anybody(parse: Parse, token: Token) -> bool:
    """ "Few doubt that": what few say is not said; "a few" are some."""
    few = [token, *parse.children(token.i, "amod", "det", "nummod")]
    some = any(c.lower in {"a", "the", "these", "those"} for c in parse.children(token.i, "det"))
    return any(t.lower == "few" for t in few) and not some


def accepts(cue: Cue, kind: str | None) -> bool:
    """Whether a cue may have a subject of this kind."""
    if kind == "thing-pronoun":  # "it said": a body; "it seems", "it feels": nobody
        return (not cue.belief or cue.intends) and (cue.by != "document" or cue.quote)  # "it read: “Stay away”"
    if cue.by in {"any", "anybody"}:
        return kind is not None
    return kind == cue.by


def verb_source(parse: Parse, nouns: Nouns, cue: Cue, verb: int) -> Source | None:
    """Who says what the verb at ``verb`` tells, None when nobody who could is named."""
    head = _verb_subject(parse, nouns, verb)
    apart = set_off(parse, parse.tokens[verb]) if head is not None and head > verb else None
    if apart is not None:  # "Ana Ruiz, who leads the town, said he": "he" is no inverted subject
        head = head_of(parse, apart)
    if head is not None and _himself(parse, verb, head):
        return None
    objective = head is not None and parse.tokens[head].tag == "PRP" and parse.tokens[head].lower in _OBJECTIVE
    if objective and not is_passive(parse, verb):  # "the US" is no pronoun
        head = None  # "told me: I am like many": who told is lost
    head = _who(parse, nouns, verb, head)
    inverted = behind(parse, parse.tokens[verb]) if head is not None and head < verb else None
    if inverted is not None and kind_of_speaker(parse, nouns, head_of(parse, inverted)) == "person":
        head = head_of(parse, inverted)
    source = as_source(parse, nouns, cue, head) if head is not None else None
    if source is not None or is_passive(parse, verb):
        return source
    where = beside(parse, parse.tokens[verb], lost=cue.quote and head is None)
    if where is None or (head is not None and where[0] <= head < where[1]):
        return None
    return as_source(parse, nouns, cue, head_of(parse, where))


def _himself(parse: Parse, verb: int, head: int) -> bool:
    """ "Police held Jan Holub, | accusing him": the noun before is whom the pronoun means, and no speaker."""
    token = parse.tokens[verb]
    beside_noun = token.tag == "VBG" and token.dep == "acl" and head == antecedent(parse, verb)
    objects = {c.lower for c in parse.children(verb, "obj") if c.tag == "PRP"}
    return beside_noun and bool(objects & (_OBJECTIVE | {"it", "her"})) and parse.tokens[verb - 1].text == ","


def _who(parse: Parse, nouns: Nouns, verb: int, head: int | None) -> int | None:
    """ "A view shared by Ana Ruiz, | who said": who speaks is somebody; the noun nearest before where it was nobody."""
    who = next((c.i for c in parse.children(verb, *_SUBJECTS) if c.lower == "who"), None)
    if who is None or head is None or kind_of_speaker(parse, nouns, head) == "person":
        return head
    last = who - 1
    while last > 0 and parse.tokens[last].text in _BREAKS:
        last -= 1
    near = next((a.i for a in (parse.tokens[last], *parse.ancestors(last)) if a.is_noun and a.i <= last), head)
    return near if kind_of_speaker(parse, nouns, near) == "person" else head


def as_source(parse: Parse, nouns: Nouns, cue: Cue, head: int) -> Source | None:
    """The source that the noun at ``head`` makes for this cue: a speaker, or a document and who stands behind it."""
    kind = kind_of_speaker(parse, nouns, head)
    if parse.tokens[head].lower == "one" and parse.tokens[head].tag == "PRP" and (cue.belief or cue.asks):
        return None  # "one wonders why", "one asks oneself": anybody
    if kind is None and cue.quote and not cue.belief and _named_body(parse, head):
        kind = "person"
    if kind is None and cue.by == "anybody" and _may_be_somebody(parse, nouns, head):
        kind = "person"
    if not accepts(cue, kind):
        # "issued a statement condemning": the document's owner does what only persons do.
        if kind == "document" and cue.by == "person":
            owner = document_owner(parse, nouns, head)
            alone = owner is None and (cue.belief or cue.act not in _WRITTEN)
            return None if alone else Source(head=owner, relay=(head,))
        return None
    if kind == "document":
        return Source(head=document_owner(parse, nouns, head), relay=(head,))
    return Source(head=head)


def _named_body(parse: Parse, head: int) -> bool:
    """ "Karu Fire", "the Coordination Headquarters": a name of two words or more, whatever its last means elsewhere."""
    token = parse.tokens[head]
    parts = [c for c in parse.children(head, "compound", "amod", "flat") if c.tag.startswith("NNP")]
    return token.tag in {"NNP", "NNPS"} and bool(parts) and not any(t.start <= head < t.end for t in parse.times)


def _may_be_somebody(parse: Parse, nouns: Nouns, head: int) -> bool:
    """Whether a noun that the lexicon does not know, or a bare number ("4 in 10"), may stand for who speaks."""
    token = parse.tokens[head]
    if _is_nobody(parse, token) or any(t.start <= head < t.end for t in parse.times):
        return False
    if parse.tokens[phrase_range(parse, head)[0]].tag == "IN":
        return False
    if token.tag == "CD":
        return not token.text.startswith(("$", "€", "£"))
    # "His call with the king said": no call says anything.
    speech = any("@number" not in c.object for c in load_acts().at(token.lemma.lower(), "noun"))
    unknown = nouns.kind_of(token.lemma.lower()) is None and not speech
    return token.tag in {"NN", "NNS"} and unknown and len(token.text) > 2


def document_owner(parse: Parse, nouns: Nouns, head: int) -> int | None:
    """Who stands behind a document: "the ministry's statement", "a letter from", "a report released by"."""
    for owner in _owners(parse, head):
        if kind_of_speaker(parse, nouns, owner) == "person":
            return owner
    same = _same_paper(parse, head)
    return document_owner(parse, nouns, same) if same is not None else None


def _same_paper(parse: Parse, head: int) -> int | None:
    """ "A ministry statement said ... | The statement | added": the paper of the same name, told of just before."""
    token = parse.tokens[head]
    the = [c.lower for c in parse.children(head, "det", "amod", "compound", "nmod", "nmod:poss", "acl", "acl:relcl")]
    if sorted(the) not in (["the"], ["same", "the"]) or token.tag != "NN" or token.lemma.lower() not in _ISSUED:
        return None
    start = parse.sentences[max(parse.sentence(head) - _PAPERS_BACK, 0)][0]
    near = (t for t in reversed(parse.tokens[start:head]) if t.lemma.lower() == token.lemma.lower() and t.is_noun)
    return next((t.i for t in near), None)


_ISSUED = frozenset(
    "statement report letter memo study survey poll communique communiqué article editorial document email message "
    "dispatch filing petition declaration resolution book warning".split()
)
_PAPERS_BACK = 3  # sentences


def _owners(parse: Parse, head: int) -> Iterator[int]:
    for child in parse.children(head):
        behind = child.dep in {"nmod", "obl", "obl:agent"} and case_of(parse, child.i) in {"by", "from"}
        if behind and parse.tokens[head].lower == "reports" and _is_town(parse, child.i):
            continue  # "reports from | Orli | say": where they come from
        if behind or child.dep == "nmod:poss" or _of_body(parse, child):
            yield child.i
        elif child.dep in {"acl", "acl:relcl"} and child.tag == "VBN" and child.lemma.lower() not in _SEEING:
            yield from (c.i for c in parse.children(child.i, "obl:agent", "obl") if case_of(parse, c.i) == "by")
    token = parse.tokens[head]
    governor = parse.tokens[token.head]
    out = any(c.lower in {"out", "aloud"} for c in parse.children(governor.i, "compound:prt", "advmod"))
    read = governor.lemma == "read" and (out or token.lemma == "statement")  # "read out a statement saying"
    said_in = token.dep == "obl" and case_of(parse, head) == "in" and speaks(parse, governor)
    if said_in or (token.dep == "obj" and (governor.lemma in _MAKES_DOCUMENTS or read or _is_adopted(token, governor))):
        subject = own_subject(parse, governor.i)
        if subject is not None:
            yield subject
    favour = parse.tokens[governor.head] if governor.lemma.lower() in {"favour", "favor"} else governor
    backed = case_of(parse, head) == ("for" if favour is governor else "of")
    if token.dep in {"obl", "nmod"} and backed and favour.lemma == "vote" and _is_paper(token):
        governor = favour
        subject = own_subject(parse, governor.i)  # "voted by 61 to 40 | for a resolution urging" them to
        if subject is not None:
            yield subject
    if token.dep == "nsubj:pass" and _is_adopted(token, governor):  # "a resolution was adopted | by the council |"
        yield from (c.i for c in parse.children(governor.i, "obl:agent", "obl") if case_of(parse, c.i) == "by")


def _is_adopted(paper: Token, verb: Token) -> bool:
    """ "The council | adopted | a resolution demanding that": whose word it is from then on."""
    return verb.lemma.lower() in _ADOPTING and _is_paper(paper)


def _is_paper(paper: Token) -> bool:
    return paper.lemma.lower() in _ADOPTED


def _is_town(parse: Parse, i: int) -> bool:
    return case_of(parse, i) == "from" and any(n.label == "place" and n.start <= i < n.end for n in parse.names)


def _of_body(parse: Parse, child: Token) -> bool:
    """ "A | UN | report", "a | police | document": a body's name, or a state's short one, before its paper."""
    if child.dep == "amod" and child.lower == "military" and child.i + 1 == child.head:
        return True  # "a | military | statement"
    if child.dep != "compound":
        return False
    if child.tag == "NNP" and child.text.isupper() and len(child.text) <= _LETTERS:
        return True
    plain = child.tag == "NN" and child.lemma.lower() in _OFFICES and child.i + 1 == child.head
    named = (n for n in parse.names if n.label == "organisation" and n.kind is None and n.start <= child.i < n.end)
    return plain or any(n.end == child.head for n in named)


def _verb_subject(parse: Parse, nouns: Nouns, verb: int) -> int | None:
    token = parse.tokens[verb]
    passive = is_passive(parse, verb)
    judging = sayer_beside(parse, token) if passive and takes_deed(parse, verb) else None
    if judging is not None:
        return own_subject(parse, judging)
    if passive:
        for child in parse.children(verb, "obl:agent", "obl"):
            if child.dep == "obl:agent" or case_of(parse, child.i) == "by":
                return child.i
        return None
    first = parse.tokens[token.head]
    described = first.tag == "VBN" and first.dep == "acl" and bool(parse.children(first.i, "obl:agent"))
    if described and token.dep == "conj" and token.tag in {"VBD", "VBN"} and not parse.children(verb, *_SUBJECTS):
        return None  # "a woman met by the paper | and believed | to be Ana Ruiz": not by the paper
    several = parse.children(verb, *_SUBJECTS)
    if len(several) > 1:  # "In a statement Thursday, Ferguson said": the parser took the day for a second subject
        before = [c.i for c in several if c.i < verb and kind_of_speaker(parse, nouns, c.i) == "person"]
        if before and phrase_range(parse, before[-1])[1] == verb:
            return before[-1]  # "Many of the children travel alone, the agency | said"
        return next((c.i for c in several if kind_of_speaker(parse, nouns, c.i) == "person"), several[0].i)
    if not several:
        above = sayer_beside(parse, token)
        if above is not None:
            return own_subject(parse, above)
        loose = _participle_subject(parse, nouns, token)
        if loose is not None:
            return loose
        inverted = _inverted(parse, nouns, token)
        if inverted is not None:
            return inverted
    own = own_subject(parse, verb)
    if own is None:
        return _of_adjective(parse, token)
    return own if several else _agreeing(parse, token, own)


def _agreeing(parse: Parse, verb: Token, subject: int) -> int:
    """ "Peru says its cooks may leave if they pay, | but admits it erred": not "they", whom the tree joins it to."""
    several = parse.tokens[subject].lower in {"they", "we"} or parse.tokens[subject].tag == "NNS"
    if verb.dep != "conj" or verb.tag != "VBZ" or not several:
        return subject
    for above in parse.ancestors(verb.i):
        for other in parse.children(above.i, "nsubj"):
            if other.i < verb.i and other.tag in {"NN", "NNP"} and not parse.children(other.i, "conj"):
                return other.i
    return subject


def _of_adjective(parse: Parse, token: Token) -> int | None:
    """ "The mayor | was quick to | point out that": who is quick to say so says so."""
    leads = parse.tokens[token.head]
    infinitive = token.tag == "VB" and token.dep == "advcl" and leads.i < token.i
    return own_subject(parse, leads.i) if infinitive and leads.tag == "JJ" else None


def _participle_subject(parse: Parse, nouns: Nouns, token: Token) -> int | None:
    """ "..., asserting that": behind a comma the participle belongs to the clause's subject, not to the last noun."""
    having = any(c.lower == "having" for c in parse.children(token.i, "aux"))
    hung = {"acl", "advcl", "parataxis", "ccomp", "dep"} | ({"conj"} if having else set())
    if not (token.tag == "VBG" or having) or token.dep not in hung:
        return None
    before = token.i - 1
    while before > 0 and (
        parse.tokens[before].tag == "RB"
        or is_mark(parse, before)
        or (having and parse.tokens[before].lower == "having")
    ):
        before -= 1
    direct = antecedent(parse, token.i) if token.dep == "acl" else None
    if before < 0 or not (parse.tokens[before].text in _BREAKS or token.lemma.lower() == "add"):
        return None
    of_another = {c.lower for c in parse.children(token.i, "obj")} & (_OBJECTIVE | {"it", "her"})
    document = direct is not None and kind_of_speaker(parse, nouns, direct) == "document"
    if document and direct is not None and not of_another and not _is_judged(parse, direct):
        return None
    sayer = sayer_above(parse, token, having=having)
    if sayer is not None and not (of_another and _has_somebody(parse, nouns, token)):
        return own_subject(parse, sayer)
    for above in parse.ancestors(token.i):
        if parse.children(above.i, "nsubj:pass") and above.dep in {"ccomp", "acl:relcl"}:
            continue  # "said that dozens were killed, | having denied it": not the dead
        if above.tag == "VBN" and above.dep in {"acl", "amod"} and not parse.children(above.i, *_SUBJECTS, "aux"):
            continue  # "slammed a suit filed by a clerk, | calling it": not the clerk
        if above.is_verb or parse.children(above.i, *_SUBJECTS):
            own = above.tag != "VBG" or above.dep == "root" or parse.children(above.i, *_SUBJECTS)
            subject = own_subject(parse, above.i) if own else None
            if of_another and subject is not None and parse.tokens[subject].dep in {"obj", "iobj"}:
                continue  # "urged the general to go, | calling him a fool": not the general
            if subject is not None and subject != token.i:
                return subject
    return None


def _has_somebody(parse: Parse, nouns: Nouns, token: Token) -> bool:
    """ "Said the mob had lynched a baker, | accusing him of theft": whom the clause before does something to."""
    clause = next((a for a in parse.ancestors(token.i) if a.is_verb), token)
    whom = parse.children(clause.i, "obj") if clause.dep == "ccomp" else ()
    return any(kind_of_speaker(parse, nouns, c.i) == "person" for c in whom)


def _is_judged(parse: Parse, document: int) -> bool:
    """ "Mocked the mayor's speech, | calling Ruiz a clown": whoever mocks it calls him so, and not the speech."""
    token = parse.tokens[document]
    acts = {cue.act for cue in load_acts().at(parse.tokens[token.head].lemma.lower(), "verb")}
    return token.dep == "obj" and bool(acts & _JUDGING)


def _inverted(parse: Parse, nouns: Nouns, token: Token) -> int | None:
    """ "...", said Kowal; "...", Kowal said: a subject beside the verb that the parser took for its object."""
    if token.tag not in _FINITE | {"VBN"} or token.i == 0:
        return None
    quoted = any(q.close in {token.i - 1, token.i - 2} for q in parse.quotations)  # "...," warned Kowal
    leads = not quoted and _leads(parse, token)
    quoted = quoted or leads
    if token.lemma not in _SAYING and not (quoted and token.tag != "VBZ"):
        return None
    if token.lemma == "tell" and parse.children(token.i, "xcomp", "ccomp"):
        return None  # "met them, | told his men | to wait": whom he told
    for child in parse.children(token.i, "obj", "iobj", "dep"):
        first, last = phrase_range(parse, child.i)
        if leads and parse.tokens[last].text != ":":
            continue
        behind = child.i > token.i and first == token.i + 1
        edge = token.i - 1 if behind else first - 1
        closed = edge < 0 or not any(c.isalnum() for c in parse.tokens[edge].text)
        kinds = {"person", "document"} if quoted else {"person"}
        if closed and kind_of_speaker(parse, nouns, child.i) in kinds:
            return child.i
    return None


def _leads(parse: Parse, token: Token) -> bool:
    """ "Continued Ruiz: “So it is.”": a verb at the head of the sentence, its speaker, and the quotation."""
    start, _ = parse.sentences[parse.sentence(token.i)]
    return token.i == start and any(token.i < q.open <= token.i + _NEAR for q in parse.quotations)
