"""Words that decide whether a gap has one answer, as sets."""

from __future__ import annotations

UNITS = frozenset(
    "am pm % percent ms s sec secs second seconds min mins minute minutes hour hours hr "
    "hrs h day days week weeks month months year years decade decades century centuries kb "
    "mb gb tb pb bit bits byte bytes kbps mbps gbps hz khz mhz ghz k c f °c °f kelvin "
    "degrees mm cm m km meters metres miles feet inches mg g kg grams ml l litres liters "
    "oz pounds lbs tons v volts watts w kw kwh mw joules calories kcal dollars euros usd "
    "million billion trillion thousand times x fold points pixels px bp mol rpm fps dpi db "
    "epochs".split()
)
"""What a number is hidden together with."""
SCALES = frozenset("hundred thousand million billion trillion".split())

GENERIC = frozenset(
    "thing things way ways part parts number numbers set sets type types case cases "
    "example examples problem problems issue issues time times value values result results "
    "use uses information people person lot lots kind kinds something everything anything "
    "one ones fact facts idea ideas point points reason reasons step steps question "
    "questions order end level levels amount amounts bit area areas group groups other "
    "others user users paper authors author day days year years work item items content "
    "details detail aspect aspects place places rest side sides top bottom start beginning "
    "same different many several new good bad best better important useful possible "
    "available able specific certain particular various similar common main general first "
    "second third last next single whole entire own system systems data model models "
    "method methods approach approaches function functions process processes object "
    "objects class classes code program programs file files form forms field fields life "
    "lives world man men woman women child children school schools state family families "
    "student students country countries hand hands company companies government night home "
    "room money story stories month months right book books eye eyes job jobs word words "
    "business businesses service services friend friends power hour hours game games line "
    "lines member members car city community name names team teams minute minutes kid body "
    "back parent face office door history party morning girl guy moment moments force "
    "organization organizations organisation organisations developer developers design "
    "designs behavior behaviors behaviour behaviours product products situation situations "
    "environment environments change changes choice choices effect effects activity "
    "activities topic topics subject subjects task tasks project projects tool tools "
    "resource resources default purpose purposes condition conditions event events term "
    "terms factor factors feature features option options version versions goal goals role "
    "roles quality need needs range majority chance opportunity success future past "
    "present scenario scenarios access possibility ability abilities experience "
    "experiences knowledge feeling feelings thought thoughts application applications "
    "bunch anyone everyone someone performance decision decisions growth improvement "
    "improvements solution solutions takeaway takeaways trick tricks tip tips insight "
    "insights key non pre".split()
)
"""Nouns that fit nearly everywhere: hidden alone they have no one answer."""
VAGUE = frozenset(
    "looking corresponding other specific correct certain resulting important unusual "
    "different such same appropriate relevant given own various similar particular "
    "suitable proper additional extra further multiple several many few some any all whole "
    "entire original actual current existing previous following common typical general "
    "usual standard basic simple complex complete full selected named least clear good "
    "better best bad new old right wrong possible necessary interesting nice great high "
    "big huge small large long short single large-scale small-scale essential critical "
    "crucial useful helpful easy hard difficult effective efficient popular likely "
    "unlikely able unable aware true false free ready available responsible sure rare proposed "
    "desired chosen intended first second third fourth fifth sixth next last final".split()
)
"""Adjectives that a learner could swap for others."""
WEAK = frozenset("core fundamental initial specified".split())
"""Adjectives that tell as little, but are part of many terms."""
_KIND_NOUNS = frozenset(
    "time complexity algorithm method approach function layer network model system process "
    "operation structure type kind rule law theory effect principle problem attack test "
    "tree list table graph search loss rate ratio distribution matrix vector space domain "
    "memory mode state policy protocol language library server client device node order "
    "scheme cell acid disease muscle nerve bone period war act treaty theorem equation "
    "variable mechanism pattern technique strategy".split()
)
"""Nouns that name a class, whose members are told apart by the words before."""
KINDS = frozenset(
    form
    for noun in _KIND_NOUNS
    for form in (noun, noun[:-1] + "ies" if noun.endswith("y") else noun + "s")
)

EMPTY_ACTIONS = frozenset(
    "use make call do give base know consider allow need get have be take put see say show "
    "find mean define describe note require include involve relate associate refer compare "
    "name keep go come want try help set let become provide apply create achieve address "
    "perform handle contain ensure occur happen look ask add change expect think believe "
    "understand learn work interest concern suppose design limit".split()
)
"""Verbs that many others could stand for."""
TAKES_TO = frozenset(
    "need needs want wants try tries have has had is are was were going able likely seem "
    "seems used tend tends ought begin begins start starts continue how what where when "
    "and or easy hard easier harder possible impossible important necessary ready not "
    "similar".split()
)
"""Words that `to` belongs to, so that no purpose follows."""
EVERYDAY_DEGREES = frozenset(
    "high low large small best worst long short early late positive negative strong weak "
    "easier harder better worse faster slower fast slow greater smaller larger longer "
    "shorter more less most least fewer light heavy wide narrow thick thin hot cold warm "
    "cool wet dry deep shallow left right maximum minimum".split()
)
"""Adjectives that tell something only as what is said of the subject: `the cost is high`."""
