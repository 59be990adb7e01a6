"""How fast ``onrecord read`` is, beside the bare network on the same windows."""
