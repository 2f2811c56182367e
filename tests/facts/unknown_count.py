import sys

lines = []
for line in sys.stdin:
    lines.append(line)

longest = []
for number in range(len(sys.argv)):
    longest.append("x" * 100)
