"""The words and the parse round a phrase, and what a guard is."""

from collections.abc import Callable, Sequence

from spacy.tokens import Doc, Token

from flows.extract.scanner import Found, Word
from flows.extract.sentence_index import token_numbers


class Context:
    """The words and the parse that a guard looks at."""

    def __init__(self, doc: Doc, text: str, words: Sequence[Word]) -> None:
        self.words = words
        self.text = text  # spaCy puts "doc.text" together anew at every look
        self._doc = doc
        self._token_at = token_numbers(doc)

    def word(self, index: int) -> str:
        """The lower-case word at an index, or nothing."""
        return self.words[index].text.lower() if 0 <= index < len(self.words) else ""

    def capital(self, index: int) -> bool:
        """Whether the word at an index is written like a name."""
        return index < len(self.words) and self.words[index].text[:1].isupper()

    def following(self, found: Found) -> Token | None:
        """The token after a phrase."""
        return self.token(self.words[found.last]) if found.last < len(self.words) else None

    def token(self, word: Word) -> Token | None:
        """The token that a word begins."""
        number = self._token_at.get(word.start)
        return None if number is None else self._doc[number]

    def counts(self, found: Found) -> bool:
        """Say whether the next word is a noun or adjective that the phrase counts or qualifies."""
        token = self.following(found)
        return token is not None and token.text.islower() and token.pos_ in {"NOUN", "ADJ"}

    def glued(self, found: Found) -> bool:
        """Say whether the phrase hangs on a word by a hyphen or mark ("COVID-2019", "$2000")."""
        before = found.first - 1
        if before < 0:
            return False
        mark = self.words[before]
        if mark.text in "-–" and (
            not before or self.words[before - 1].end < mark.start or self.word(before - 1) == "\n"
        ):
            return False  # the dash of a list or an aside: "-2001: se funda"
        return mark.end == found.start and mark.text in "-–_#@$€£/+.&="


Guard = Callable[["Context", Found], bool]
