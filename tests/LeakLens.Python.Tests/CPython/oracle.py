"""Says what CPython makes of files: reads paths from stdin, answers a line each, in order.

dump, dump-attributes: SHA-256 of ast.dump; symtable: SHA-256 of a description of all scopes; ERROR and the reason where CPython
rejects the file. `show-*` answers with the text itself, for reading a difference.
"""
import ast
import hashlib
import io
import json
import sys
import symtable
import tokenize
import warnings


def describe(table, out):
    out.append(f"{table.get_type()} {table.get_name()}")
    for s in sorted(table.get_symbols(), key=lambda s: s.get_name()):
        flags = [name for name, value in (
            ("param", s.is_parameter()), ("global", s.is_global()), ("declared", s.is_declared_global()),
            ("nonlocal", s.is_nonlocal()), ("local", s.is_local()), ("free", s.is_free()), ("import", s.is_imported()),
            ("assigned", s.is_assigned()), ("referenced", s.is_referenced()), ("annotated", s.is_annotated())) if value]
        out.append(f"  {s.get_name()} {' '.join(flags)}")
    for child in table.get_children():
        describe(child, out)
    out.append("end")


def describe_tokens(source):
    """Row, column and text of each token; line ends and indentation left out."""
    skipped = (tokenize.ENCODING, tokenize.NEWLINE, tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)
    ast.parse(source)
    return "\n".join(f"{token.start[0]}:{token.start[1]} {token.string}" for token in tokenize.tokenize(io.BytesIO(source).readline) if token.type not in skipped)


def answer(what, path):
    with open(path, "rb") as file:
        source = file.read()
    if what == "tokens":
        return describe_tokens(source)
    if what == "symtable":
        out = []
        describe(symtable.symtable(source, path, "exec"), out)
        return "\n".join(out)
    return ast.dump(ast.parse(source), include_attributes=what == "dump-attributes")


def main():
    what = sys.argv[1]
    show = what.startswith("show-")
    what = what.removeprefix("show-")
    warnings.simplefilter("ignore")
    for line in sys.stdin:
        try:
            text = answer(what, line.rstrip("\n"))
            result = json.dumps(text) if show else hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        except (SyntaxError, ValueError, RecursionError) as error:
            result = "ERROR " + type(error).__name__ + " " + str(error).replace("\n", " ")
        print(result, flush=True)


main()
