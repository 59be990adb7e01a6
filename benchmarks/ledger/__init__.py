"""How fast a ledger is that has grown: ``python -m benchmarks.ledger --documents 100000``."""
