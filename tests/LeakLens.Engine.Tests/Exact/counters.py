from collections import Counter, OrderedDict

words = Counter("the cat and the dog and the bird".split())
words.update(["cat", "fish"])
words.update({"dog": 5})
words["cow"] += 1
words.subtract({"the": 1, "ant": 2})
words.subtract(["bird"])
letters = Counter(letter for word in words for letter in word if letter in "aeiou")
order = OrderedDict((number, str(number)) for number in range(4))
order.move_to_end(1)
order.move_to_end(3, last=False)
first = order.popitem(last=False)
result = repr((sorted(words.items()), words["nothing"], words.most_common(2), sum(words.values()), sorted(letters.items()), list(order), first))
