import io

transcript = io.StringIO()
for n in range(20_000):
    print("speaker", n % 3, "says sentence", n, file=transcript)
    if n % 100 == 99:
        transcript.seek(0)
        transcript.read()
print(transcript.tell() > 0)
