import re

page = "".join(f"<li id='i{n}'>entry {n}</li>" for n in range(400))
tags = []
for visit in range(40):
    tags.extend(re.findall(r"id='(\w+)'", page))
print(len(tags))
