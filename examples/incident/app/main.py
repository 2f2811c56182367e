"""A small web service with three pages. One of them is not what it looks like.

``leaklens scan examples/incident`` tells what ``/counter`` does, and ``leaklens decode examples/incident/app/main.py`` prints the code behind it.
Do not run it.
"""

import base64
from pathlib import Path

from flask import Flask, jsonify

app = Flask(__name__)
resources = Path(__file__).parent / "resources.dat"
visits = {"home": 0, "counter": 0}


def load_resources():
    encoded = resources.read_text()
    return base64.b64decode(encoded)


@app.route("/")
def home():
    visits["home"] += 1
    return jsonify(message="hello")


@app.route("/health")
def health():
    return jsonify(status="up")


@app.route("/counter")
def counter():
    visits["counter"] += 1
    exec(load_resources(), {})
    return jsonify(visits)


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=5000)
