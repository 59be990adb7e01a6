"""Watch lists: sanctions and other lists of persons and organizations, and which entries an entity may be.

``formats`` reads a list's file into entries; ``index`` makes them fast to look up; ``link_entities`` answers for the
entities of a reading, with a reason in words. Precision comes first: "unsure" is an answer, a bare surname is none.
"""
