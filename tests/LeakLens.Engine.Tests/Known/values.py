"""What CPython 3.11 gives for each expression of the generators below: writes values.txt, or with --check compares it.

A line is an expression, a tab, and the repr of its value, or the name of the exception that it raises.
"""
import base64
import binascii
import datetime
import decimal
import fractions
import hashlib
import itertools
import json
import math
import os.path
import random
import re
import struct
import sys
import textwrap
import zlib
from pathlib import Path

MODULES = {module.__name__: module for module in (base64, binascii, datetime, decimal, fractions, hashlib, json, math, random, re, struct, textwrap, zlib)} | {"os": os}

TEXTS = ["''", "'a'", "'Hello, World'", "'  padded\\t '", "'a,b,,c'", "'ÄÖü ñandú'", "'x' * 30", "'one two  three'", "'line1\\nline2\\r\\nline3'", "'MiXeD 123'", "'日本語 text'", "'a😀b😀'"]
NUMBERS = ["0", "1", "-1", "7", "-7", "255", "256", "1000000", "-123456789", "2**40", "True"]
FLOATS = ["0.0", "-0.0", "1.0", "0.1", "-2.5", "3.14159", "1e16", "1e-5", "123456789.125", "1/3", "2.5", "1e22", "1e-300", "5e-324", "float('inf')", "float('nan')", "1e100"]


def methods():
    plain = "upper lower title capitalize swapcase casefold strip lstrip rstrip split rsplit splitlines isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper encode expandtabs"
    for text, name in itertools.product(TEXTS, plain.split()):
        yield f"({text}).{name}()"
    calls = ["split(',')", "rsplit(',', 1)", "split(None, 1)", "rsplit(None, 1)", "split(maxsplit=1)", "split(' ')", "splitlines(True)", "partition(',')", "rpartition(' ')", "find('e')", "rfind('l')",
             "find('', 3)", "find('o', 2, -1)", "count('l')", "count('')", "index('a')", "startswith('a')", "startswith(('x', 'H'))", "startswith('l', 2)", "endswith(('d', 'b'))", "endswith('')",
             "replace('l', 'LL')", "replace('', '-')", "replace('a', '', 1)", "replace('x', 'yz', 4)", "center(20)", "center(21, '*')", "ljust(16, '.')", "rjust(15)", "zfill(14)", "strip('aHd')",
             "lstrip(' a')", "rstrip('3c')", "removeprefix('Hel')", "removesuffix('c')", "encode('latin-1', 'replace')", "encode('utf-16')", "encode('ascii', 'ignore')", "expandtabs(4)",
             "translate(str.maketrans('abc', 'xyz'))", "translate(str.maketrans('abc', 'xyz', 'l'))", "translate({97: 'AA', 108: None})", "translate(str.maketrans({'a': '1', 'l': None}))", "join(['1', '2', '3'])", "join('xyz')", "join(('only',))", "join([])"]
    for text, call in itertools.product(TEXTS, calls):
        yield f"({text}).{call}"
    for text in TEXTS:
        for part in ["0", "-1", "3", "50"]:
            yield f"({text})[{part}]"
        for part in ["1:", ":3", "1:-1", "::2", "::-1", "-3:", "5:2:-1", "8:1:-2", "100:", "::3", "-100:2", ":"]:
            yield f"({text})[{part}]"
        yield f"repr({text})"
        yield f"ascii({text})"
        yield f"len({text})"
        yield f"'a' in ({text})"
        yield f"({text}) * 3"
        yield f"({text}) + '!'"
        yield f"({text}) < 'b'"
    for a, b in itertools.product(["'a'", "'ab'", "'B'", "'é'", "'😀'", "'\\uffff'"], repeat=2):
        yield f"({a}) < ({b}), ({a}) == ({b}), ({a}) >= ({b})"


