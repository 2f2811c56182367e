using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>Services that keep what requests bring: in the handler, through a helper, a method, an object; and those that look alike and keep no more than they should.</summary>
public sealed class ServiceGrowthTests
{
    private const string Http = "from http.server import BaseHTTPRequestHandler, HTTPServer\n";

    private const string Flask = "from flask import Flask, request\napp = Flask(__name__)\napp.config['MAX_CONTENT_LENGTH'] = 1 << 20\n";

    private const string Serve = "HTTPServer(('', 8000), H).serve_forever()\n";

    [Theory]
    [InlineData("from aiohttp import web\nresults = {}\ndef store(key, value):\n    results[key] = value\nasync def handle(request):\n    store(request.match_info['name'], await request.read())\n    return web.Response()\napp = web.Application()\napp.router.add_get('/{name}', handle)\n")]
    [InlineData("import asyncio\nlog = []\ndef note(line):\n    log.append(line)\nasync def serve(reader, writer):\n    while True:\n        line = await reader.readline()\n        if not line:\n            break\n        note(line)\n    writer.close()\nasync def main():\n    server = await asyncio.start_server(serve, '0.0.0.0', 9000)\n    await server.serve_forever()\nasyncio.run(main())\n")]
    [InlineData(Flask + "from collections import defaultdict\ncalls = defaultdict(list)\ndef note(who, when):\n    calls[who].append(when)\n@app.before_request\ndef before():\n    note(request.remote_addr, 1)\n@app.get('/')\ndef index():\n    return 'ok'\n")]
    [InlineData(Http + "from collections import Counter\nhits = Counter()\nclass H(BaseHTTPRequestHandler):\n    def do_GET(self):\n        hits[self.path] += 1\n" + Serve)]
    [InlineData("from django.http import HttpResponse\nfrom django.views import View\nhistory = []\ndef note(who, what):\n    history.append((who, what))\nclass Page(View):\n    def get(self, request):\n        note(request.META['REMOTE_ADDR'], request.GET.get('q'))\n        return HttpResponse('')\n")]
    [InlineData("from fastapi import FastAPI\napp = FastAPI()\nclass Log:\n    def __init__(self):\n        self.rows = []\n    def add(self, row):\n        self.rows.append(row)\nlog = Log()\n@app.post('/items')\ndef item(name: str):\n    log.add(name)\n    return {}\n")]
    [InlineData(Flask + "kept = []\nn = 0\n@app.post('/')\ndef post():\n    global n\n    n += 1\n    if n > 2:\n        kept.append(request.data)\n    return ''\n")]
    [InlineData(Flask + "sessions = {}\ndef remember(sid, body):\n    sessions[sid] = body\n@app.route('/login', methods=['POST'])\ndef login():\n    remember(request.cookies['sid'], request.data)\n    return 'ok'\n")]
    [InlineData(Http + "import json\norders = []\nclass H(BaseHTTPRequestHandler):\n    def do_POST(self):\n        body = json.loads(self.rfile.read(int(self.headers['Content-Length'])))\n        self.save(body)\n    def save(self, order):\n        orders.append(order)\n" + Serve)]
    [InlineData(Http + "agents = {}\ndef count(agent):\n    agents[agent] = agents.get(agent, 0) + 1\nclass H(BaseHTTPRequestHandler):\n    def do_GET(self):\n        count(self.headers.get('User-Agent'))\n        self.send_response(200)\n" + Serve)]
    [InlineData(Http + "seen = set()\nclass H(BaseHTTPRequestHandler):\n    def do_GET(self):\n        seen.add(self.path)\n" + Serve)]
    [InlineData("import socketserver\nkept = []\ndef keep(x):\n    kept.append(x)\nclass H(socketserver.StreamRequestHandler):\n    def handle(self):\n        keep(self.rfile.readline())\n")]
    [InlineData("import socketserver\nclass H(socketserver.BaseRequestHandler):\n    clients = {}\n    def handle(self):\n        self.register(self.client_address)\n    def register(self, who):\n        H.clients[who] = self.request.recv(100)\n")]
    [InlineData(Http + "hits = {}\ndef count(key):\n    hits[key] = hits.get(key, 0) + 1\ncount('start')\nclass H(BaseHTTPRequestHandler):\n    def do_GET(self):\n        count(self.path)\n" + Serve)]
    public void What_requests_bring_is_kept(string program)
    {
        LevelOf(program, RuleCatalogue.DefaultProfile).ShouldBe(FindingLevel.Warning);
        LevelOf(program, RuleCatalogue.StrictProfile).ShouldBeOneOf(FindingLevel.Warning, FindingLevel.Error);
    }

