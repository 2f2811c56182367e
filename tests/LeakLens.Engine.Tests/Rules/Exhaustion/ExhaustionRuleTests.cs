using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Rules.Exhaustion;

/// <summary>Programs on which one rule of the family speaks, and their look-alikes, beside those of the rules' folders.</summary>
public sealed class ExhaustionRuleTests
{
    [Theory]
    [InlineData("LL505", "import re\nPATTERN = re.compile('(a+)+$')\n")]
    [InlineData("LL505", "import re\nPATTERN = re.compile(\n    '(?:[a-z]+'\n    '[0-9]?)*!')\n")]
    [InlineData("LL505", "import re\nfrom flask import request\ndef f():\n    return re.search(r'\\s+$', request.args['q'])\n")]
    [InlineData("LL505", "import re\nfrom flask import request\nP = re.compile(r'\\s+$')\ndef f():\n    return P.sub('', request.args['q'])\n")]
    [InlineData("LL505", "import re\nfrom flask import request\ndef f(names):\n    return re.findall(request.args['q'], names)\n")]
    [InlineData("LL506", "from requests import get as fetch\ndef f(url):\n    return fetch(url)\n")]
    [InlineData("LL506", "import requests\nclass C:\n    def __init__(self):\n        self.s = requests.Session()\n    def f(self, url):\n        return self.s.post(url, data=b'')\n")]
    [InlineData("LL508", "import requests\ndef f(url):\n    while 1:\n        try:\n            r = requests.get(url, timeout=1)\n        except (requests.Timeout, ValueError):\n            pass\n        else:\n            return r\n")]
    [InlineData("LL511", "def f(n):\n    return f(n + 1)\n")]
    [InlineData("LL506", "import socket\ndef f(host, other, timeout):\n    if timeout:\n        return socket.create_connection((host, 80), timeout)\n    else:\n        return socket.create_connection((other, 80))\n")]
    [InlineData("LL508", "import signal\nsignal.alarm(0)\ndef f(s, path):\n    while True:\n        try:\n            s.connect(path)\n            break\n        except OSError:\n            continue\n")]
    [InlineData("LL509", "import queue\nLINES = queue.Queue()\ndef f(pipe):\n    while True:\n        LINES.put(pipe.recv())\ndef g():\n    return LINES.get()\n")]
    [InlineData("LL511", "class A:\n    def f(self, n=0):\n        return self.f(n=n + 1)\n")]
    [InlineData("LL511", "def f(*rest):\n    return f(*rest, 1)\n")]
    [InlineData("LL511", "import sys\nDEPTH = 2 * int(1e5)\nsys.setrecursionlimit(DEPTH)\n")]
    [InlineData("LL508", "import tenacity\n@tenacity.retry(wait=tenacity.wait_exponential(max=60))\ndef f():\n    pass\n")]
    [InlineData("LL512", "import csv\nMOST = 2**40\ncsv.field_size_limit(MOST)\n")]
    [InlineData("LL512", "from PIL import Image\nLIMIT = None\nImage.MAX_IMAGE_PIXELS = LIMIT\n")]
    [InlineData("LL512", "from PIL import Image as I\nI.MAX_IMAGE_PIXELS = float('inf')\n")]
    [InlineData("LL512", "INSTALLED_APPS = []\nDATA_UPLOAD_MAX_MEMORY_SIZE = None\n")]
    [InlineData("LL512", "from flask import Flask\napp = Flask('a')\napp.config['MAX_CONTENT_LENGTH'] = None\n")]
    [InlineData("LL513", "from flask import Flask, request\napp = Flask('a')\n@app.post('/')\ndef f():\n    return str(request.get_json())\n")]
    [InlineData("LL513", "INSTALLED_APPS = []\nREST_FRAMEWORK = {'PAGE_SIZE': 10}\n")]
    public void Speaks(string rule, string program) => Findings(rule, program).ShouldHaveSingleItem();

