"""What a citizen sees: where, when, who, for whom. Leans on network alone; it cannot reach contacts or people."""
