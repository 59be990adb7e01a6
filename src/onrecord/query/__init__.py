"""Questions to a ledger. They read and never write; every word in an answer is a span of a stored document."""