    [Theory]
    [InlineData("LL505", "import re\nPATTERN = re.compile('a+$')\n")]
    [InlineData("LL505", "import re\ndef f(text):\n    return re.search(r'\\s+$', text)\n")]
    [InlineData("LL505", "import re\nfrom flask import request\ndef f(names):\n    return re.findall(re.escape(request.args['q']), names)\n")]
    [InlineData("LL505", "import re\ndef f(flags):\n    return re.compile('(a+)+$', flags)\n")]
    [InlineData("LL506", "import requests\nimport socket\nfrom urllib.request import urlopen\nsocket.setdefaulttimeout(5)\ndef f(url):\n    return urlopen(url)\n")]
    [InlineData("LL506", "import signal\nfrom urllib.request import urlopen\ndef f(url):\n    signal.alarm(5)\n    return urlopen(url)\n")]
    [InlineData("LL508", "import requests\ndef f(url, n):\n    try:\n        return requests.get(url, timeout=1)\n    except requests.Timeout:\n        if n == 0:\n            raise\n        return f(url, n)\n")]
    [InlineData("LL505", "import re\nNAME = re.match('(.*//*)*(.*)[.].*', __file__)\n")]
    [InlineData("LL505", "import re\nNAME = re.match('(a+)+$', 'aaa')\n")]
    [InlineData("LL505", "from flask import request\ndef f(store):\n    return store.search(request.args['q'])\n")]
    [InlineData("LL513", "from flask import Flask\napp = Flask('a')\ndef f(rows):\n    return rows.data\n")]
    [InlineData("LL511", "def f(n):\n    if n:\n        return f(n - 1)\n    return 0\n")]
    [InlineData("LL511", "def f(n):\n    try:\n        return f(n)\n    except RecursionError:\n        return 0\n")]
    [InlineData("LL511", "class A:\n    def f(self):\n        return self.g.f()\n")]
    [InlineData("LL511", "def f(key, f=dict.get):\n    return f(key, 1)\n")]
    [InlineData("LL511", "def f(name):\n    return f(name, strict=True)\n")]
    [InlineData("LL511", "class A:\n    def f(self):\n        return self.f([1])\n")]
    [InlineData("LL511", "def f(a, *, b):\n    return f(a)\n")]
    [InlineData("LL506", "import socket\ndef f(host, timeout):\n    if timeout:\n        return socket.create_connection((host, 80), timeout)\n    else:\n        return socket.create_connection((host, 80))\n")]
    [InlineData("LL506", "import http.client\ndef f(host):\n    try:\n        return http.client.HTTPConnection(host, timeout=9)\n    except TypeError:\n        return http.client.HTTPConnection(host)\n")]
    [InlineData("LL508", "import signal\nclass Limit:\n    def __enter__(self):\n        signal.alarm(5)\n    def __exit__(self, *_):\n        signal.alarm(0)\ndef f(s, path):\n    with Limit():\n        while True:\n            try:\n                s.connect(path)\n                break\n            except OSError:\n                continue\n")]
    [InlineData("LL508", "import requests\ndef f(url):\n    while True:\n        answer = None\n        try:\n            answer = requests.get(url, timeout=1)\n            if answer.status_code == 429:\n                continue\n        except requests.RequestException:\n            pass\n        return answer\n")]
    [InlineData("LL509", "import queue\nREADY = queue.Queue()\ndef f(self, pipe):\n    while True:\n        READY.put(self.number)\n        pipe.recv()\ndef g():\n    return READY.get()\n")]
    [InlineData("LL512", "DATA_UPLOAD_MAX_MEMORY_SIZE = None\n")]
    [InlineData("LL513", "from flask import Flask, request\napp = Flask('a')\napp.config.from_object('settings')\n@app.post('/')\ndef f():\n    return str(request.get_json())\n")]
    [InlineData("LL513", "from flask import Flask, request\napp = Flask('a')\napp.config['MAX_CONTENT_LENGTH'] = 1000\n@app.post('/')\ndef f():\n    return str(request.get_json())\n")]
    public void Says_nothing(string rule, string program) => Findings(rule, program).ShouldBeEmpty();

