"""difflib on texts and on lists of lines."""
import difflib

OLD = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
NEW = ["one", "2", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "ELEVEN", "twelve", "thirteen"]
matcher = difflib.SequenceMatcher(None, "qabxcd", "abycdf")
lines = difflib.SequenceMatcher(a=OLD, b=NEW, autojunk=False)
changed = [f"{tag}{a1}-{a2}>{b1}-{b2}" for tag, a1, a2, b1, b2 in lines.get_opcodes() if tag != "equal"]
parts = [
    matcher.get_opcodes(),
    [tuple(block) for block in matcher.get_matching_blocks()],
    round(matcher.ratio(), 4),
    changed,
    list(difflib.unified_diff(OLD, NEW, "old", "new", lineterm="")),
    list(difflib.unified_diff(["a\n"], ["a\n"])),
    difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]),
    round(difflib.SequenceMatcher(None, "ab" * 150, "ba" * 150).ratio(), 4),
    lines.a is OLD,
]
result = repr(parts)