def formatting():
    ints = ["d", "5d", "05d", "<6", ">6", "^7", "=+6", "+", " ", ",", "_", "010,", "x", "#x", "X", "#010b", "o", "b", "_b", "c", "e", ".2f", "08.3f", "%", ".1%", "*^12", "é>5", "12_x", "g", "n"]
    for number, spec in itertools.product(NUMBERS, ints):
        if spec == "c" and number not in ("7", "255", "256"):
            continue
        yield f"format({number}, {spec!r})"
    floats = ["", "f", ".0f", ".1f", ".2f", "e", ".3e", "g", ".3g", "10.2f", "<10.1f", "010.1f", "+.2f", ",.2f", "%", ".0%", "#.0f", "#g", "E", "G", ".10g", "10", "_.3f", "012,.1f", "z.0f", ".15g", ".17g", ".20f", "n", ".3"]
    for number, spec in itertools.product(FLOATS, floats):
        yield f"format({number}, {spec!r})"
    for text, spec in itertools.product(TEXTS, ["", "s", "20", "<20", ">20", "^20", ".3", "*^9.2", "05", "10.4s"]):
        yield f"format({text}, {spec!r})"
    for number in FLOATS + NUMBERS:
        for spec in ["%d", "%5d", "%-5d|", "%05d", "%+d", "%x", "%#x", "%o", "%e", "%.3f", "%g", "%10.2f", "%-10.1f|", "%s", "%r", "%5s", "%.3s", "% d", "%i", "%08.2f", "%.3d", "%G", "%#o"]:
            if spec[-1] in "xo" and ("." in number or "/" in number or "e" in number):
                continue
            yield f"{spec!r} % ({number})"
    yield from ["'%s and %s' % ('a', 1)", "'%(name)s=%(value)05.1f' % {'name': 'x', 'value': 2.25}", "'%*d|%-*s|' % (5, 3, 6, 'a')", "'%c%c' % ('a', 98)", "'%%' % ()", "'%s' % None", "'%s' % (('a', 1),)", "'%r' % ['a', 1.5]",
                "'%-8s|%8s|' % ('ab', 'cd')", "'%a' % 'é'", "'%.2s' % 'abc'", "'%5.1f%%' % 12.34", "b'%d-%s' % (5, b'ab')", "'%s' % b'x'"]
    yield from ["'{} {}'.format(1, 'a')", "'{0}{1}{0}'.format('a', 'b')", "'{name:>{width}}'.format(name='x', width=5)", "'{:,}'.format(1234567)", "'{!r:>6}'.format('a')", "'{0[1]} {0[0]}'.format(['a', 'b'])",
                "'{d[key]}'.format(d={'key': 3})", "'{{}}{}'.format(1)", "'{:.{p}f}'.format(3.14159, p=2)", "'{x} {y}'.format_map({'x': 1, 'y': 2.0})", "'{:%}'.format(0.25)", "'{!s:^7}'.format(None)", "'{:>5}'.format(True)", "'{}'.format([1, 'a', None])"]
    yield from ["f'{1.5:8.2f}|'", "f'{10:>{5}}'", "f'{\"a\"!r}'", "f'{3!s:>4}'", "f'{2**31:,}'", "f'{True:d}'", "f'{None}'", "f'{[1, 2]}'", "f'{(1,)}'", "f'{0.1 + 0.2}'", "f'{1e16}'", "f'{\"é\"!a}'", "f'{12:04x}-{255:#b}'", "f'{\"abc\":*^9}'", "f'{1}{2}{\"x\"}'", "f'{{}}'"]


