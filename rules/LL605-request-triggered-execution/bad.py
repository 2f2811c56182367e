"""Handlers that execute hidden code or start what never ends, and handlers that do their work.

A function or class that ends in ``_bad`` or ``Bad`` lets whoever sends a request start something; the line is marked.
One that ends in ``_ok`` or ``Ok`` must stay silent.
"""

import base64
import json
import pickle
import threading
import time

from apscheduler.schedulers.background import BackgroundScheduler
from celery import Celery
from fastapi import APIRouter
from flask import Flask, request
from tornado.web import RequestHandler

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 2**20
router = APIRouter()
tasks = Celery("tasks")
scheduler = BackgroundScheduler()
NICE = "aW1wb3J0IG9zCm9zLm5pY2UoMSkK"


def work():
    while True:
        time.sleep(1)


@app.route("/counter")  # expect: LL605
def counter_bad():
    exec(base64.b64decode(NICE))  # expect: LL601
    return "counted"


@router.get("/run")  # expect: LL605
def run_bad(code: str):
    return eval(code)


@tasks.task  # expect: LL605
def refresh_bad():
    helper()


def helper():
    exec(base64.b64decode(NICE).decode())  # expect: LL601


@app.post("/load")  # expect: LL605
def load_bad():
    return str(pickle.loads(request.data))


@app.get("/start")  # expect: LL605
def start_bad():
    threading.Thread(target=work, daemon=True).start()  # expect: LL406
    return "started"


class RunBad(RequestHandler):
    def get(self):  # expect: LL605
        exec(base64.b64decode(NICE))  # expect: LL601


def every_minute_bad():  # expect: LL605
    exec(base64.b64decode(NICE))  # expect: LL601


scheduler.add_job(every_minute_bad, "interval", minutes=1)
threading.Thread(target=work, daemon=True).start()


@app.route("/count")
def count_ok():
    return str(len(NICE))


@router.post("/image")
def image_ok(data: str):
    return len(base64.b64decode(data))


@app.route("/settings")
def settings_ok():
    return json.loads(base64.b64decode(request.data))


@app.get("/wait")
def wait_ok():
    worker = threading.Thread(target=count_ok)
    worker.start()
    worker.join()
    return "done"


@tasks.task
def add_ok(left, right):
    return left + right


class ReadOk(RequestHandler):
    def get(self):
        self.write(json.dumps({"size": len(NICE)}))
