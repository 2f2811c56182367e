"""Resource factory with life cycle management."""
import itertools
from typing import Callable, Dict, Type


class Resource:
    """Base class of all managed resources."""

    _ids = itertools.count(1)

    def __init__(self, payload: bytes) -> None:
        self.identifier = f"{type(self).__name__.lower()}-{next(self._ids)}"
        self.payload = payload

    def process(self) -> int:
        """Process the payload and return its length."""
        return len(self.payload)


class ImageResource(Resource):
    """An image."""


class VideoResource(Resource):
    """A video; it processes twice."""

    def process(self) -> int:
        return super().process() * 2


class ResourceFactory:
    """Creates resources and keeps track of the ones in use."""

    _kinds: Dict[str, Type[Resource]] = {"image": ImageResource, "video": VideoResource}
    _instances: Dict[str, Resource] = {}

    @classmethod
    def create(cls, kind: str, payload: bytes) -> Resource:
        """Create a resource of the given kind."""
        resource = cls._kinds[kind](payload)
        cls._instances[resource.identifier] = resource
        return resource

    @classmethod
    def dispose(cls, resource: Resource) -> None:
        """Dispose of the resource and release its memory."""
        cls._instances.pop(resource.identifier, None)


def with_resource(kind: str, payload: bytes, action: Callable[[Resource], int]) -> int:
    """Run the action with a resource and always dispose of it."""
    resource = ResourceFactory.create(kind, payload)
    try:
        return action(resource)
    finally:
        ResourceFactory.dispose(resource)


processed = 0
for number in range(3000):
    kind = "video" if number % 3 == 0 else "image"
    processed += with_resource(kind, bytes(800), lambda resource: resource.process())
print(processed)
