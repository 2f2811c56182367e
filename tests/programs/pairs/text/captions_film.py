captions = []
for scene in range(1_000):
    text = "🎬" + "scene %d " % scene * 60
    captions = text
print(len(captions))
