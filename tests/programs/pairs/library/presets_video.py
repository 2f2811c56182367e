import copy

template = {"colours": [f"#{n:06x}" for n in range(200)], "sizes": [n * 1000 for n in range(200)]}
presets = []
for n in range(800):
    preset = copy.deepcopy(template)
    preset["name"] = n
    presets.append(preset)
print(len(presets))
