import re
from collections import ChainMap

found = []
base = {"depth": 0, "name": "main"}
scope = ChainMap(base)
inner = scope.new_child({"name": "f"})
innermost = inner.new_child()
innermost["local"] = 1
found.append([inner["name"], inner["depth"], inner.get("nothing"), inner.get("nothing", 7), len(innermost.maps), "local" in innermost, "local" in inner])
found.append([innermost.parents["name"], len(innermost.parents.maps), base])
inner["depth"] = 2
found.append([scope["depth"], innermost["depth"], inner.pop("name"), inner["name"]])
try:
    scope["missing"]
except KeyError as missing:
    found.append(str(missing))
vault = {}


def hide(match):
    token = f"<{len(vault)}>"
    vault[token] = match[0]
    return token


found.append([re.sub(r"\d+", hide, "12 and 345"), re.compile("[aeiou]").sub(lambda match: match.group().upper(), "education", 3), re.subn("x", hide, "axbx"), vault])
found.append([*map("{:>3}".format, range(3)), "end"])
result = repr(found)
