"""Suppressions that are good for nothing, and others that look the same and are needed.

A function that ends in ``_bad`` holds a comment that accepts nothing. In one that ends in ``_ok`` the comment is needed, or is none.
"""

KEPT = []
MORE = []
OTHERS = []
BLOCK = []
BATCH = []


def nothing_grows_bad():
    total = 0
    for number in range(100):
        total += number  # leaklens: ignore[LL101] expect: LL001
    return total


def grown_and_released_bad():
    for _ in range(2_000):
        # leaklens: ignore[loop-accumulation] expect: LL001
        BATCH.append("x" * 65_536)
        if len(BATCH) == 2:
            BATCH.clear()


def wrong_line_bad():
    total = 0  # noqa: LL101, E501 (expect: LL001)
    return total


def range_without_anything_bad():
    # leaklens: disable[LL101] expect: LL001
    total = sum(range(100))
    # leaklens: enable[LL101]
    return total


def enables_what_is_enabled_bad():
    # leaklens: enable[LL101] expect: LL001
    return sum(range(100))


def no_large_allocation_bad():
    # leaklens: allow-large-allocation -- it was one, once. expect: LL001
    return [0] * 10


def needed_at_the_end_of_a_line_ok():
    for _ in range(2_000):
        KEPT.append("x" * 65_536)  # leaklens: ignore[LL101]  # the process ends right after


def needed_for_a_statement_ok():
    # leaklens: ignore[loop-accumulation]
    for _ in range(2_000):
        MORE.append("x" * 65_536)


def needed_by_this_and_perhaps_by_other_tools_ok():
    for _ in range(2_000):
        OTHERS.append("x" * 65_536)  # noqa: LL101, E501


def needed_in_a_range_ok():
    # leaklens: disable[LL101]
    for _ in range(2_000):
        BLOCK.append("x" * 65_536)
    # leaklens: enable[LL101]


def of_other_tools_ok():
    return sum(range(100))  # noqa: E501, B019


def not_addressed_to_anybody_ok():
    return sum(range(100))  # ignore[LL101] is how one would accept a finding
