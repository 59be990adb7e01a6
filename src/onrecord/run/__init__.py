"""Wires the stages: sources in, readings or failures out, in order."""
