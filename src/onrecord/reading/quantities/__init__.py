"""Quantities: how many, how much, of what.

A grammar of its own, from the word up: :mod:`words` cuts lines into words, :mod:`numerals` gives values to digits and
number words, :mod:`modifiers` and :mod:`ranges` make intervals of them, :mod:`units`, :mod:`money`, :mod:`nouns` and
:mod:`ages` say of what, :mod:`exclusions` leaves out what is no quantity, :mod:`changes` ties what was to what became.
"""

from onrecord.reading.quantities.finding import find_quantities

__all__ = ["find_quantities"]
