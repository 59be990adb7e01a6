"""Thin faces: they call run and present, and hold no rules."""