def numbers():
    for a, b in itertools.product(NUMBERS, repeat=2):
        for op in ["+", "-", "*", "//", "%", "/", "&", "|", "^", "<", "==", ">="]:
            yield f"({a}) {op} ({b})"
    for a, b in itertools.product(FLOATS, ["2.0", "-3", "0.1", "1e300", "7", "2**60"]):
        for op in ["+", "*", "/", "//", "%", "<", "=="]:
            yield f"({a}) {op} ({b})"
    for a in ["2", "-3", "10", "0", "1.5", "-2.0", "0.0"]:
        for b in ["0", "1", "5", "10", "-1", "0.5", "2.0"]:
            if a[0] == "-" and b == "0.5":
                continue
            yield f"({a}) ** ({b})"
    for a, b in itertools.product(["1", "-1", "12345", "-7"], ["0", "1", "5", "40"]):
        yield f"({a}) << ({b})"
        yield f"({a}) >> ({b})"
    yield from ["2**100 % 97", "(2**70 + 1) // 2**35", "12345678901234567890 % 1000007", "(123456789 * 987654321 * 1000003) % (2**32)", "(7**30) & 0xFFFFFFFF", "2**64 - 1 - (2**64 - 5)", "str(2**64)", "len(str(3**200))", "hex(2**70)", "(2**80).bit_length()",
                "int('123456789012345678901234567890') % 1000", "pow(3, 1000, 10**9 + 7)", "pow(3, -1, 7)", "pow(2, 10)", "divmod(-7, 3)", "divmod(7.5, -2)", "10**20 // 10**18", "float(2**63)", "2**63 / 3", "(2**53 + 1) / 1", "9007199254740993 == 9007199254740992.0", "2**63 > 1e18", "1 == True", "1.0 == 1",
                "abs(-5)", "abs(-2.5)", "round(2.5)", "round(3.5)", "round(-2.5)", "round(2.675, 2)", "round(1234.5678, -2)", "round(12345, -2)", "round(15, -1)", "round(25, -1)", "round(1.005, 2)", "round(0.5)", "round(1e20, 2)", "sum([1, 2, 3])", "sum([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])", "sum((1.5, 2), 10)", "min(3, 1, 2)", "max('b', 'a')", "max([3, 9, 2])",
                "min(2.5, 1)", "max([], default=7)", "any([0, '', 3])", "all([1, 'a'])", "all([])", "bool('')", "bool(3)", "int('42')", "int(' -17 ')", "int('ff', 16)", "int('0x1F', 16)", "int('0b101', 0)", "int('1_000')", "int('z', 36)", "int(3.99)", "int(-3.99)", "int(True)", "int('x')", "int('')", "int('12', 2)", "float('1.5e3')", "float(' -inf ')", "float('x')", "float(7)",
                "hex(255)", "oct(8)", "bin(10)", "hex(-1)", "bin(-5)", "ord('a')", "ord('é')", "ord('😀')", "chr(97)", "chr(233)", "chr(128512)", "chr(8364)", "chr(-1)", "(5).bit_length()", "(255).bit_count()", "(2.0).is_integer()", "(0.5).as_integer_ratio()", "-(-5)", "~7", "-(2.5)", "+3", "1 / 3 * 3 == 1.0", "0.1 + 0.2 == 0.3", "7 // 2.0", "-7 // 2", "-7 % 3", "7 % -3", "1 / 0", "1 % 0", "1.0 // 0", "2 ** 0.5", "10 ** -2", "True + True", "True & False", "5 and 0.0", "1 < 2 < 3", "None == 0", "'a' == 1", "(1, 2) < (1, 3)", "[1, 2] == [1, 2]", "(1, 'a') == (1, 'a')"]
    for number in FLOATS + ["1e15", "123456789012345680.0", "1e17", "9007199254740993.0", "0.1 + 0.2", "1e-4", "0.00001234", "100.0", "1.7976931348623157e308", "4.35", "2.2250738585072014e-308"]:
        yield f"repr({number})"
        yield f"str({number})"
    for number in NUMBERS + ["None", "[1, 'a', 2.5, None, True]", "(1,)", "()", "{'a': 1, 'b': [2]}", "{1: 'x'}", "b'ab'"]:
        yield f"repr({number})"


def mathematics():
    one = "sqrt exp log log2 log10 sin cos tan atan sinh cosh tanh fabs degrees radians floor ceil trunc isnan isinf isfinite".split()
    for name, x in itertools.product(one, ["0.5", "2", "10", "-1.5", "100.25", "0"]):
        yield f"math.{name}({x})"
    yield from ["math.asin(0.5)", "math.acos(0.5)", "math.asinh(2)", "math.acosh(2)", "math.atanh(0.5)", "math.cbrt(27)", "math.atan2(1, 2)", "math.copysign(1, -0.0)", "math.fmod(-7, 3)", "math.pow(2, 10)", "math.log(8, 2)", "math.log(100, 10)", "math.isclose(0.1 + 0.2, 0.3)", "math.modf(3.25)", "math.isqrt(99)", "math.gcd(12, 18)", "math.gcd(12, 18, 8)",
                "math.lcm(4, 6)", "math.factorial(10)", "math.factorial(20) // math.factorial(18)", "math.factorial(25) % 1000007", "math.perm(5, 2)", "math.comb(10, 3)", "math.comb(50, 25)", "math.prod([1, 2, 3.5])", "math.fsum([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])", "math.hypot(3, 4)", "math.hypot(1, 1)", "math.dist((0, 0), (1, 2))", "math.ldexp(0.5, 4)", "math.pi", "math.e", "math.tau", "math.inf"]


