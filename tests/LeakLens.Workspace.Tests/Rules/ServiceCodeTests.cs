using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>How services are written: what looks like growth there and is none, or hardly matters, and what looks alike and stays a warning.</summary>
public sealed class ServiceCodeTests
{
    private const string Orders = "class Orders:\n    newest = {}\n\n    def __init__(self, pairs):\n        self.pairs = pairs\n\n    async def update(self, source, wanted):\n        for pair in {0}:\n            self.newest[pair] = Order(await source.price(pair))\n";

    private const string State = "from {0} import BaseModel\n\nclass State(BaseModel):\n    lines: list[str] = []\n\n    async def note(self, text):\n        self.lines.append({'text': text})\n";

    private const string Jobs = "from queue import Queue\n\nclass Jobs:\n    def __init__(self):\n        self.waiting = Queue()\n\n    def sort_out(self, case):\n        kept = []\n        while self.waiting.queue:\n            job = self.waiting.queue.popleft()\n            kept.append(job)\n{0}        return kept\n";

    private const string Talk = "def talk(source):\n    said = []\n    while True:\n        said.append({'role': 'user', 'content': {0}})\n        print(said[-1])\n";

    private const string Life = "from contextlib import asynccontextmanager\nfrom fastapi import FastAPI\n\n@asynccontextmanager\nasync def life(app{0}):\n    app.poller = Poller()\n    yield\n    await app.poller.stop()\n";

    private const string Remote = "import requests\n\nclass Remote:\n    def __init__(self):\n        self.session = requests.Session()\n\n    def post(self, command):\n        return self.session.post(command)\n\n    def stop(self):\n        {0}\n";

    private const string Logger = "import logging\n\nfrom names import Names\n\n\nclass Feed:\n    _logger = None\n\n    def __init__(self):\n        self.known = {}\n\n    @classmethod\n    def logger(cls):\n        if {0}:\n            cls._logger = logging.getLogger(Names.name_for(cls))\n        return cls._logger\n\n    async def listen(self, stream):\n        while True:\n            try:\n                message = await stream.get()\n                if message.key not in self.known:\n                    self.logger().debug('unknown')\n                    continue\n                self.known[message.key].update(message)\n            except Exception:\n                self.logger().error('unreadable')\n";

    private const string Chunks = "import os\n\ndef write(file):\n    block = os.urandom(16777216)\n    chunk = block\n    for i in range(1, 5):\n        chunk = {0}\n        file.write(chunk)\n";

    private const string Notices = "import asyncio\n\nasync def tell(feed, owner):\n    async for item in feed:\n        if item.is_old:\n            asyncio.create_task(owner.send(item))\n            {0}\n";

    private const string Locks = "async def cancel(orders, exchange):\n    for order in orders:\n        await order.lock.acquire()\n    {0}\n    for order in orders:\n        order.lock.release()\n    return len(orders)\n";

    private const string Node = "import requests\n\nclass Node:\n    def __init__(self):\n        self.session = requests.Session()\n        self.number = None\n\n    def ask(self, path):\n        return self.session.post(path, timeout=10).json()\n\n    def connect(self):\n        {0}\n\n    def disconnect(self):\n        self.number = None\n";

    [Theory]
    [InlineData("self.pairs", null)]
    [InlineData("wanted", FindingLevel.Warning)]
    public void Keys_that_the_object_has(string pairs, FindingLevel? expected) => Check("LL106", Orders, pairs, expected, isGateAsLoud: true);

    [Theory]
    [InlineData("break", FindingLevel.Note)]
    [InlineData("return", FindingLevel.Note)]
    [InlineData("raise StopAsyncIteration", FindingLevel.Note)]
    [InlineData("continue", FindingLevel.Warning)]
    [InlineData("for name in item.names:\n                break", FindingLevel.Warning)]
    [InlineData("await item.store()\n            break", FindingLevel.Note)]
    public void A_task_that_the_last_trip_starts(string next, FindingLevel? expected) => Check("LL407", Notices, next, expected, isGateAsLoud: false);

