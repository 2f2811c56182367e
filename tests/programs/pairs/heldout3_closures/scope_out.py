from collections import ChainMap

scope = ChainMap({"depth": 0, "file": "main"})
found = 0
for n in range(1500):
    scope = scope.new_child({"name": f"function {n}", "lines": [f"{n}:{line}" for line in range(6)]})
    found += scope["depth"] == 0 and len(scope["lines"])
    scope = scope.parents
print(found)
