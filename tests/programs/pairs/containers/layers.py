from collections import ChainMap

settings = ChainMap({"debug": False})
for depth in range(1_500):
    override = {"level": depth, "note": f"note {depth}"}
    settings = settings.parents.new_child(override)
print(settings["level"], settings["debug"] if "debug" in settings else None)
