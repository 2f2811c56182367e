# %% [markdown]
# Frames of an animation. Every frame is kept "to look at later", and a notebook's kernel lives for days.

# %% Size of a frame
PIXELS = 50_000
SHADES = 40

# %% Draw each shade, and keep every frame
frames = []
for shade in range(SHADES):
    frame = [shade] * PIXELS
    frames.append(frame)

print(len(frames), "frames")

# %% Draw each shade, and keep the newest frame only
for shade in range(SHADES):
    newest = [shade] * PIXELS

print(newest[0], "is the last shade")

# %% A title for each of a few frames
titles = []
for shade in range(0, SHADES, 10):
    titles.append("shade " + str(shade))

print(titles)

# %% How bright the animation is as a whole
brightness = 0
for frame in frames:
    brightness += frame[0] * len(frame)

print(brightness / (SHADES * PIXELS))
