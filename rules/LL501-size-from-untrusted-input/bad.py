"""Sizes that somebody else decides, and sizes that are bounded.

A function that ends in ``_bad`` takes as much as it is told; the line is marked.
One that ends in ``_ok`` must stay silent.
"""

import socket
import struct
from http.server import BaseHTTPRequestHandler

import numpy as np
from django.http import HttpResponse
from fastapi import FastAPI, Query
from flask import abort, request
from pydantic import BaseModel, Field

app = FastAPI()
MOST = 10_000


def zeros_bad():
    n = int(request.args["n"])
    return {"values": [0] * n}  # expect: LL501


def repeated_text_bad():
    text = input("Enter data: ")
    return text * 1_000_000  # expect: LL501


def array_bad():
    rows = int(request.form.get("rows", 10))
    return np.zeros((rows, 10)).tolist()  # expect: LL501


def power_bad():
    return str(2 ** int(request.args.get("exponent")))  # expect: LL501


def checked_from_below_bad():
    n = int(request.args["n"])
    if n < 0:
        abort(400)
    return {"buffer": bytes(n).hex()}  # expect: LL501


def json_bad():
    wanted = request.get_json()
    return {"text": "-" * wanted["width"]}  # expect: LL501


@app.get("/line")
def routed_bad(width: int = 80):
    return {"line": "=" * width}  # expect: LL501


def view_bad(request):
    size = int(request.GET.get("size", "1"))
    return HttpResponse(b"x" * size)  # expect: LL501


def make_buffer(size):
    return bytearray(size)  # expect: LL501


def through_function():
    return {"buffer": make_buffer(int(request.args["size"])).hex()}


def receive_bad(connection: socket.socket):
    (length,) = struct.unpack("!I", connection.recv(4))
    return bytearray(length)  # expect: LL501


class Padding(BaseModel):
    width: int
    few: int = Field(8, le=100)


@app.post("/pad")
def padded_bad(padding: Padding):
    return {"few": " " * padding.few, "many": " " * padding.width}  # expect: LL501


def checked_ok():
    n = int(request.args["n"])
    if n > MOST:
        abort(400)
    return {"values": [0] * n}


def least_ok():
    n = min(int(request.args["n"]), MOST)
    return {"values": [0] * n}


def raised_ok():
    n = int(request.args["n"])
    if not 0 < n <= MOST:
        raise ValueError("too many")
    return {"values": [0] * n}


def clamped_ok():
    n = int(request.args["n"])
    if n > MOST:
        n = MOST
    return {"values": [0] * n}


def chosen_ok():
    size = request.args["size"]
    if size not in {"1", "2", "4"}:
        abort(400)
    return {"values": [0] * int(size)}


def short_text_ok():
    text = input("Enter data: ")
    if len(text) > 1000:
        raise ValueError("Input too long (max 1000 characters)")
    return text * 1000


def as_long_as_sent_ok():
    names = request.args.getlist("name")
    return [0] * len(names)


@app.get("/limited")
def routed_ok(width: int = Query(80, le=200)):
    return {"line": "=" * width}


def check(n):
    if n > MOST:
        raise ValueError(n)


def checked_elsewhere_ok():
    n = int(request.args["n"])
    check(n)
    return {"values": [0] * n}


def short_number_ok(connection: socket.socket):
    (length,) = struct.unpack("!H", connection.recv(2))
    return bytearray(length)


def remainder_ok():
    return {"values": [0] * (int(request.args["n"]) % MOST)}


def caller_decides_ok(n):
    return [0] * n


class HandlerOk(BaseHTTPRequestHandler):
    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        if length > 2**20:
            self.send_error(413)
            return
        self.wfile.write(self.rfile.read(length))
