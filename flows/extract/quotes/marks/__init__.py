"""Stretches of a paragraph that are printed as said: in quotation marks, or between dashes."""
