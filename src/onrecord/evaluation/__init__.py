"""Metrics and gold formats behind ``onrecord eval``."""
