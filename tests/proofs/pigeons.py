"""A question that is simple to ask and takes any solver long: do eleven pigeons fit in ten holes?"""

from __future__ import annotations


def pigeons(birds: int = 11, holes: int = 10) -> tuple[list[str], list[str]]:
    """The names of booleans, and criteria as lines of YAML, of which ``fits`` never holds."""
    names = [[f"p{bird}h{hole}" for hole in range(holes)] for bird in range(birds)]
    all_in = " and ".join(f"({' or '.join(of_bird)})" for of_bird in names)
    tests = [f"  all_in: {{test: '{all_in}'}}\n"]
    for hole in range(holes):
        pairs = [
            f"(!p{one}h{hole} or !p{two}h{hole})" for one in range(birds) for two in range(one)
        ]
        tests.append(f"  one{hole}: {{test: '{' and '.join(pairs)}'}}\n")
    fits = " and ".join(["all_in", *(f"one{hole}" for hole in range(holes))])
    return [name for of_bird in names for name in of_bird], [*tests, f"  fits: {{test: {fits}}}\n"]
