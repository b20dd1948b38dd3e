"""The closed vocabularies: each value with what it is and, where a neighbour is near, what it is not.

Event types and modes are those of PLOVER (openeventdata/PLOVER, manual 2.0 draft of 2024-02; facts).
"""

MENTION_TYPES = {
    "PER": "a person by name, also a nickname; not a title, nor an office without a name",
    "ORG": "an organisation: medium, ministry, parliament, company, armed group, international body; not the place that it stands in",
    "LOC": "a place: country (also where its government is meant), city, region, river, building, base; not a demonym",
    "MISC": "another name: event, treaty, war, product, work, prize; not a weekday or month",
}

TIME_TYPES = {
    "DATE": "a calendar day or something longer or vaguer (a year, 'ahora'); not a clock time",
    "TIME": "a time of day; with its date it is two rows",
    "DURATION": "a length of time; not the interval that it ends in ('hace dos años' is a DATE)",
    "SET": "a time that recurs",
}

APPROXIMATIONS = {
    "about": "unos, casi, cerca de: around the value",
    "at_least": "al menos, como mínimo: the value or more",
    "at_most": "hasta, como máximo: the value or less",
    "more_than": "más de: above the value",
    "less_than": "menos de: below the value",
}

QUOTE_TYPES = {
    "direct": "words given as the source's own, in marks or after a dialogue dash",
    "indirect": "a reported clause or phrase without marks",
    "mixed": "a reported clause or phrase of which a part stands in marks; not one that stands in marks wholly",
}

STANCES = {
    "neutral": "says, tells, adds, explains, or a source named without a verb (según): nothing is said of its truth",
    "claims": "asserts, admits, promises, argues: the speaker vouches for it; not that it is so",
    "denies": "denies, rejects, rules out what the words say",
    "praises": "praises, thanks, welcomes",
    "criticizes": "accuses, condemns, complains, regrets; a warning of what is to come is warns",
    "warns": "warns, alerts, threatens",
    "asks": "asks whether or who, and asks for: requests, demands, proposes, orders",
}

STATUSES = {
    "occurred": "told as having happened or going on",
    "planned": "announced, scheduled or promised; not merely possible",
    "hypothetical": "possible, conditional, feared or wished; not announced",
    "denied": "negated, or said by a party not to have happened",
}

ROLES = {
    "actor": "who does it; of a meeting or a signing every party",
    "recipient": "whom it is done to or for; the host of a visit",
}

QUAD_CLASSES = {
    "verbal_cooperation": "words that bring parties nearer",
    "material_cooperation": "deeds that bring parties nearer",
    "verbal_conflict": "words that set parties apart",
    "material_conflict": "deeds that set parties apart",
}

DATE_BASES = {
    "metadata": "given with the file: its own fields or source.yml",
    "text": "read in the article's own text (a date line, an update line)",
}

REJECT_STAGES = {
    "read": "a file or record that gave no article",
    "extract": "an article that could not be processed",
    "validate": "a row that failed a check of its table",
    "withdraw": "an article that was withdrawn for good; its tombstone says why",
}

ID_KINDS = {
    "article": "a row of articles",
    "entity": "a row of entities",
    "event": "a row of events",
}

ID_STATUSES = {
    "current": "the latest release has it",
    "redirected": "it is no longer used; id_redirects names what stands for it",
    "gone": "it is no longer used, and nothing stands for it; it is current again should the same thing come back",
    "withdrawn": "it was withdrawn for good and does not come back",
}

REDIRECT_REASONS = {
    "merge": "it was found to be the same as another one, whose id stands for both",
    "split": "it was found to be several; each is a row",
    "rekey": "it is the same under another id: what the id is made of changed",
    "gone": "no mention of it is left: its articles left, or nothing in them is read as it any more",
    "withdrawn": "it was withdrawn for good; see tombstones",
}

