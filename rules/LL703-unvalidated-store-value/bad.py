import json

import redis
from flask import Flask, request

app = Flask(__name__)  # expect: LL513
store = redis.Redis(socket_timeout=5)


@app.post("/note")
def note_bad():
    store.set("note", request.data, ex=60)  # expect: LL703
    return ""


@app.post("/profile")
def profile_bad():
    profile = request.get_json()
    store.setex("profile", 60, json.dumps(profile))  # expect: LL703
    return ""


@app.post("/title")
def title_bad():
    title = request.form["title"]
    store.set("title", title.strip(), ex=60)  # expect: LL703
    return ""


@app.post("/upload")
def upload_bad():
    data = request.files["file"].read()  # expect: LL502
    store.set("upload", data, ex=60)  # expect: LL703
    return ""


@app.post("/measured")
def measured_ok():
    data = request.data
    if len(data) > 65536:
        return "too long", 413
    store.set("note", data, ex=60)
    return ""


@app.post("/cut")
def cut_ok():
    store.set("title", request.form["title"][:200], ex=60)
    return ""


@app.post("/number")
def number_ok():
    store.set("number", int(request.form["number"]), ex=60)
    return ""


@app.post("/own")
def own_text_ok():
    store.set("state", "seen", ex=60)
    return request.data
