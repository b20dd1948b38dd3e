"""What several mentions of one happening tell together: "Lula recibió a Petro. ... *La reunión* duró una hora"."""
