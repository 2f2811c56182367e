"""Large allocations that somebody has allowed, with and without saying why.

A function that ends in ``_bad`` allows one without a reason. In one that ends in ``_ok`` the reason is there, or nothing is allowed.
"""

TABLE = []
ROWS = []
PAGES = []


def without_anything_bad():
    # leaklens: allow-large-allocation # expect: LL003
    return [0] * 10


def without_a_reason_behind_the_hyphens_bad():
    return [0] * 10  # leaklens: allow-large-allocation -- # noqa: E501 expect: LL003


def without_hyphens_bad():
    return [0] * 10  # leaklens: allow-large-allocation because it is right. expect: LL003


def with_other_words_for_other_tools_bad():
    return [0] * 10  # leaklens: allow-large-allocation # type: ignore # expect: LL003


def at_the_end_of_a_line_ok():
    for _ in range(2_000):
        TABLE.append("x" * 65_536)  # leaklens: allow-large-allocation -- measured, and the machine has 4 GiB


def for_a_statement_ok():
    # leaklens: allow-large-allocation -- read once, kept on purpose
    for _ in range(2_000):
        ROWS.append("x" * 65_536)


def accepted_by_name_ok():
    for _ in range(2_000):
        PAGES.append("x" * 65_536)  # leaklens: ignore[LL101]


def prose_ok():
    return [0] * 10  # to allow a large allocation, say so to leaklens, and why


at_the_end_of_a_line_ok()
for_a_statement_ok()
