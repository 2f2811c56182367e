using LeakLens.Engine.Findings;

namespace LeakLens.Workspace.Tests.Fixes;

/// <summary>Fixes for what somebody else decides, for waiting and for stores: before and after.</summary>
public sealed class ExhaustionFixTests
{
    [Theory]
    [InlineData("add-timeout",
        "import requests\n\ndef ask(url):\n    return requests.get(url)\n",
        "import requests\n\ndef ask(url):\n    return requests.get(url, timeout=10)\n")]
    [InlineData("add-timeout",
        "import requests\n\nsession = requests.Session()\n\ndef ask(url):\n    return session.post(url, data=b'', timeout=None)\n",
        "import requests\n\nsession = requests.Session()\n\ndef ask(url):\n    return session.post(url, data=b'', timeout=10)\n")]
    [InlineData("read-at-most",
        "from flask import request\n\ndef upload():\n    data = request.files['file'].read()  # all of it\n    return str(len(data))\n",
        "from flask import request\n\ndef upload():\n    data = request.files['file'].read(10_000_000 + 1)  # all of it\n    if len(data) > 10_000_000:\n        raise ValueError(\"more than is expected\")\n    return str(len(data))\n")]
    [InlineData("limit-size",
        "from flask import request\n\ndef zeros():\n    n = int(request.args['n'])\n    return str([0] * n)\n",
        "from flask import request\n\ndef zeros():\n    n = int(request.args['n'])\n    if n > 10_000:\n        raise ValueError(\"n is more than is expected\")\n    return str([0] * n)\n")]
    [InlineData("limit-size",
        "from flask import request\n\ndef zeros():\n    return str([0] * int(request.args['n']))\n",
        "from flask import request\n\ndef zeros():\n    return str([0] * min(int(request.args['n']), 10_000))\n")]
    [InlineData("unpack-at-most",
        "import zlib\nfrom flask import request\n\ndef read():\n    return zlib.decompress(request.data)\n",
        "import zlib\nfrom flask import request\n\ndef read():\n    return zlib.decompressobj().decompress(request.data, 10_000_000)\n")]
    [InlineData("unpack-at-most",
        "import gzip\nimport zlib\nfrom flask import request\n\ndef read():\n    return gzip.decompress(request.data)\n",
        "import gzip\nimport zlib\nfrom flask import request\n\ndef read():\n    return zlib.decompressobj(wbits=31).decompress(request.data, 10_000_000)\n")]
    [InlineData("queue-size",
        "import queue\n\nlines = queue.Queue()\n\ndef listen(source):\n    while True:\n        lines.put(source.recv(1000))\n\ndef work():\n    return lines.get()\n",
        "import queue\n\nlines = queue.Queue(maxsize=1000)\n\ndef listen(source):\n    while True:\n        lines.put(source.recv(1000))\n\ndef work():\n    return lines.get()\n")]
    [InlineData("retry-cap",
        "from tenacity import retry\n\n@retry\ndef ask(url):\n    return url\n",
        "from tenacity import retry, stop_after_attempt\n\n@retry(stop=stop_after_attempt(5))\ndef ask(url):\n    return url\n")]
    [InlineData("retry-cap",
        "import backoff\n\n@backoff.on_exception(backoff.expo, OSError)\ndef ask(url):\n    return url\n",
        "import backoff\n\n@backoff.on_exception(backoff.expo, OSError, max_tries=5)\ndef ask(url):\n    return url\n")]
    [InlineData("limit-back",
        "from PIL import Image\n\nImage.MAX_IMAGE_PIXELS = None\n",
        "from PIL import Image\n\nImage.MAX_IMAGE_PIXELS = 89_478_485\n")]
    [InlineData("limit-back",
        "from lxml import etree\n\ndef parse(path):\n    return etree.parse(path, etree.XMLParser(huge_tree=True))\n",
        "from lxml import etree\n\ndef parse(path):\n    return etree.parse(path, etree.XMLParser(huge_tree=False))\n")]
    [InlineData("request-limit",
        "from flask import Flask, request\n\napp = Flask('notes')\n\n@app.post('/')\ndef note():\n    return str(request.get_json())\n",
        "from flask import Flask, request\n\napp = Flask('notes')\napp.config[\"MAX_CONTENT_LENGTH\"] = 16 * 1024 * 1024\n\n@app.post('/')\ndef note():\n    return str(request.get_json())\n")]
    [InlineData("take-before-try",
        "import threading\n\nSLOTS = threading.Semaphore(5)\n\ndef work(job):\n    try:\n        job.load()\n        SLOTS.acquire()\n        job.run()\n    finally:\n        SLOTS.release()\n",
        "import threading\n\nSLOTS = threading.Semaphore(5)\n\ndef work(job):\n    SLOTS.acquire()\n    try:\n        job.load()\n        job.run()\n    finally:\n        SLOTS.release()\n")]
    [InlineData("rotating-log",
        "import logging\nimport logging.handlers\n\nhandler = logging.FileHandler('app.log')\n",
        "import logging\nimport logging.handlers\n\nhandler = logging.handlers.RotatingFileHandler('app.log', maxBytes=10_000_000, backupCount=3)\n")]
    [InlineData("escape-pattern",
        "import re\nfrom flask import request\n\ndef find(page):\n    return re.findall(request.args['q'], page)\n",
        "import re\nfrom flask import request\n\ndef find(page):\n    return re.findall(re.escape(request.args['q']), page)\n")]
    [InlineData("limit-size",
        "import redis\nfrom flask import request\n\nstore = redis.Redis(socket_timeout=5)\n\ndef put():\n    text = request.data\n    store.set('note', text, ex=60)\n",
        "import redis\nfrom flask import request\n\nstore = redis.Redis(socket_timeout=5)\n\ndef put():\n    text = request.data\n    if len(text) > 65_536:\n        raise ValueError(\"text is more than is expected\")\n    store.set('note', text, ex=60)\n")]
    [InlineData("send-in-parts",
        "import redis\n\nstore = redis.Redis(socket_timeout=5)\n\ndef put(rows):\n    pipe = store.pipeline()\n    for row in rows:\n        pipe.setex(row, 60, 'x')\n    pipe.execute()\n",
        "import redis\n\nstore = redis.Redis(socket_timeout=5)\n\ndef put(rows):\n    pipe = store.pipeline()\n    for row in rows:\n        pipe.setex(row, 60, 'x')\n        if len(pipe) >= 1000:\n            pipe.execute()\n    pipe.execute()\n")]
    [InlineData("fetch-part",
        "import redis\n\nstore = redis.Redis(socket_timeout=5)\n\ndef log(name):\n    return store.lrange(name, 0, -1)\n",
        "import redis\n\nstore = redis.Redis(socket_timeout=5)\n\ndef log(name):\n    return store.lrange(name, 0, 999)\n")]
    [InlineData("fetch-part",
        "from pymongo import MongoClient\n\npages = MongoClient().site.pages\n\ndef all_pages():\n    return list(pages.find())\n",
        "from pymongo import MongoClient\n\npages = MongoClient().site.pages\n\ndef all_pages():\n    return list(pages.find().limit(1000))\n")]
    [InlineData("limit-in-broker",
        "from celery import Celery\n\napp = Celery('jobs', result_expires=None)\n",
        "from celery import Celery\n\napp = Celery('jobs', result_expires=3600)\n")]
    [InlineData("limit-in-broker",
        "from pymongo import MongoClient\n\npages = MongoClient().site.pages\n\nasync def log(page, entry):\n    pages.update_one({'_id': page}, {'$push': {'log': entry}})\n",
        "from pymongo import MongoClient\n\npages = MongoClient().site.pages\n\nasync def log(page, entry):\n    pages.update_one({'_id': page}, {'$push': {'log': {\"$each\": [entry], \"$slice\": -1000}}})\n")]
    public void What_is_too_much_gets_a_limit(string kind, string before, string after) => Offered.Check(kind, Applicability.Unsafe, before, after);
}
