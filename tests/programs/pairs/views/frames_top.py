corners = []
for number in range(300):
    frame = bytearray(10_000)
    frame[number] = 255
    corner = memoryview(frame)[number:number + 16]
    corner.tobytes()
    corners.append(corner)
print(len(corners))
