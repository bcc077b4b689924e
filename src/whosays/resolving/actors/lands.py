"""Which state "the Himalayan kingdom" or "the communist nation" is: the only such one that was told of just before."""

from __future__ import annotations

from whosays.parse import Parse
from whosays.resolving.actors.asked import Asked, Named
from whosays.resolving.actors.coreference import back
from whosays.resolving.actors.names import known
from whosays.resolving.actors.nations import told_of
from whosays.resolving.actors.setting import Setting

_REACH = 3  # sentences back
_NOUNS = frozenset({"nation", "country", "state", "kingdom", "republic", "island", "neighbour", "neighbor", "power"})
_WEST_AFRICA = frozenset("BEN BFA CPV CIV GMB GHA GIN GNB LBR MLI MRT NER NGA SEN SLE TGO".split())
_EAST_AFRICA = frozenset("BDI COM DJI ERI ETH KEN MDG RWA SOM SSD SDN TZA UGA".split())
_CENTRAL_AFRICA = frozenset("CMR CAF TCD COG COD GNQ GAB STP BDI RWA".split())
_SOUTHERN_AFRICA = frozenset("AGO BWA LSO MWI MOZ NAM ZAF SWZ ZMB ZWE MDG".split())
_NORTH_AFRICA = frozenset("DZA EGY LBY MAR TUN SDN MRT".split())
_CENTRAL_ASIA = frozenset("KAZ KGZ TJK TKM UZB AFG".split())
_SOUTH_ASIA = frozenset("AFG BGD BTN IND LKA MDV NPL PAK".split())
_SOUTHEAST_ASIA = frozenset("BRN KHM IDN LAO MYS MMR PHL SGP THA TLS VNM".split())
_EAST_ASIA = frozenset("CHN JPN KOR PRK MNG TWN".split())
_CARIBBEAN = frozenset("ATG BHS BRB CUB DMA DOM GRD HTI JAM KNA LCA VCT TTO".split())
_CENTRAL_AMERICA = frozenset("BLZ CRI SLV GTM HND NIC PAN".split())
_SOUTH_AMERICA = frozenset("ARG BOL BRA CHL COL ECU GUY PRY PER SUR URY VEN".split())
_NORDIC = frozenset("DNK FIN ISL NOR SWE".split())
_GULF = frozenset("BHR KWT OMN QAT SAU ARE".split())
_PACIFIC = frozenset("FJI PNG SLB VUT TON WSM KIR TUV NRU PLW FSM MHL".split())
_SOVIET = frozenset("EST LVA LTU BLR UKR MDA GEO ARM AZE KAZ KGZ TJK TKM UZB".split())
_ISLANDS = _PACIFIC | (_CARIBBEAN - {"HTI", "DOM"}) | frozenset("LKA MDV MDG CYP MLT COM MUS SYC CPV TWN TLS".split())

# The words before the noun -> the states of which they may be said, by their ISO codes.
_LANDS: dict[str, frozenset[str]] = {
    "west african": _WEST_AFRICA, "east african": _EAST_AFRICA, "central african": _CENTRAL_AFRICA,
    "southern african": _SOUTHERN_AFRICA, "north african": _NORTH_AFRICA,
    "african": _WEST_AFRICA | _EAST_AFRICA | _CENTRAL_AFRICA | _SOUTHERN_AFRICA | _NORTH_AFRICA,
    "himalayan": frozenset({"NPL", "BTN"}), "central asian": _CENTRAL_ASIA, "south asian": _SOUTH_ASIA,
    "southeast asian": _SOUTHEAST_ASIA, "south-east asian": _SOUTHEAST_ASIA, "east asian": _EAST_ASIA,
    "asian": _CENTRAL_ASIA | _SOUTH_ASIA | _SOUTHEAST_ASIA | _EAST_ASIA,
    "baltic": frozenset({"EST", "LVA", "LTU"}), "nordic": _NORDIC, "scandinavian": _NORDIC,
    "balkan": frozenset("ALB BIH BGR HRV GRC MNE MKD SRB SVN XKX".split()),
    "caribbean": _CARIBBEAN, "caribbean island": _CARIBBEAN, "central american": _CENTRAL_AMERICA,
    "south american": _SOUTH_AMERICA, "latin american": _SOUTH_AMERICA | _CENTRAL_AMERICA | {"MEX", "CUB", "DOM"},
    "andean": frozenset("BOL CHL COL ECU PER VEN".split()), "gulf": _GULF, "gulf arab": _GULF,
    "pacific": _PACIFIC, "pacific island": _PACIFIC, "south pacific": _PACIFIC, "island": _ISLANDS,
    "communist": frozenset("CHN PRK CUB VNM LAO".split()), "communist island": frozenset({"CUB"}),
    "former soviet": _SOVIET, "ex-soviet": _SOVIET, "jewish": frozenset({"ISR"}),
    "islamic": frozenset({"IRN", "MRT"}), "saudi": frozenset({"SAU"}),
}  # fmt: skip
_SAID_OF = {"islamic": "republic", "saudi": "kingdom"}  # an Islamic state may be a movement


def land_meant(parse: Parse, one: Asked, setting: Setting) -> Named | None:
    """The only state that the words of "the Baltic nation" may be said of and that was told of just before."""
    token = parse.tokens[one.head]
    if token.tag not in {"NN", "NNP"} or token.lower not in _NOUNS or one.end != one.head + 1:
        return None
    before = parse.text(one.start + 1, one.head).lower()
    lands = _LANDS.get(before)
    if lands is None or _SAID_OF.get(before, token.lower) != token.lower:
        return None
    for sentence in back(parse, one.head, _REACH):
        told = told_of(parse, sentence, setting) & lands
        if told:
            detail = f"“{one.mention.name}” is the only one told of just before"
            return known(setting, min(told), detail, one.mention.name) if len(told) == 1 else None
    state = min(lands)
    if len(lands) > 1 or state not in setting.states:
        return None
    return known(setting, state, f"“{one.mention.name}” is what it is called", one.mention.name)
