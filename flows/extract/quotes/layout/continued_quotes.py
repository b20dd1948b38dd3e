"""Whose words a quote is that goes on in the next paragraph, where only that one says who speaks."""

from collections.abc import Iterable
from dataclasses import replace

from flows.extract.quotes.phrases.named_pieces import Phrase
from flows.extract.quotes.reading import Report
from flows.extract.quotes.utterances.cutting import Utterance

Heard = tuple[Utterance, list[Report], Phrase | None]
"""An utterance, what it reports, and who is told to speak in it without a word of theirs."""


def name_continued(heard: Iterable[Heard]) -> list[Heard]:
    """Give the quotes of one article that are left open at the end of a paragraph the speaker of the next paragraph.

    '"La obra es cara.' and below it '"Y fea", dijo Ana Ruiz.' are both said by "Ana Ruiz".
    """
    found: list[Heard] = []
    following: tuple[int, Phrase | None] = (-1, None)
    for utterance, reports, announced in reversed(list(heard)):
        paragraph, speaker = following
        if speaker is not None and paragraph == utterance.paragraph + 1 and _is_left_open(utterance, reports):
            reports = [*reports[:-1], replace(reports[-1], speaker=speaker)]
        if utterance.is_first:
            mark = utterance.pieces[0].mark if utterance.pieces else None
            is_quote = mark is not None and bool(reports) and reports[0].start == mark.start
            following = (utterance.paragraph, reports[0].speaker if is_quote else None)
        found.append((utterance, reports, announced))
    return found[::-1]


def _is_left_open(utterance: Utterance, reports: list[Report]) -> bool:
    mark = utterance.pieces[-1].mark if utterance.pieces else None
    last = reports[-1] if reports else None
    is_alone = last is not None and last.cue is None and last.speaker is None
    return is_alone and mark is not None and not mark.is_closed and last is not None and last.start == mark.start
