using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>What is so, and hardly matters where it is, is a note for people or nothing; the profile for gates excuses none of it, and what looks alike and matters stays a warning.</summary>
public sealed class ExcusedFindingTests
{
    private const string Cached = "import functools\n\nclass Finder:\n    def __init__(self, places):\n        self.places = places\n\n    @functools.lru_cache(maxsize=None)\n    def find(self, name):\n        return [place for place in self.places if name in place]\n\n";

    private const string Service = "import socket\n\nclass Station:\n    def run(self):\n        self.line = socket.socket()\n        self.line.listen()\n";

    private const string Close = "\n    def close(self):\n        self.open = False\n";

    private const string Part = "import atexit\n\nclass Sound:\n    def __init__(self):\n        atexit.register(self.off)\n\n    def off(self):\n        print('off')\n\n";

    private const string Flow = "class Flow:\n    def lock(self):\n        self.failed = not self.disk.lock()\n\n    def unlock(self):\n        self.disk.unlock()\n\n    def work(self):\n        self.lock()\n        if self.{0}:\n            return\n        self.count += 1\n        self.unlock()\n";

    private const string Old = "import os\nimport sys\nimport tempfile\n\n{0}:\n    def spare(text):\n        name = tempfile.mkstemp()[1]\n        os.rename(name, text)\n";

    private const string Registry = "class Registry:\n    def __init__(self):\n        self.missing = {}\n\n";

    private const string Register = "\n    def take(self, plugin):\n        for kind in plugin.kinds:\n            self.add(kind)\n\nregistry = Registry()\n";

    private const string Server = "import threading\n\nclass Server:\n    def run(self):\n        while True:\n            client = self.line.accept()\n            thread = threading.Thread(target=self.handle, args=(client,))\n            thread.start()\n\n    def handle(self, client):\n";

    [Theory]
    [InlineData("LL402", Cached, FindingLevel.Note)]
    [InlineData("LL402", Cached + "def search(place):\n    return Finder([place]).find('a')\n", FindingLevel.Warning)]
    [InlineData("LL402", Cached + "    def __eq__(self, other):\n        return self.places == other.places\n", FindingLevel.Warning)]
    [InlineData("LL402", Cached + "    def close(self):\n        self.places.clear()\n", FindingLevel.Warning)]
    [InlineData("LL408", Service + "        while True:\n            print(self.line.accept())\n" + Close, FindingLevel.Note)]
    [InlineData("LL408", Service + Close, FindingLevel.Warning)]
    [InlineData("LL408", Service + "\n    def close(self):\n        self.line.shutdown(socket.SHUT_RDWR)\n", FindingLevel.Note)]
    [InlineData("LL406", "import subprocess\n\ndef copy(text):\n    clip = subprocess.Popen('xclip', stdin=subprocess.PIPE, stdout=subprocess.PIPE)\n    clip.stdin.write(text)\n    clip.stdin.close()\n", FindingLevel.Note)]
    [InlineData("LL406", "import subprocess\n\ndef start(command):\n    child = subprocess.Popen(command, stdout=subprocess.PIPE)\n    print(child.pid)\n", FindingLevel.Warning)]
    [InlineData("LL404", Part + "class Window:\n    def __init__(self):\n        self.sound = Sound()\n", FindingLevel.Note)]
    [InlineData("LL404", Part + "class Window:\n    def play(self):\n        self.sound = Sound()\n", FindingLevel.Warning)]
    [InlineData("LL404", "waiting = []\n\ndef look():\n    waiting.pop(0).poll()\n\nclass Child:\n    def __del__(self):\n        waiting.append(self)\n", FindingLevel.Note)]
    [InlineData("LL404", "waiting = []\n\nclass Child:\n    def __del__(self):\n        waiting.append(self)\n", FindingLevel.Warning)]
    public void Objects_of_which_there_is_one(string rule, string code, FindingLevel expected)
    {
        LevelOf(rule, code, RuleCatalogue.DefaultProfile).ShouldBe(expected);
        LevelOf(rule, code, RuleCatalogue.StrictProfile).ShouldBe(FindingLevel.Warning);
    }

