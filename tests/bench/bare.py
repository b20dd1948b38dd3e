"""The model alone, over the same articles and in one process: what a build is measured against.

python -m tests.bench.bare RAW
"""

import sys

from flows.nlp.pipeline import DOCS_AT_ONCE, load_pipeline
from flows.read import read_raw
from flows.records import Article

if __name__ == "__main__":
    texts = [item.text for item in read_raw(sys.argv[1]) if isinstance(item, Article)]
    for _ in load_pipeline().pipe(texts, batch_size=DOCS_AT_ONCE):
        pass
