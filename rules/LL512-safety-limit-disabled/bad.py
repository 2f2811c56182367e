"""Limits that are switched off, and limits that are set.

A function that ends in ``_bad`` leaves no limit; the line is marked.
One that ends in ``_ok`` must stay silent.
"""

import csv
import sys

import aiohttp.web
import grpc
import websockets
from PIL import Image


def any_image_bad(path):
    Image.MAX_IMAGE_PIXELS = None  # expect: LL512
    with Image.open(path) as image:
        return image.size


def any_field_bad(path):
    csv.field_size_limit(sys.maxsize)  # expect: LL512
    with open(path, newline="", encoding="utf-8") as file:
        return sum(1 for _ in csv.reader(file))


def any_number_bad(text):
    sys.set_int_max_str_digits(0)  # expect: LL512
    return int(text)


async def any_message_bad(address):
    async with websockets.connect(address, max_size=None) as socket:  # expect: LL512
        return await socket.recv()


def any_body_bad():
    return aiohttp.web.Application(client_max_size=0)  # expect: LL512


def any_rpc_bad(pool):
    options = [
        ("grpc.max_send_message_length", 2**20),
        ("grpc.max_receive_message_length", -1),  # expect: LL512
    ]
    return grpc.server(pool, options=options)


def large_images_ok(path):
    Image.MAX_IMAGE_PIXELS = 500_000_000
    with Image.open(path) as image:
        return image.size


def long_fields_ok():
    csv.field_size_limit(10_000_000)


def from_settings_ok(settings):
    Image.MAX_IMAGE_PIXELS = settings.most_pixels


async def large_messages_ok(address):
    async with websockets.connect(address, max_size=2**24) as socket:
        return await socket.recv()


def large_bodies_ok():
    return aiohttp.web.Application(client_max_size=16 * 1024**2)


def restored_ok():
    sys.set_int_max_str_digits(4300)


class Thumbnails:
    MAX_IMAGE_PIXELS = None


def own_attribute_ok(thumbnails):
    thumbnails.MAX_IMAGE_PIXELS = None