def binary():
    datas = ["b''", "b'a'", "b'Hello, World'", "b' x y '", "bytes([0, 255, 10, 39])", "b'a,b,,c'", "'h\u00e9llo'.encode()"]
    calls = ["hex()", "hex('-')", "hex(':', 2)", "split(b',')", "split()", "replace(b'l', b'LL')", "find(b'l')", "count(b'')", "startswith(b'H')", "startswith((b'x', b'a'))", "strip()", "upper()", "partition(b',')", "join([b'1', b'2'])", "ljust(8, b'.')", "isdigit()", "zfill(4)", "decode('latin-1')", "decode()", "rsplit(b',', 1)", "removeprefix(b'He')"]
    for data, call in itertools.product(datas, calls):
        if "255" in data and call in ("strip()", "upper()", "split()", "isdigit()"):
            continue
        if "\u00e9" in data and call in ("strip()", "upper()", "split()", "isdigit()"):
            continue
        yield f"({data}).{call}"
    for data in datas:
        yield from [f"({data})[0]", f"({data})[-1]", f"({data})[1:4]", f"({data})[::-1]", f"({data}) + b'!'", f"({data}) * 2", f"b'l' in ({data})", f"({data}) == b'a'", f"({data}) < b'b'", f"len({data})", f"zlib.crc32({data})", f"zlib.adler32({data})", f"base64.b64encode({data})", f"base64.b64decode(base64.b64encode({data}))", f"binascii.hexlify({data})", f"int.from_bytes({data}, 'big')", f"int.from_bytes({data}, 'little', signed=True)", f"repr({data})", f"bytes({data})"]
    yield from ["bytes(5)", "bytes([65, 66])", "bytes('é', 'utf-8')", "bytes.fromhex('00ff 10')", "(1024).to_bytes(4, 'big')", "(1024).to_bytes(2, 'little')", "(-2).to_bytes(2, 'big', signed=True)", "(70000).to_bytes(2, 'big')", "(0).to_bytes(2, 'big')", "str(b'abc', 'utf-8')", "str(b'abc')", "b'%05d' % 42", "b'%s|%x' % (b'a', 255)", "'é'.encode('ascii')", "b'\\xff'.decode()", "'abc'.encode() == b'abc'", "ord(b'a')", "struct.calcsize('<IHq')", "(2**64).to_bytes(9, 'big')", "int.from_bytes(b'\\xff' * 9, 'big') % 1000"]


def records():
    packed = [("'<IHH'", "1, 2, 3"), ("'>IHH'", "70000, 2, 65535"), ("'!4sB?'", "b'abcdef', 7, True"), ("'=2h3x d'", "-1, 5, 2.5"), ("'>f'", "0.1"), ("'<e'", "1.5"), ("'@bil'", "1, -2, 3"), ("'3c'", "b'a', b'b', b'c'"), ("'<qQ'", "-2**40, 2**50"),
              ("'10s'", "b'x'"), ("'0s'", "b'x'"), ("'<b'", "-128"), ("'B'", "255"), ("''", "")]
    for form, values in packed:
        values = f", {values}" if values else ""
        yield f"struct.pack({form}{values})"
        yield f"struct.unpack({form}, struct.pack({form}{values}))"
        yield f"struct.unpack_from({form}, b'??' + struct.pack({form}{values}) + b'!', 2)"


def wrapping():
    texts = ["'The quick brown fox jumps over the lazy dog near the well-known river-bank.'", "'one'", "''", "'  leading and   inner   space  '", "'a-b-c well-to-do x-y self--made dash -- here'", "'averyveryverylongwordwithoutanyspace and more'",
             "'line one\\nline two\\tand a tab'", "'1-2-3 a1-b2 ab-12 -dash- --- end'", "'half-open averylong-hyphenated-word-here'", "'Ünïcode-wörter sind schön'"]
    for text, width in itertools.product(texts, [5, 10, 20, 70]):
        yield f"textwrap.wrap({text}, {width})"
        yield f"textwrap.fill({text}, width={width}, initial_indent='* ', subsequent_indent='  ')"
        yield f"textwrap.shorten({text}, {width})"
        yield f"textwrap.shorten({text}, width={width}, placeholder='...')"
    for text in ["'  a\\n    b\\n\\n  c'", "'\\ta\\n\\tb\\n'", "'x\\n  y'", "'   \\n  a\\n'", "''"]:
        yield f"textwrap.dedent({text})"
        yield f"textwrap.indent({text}, '> ')"


