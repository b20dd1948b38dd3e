"""Words that say that somebody says something: "*dijo* que no", "*no se lo ha dicho*", "la obra, *según* Ana Ruiz,"."""
