"""Users and how they sign in: password, second factor, delays against guessing. Leans on audit."""