def patterns():
    texts = ["'hello world 123'", "'a1b22c333'", "'key=value; other=thing'", "''", "'2024-01-15 and 2023-12-31'", "'foo.bar@example.com, x@y.org'", "'aaa'", "'line one\\nLine two\\n'", "'  spaced   out  '", "'ABC abc'", "'<b>bold</b><i>it</i>'"]
    expressions = [r"\d+", r"\w+", r"\s+", r"[a-z]+", r"(\w+)=(\w+)", r"(?P<year>\d{4})-(?P<month>\d\d)-(\d+)", r"a*", r"a+?", r"(a|ab)(c|bcd)*", r"^\w+", r"\w+$", r"\b\w", r"[^\s,;]+@[\w.]+", r"<(\w)>(.*?)</\1>", r"(?i)abc", r"x*", r"(?:a|b)+", r"(\d)(?!\d)", r"(?<=\d)[a-z]", r"(?<!\d)\d", r".", r"(?m)^.*$", r"(a)?b", r"[\w.-]+", r"\D{2,4}", r"(?s).+", r"\.", r"o\b", r"(?x) \d+ # digits", r"((a)|b)*", r"(?>a+)b", r"a++", r"\S+\s?", r"", r"[]a]", r"[^a-z ]", r"(?:(\w)(\d))+", r"a{2}", r"a{,2}", r"(l)\1", r"(a)?(?(1)a|h)"]
    for text, expression in itertools.product(texts, expressions):
        pattern = "r" + repr(expression.replace("\\\\", "\\")).replace("\\\\", "\\")
        yield f"re.findall({pattern}, {text})"
        yield f"re.sub({pattern}, '<\\\\g<0>>', {text})"
        if not expression.startswith("(("):
            yield f"re.split({pattern}, {text})"
        yield f"(m := re.search({pattern}, {text})) and (m.group(), m.span(), m.groups(), m.groupdict())"
        yield f"(m := re.match({pattern}, {text})) and m.end()"
        yield f"(m := re.fullmatch({pattern}, {text})) and m[0]"
    yield from ["re.compile(r'(\\w+) (\\w+)').sub(r'\\2 \\1', 'hello world')", "re.subn('a', 'b', 'banana', 2)", "re.split(',', 'a,b,c', 1)", "re.escape('a.b*c d')", "re.findall('A', 'aAa', re.I)", "re.findall('^a', 'a\\na', flags=re.M | re.I)", "re.compile('a', re.IGNORECASE).findall('AaB')", "re.sub('(?P<x>a)', '[\\\\g<x>]', 'banana', count=2)",
                "re.compile('b').search('abc', 2)", "re.compile('b').search('abcb', 2).start()", "re.match('(a)(b)?', 'a').groups('-')", "re.match('(a)(b)', 'ab').group(1, 2)", "re.match('(?P<n>a)', 'a')['n']", "re.match('a', 'b') is None", "bool(re.match('a', 'a'))", "re.match('(a)', 'a').expand(r'\\1!')", "re.search('(a+)+$', 'a' * 12 + 'b')"]


def documents():
    values = ["None", "True", "1", "-2.5", "1e100", "'text'", "'é\\n\\\"q\\\"'", "[]", "{}", "[1, [2, 'x'], {'a': None}]", "{'b': 1, 'a': [1.5, True], 'c': {'d': 'e'}}", "(1, 2)", "{1: 'x', None: 2, True: 3}", "float('inf')", "'😀'"]
    for value in values:
        for options in ["", ", indent=2", ", separators=(',', ':')", ", ensure_ascii=False", ", indent=1, sort_keys=True", ", sort_keys=True"]:
            if "1: 'x'" in value:
                continue
            yield f"json.dumps({value}{options})"
        yield f"json.loads(json.dumps({value}))" if "1: 'x'" not in value else "json.loads('{}')"
    yield from ["json.loads('[1, 2.0, -3e2, \"a\\\\u00e9\", true, null]')", "json.loads('{\"a\": 1, \"a\": 2}')", "json.loads('[1,]')", "json.loads('')", "json.loads(' {\"x\" : [ ] } ')", "json.loads('nul')", "json.loads(b'[1]')", "json.loads('1 2')"]


