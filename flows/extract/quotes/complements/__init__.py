"""What a cue governs, however far it stands: "dijo ayer a la prensa *que no*", "preguntó *si llueve*"."""
