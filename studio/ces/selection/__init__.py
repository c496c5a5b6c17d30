"""The steps of the selection algorithm, one module a step, in the order of the reference.

Source: programming reference, selection_algorithm; `programme.select` walks them.
"""