def dates():
    moments = ["datetime.datetime(2024, 1, 1)", "datetime.datetime(2024, 2, 28, 23, 59, 59)", "datetime.datetime(1999, 12, 31, 12, 30, 15, 250000)", "datetime.date(2024, 2, 29)", "datetime.date(2023, 7, 4)"]
    spans = ["datetime.timedelta(1)", "datetime.timedelta(hours=5, minutes=30)", "datetime.timedelta(days=-1, seconds=1)", "datetime.timedelta(weeks=2, microseconds=7)", "datetime.timedelta(0)", "datetime.timedelta(days=1.5)", "datetime.timedelta(seconds=0.1)"]
    for moment in moments:
        yield from [f"{moment}", f"str({moment})", f"{moment}.isoformat()", f"{moment}.weekday()", f"{moment}.isoweekday()", f"{moment}.toordinal()", f"{moment}.year", f"{moment}.month", f"{moment}.day", f"{moment}.replace(day=5)", f"{moment}.ctime()", f"f'{{{moment}:%Y-%m}}'", f"f'{{{moment}}}'", f"{moment} < {moment}", f"{moment} == {moment}", f"{moment} - {moment}"]
        for form in ["%Y-%m-%d", "%d/%m/%y %H:%M:%S", "%b %d, %Y", "%A %B %e", "%j", "%I:%M %p", "%f", "%U %W %V %G %u %w", "%c", "%x %X", "%%", "%F %T"]:
            yield f"{moment}.strftime({form!r})"
        for span in spans:
            yield f"{moment} + {span}"
            yield f"{span} + {moment}"
            yield f"{moment} - {span}"
        for days in ["1", "30", "365", "-60"]:
            yield f"({moment} + datetime.timedelta(days={days})).isoformat()"
    for span in spans:
        yield from [span, f"str({span})", f"{span}.total_seconds()", f"{span}.days", f"{span}.seconds", f"{span}.microseconds", f"{span} * 3", f"{span} // 2", f"{span} + {span}", f"{span} > datetime.timedelta(0)", f"{span} / datetime.timedelta(hours=1)", f"bool({span})", f"{span} / 2"]
    yield from ["datetime.datetime.fromisoformat('2024-03-01')", "datetime.datetime.fromisoformat('2024-03-01T12:30:45')", "datetime.datetime.fromisoformat('2024-03-01 12:30:45.123456')", "datetime.date.fromisoformat('2024-03-01')", "datetime.datetime.strptime('2024-03-01', '%Y-%m-%d')", "datetime.datetime.strptime('01/Feb/2023:10:20:30', '%d/%b/%Y:%H:%M:%S')", "datetime.date.fromordinal(738000)", "datetime.datetime(2024, 1, 1).date()", "datetime.datetime(2024, 1, 1, 5).hour", "datetime.datetime(2023, 2, 29)", "datetime.datetime(2024, 3, 1) - datetime.datetime(2024, 2, 1, 12)", "(datetime.date(2024, 3, 1) - datetime.date(2024, 2, 1)).days", "min(datetime.date(2024, 3, 1), datetime.date(2024, 2, 1))", "sum([datetime.timedelta(1), datetime.timedelta(2)], datetime.timedelta(0))"]


def seeded():
    for seed in ["0", "42", "-7", "2**80", "'seed'", "b'seed'", "3.0", "True", "123456789012345678901234567890"]:
        yield f"(lambda r: [r.random() for _ in range(3)])(random.Random({seed}))"
        yield f"(lambda r: [r.randint(1, 100) for _ in range(5)])(random.Random({seed}))"
    draws = ["random()", "getrandbits(1)", "getrandbits(70)", "randbytes(5)", "randrange(10)", "randrange(5, 50, 7)", "randrange(10, 0, -3)", "randint(-5, 5)", "randint(0, 2**70)", "uniform(1, 2)", "uniform(-1.5, 8)", "triangular()", "triangular(0, 10, 3)", "gauss(0, 1)", "gauss(10, 2.5)", "normalvariate(0, 1)", "lognormvariate(0, 0.25)", "expovariate(0.5)", "gammavariate(2, 3)", "gammavariate(0.5, 1)", "gammavariate(1.0, 2)", "betavariate(2, 5)", "paretovariate(3)", "weibullvariate(1, 1.5)",
             "choice('abcdef')", "choice([1, 2.5, 'x'])", "choice(range(10, 100, 3))", "choices('ab', k=5)", "choices([1, 2, 3], weights=[5, 3, 1], k=6)", "choices(['x', 'y'], cum_weights=[1, 4], k=3)", "sample(range(1000), 5)", "sample([1, 2, 3, 4], 4)", "sample('abcdefghij', k=3)", "sample(range(30), 25)", "choice(('a',))"]
    for draw in draws:
        yield f"(lambda r: [r.{draw} for _ in range(4)])(random.Random(7))"
        yield f"[random.seed(11)] + [random.{draw} for _ in range(2)]"
    yield from ["(lambda r, x: [r.shuffle(x), x])(random.Random(1), list(range(20)))", "(lambda x: [random.seed(5), random.shuffle(x), x])(list('hello'))", "[random.seed(1), random.random(), random.gauss(0, 1), random.seed(1), random.gauss(0, 1)]", "[random.Random(3).choice([]) for _ in range(1)]"]


