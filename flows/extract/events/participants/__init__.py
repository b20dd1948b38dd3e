"""Who takes part in an event, and as what: "*Lula* recibió *a Petro*", "*su* visita", "acusado *por la Fiscalía*"."""
