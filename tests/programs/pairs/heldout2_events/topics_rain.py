"""Publish and subscribe by topic; each order has a topic of its own while it is open."""
from collections import defaultdict
from functools import partial


class Broker:
    def __init__(self):
        self.topics = defaultdict(list)
        self.delivered = 0

    def listen(self, topic, callback):
        self.topics[topic].append(callback)
        return partial(self.stop, topic, callback)

    def stop(self, topic, callback):
        callbacks = self.topics[topic]
        callbacks.remove(callback)
        if not callbacks and topic == "system":
            del self.topics[topic]

    def publish(self, topic, **fields):
        for callback in list(self.topics.get(topic, ())):
            callback(topic, fields)
            self.delivered += 1


broker = Broker()
states = {}


def remember(topic, fields):
    states[fields["state"]] = states.get(fields["state"], 0) + 1


def run_order(number):
    topic = f"order:{number}"
    stop = broker.listen(topic, remember)
    for state in ("paid", "packed", "sent"):
        broker.publish(topic, state=state)
        if number % 9 == 0 and state == "packed":
            broker.publish(topic, state="delayed")
            break
    stop()


def main():
    broker.listen("system", remember)
    for number in range(4000):
        run_order(number)
    print(broker.delivered, states)


if __name__ == "__main__":
    main()
