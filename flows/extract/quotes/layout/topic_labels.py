"""Labels that name a topic: 'Lesiones: "Faltan dos". Fichajes: "No habrá"' are answers of one speaker."""

import re

from flows.extract.quotes.lexicon.cues import cue_forms
from flows.extract.quotes.lexicon.speaker_nouns import speaker_noun
from flows.extract.quotes.phrases.named_pieces import NameType

LABEL = re.compile(r"(?:^|[.!?\"”»])\s*([^\W\d_][^.:;!?\"“”«»\n]{0,50}):\s*[\"“«]", re.MULTILINE)
ENOUGH = 2


def labels_are_topics(text: str, name_type: NameType) -> bool:
    """Tell an article whose labels before quotes name what is asked about, so that a name among them is no speaker."""
    found = 0
    for label in LABEL.finditer(text):
        words = label[1].lower().split()
        is_speech = any(word in cue_forms() or speaker_noun(word) is not None for word in words)
        found += not is_speech and name_type(*label.span(1)) is None
        if found == ENOUGH:
            return True
    return False
