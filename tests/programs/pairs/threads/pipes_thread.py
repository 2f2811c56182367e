import queue
import threading

line = queue.Queue()
AMOUNT = 6_000


def consume():
    while True:
        message = line.get()
        if message["number"] == AMOUNT - 1:
            break


consumer = threading.Thread(target=consume)
consumer.start()
for number in range(AMOUNT):
    line.put({"number": number, "text": "message %d" % number})
consumer.join()
print("sent", AMOUNT)
