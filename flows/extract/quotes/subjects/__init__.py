"""Which phrase of the sentence says what a cue reports: its subject, stated or inherited from another verb."""
