"""Whom the words of an article stand for: "*Luis Mora*", "*el presidente*", "*ella*", "*los ministros de la UE*"."""