    [Theory]
    [InlineData("from aiohttp import web\nKINDS = frozenset({'day', 'week', 'month'})\nresults = {}\ndef store(key, value):\n    if key in KINDS:\n        results[key] = value\nasync def handle(request):\n    store(request.match_info['name'], await request.read())\n    return web.Response()\napp = web.Application()\napp.router.add_get('/{name}', handle)\n")]
    [InlineData("import asyncio\nlines = 0\ndef note(line):\n    global lines\n    lines += 1\nasync def serve(reader, writer):\n    while True:\n        line = await reader.readline()\n        if not line:\n            break\n        note(line)\n    writer.close()\nasync def main():\n    server = await asyncio.start_server(serve, '0.0.0.0', 9000)\n    await server.serve_forever()\nasyncio.run(main())\n")]
    [InlineData(Http + "import sqlite3\npools = {}\nSITES = {'north': 'north.db', 'south': 'south.db'}\ndef pool(site):\n    if site not in pools:\n        pools[site] = sqlite3.connect(SITES[site])\n    return pools[site]\nclass H(BaseHTTPRequestHandler):\n    site = 'north'\n    def do_GET(self):\n        pool(self.site).execute('select 1')\n" + Serve)]
    [InlineData("from django.http import HttpResponse\nfrom django.views import View\ndef note(history, who, what):\n    history.append((who, what))\nclass Page(View):\n    def get(self, request):\n        history = []\n        note(history, request.META['REMOTE_ADDR'], request.GET.get('q'))\n        return HttpResponse(len(history))\n")]
    [InlineData("from fastapi import FastAPI\napp = FastAPI()\nclass Log:\n    def __init__(self):\n        self.rows = []\n    def add(self, row):\n        self.rows.append(row)\n        if len(self.rows) > 1000:\n            del self.rows[:500]\nlog = Log()\n@app.post('/items')\ndef item(name: str):\n    log.add(name)\n    return {}\n")]
    [InlineData(Flask + "kept = []\nn = 0\n@app.post('/')\ndef post():\n    global n\n    n += 1\n    if n < 100:\n        kept.append(request.data)\n    return ''\n")]
    [InlineData(Flask + "sessions = {}\ndef remember(sid, body):\n    if len(sessions) >= 1000:\n        sessions.pop(next(iter(sessions)))\n    sessions[sid] = body\n@app.route('/login', methods=['POST'])\ndef login():\n    remember(request.cookies['sid'], request.data)\n    return 'ok'\n")]
    [InlineData(Http + "import json\nlast = {}\nclass H(BaseHTTPRequestHandler):\n    def do_POST(self):\n        body = json.loads(self.rfile.read(min(1000, int(self.headers['Content-Length']))))\n        self.save(body)\n    def save(self, order):\n        last['order'] = order\n" + Serve)]
    [InlineData(Http + "statuses = {}\ndef count(status):\n    statuses[status] = statuses.get(status, 0) + 1\nclass H(BaseHTTPRequestHandler):\n    def do_GET(self):\n        if self.path == '/':\n            count(200)\n        else:\n            count(404)\n" + Serve)]
    [InlineData(Http + "PAGES = ('/', '/about')\nseen = set()\nclass H(BaseHTTPRequestHandler):\n    def do_GET(self):\n        if self.path not in PAGES:\n            self.send_error(404)\n            return\n        seen.add(self.path)\n" + Serve)]
    [InlineData(Http + "from collections import Counter\nhits = Counter()\nclass H(BaseHTTPRequestHandler):\n    def do_GET(self):\n        match self.path:\n            case '/' | '/index':\n                hits[self.path] += 1\n" + Serve)]
    [InlineData("import socketserver\nclass H(socketserver.StreamRequestHandler):\n    def handle(self):\n        self.lines = []\n        self.note(self.rfile.readline())\n        self.note(self.rfile.readline())\n    def note(self, line):\n        self.lines.append(line)\n")]
    [InlineData("import socketserver\nfrom collections import deque\nkept = deque(maxlen=100)\ndef keep(x):\n    kept.append(x)\nclass H(socketserver.StreamRequestHandler):\n    def handle(self):\n        keep(self.rfile.readline())\n")]
    [InlineData("import socketserver\nclass H(socketserver.BaseRequestHandler):\n    clients = {}\n    def handle(self):\n        self.register(self.client_address)\n    def finish(self):\n        H.clients.pop(self.client_address, None)\n    def register(self, who):\n        H.clients[who] = self.request.recv(100)\n")]
    [InlineData(Http + "hits = {}\ndef count(key):\n    hits[key] = hits.get(key, 0) + 1\ncount('start')\nclass H(BaseHTTPRequestHandler):\n    def do_GET(self):\n        if self.path == '/a' or self.path == '/b':\n            count(self.path)\n" + Serve)]
    public void No_more_is_kept_than_should_be(string program)
    {
        LevelOf(program, RuleCatalogue.DefaultProfile).ShouldBeNull();
        LevelOf(program, RuleCatalogue.StrictProfile).ShouldBeNull();
    }

