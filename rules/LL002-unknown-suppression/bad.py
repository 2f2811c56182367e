"""Suppressions that cannot be understood, and comments that are fine.

A function that ends in ``_bad`` holds a comment that does not do what it looks like.
"""

KEPT = []
MORE = []


def no_such_rule_bad():
    return sum(range(100))  # leaklens: ignore[LL999] expect: LL002


def no_such_name_bad():
    # leaklens: disable[loop-acumulation] expect: LL002
    return sum(range(100))


def no_brackets_bad():
    return sum(range(100))  # leaklens: ignore LL101 expect: LL002


def empty_brackets_bad():
    # leaklens: file-ignore[] expect: LL002
    return sum(range(100))


def nothing_that_can_be_asked_for_bad():
    return sum(range(100))  # leaklens: ignroe[LL101] expect: LL002


def a_family_is_no_rule_bad():
    return sum(range(100))  # leaklens: ignore[LL1] expect: LL002


def no_such_id_among_other_tools_bad():
    return sum(range(100))  # noqa: E501, LL999 (expect: LL002)


def by_id_ok():
    for _ in range(2_000):
        KEPT.append("x" * 65_536)  # leaklens: ignore[LL101]


def by_name_ok():
    for _ in range(2_000):
        MORE.append("x" * 65_536)  # type: ignore  # leaklens: ignore[loop-accumulation]


def everything_of_other_tools_ok():
    return sum(range(100))  # noqa


def codes_of_other_tools_ok():
    return sum(range(100))  # noqa: E501, WPS432


def prose_ok():
    return "# leaklens: ignore is not how it is written"