EVENT_TYPES = {
    "AGREE": "agree, offer, promise or commit to cooperate; a signing is SUPPORT",
    "CONSULT": "meet, visit, host, talk, call, negotiate; an agreement that comes of it is AGREE",
    "SUPPORT": "diplomatic, non-material cooperation: sign, ratify, praise, recognise, condole; material help is AID",
    "COOPERATE": "material exchange to the benefit of both: trade, joint exercise, extradition; to one's benefit it is AID",
    "AID": "material help to the recipient: money, arms, humanitarian aid, asylum",
    "CONCEDE": "verbal or legal concession: ease a rule, pardon, resign under pressure; carried out on the ground it is RETREAT",
    "RETREAT": "material concession: withdraw troops, release prisoners, let inspectors in",
    "REQUEST": "ask, appeal, propose, demand, order; made by a crowd in the street it is PROTEST",
    "ACCUSE": "criticise, condemn, blame, sue, investigate, find guilty; to arrest is COERCE",
    "REJECT": "refuse, deny, veto, vote down, defy",
    "THREATEN": "warn of or threaten with consequences; done, it is the deed's own type",
    "PROTEST": "demonstrate, march, strike, boycott; words alone are ACCUSE",
    "SANCTION": "reduce or break relations: sanctions, diplomats expelled, aid cut, talks cancelled, exclusion",
    "MOBILIZE": "armed or police posture short of force: deploy, alert, test missiles; used, it is ASSAULT",
    "COERCE": "repression without lethal force: arrest, charge, deport, ban, censor, seize",
    "ASSAULT": "use of violence: attack, bomb, invade, kill, kidnap, torture, fight",
}

EVENT_MODES = {
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber",
    ),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
}  # fmt: skip
"""The modes of each type that has any; a mode says in which way, and is NULL where the words do not."""

FORM_RULES = {
    "own_list": "the newsroom's own list says that both forms name one thing",
    "knowledge": "the gazetteer or the list of well-known bodies knows the form ('RPDC', 'Pionyang', 'OTAN')",
    "bracket": "one stands in brackets behind the other and abbreviates it: 'Tribunal Supremo (TS)'",
    "alias": "the text says so: 'Luis Vera, alias 'Bravo'', 'conocido como'",
    "part_of_name": "a person's name without some of its words: a surname, a first name, one surname of two",
    "misprint": "a person's surname or name but for a letter: 'Puttin'",
    "initials": "the first letters of its words",
    "ministry": "'Mindefensa' beside 'Defensa'",
    "short_name": "a stretch of a longer name: 'Consejo de Seguridad' beside 'Consejo de Seguridad de la ONU'",
    "half_of_country": "'el Norte' beside 'Corea del Norte'",
}

ENTITY_RULES = {
    "knowledge": "the gazetteer, a list of well-known bodies and persons or the newsroom's own list says what it is",
    "same_name": "the names are one in every usual spelling; of persons, and names of many countries, more must be named alike",
    "well_known": "the name of somebody whom ten articles or more mean by it, far more than anybody else; less must be named alike",
    "name_and_country": "a name that many countries have ('Ministerio de Defensa'), in articles about the same country",
    "fuller_name": "one person's name has all words of the other's, and the articles name other things alike",
    "spelling": "two persons' names differ by a letter, and the articles name other things alike",
    "short_first_name": "'Joe' and 'Joseph' of one surname, and the articles name other things alike",
    "surname": "surnames alone, and of the persons of those surnames one whose articles name clearly more else alike",
    "acronym": "an acronym alone, and one name that articles of the same country, or with enough in common, have it for",
    "alone": "nothing: it is the first, or the only one, of its entity",
}

EVENT_RULES = {
    "same_article": "the article tells it again: parties and date do not part the two",
    "same_parties_and_date": "the same parties, and dates that can be one",
    "same_parties": "the same parties, in articles of nearly the same time, where no date is told",
    "ongoing": "the same parties, of what goes on for years (a war, sanctions)",
    "alone": "nothing: it is the first, or the only one, of its event",
}
