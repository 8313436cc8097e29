"""Verbs by what may follow them."""

from __future__ import annotations

TAKES_THAT = frozenset(
    "show indicate suggest find mean imply ensure argue claim believe state say note assume know "
    "guarantee prove demonstrate hypothesize hypothesise think agree reveal confirm report "
    "conclude observe realize realise hope fear predict expect require demand explain teach stress "
    "maintain hold propose recommend recognize decide see feel learn admit warn predict "
    "assert tell remember signal stipulate specify postulate deny doubt insist concede contend "
    "declare rule".split()
)
"""`Studies show that bees dance`."""

TAKES_INFINITIVE = frozenset(
    "be need want try tend have seem appear fail begin start continue like learn help allow "
    "enable force cause lead refer expect ask tell teach encourage train get come go happen "
    "prove manage aim attempt serve remain choose decide refuse prefer agree intend plan "
    "require permit make let take suffice hope wish apply relate belong contribute compare "
    "switch add respond react adapt connect seek strive struggle promise claim threaten "
    "work look act will motivate urge invite persuade convince".split()
)
"""`Bats need to drink`: the infinitive says what, not to what end."""

IS_MADE_TO = frozenset(
    "design intend mean require allow doom constrain force motivate encourage train teach program "
    "configure permit build expect suppose authorize authorise compel bind bound".split()
)
"""`Bridges are designed to swing`: one can ask what they are designed to do."""

SEEKS = frozenset(
    "try aim seek attempt strive learn tend fail struggle want wish hope refuse promise intend "
    "plan help serve".split()
)
"""`Bats try to hide`: one can ask what they try to do."""

TAKES_A_QUESTION = frozenset(
    "decide know tell show see ask determine understand find choose learn say specify recognize "
    "identify define control explain select indicate check test predict describe track".split()
)
"""`Genes decide which cells divide`."""
NEVER_PASSIVE = frozenset(
    "argued arisen been begun believed belonged become collapsed come consisted contributed "
    "culminated declined depended died disagreed done emerged emigrated ended existed fallen "
    "flourished focused fought gone grown had happened lasted led left lived met moved occurred "
    "originated participated reigned relied resigned resulted retired ran returned risen ruled "
    "run sailed served specialised specialized started stretched studied tended travelled "
    "traveled worked aimed".split()
)
"""Forms that are the past, not a passive, before other prepositions than `by`: `Lived in Ulm`."""