    [Theory]
    [InlineData("if sys.version_info[0] == 2", null)]
    [InlineData("if sys.version_info < (3,)", null)]
    [InlineData("if sys.version_info >= (3, 0):\n    pass\nelse", null)]
    [InlineData("if not sys.version_info.major > 2", null)]
    [InlineData("if sys.version_info < (3, 12)", FindingLevel.Warning)]
    [InlineData("if sys.version_info[0] >= 3", FindingLevel.Warning)]
    public void Blocks_that_only_Python_2_runs(string test, FindingLevel? expected)
    {
        var code = Old.Replace("{0}", test, StringComparison.Ordinal);
        LevelOf("LL408", code, RuleCatalogue.DefaultProfile).ShouldBe(expected);
        LevelOf("LL408", code, RuleCatalogue.StrictProfile).ShouldBe(FindingLevel.Warning);
    }

    [Theory]
    [InlineData("LL105", "class Rows:\n    def __getitem__(self, index):\n        return self.rows[index]\n\nclass Names(Rows):\n    def all(self):\n        names = []\n        for row in self:\n            names.append(row.name)\n        return names\n", null)]
    [InlineData("LL106", "class Client:\n    plurals = {}\n\n    def extend(self, module):\n        for kind in module.kinds:\n            if issubclass(kind, Client):\n                self.plurals.update({kind.plural: kind.name})\n\n    def run(self, modules):\n        for module in modules:\n            self.extend(module)\n", null)]
    [InlineData("LL107", Registry + "    def add(self, kind):\n        try:\n            kind.check()\n        except ValueError as error:\n            self.missing[kind] = error\n" + Register, FindingLevel.Note)]
    [InlineData("LL107", Registry + "    def add(self, kind):\n        try:\n            kind.check()\n        except ValueError as error:\n            self.missing[kind.read()] = error\n" + Register, FindingLevel.Warning)]
    [InlineData("LL207", "class List:\n    columns = ['id']\n\n    def extend(self, rows):\n        for row in rows:\n            if 'name' in row:\n                self.columns.insert(1, 'name')\n                break\n", FindingLevel.Note)]
    [InlineData("LL209", "from tool import unlock\n\ndef look(tool, name):\n    tool.lock(tool)\n    try:\n        place = tool.place(name)\n    finally:\n        unlock(-1)\n    if place is None:\n        return None\n    tool.lock(tool)\n    try:\n        return tool.rows(place)\n    finally:\n        tool.unlock(tool)\n", null)]
    [InlineData("LL406", Server + "        try:\n            while True:\n                self.serve(client)\n        except EOFError:\n            client.close()\n", FindingLevel.Note)]
    [InlineData("LL406", Server + "        try:\n            while True:\n                self.serve(client)\n        except KeyboardInterrupt:\n            client.close()\n", FindingLevel.Warning)]
    [InlineData("LL408", "import os\n\ndef empty(path):\n    os.open(path, 'wb').close\n", null)]
    public void Code_as_others_wrote_it(string rule, string code, FindingLevel? expected) => LevelOf(rule, code, RuleCatalogue.DefaultProfile).ShouldBe(expected);

    [Theory]
    [InlineData("failed", null)]
    [InlineData("stopped", FindingLevel.Warning)]
    public void What_did_not_begin_is_not_to_be_ended(string flag, FindingLevel? expected) =>
        LevelOf("LL209", Flow.Replace("{0}", flag, StringComparison.Ordinal), RuleCatalogue.DefaultProfile).ShouldBe(expected);

    [Theory]
    [InlineData("self._destroy", null)]
    [InlineData("self.destroy", FindingLevel.Warning)]
    public void Finalizers_of_objects_that_a_class_method_makes(string callback, FindingLevel? expected) =>
        LevelOf("LL404", $"import weakref\n\nclass Folder(str):\n    @classmethod\n    def _destroy(cls, path):\n        print(path)\n\n    def destroy(self, path):\n        print(path)\n\n    @classmethod\n    def make(cls, path):\n        self = super().__new__(cls, path)\n        self.end = weakref.finalize(self, {callback}, path)\n        return self\n", RuleCatalogue.DefaultProfile).ShouldBe(expected);

    private static FindingLevel? LevelOf(string rule, string text, string profile)
    {
        var catalogue = RuleCatalogue.BuiltIn;
        var rules = catalogue.FindProfile(profile).ShouldNotBeNull().Apply(catalogue.Rules);
        return Analyzer.Analyze(SourceText.From(text), new AnalysisOptions(rules)).Findings.FirstOrDefault(finding => finding.Rule.Id == rule)?.Level;
    }
}