    [Theory]
    [InlineData("size = len(orders)", null)]
    [InlineData("orders.sort()", FindingLevel.Note)]
    [InlineData("await exchange.request(orders)", FindingLevel.Warning)]
    [InlineData("if exchange.is_closed:\n        return None", FindingLevel.Warning)]
    public void One_loop_takes_the_lock_of_each_and_another_gives_each_back(string between, FindingLevel? expected) => Check("LL209", Locks, between, expected, isGateAsLoud: false);

    [Theory]
    [InlineData("pydantic", null)]
    [InlineData("models", FindingLevel.Warning)]
    public void Fields_of_models_are_copied_for_each_object(string library, FindingLevel? expected) => Check("LL207", State, library, expected, isGateAsLoud: true);

    [Theory]
    [InlineData("", null)]
    [InlineData("            self.waiting.queue.append(job)\n", FindingLevel.Warning)]
    public void A_loop_that_cuts_down_what_it_asks_for(string more, FindingLevel? expected) => Check("LL105", Jobs, more, expected, isGateAsLoud: false);

    [Theory]
    [InlineData("input('> ')", FindingLevel.Note)]
    [InlineData("source.read()", FindingLevel.Warning)]
    public void A_person_types_each_of_them(string said, FindingLevel? expected) => Check("LL105", Talk, said, expected, isGateAsLoud: true);

    [Theory]
    [InlineData(": FastAPI", FindingLevel.Note)]
    [InlineData("", FindingLevel.Warning)]
    public void The_life_of_an_application(string type, FindingLevel? expected) => Check("LL209", Life, type, expected, isGateAsLoud: true);

    [Theory]
    [InlineData("return self.post('stop')", FindingLevel.Note)]
    [InlineData("self.stopped = True", FindingLevel.Warning)]
    public void A_method_that_tells_somebody_else_to_stop(string body, FindingLevel? expected) => Check("LL408", Remote, body, expected, isGateAsLoud: false);

    [Theory]
    [InlineData("self.number = self.ask('connect')", FindingLevel.Note)]
    [InlineData("self.number = self.session.get('connect', timeout=10)", FindingLevel.Note)]
    [InlineData("self.number = 1", FindingLevel.Warning)]
    [InlineData("self.ask('connect')", FindingLevel.Warning)]
    public void A_session_with_which_an_object_connects_again(string connect, FindingLevel? expected) => Check("LL408", Node, connect, expected, isGateAsLoud: true);

    [Theory]
    [InlineData("cls._logger is None", null)]
    [InlineData("cls.stale", FindingLevel.Warning)]
    public void What_a_class_makes_when_it_is_first_asked_for(string test, FindingLevel? expected) => Check("LL105", Logger, test, expected, isGateAsLoud: false);

    [Theory]
    [InlineData("block * (i ** 2)", null)]
    [InlineData("chunk * (i ** 2)", FindingLevel.Warning)]
    public void What_is_made_of_others_copies_nothing(string made, FindingLevel? expected) => Check("LL109", Chunks, made, expected, isGateAsLoud: false);

    private static void Check(string rule, string text, string part, FindingLevel? expected, bool isGateAsLoud)
    {
        var code = text.Replace("{0}", part, StringComparison.Ordinal);
        LevelOf(rule, code, RuleCatalogue.DefaultProfile).ShouldBe(expected);
        if (isGateAsLoud)
        {
            (LevelOf(rule, code, RuleCatalogue.StrictProfile) > FindingLevel.Note).ShouldBeTrue();
        }
    }

    private static FindingLevel? LevelOf(string rule, string text, string profile)
    {
        var catalogue = RuleCatalogue.BuiltIn;
        var rules = catalogue.FindProfile(profile).ShouldNotBeNull().Apply(catalogue.Rules);
        return Analyzer.Analyze(SourceText.From(text), new AnalysisOptions(rules)).Findings.FirstOrDefault(finding => finding.Rule.Id == rule)?.Level;
    }
}