def digests():
    for name in ["md5", "sha1", "sha256", "sha512", "sha384"]:
        yield f"hashlib.{name}(b'abc').hexdigest()"
        yield f"hashlib.{name}().digest()"
        yield f"(lambda h: [h.update(b'x'), h.update('é'.encode()), h.hexdigest(), h.copy().hexdigest()])(hashlib.{name}(b'a'))"
    yield "[int(hashlib.md5(str(i).encode()).hexdigest()[:8], 16) % 100 for i in range(5)]"


def programs():
    """Values that pass through loops, containers and functions."""
    yield from ["[ord(c) for c in 'héy']", "sum([0.1] * 10)", "math.fsum([0.1] * 10)", "[w.capitalize() for w in 'the quick brown fox'.split()]", "', '.join(f'{n:03d}' for n in range(5))", "sorted('the quick brown fox'.split(), key=len)", "{w: len(w) for w in 'a bb ccc'.split()}", "[x ** 2 % 7 for x in range(10)]", "(lambda s: [s := (s * 6364136223846793005 + 1442695040888963407) % 2**64 for _ in range(3)])(1)",
                "[(i * 2654435761) & 0xFFFFFFFF for i in range(4)]", "[str(i / 7) for i in range(5)]", "[round(i * 0.1, 2) for i in range(12)]", "json.dumps({'rows': [{'id': i, 'name': f'n{i}'} for i in range(3)]})", "json.loads(json.dumps([{'id': i, 'tags': ['a', 'b']} for i in range(2)]))", "[m.group(1) for m in re.finditer(r'(\\w)=', 'a=1 b=2')]", "[(datetime.date(2024, 1, 30) + datetime.timedelta(days=i)).isoformat() for i in range(4)]",
                "max((len(w), w) for w in 'a bbb cc'.split())", "[a < b for a, b in zip('abc', 'bbb')]", "''.join(reversed('abc'))", "'-'.join(map(str, [1, 2.5, None]))", "[list('abc')[::-1], tuple(range(3))]", "[divmod(i, 3) for i in range(-2, 3)]", "{i % 3: i for i in range(6)}", "[c.isdigit() for c in 'a1']", "[hex(i)[2:].zfill(4) for i in (10, 255, 4096)]", "[b for b in b'abc']", "bytes(b ^ 1 for b in b'abc')", "[*map(int, '1 2 3'.split())]", "[x for x in 'a,b;c'.replace(';', ',').split(',')]", "{b'k': 1}[b'k']", "{2**70: 'big'}[2**70]", "[2**70 == 2**70, 2**70 == 2**71, bool(2**70)]", "{datetime.date(2024, 1, 1): 1}[datetime.date(2024, 1, 1)]", "'x' in {'x': 1}, 3 in [1, 2]", "str({'a': [1, (2,)]})", "[i for i in range(20) if i % 3 == 0]", "sum(len(w) for w in 'a bb'.split())", "'%s has %d' % ('x', sum([1, 2]))", "len(' '.join(['ab'] * 100))", "[s.split(':')[1] for s in ['a:1', 'b:2']]", "str([0.1 * 3, 1e20, -0.0])", "dict(zip('ab', range(2)))", "[int(x) for x in str(2**40)]", "sorted({'b': 1, 'a': 2}.items())"]


