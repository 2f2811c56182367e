"""Data that is unpacked without a limit, and data that is not.

A function that ends in ``_bad`` unpacks whatever comes; the line is marked.
One that ends in ``_ok`` must stay silent.
"""

import base64
import bz2
import gzip
import io
import tarfile
import zipfile
import zlib

from flask import abort, request

LIMIT = 2**24


def gzip_bad():
    data = request.get_data()  # expect: LL502
    return gzip.decompress(data).decode()  # expect: LL503


def small_body_bad():
    data = request.get_data()  # expect: LL502
    if len(data) > 65536:
        abort(413)
    return zlib.decompress(data)  # expect: LL503


def cookie_bad():
    return zlib.decompress(base64.urlsafe_b64decode(request.cookies["state"]))  # expect: LL503


def archive_bad(folder):
    with zipfile.ZipFile(request.files["archive"].stream) as archive:
        archive.extractall(folder)  # expect: LL503


def unpack(data):
    return bz2.decompress(data)  # expect: LL503


def through_function():
    return unpack(base64.b64decode(request.form["data"]))  # the line is marked in unpack


def limited_ok():
    unpacker = zlib.decompressobj()
    text = unpacker.decompress(base64.b64decode(request.form["data"]), LIMIT)
    if unpacker.unconsumed_tail:
        abort(413)
    return text


def own_file_ok(path):
    with gzip.open(path) as file:
        return file.read(LIMIT)


def own_data_ok(data):
    return zlib.decompress(data)


def own_archive_ok(path, folder):
    with tarfile.open(path) as archive:
        archive.extractall(folder, filter="data")


def compress_ok():
    return zlib.compress(base64.b64decode(request.form["data"]))


def memory_ok():
    return io.BytesIO(zlib.decompress(b"x"))