    [Theory]
    [InlineData("LL506", "import requests\ndef f(url):\n    return requests.get(url)\n", FindingLevel.Warning)]
    [InlineData("LL506", "import requests\ndef f(url):\n    return requests.get(url)\ndef main():\n    for url in open('list'):\n        f(url)\nif __name__ == '__main__':\n    main()\n", FindingLevel.Note)]
    [InlineData("LL506", "import requests\nclass A:\n    def f(self, url):\n        return requests.get(url)\ndef main():\n    A().f('http://a.b')\nmain()\n", FindingLevel.Note)]
    [InlineData("LL506", "import requests\ndef f(url):\n    return requests.get(url)\ndef main(url):\n    while True:\n        f(url)\nmain('http://a.b')\n", FindingLevel.Warning)]
    [InlineData("LL506", "import requests\nfrom threading import Thread\ndef f(url='http://a.b'):\n    return requests.get(url)\nf()\nThread(target=f).start()\n", FindingLevel.Warning)]
    [InlineData("LL506", "import sys\nimport requests\ndef main(args=None):\n    args = args or sys.argv\n    requests.get(args[1])\n", FindingLevel.Note)]
    [InlineData("LL506", "import click\nimport requests\ndef f(url):\n    return requests.get(url)\n@click.command()\n@click.argument('url')\ndef main(url):\n    f(url)\n", FindingLevel.Note)]
    [InlineData("LL506", "import click\nimport requests\n@click.group()\ndef tool():\n    pass\n@tool.command()\ndef main(url):\n    requests.get(url)\n", FindingLevel.Note)]
    [InlineData("LL506", "import requests\nfrom django.core.management.base import BaseCommand\nclass Command(BaseCommand):\n    def handle(self, **options):\n        self.f('http://a.b')\n    def f(self, url):\n        return requests.get(url)\n", FindingLevel.Note)]
    [InlineData("LL506", "import requests\nfrom web import Handler, route\nclass Command(Handler):\n    def handle(self, url):\n        requests.get(url)\n", FindingLevel.Warning)]
    [InlineData("LL506", "import requests\nfrom web import route\n@route()\ndef main(url):\n    requests.get(url)\n", FindingLevel.Warning)]
    [InlineData("LL506", "import requests\ndef f(port):\n    return requests.get(f'http://localhost:{port}/')\n", FindingLevel.Note)]
    [InlineData("LL506", "import requests\ndef f(port):\n    return requests.get('http://127.0.0.1:%d/' % port)\n", FindingLevel.Note)]
    [InlineData("LL506", "import requests\ndef f(port):\n    return requests.get(f'http://localhosts.org:{port}/')\n", FindingLevel.Warning)]
    [InlineData("LL506", "import socket\ndef f(port):\n    return socket.create_connection(('localhost', port))\n", FindingLevel.Note)]
    [InlineData("LL505", "import re\ndef f(text):\n    return re.sub('(a+)+$', '', text)\nif __name__ == '__main__':\n    print(f(open('a').read()))\n", FindingLevel.Note)]
    [InlineData("LL505", "import re\nP = re.compile('(a+)+$')\ndef f(text):\n    return P.sub('', text)\nprint(f(open('a').read()))\n", FindingLevel.Note)]
    [InlineData("LL505", "import re\nmatch = re.compile('(a+)+$').match\ndef f(text):\n    return match(text)\n", FindingLevel.Warning)]
    public void Says_how_much_it_matters(string rule, string program, FindingLevel level) => Findings(rule, program).ShouldHaveSingleItem().Level.ShouldBe(level);

    [Fact]
    public void A_pattern_is_told_with_a_text_that_shows_it()
    {
        var finding = Findings("LL505", "import re\nPATTERN = re.compile('(?:a|aa)+$')\n").ShouldHaveSingleItem();

        finding.Message.ShouldBe("This pattern backtracks exponentially: \"a\" + \"aaa\" * 40 + \"\\x00\" keeps it busy for hours, and no other thread runs meanwhile");
        finding.Explanation.ShouldContain("A text that shows it: \"a\" + \"aaa\" * 40 + \"\\x00\"");
    }

    private static ImmutableArray<Finding> Findings(string id, string program)
    {
        var rule = new RuleDescriptor(id, "name", "exhaustion", FindingLevel.Error, "summary", [], [], ImmutableDictionary<string, double>.Empty);
        return Analyzer.Analyze(SourceText.From(program), new AnalysisOptions(new RuleSet([rule])), CancellationToken.None).Findings;
    }
}
