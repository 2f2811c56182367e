"""Patterns that backtrack without bound, and patterns that look like them.

A function that ends in ``_bad`` uses one that takes hours on a short text; the line is marked.
One that ends in ``_ok`` must stay silent.
"""

import re

from flask import request

NAME = re.compile(r"^([a-z0-9]+[-._]?)*@")  # expect: LL505
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')


def name_bad(text):
    return re.match(r"(?:\w+,?)+;", text)  # expect: LL505


def number_bad(text):
    return re.fullmatch(r"(\d+,?)*", text)  # expect: LL505


def tag_bad(text):
    return re.search(r'<(?:[^>]|"[^"]*")*!>', text)  # expect: LL505


def words_bad(text):
    return re.sub(r"^(\w+\s?)*$", "", text)  # expect: LL505


def built_bad(text):
    word = "[a-z]+"
    return re.search("^(?:" + word + " ?)*$", text, re.IGNORECASE)  # expect: LL505


def bytes_bad(data):
    return re.match(rb"(?:a|aa)+$", data)  # expect: LL505


def pattern_of_a_stranger_bad(page):
    return re.findall(request.args["q"], page)  # expect: LL505


def escaped_ok(page):
    return re.findall(re.escape(request.args["q"]), page)


def own_file_ok():
    return re.match("(.*//*)*(.*)[.].*", __file__)


def separated_ok(text):
    return re.match(r"(?:\w+,)*\w+;", text)


def quoted_ok(text):
    return QUOTED.match(text)


def possessive_ok(text):
    return re.match(r"(?:\w++,?)+;", text)


def never_fails_ok(text):
    return re.match(r"(\w+)*", text)


def counted_ok(text):
    return re.fullmatch(r"(?:\d{1,3}\.){3}\d{1,3}", text)


def disjoint_ok(text):
    return re.search(r"^(?:\d+|[a-z]+)(?:-(?:\d+|[a-z]+))*$", text)


def escaped_ok(text, word):
    return re.search(re.escape(word), text)


def lines_ok(text):
    return re.findall(r"(?m)^\s*#.*$", text)


def not_a_pattern_ok(text):
    return text.split("(a+)+$")
