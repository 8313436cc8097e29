"""The closed classes of English: the words that hold a sentence together."""

from __future__ import annotations

DETERMINERS = frozenset(
    "a an the this that these those each every either neither some any no all both another "
    "such my your his her its our their many much several few most more fewer less various "
    "certain enough what which whose".split()
)
POSSESSIVES = frozenset("my your his her its our their".split())
PRONOUNS = frozenset(
    "i you he she it we they me him us them this that these those there one ones others who "
    "someone something everyone everything anyone anything nobody nothing myself yourself "
    "itself themselves ourselves himself herself".split()
)
SUBJECT_PRONOUNS = frozenset("i you he she it we they there".split())
FIRST_OR_SECOND_PERSON = frozenset(
    "i i'm i've i'd i'll me my mine myself we we're we've we'd we'll us our ours you you're "
    "you've you'd you'll your yours yourself let's".split()
)
"""Words of a writer who speaks of themself or to the reader."""

POINTING = frozenset(
    "this that these those it its it's they their theirs them he she his him her hers others "
    "another former latter here such thereby therein thus hence then above below following "
    "aforementioned same itself themselves himself herself".split()
)
"""Words that point at something said before."""

BE = frozenset("be am is are was were been being 's 're isn't aren't wasn't weren't".split())
HAVE = frozenset("have has had having haven't hasn't hadn't".split())
DO = frozenset("do does did don't doesn't didn't".split())
MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
MODALS = frozenset(
    "can could may might must shall should will would cannot can't couldn't shouldn't won't "
    "wouldn't mustn't".split()
)
NEGATED = frozenset(
    "cannot can't couldn't shouldn't won't wouldn't mustn't isn't aren't wasn't weren't don't "
    "doesn't didn't haven't hasn't hadn't".split()
)
AUXILIARIES = BE | HAVE | DO | MODALS

PREPOSITIONS = frozenset(
    "of in on at by for with without from to into onto over under between among through "
    "across during within after before against about above below behind beyond via per than "
    "like unlike as toward towards upon around near since until till despite inside outside "
    "along beside besides except regarding concerning including throughout amongst beneath "
    "amid due because instead rather versus vs out off up down".split()
)
COORDINATORS = frozenset("and or but nor so yet & plus".split())
SUBORDINATORS = frozenset(
    "because since although though while whereas if unless when whenever where wherever that "
    "which who whom whose whether until once after before as than so lest why how what".split()
)
RELATIVES = frozenset("which that who whom whose where when".split())
QUESTION_WORDS = frozenset("what which who whom whose when where why how".split())

FUNCTION_WORDS = (
    DETERMINERS
    | PRONOUNS
    | AUXILIARIES
    | PREPOSITIONS
    | COORDINATORS
    | SUBORDINATORS
    | frozenset("not very also just only even still too quite then there e.g i.e etc".split())
)

DEGREE_ADVERBS = frozenset(
    "very also just only even still often always never usually typically generally commonly "
    "mostly mainly sometimes already not so too quite rather almost nearly further then both "
    "all each thus hence therefore however instead again well much more less most far ever "
    "now simply really essentially basically frequently rarely seldom first finally initially "
    "soon later once twice largely partly directly easily currently previously originally "
    "traditionally additionally perhaps probably hopefully".split()
)
"""Adverbs that may stand between a subject and its verb; words in -ly are taken as well."""

NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
}