    /// <summary>Strangers choose what is asked for: to trust in there being few is for people.</summary>
    [Theory]
    [InlineData(Http + "pages = {}\ndef render(path):\n    if path not in pages:\n        pages[path] = '<h1>' + path + '</h1>'\n    return pages[path]\nclass H(BaseHTTPRequestHandler):\n    def do_GET(self):\n        self.wfile.write(render(self.path).encode())\n" + Serve)]
    public void Answers_to_whatever_is_asked_for(string program)
    {
        LevelOf(program, RuleCatalogue.DefaultProfile).ShouldBe(FindingLevel.Note);
        LevelOf(program, RuleCatalogue.StrictProfile).ShouldBeOneOf(FindingLevel.Warning, FindingLevel.Error);
    }

    /// <summary>A test that a key passed says nothing when the key is another one afterwards, or may be another one at each look.</summary>
    [Theory]
    [InlineData(Http + "hits = {}\nclass H(BaseHTTPRequestHandler):\n    def do_GET(self):\n        key = '/'\n        if key in ('/', '/about'):\n            key = self.path\n            hits[key] = 1\n" + Serve)]
    [InlineData(Http + "hits = {}\nPAGES = {'/'}\nclass H(BaseHTTPRequestHandler):\n    def do_GET(self):\n        PAGES.add(self.path)\n        if self.path in PAGES:\n            hits[self.path] = 1\n" + Serve)]
    [InlineData(Http + "import os\nhits = {}\nclass H(BaseHTTPRequestHandler):\n    @property\n    def place(self):\n        return self.path + os.urandom(8).hex()\n    def do_GET(self):\n        if self.place not in ('/',):\n            hits[self.place] = 1\n" + Serve)]
    [InlineData(Http + "hits = {}\nclass H(BaseHTTPRequestHandler):\n    def do_GET(self):\n        if self.path in ('/', '/about') or self.headers['x']:\n            hits[self.path] = 1\n" + Serve)]
    public void A_test_that_does_not_limit_the_keys(string program) => LevelOf(program, RuleCatalogue.StrictProfile).ShouldBeOneOf(FindingLevel.Warning, FindingLevel.Error);

    private static FindingLevel? LevelOf(string text, string profile)
    {
        var catalogue = RuleCatalogue.BuiltIn;
        var rules = catalogue.FindProfile(profile).ShouldNotBeNull().Apply(catalogue.Rules);
        return Analyzer.Analyze(SourceText.From(text), new AnalysisOptions(rules)).Findings
            .Where(static finding => finding.Rule.Family is not "exhaustion" || finding.Rule.Id is "LL106").Select(static finding => (FindingLevel?)finding.Level).Max();
    }
}
