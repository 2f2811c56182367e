import io

f = io.StringIO("".join(f"{n:>40}\n" for n in range(30000)))
s = []
while c := f.read(400):
    s = [c[:200] + c[200:].lower()]
f.close()
print(len(s) > 0)
