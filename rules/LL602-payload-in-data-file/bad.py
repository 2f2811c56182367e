"""Code in data files, files that may run code, and files that are what they look like.

A function that ends in ``_bad`` runs what nobody would look for in such a file; the line is marked. One that ends in
``_ok`` must stay silent.
"""

import hashlib
import hmac
import json
import pickle
import pkgutil
import runpy
from importlib import resources
from pathlib import Path

import joblib


def data_file_bad():
    with open("resources.dat") as file:
        exec(file.read())  # expect: LL602


def picture_bad():
    exec((Path(__file__).parent / "logo.png").read_bytes())  # expect: LL602


def resource_bad():
    exec(pkgutil.get_data("shop", "tables.bin"))  # expect: LL602


def packaged_bad():
    code = resources.files("shop").joinpath("prices.json").read_text()
    exec(compile(code, "prices", "exec"))  # expect: LL602


def run_file_bad():
    runpy.run_path("cache.db")  # expect: LL602


def version_ok(namespace):
    with open("shop/_version.py") as file:
        exec(file.read(), namespace)


def settings_ok(namespace):
    exec(Path("settings.cfg").read_text(), namespace)


def tables_ok():
    with open("tables.json") as file:
        return json.load(file)


def model_with_digest_ok(path, expected):
    data = Path(path).read_bytes()
    if not hmac.compare_digest(hashlib.sha256(data).hexdigest(), expected):
        raise ValueError(path)
    return joblib.load(path)


def script_ok():
    return runpy.run_path("tools/build.py")


def own_cache_ok(value):
    with open("cache.pickle", "wb") as file:
        pickle.dump(value, file)
    with open("cache.pickle", "rb") as file:
        return pickle.load(file)
