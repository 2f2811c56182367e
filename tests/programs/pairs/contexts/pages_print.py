import io

buffers = []
characters = 0
for number in range(1_500):
    page = io.StringIO()
    page.write("paragraph %d " % number * 300)
    characters += page.tell()
    buffers.append(page)
print(characters)
