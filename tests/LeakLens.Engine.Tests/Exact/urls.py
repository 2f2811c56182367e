from string import Template
from urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urlencode, urlparse, urlsplit

seen = []
for url in ["https://user:pw@Example.com:8080/a/b;v=1?x=1&y=two+words#part", "/products?page=3&click=%C3%A9", "mailto:a@b.c", "//host/path", "plain", "http://h?q"]:
    parts = urlsplit(url)
    scheme, netloc, path, query, fragment = parts
    seen.append((scheme, netloc, path, query, fragment, parts.path, parts.hostname, parts.port, parts.geturl(), tuple(parse_qsl(parts.query)), urlparse(url).params))
seen.append(parse_qs("a=1&b=2&a=3&c=&d"))
seen.append(parse_qsl("a=1&c=&d", keep_blank_values=True))
seen.append(urlencode({"page": 3, "mail": "a b&c", "f": 1.5, "none": None}))
seen.append(urlencode([("k", [1, 2]), ("é", "x/y")], doseq=True))
seen.append((quote("a b/c?ü"), quote("a/b", safe=""), quote_plus("a b/c"), unquote("a%20b%2Fc%C3%BC+%zz"), unquote_plus("a+b%2B")))
row = Template("$number;${name}-x;$$5;$_under")
seen.append(row.substitute({"number": 1, "name": "n"}, _under=2.5))
seen.append(row.safe_substitute(number=7))
try:
    row.substitute(number=1)
except KeyError as error:
    seen.append(error.args)
result = repr(seen)
