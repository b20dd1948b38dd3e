"""Extraction of affiliations."""

from spacy.tokens import Doc

from flows.records import Findings


def extract_affiliations(doc: Doc, findings: Findings) -> Findings:
    """Find the article's affiliations."""
    return findings
