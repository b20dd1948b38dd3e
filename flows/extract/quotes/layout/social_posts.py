"""Posts of social networks that an article embeds: the words, and below them who signs."""

import re
from dataclasses import dataclass

from flows.records import Paragraph

SIGNATURE = re.compile(r"[—–-] ?(?P<name>[^(\n]{2,60}?) \(@\w+\)")
LINK = re.compile(r"\s*(?:https?://|pic\.twitter\.com/|#\w+\s*$)\S*")
EMBEDDED = re.compile(r"pic\.twitter\.com/\w+\s*$|https://t\.co/\w+\s*$")
NOT_POSTED = frozenset({"title", "related", "boilerplate"})


@dataclass(frozen=True, slots=True)
class Post:
    """A post: where its words stand, and its signature."""

    start: int
    end: int
    name_start: int | None
    """None where the article leaves the signature out."""
    name_end: int | None


def find_posts(text: str, layout: tuple[Paragraph, ...]) -> dict[int, Post]:
    """Find the posts of an article by the number of the line that holds their words.

    "Gracias a todos pic.twitter.com/x" and below it "— Ana Ruiz (@anaruiz) May 3, 2024".
    """
    posts: dict[int, Post] = {}
    for number, line in enumerate(layout):
        link = LINK.search(text, line.char_start, line.char_end)
        is_post = link is not None and EMBEDDED.search(text, line.char_start, line.char_end) is not None
        if link is not None and is_post and line.kind not in NOT_POSTED and link.start() > line.char_start:
            posts[number] = Post(line.char_start, link.start(), None, None)
    for number in range(1, len(layout)):
        words, signature = layout[number - 1], layout[number]
        signed = SIGNATURE.match(text, signature.char_start, signature.char_end)
        if signed is None or words.kind in NOT_POSTED:
            continue
        link = LINK.search(text, words.char_start, words.char_end)
        end = link.start() if link else words.char_end
        if end > words.char_start:
            posts[number - 1] = Post(words.char_start, end, signed.start("name"), signed.end("name"))
    return posts
