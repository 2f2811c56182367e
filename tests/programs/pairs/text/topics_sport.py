import sys

topics = []
for number in range(5_000):
    topic = "topic/%04d/" % (number % 20) * 70
    topics.append(topic)
print(len(topics), len(set(topics)))
