"""Verbs and nouns that say who does what follows: whoever is ordered, accused or warned, whoever offers."""

from __future__ import annotations

# "ordered troops to fire", "allowed aid to enter": here the object acts; elsewhere the subject does.
OBJECT_CONTROL = frozenset(
    "ask order urge tell force pressure allow let help cause make enable permit direct instruct see hear watch push "
    "press authorise authorize compel lead persuade invite beg implore entreat encourage request convince "
    "prompt spur drive expect want require oblige demand advise counsel command exhort task hire train recruit assign "
    "appoint elect incite goad coax lure warn pressure coerce lobby cajole entice tempt embolden prod".split()
)

OF_OBJECT = frozenset(
    "compensate reward forgive pardon pay honour honor commend hail applaud congratulate credit "
    "accuse blame suspect charge convict acquit prevent stop bar deter keep condemn thank praise arrest detain jail "
    "sentence criticise criticize punish indict fine sanction ban clear block restrain dissuade discourage "
    "hinder prohibit place put remand order expel deport suspend dismiss sack fire remove imprison execute hang behead "
    "oust disqualify prosecute try investigate sue summon extradite impeach reprimand censure refer report cite fault "
    "rebuke chide castigate chastise denounce slam lambast lambaste vilify assail berate upbraid deride decry laud "
    "scold admonish".split()
)

# "Gave | the army | a day to leave": whoever is given it does what follows.
SETTING = frozenset({"give", "grant", "hand", "issue", "deliver", "send", "set", "allow", "offer", "serve"})

TELLING = frozenset(
    "ask order urge tell call invite instruct authorise authorize persuade press push appeal plead prevail beg implore "
    "entreat encourage request convince lobby pressure prod".split()
)

# "Cautioned | against lifting the ban": whoever warns of a deed does not do it.
CAUTIONING = frozenset({"caution", "warn", "advise", "counsel", "argue", "campaign", "lobby", "appeal", "protest"})
# "An offer | from Orland | to host talks": whose offer it is.
OFFERS = frozenset({"offer", "pledge", "promise", "vow", "commitment", "threat", "assurance"})
# "China's request | to lift the ban": whoever asks for a deed does not do it.
REQUESTS = frozenset({"request", "demand", "plea", "call", "appeal", "petition"})

# "Has opposed | sending troops |": whoever is for or against a deed says nothing of having done it.
SIDING = frozenset(
    "oppose criticise criticize support favour favor advocate recommend discuss debate welcome justify "
    "legalise legalize endorse prohibit forbid ban outlaw protest".split()
)
# Also "the centre documents | shelling |": whoever keeps the record shells nobody.
ENTAILING = SIDING | frozenset(
    "involve include mean entail require necessitate document record monitor investigate condemn denounce face "
    "suffer endure undergo".split()
)

# "Is responsible | for killing six", "remains committed | to attacking it": who is said to be so does it.
ANSWERING = frozenset({"guilty", "responsible", "committed", "involved", "implicated", "complicit"})
_WITHIN = frozenset({"involved", "implicated", "complicit"})
_ABOUT = frozenset({"for", "to", "on", "of"})


def opens_clause(word: str) -> frozenset[str]:
    """The prepositions that open what somebody is said to be so about: "involved | in | planning raids"."""
    return frozenset({"in"}) if word in _WITHIN else _ABOUT
