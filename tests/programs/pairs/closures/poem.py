def writer():
    text = ""

    def write(line):
        nonlocal text
        text = line + "\n"
        return len(text)

    return write


write = writer()
for number in range(12_000):
    length = write("verse %d of the long song" % number)
print(length)
