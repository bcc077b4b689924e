"""The words by which names are made whole: English names of bodies, ranks, titles; used by ``wholes``."""

from __future__ import annotations

import re

# Heads of a name that is whole only with the place behind "of".
BODIES = frozenset(
    """government governments parliament ministry ministries embassy university republic kingdom emirate emirates
    sultanate bank""".split()
)
REALMS = frozenset("republic kingdom emirate emirates sultanate".split())
# What stands, set as names are, behind a nationality and is then a body of that nation.
FORCES = (
    ("army",),
    ("navy",),
    ("air", "force"),
    ("armed", "forces"),
    ("security", "forces"),
    ("defence", "forces"),
    ("defense", "forces"),
    ("national", "army"),
    ("national", "guard"),
    ("national", "police"),
    ("coast", "guard"),
    ("border", "guard"),
    ("parliament",),
)
# The months, and what stands before one that is a date.
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
MONTHS = frozenset("january february march april may june july august september october november december".split())
DATING = frozenset("in since until last late early mid of".split())
QUALITIES = frozenset("new free royal national joint special supreme central united".split())
# What is of a place.
OF_PLACES = frozenset(
    """native natives resident residents inhabitants town towns city village villages suburb outskirts district
    governorate""".split()
)
CROWNED = frozenset("king queen emperor empress pope tsar mr mr. mrs mrs. ms ms.".split())
ROMAN = re.compile(r"I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,3}")
NATIVE = re.compile(r"[A-Z][a-z]+(ians?|ese)")  # Syrians, Jordanian, Lebanese
NO_NATIVE = frozenset("guardian christian christians presbyterians civilians civilian politicians".split())
# Peoples whose adjectives are mostly taken for somebody's name.
_PEOPLES = """kurd tutsi hutu yazidi yezidi alawite hazara pashtun uyghur uighur rohingya chechen ingush copt maronite
    tamil fulani dinka nuer oromo amhara tigrayan masalit zaghawa hausa igbo yoruba hema lendu kashmiri ahmadi druze
    turkmen bosniak kachin meitei kuki""".split()
PEOPLES = frozenset(
    {
        *((w,) for w in _PEOPLES), *((f"{w}s",) for w in _PEOPLES),
        ("sri", "lankan"), ("papua", "new", "guinean"), ("sierra", "leonean"), ("cape", "verdean"),
        ("equatorial", "guinean"), ("mozambican",), ("mauritian",), ("tajik",), ("turkmen",), ("basotho",),
        ("houthi",), ("tuareg",),
    }
)  # fmt: skip
RANKS = frozenset(
    """general gen. lieutenant lt. lt colonel col. col major maj. maj captain capt. capt sergeant sgt. sgt staff admiral
    adm. commander cmdr. brigadier brig. marshal corporal cpl. private pvt. spc. spc specialist petty officer chief
    warrant ensign""".split()
)
# Bodies whose names go on with what they are for or of: "Movement for the Recovery of the South".
NAMED_ON = frozenset(
    """movement front army party union alliance council committee organisation organization forces coalition group
    brigade brigades battalion battalions congress league association federation ministry department office bureau board
    court chamber commission agency institute university bank authority directorate assembly society guards soldiers
    platform network campaign centre center brotherhood""".split()
)
AIMS = frozenset(
    """unity jihad change concord justice peace freedom liberty liberation democracy equality development reform
    independence solidarity islam muslims reconciliation defence defense security progress prosperity rights
    sovereignty resistance""".split()
)
JOINTS = frozenset("and of for in the".split())
ONWARD = frozenset("for of against to".split())
AL_QAEDA = re.compile(r"al[- ]?q(a|ae|ai|a'i|a’i)da?(eda|ida)?", re.IGNORECASE)
BRANCHES = (
    ("iraq",),
    ("mesopotamia",),
    ("the", "islamic", "maghreb"),
    ("the", "arabian", "peninsula"),
    ("the", "indian", "subcontinent"),
)
ARTICLES = frozenset("al el as ad ar ash an at az".split())
ORDINAL = re.compile(r"\d+(st|nd|rd|th)", re.IGNORECASE)
NEAR = frozenset("of from in near at".split())
UNITED_STATES = frozenset(
    """alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois
    indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana
    nebraska nevada new-hampshire new-jersey new-mexico new-york north-carolina north-dakota ohio oklahoma oregon
    pennsylvania rhode-island south-carolina south-dakota tennessee texas utah vermont virginia washington west-virginia
    wisconsin wyoming""".split()
)
# What somebody is said to be behind his or her name: "Abena Kofi, a Chadian | national |".
PEOPLE = frozenset("national citizen activist journalist lawyer student teacher resident rapper singer actor".split())