def exact_numbers():
    """Decimals in the standard context, and fractions."""
    values = ["'0'", "'0.00'", "'-0'", "'1'", "'-1.50'", "'0.1'", "'12345.6789'", "'1E+5'", "'9.999999999999999999999999999'", "'1e-10'", "'  3.14_15  '", "7", "-3", "0.5", "0.1", "'1234567890123456789012.5'"]
    for value in values:
        number = f"decimal.Decimal({value})"
        yield from [number, f"str({number})", f"-{number}", f"abs({number})", f"int({number})", f"float({number})", f"round({number})", f"round({number}, 2)", f"bool({number})", f"format({number}, '.2f')", f"format({number}, ',.3f')", f"format({number}, '>20')",
                    f"format({number}, '.1%')", f"{number}.normalize()", f"{number}.is_zero()", f"{number}.is_signed()", f"{number}.adjusted()", f"{number}.to_integral_value()", f"{number} == 1", f"{number} > 0.5", f"{number} in {{1: 2}}", f"math.floor({number})", f"math.ceil({number})", f"{number}.copy_abs().sqrt()", f"{number} ** 2", f"{number} ** 0 if {number} else 1"]
        for other in ["decimal.Decimal('3')", "decimal.Decimal('0.07')", "decimal.Decimal('-12.5')", "10", "decimal.Decimal('1e3')"]:
            yield from [f"{number} {operator} {other}" for operator in ("+", "-", "*", "/", "//", "%", "<", "==", ">=")]
            yield from [f"{other} {operator} {number}" for operator in ("+", "-", "*")]
            yield f"max({number}, {other})"
        for mode in ["ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_DOWN", "ROUND_UP", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_DOWN", "ROUND_05UP"]:
            yield f"decimal.Decimal({value}).quantize(decimal.Decimal('0.01'), rounding=decimal.{mode})"
            yield f"decimal.Decimal({value}).quantize(decimal.Decimal('1'), decimal.{mode})"
    yield from ["decimal.Decimal(10) / 3", "decimal.Decimal(1) / 8", "decimal.Decimal(2).sqrt()", "decimal.Decimal('1.05') ** 12", "sum([decimal.Decimal('0.1')] * 10)", "sum([decimal.Decimal('0.1')] * 3, decimal.Decimal(0))", "{decimal.Decimal('1.0'): 'a'}[1]", "{decimal.Decimal('2.50'): 'a'}[decimal.Decimal('2.5')]", "{0.5: 'a'}[decimal.Decimal('0.5')]",
                "sorted([decimal.Decimal('1.1'), decimal.Decimal('-2'), 1])", "divmod(decimal.Decimal(7), 2)", "decimal.Decimal('1.10').compare(decimal.Decimal('1.1'))", "decimal.Decimal.from_float(0.1)", "f\"{decimal.Decimal('1234567.891'):,.2f}\"", "str(decimal.Decimal('0.0000001'))", "decimal.Decimal(0.1) == 0.1", "decimal.Decimal('0.1') == 0.1", "int(decimal.Decimal('1e3'))"]
    for value in ["0", "3, 4", "-7, 3", "10, 5", "'2/6'", "'0.125'", "0.25", "1, 1000003", "'-3'", "decimal.Decimal('1.1')"]:
        number = f"fractions.Fraction({value})"
        yield from [number, f"str({number})", f"-{number}", f"abs({number})", f"int({number})", f"float({number})", f"round({number})", f"round({number}, 2)", f"bool({number})", f"{number}.numerator", f"{number}.denominator", f"{number} ** 3", f"{number}.limit_denominator(10)", f"math.floor({number})", f"math.ceil({number})", f"{number} == 0.75", f"{number} in {{0: 1}}"]
        for other in ["fractions.Fraction(2, 3)", "2", "0.5", "fractions.Fraction(-1, 7)"]:
            yield from [f"{number} {operator} {other}" for operator in ("+", "-", "*", "/", "//", "%", "<", "==", ">")]
            yield f"{other} - {number}"
    yield from ["fractions.Fraction(1, 0)", "sum([fractions.Fraction(1, n) for n in range(1, 9)])", "{fractions.Fraction(1, 2): 'a'}[0.5]", "max(fractions.Fraction(1, 3), fractions.Fraction(2, 5))", "fractions.Fraction(355, 113) ** -2"]


def paths():
    for path in ["'/usr/lib/a.tar.gz'", "'a'", "''", "'/'", "'//a'", "'a/b/'", "'.profile'", "'/x/..a.b'", "'a.b/c'", "'...'"]:
        yield from [f"os.path.{name}({path})" for name in ("basename", "dirname", "split", "splitext")]
        yield from [f"os.path.join({path}, 'b')", f"os.path.join({path}, '/b', 'c')", f"os.path.join('x', {path})", f"os.path.join({path})"]


def main():
    lines = []
    for group in (methods, formatting, numbers, mathematics, binary, records, wrapping, patterns, documents, dates, seeded, digests, paths, exact_numbers, programs):
        for expression in group():
            try:
                value = repr(eval(expression, MODULES))
            except Exception as problem:
                value = type(problem).__name__
            lines.append(f"{expression}\t{value}\n")
    text = "".join(lines)
    path = Path(__file__).with_name("values.txt")
    if "--check" in sys.argv:
        sys.exit(0 if path.read_text(encoding="utf-8") == text else "values.txt is not what CPython gives")
    path.write_text(text, encoding="utf-8")


main()
