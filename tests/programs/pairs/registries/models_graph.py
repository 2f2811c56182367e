class Meta(type):
    instances = []

    def __init__(cls, name, bases, body):
        super().__init__(name, bases, body)

    def __call__(cls, *arguments):
        instance = super().__call__(*arguments)
        Meta.instances.append(instance)
        return instance


class Model(metaclass=Meta):
    def __init__(self, key, body):
        self.key = key
        self.body = body


for key in range(5_000):
    Model(key, "body of %d" % key * 10)
print(len(Meta.instances) > 0)
