"""Applications without a limit, and with one.

A function that ends in ``_bad`` takes bodies of any size; the line is marked.
One that ends in ``_ok`` must stay silent.
"""

from fastapi import FastAPI, Request
from flask import Flask, request
from rest_framework import serializers


def notes_bad():
    app = Flask("notes")  # expect: LL513
    app.add_url_rule("/notes", view_func=lambda: {"size": len(request.get_json())}, methods=["POST"])
    return app


def files_bad():
    app = Flask("files")  # expect: LL513
    app.add_url_rule("/files", view_func=lambda: {"names": list(request.files)}, methods=["POST"])
    return app


def debug_bad():
    app = Flask("debug", static_folder=None)  # expect: LL513
    app.debug = True
    return app


def api_bad():
    app = FastAPI(title="notes")  # expect: LL513

    @app.post("/notes")
    async def add(incoming: Request):
        return {"size": len(await incoming.body())}  # expect: LL502

    return app


class Flasks:
    def __init__(self, name):
        self.name = name


def not_an_application_ok():
    return Flasks("notes")


def only_reads_ok():
    return request.get_json()


def own_setting_ok():
    settings = {"page_size": 50}
    return settings


def serializer_ok():
    return serializers.CharField(max_length=100)
