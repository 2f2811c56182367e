using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>What is so, and hardly matters where it is, is a note for people or nothing; the profile for gates excuses none of it, and what looks alike and matters stays a warning.</summary>
public sealed class ExcusedFindingTests
{
    private const string Cached = "import functools\n\nclass Finder:\n    def __init__(self, places):\n        self.places = places\n\n    @functools.lru_cache(maxsize=None)\n    def find(self, name):\n        return [place for place in self.places if name in place]\n\n";

    private const string Windows = "taps = [0, 1, 0]\ntable = []\nat = 0\nwhile at < len(taps):\n    table.append(at / 2)\n";

    private const string Guarded = "class Line:\n    def write(self, text):\n        self.lock.acquire()\n";

    private const string Unlock = "        self.lock.release()\n        return True\n";

    private const string Derived = "import functools\n";

    private const string CachedMethod = "    @functools.lru_cache(maxsize=None)\n    def find(self, name):\n        return [name]\n";

    private const string Encoder = "import subprocess\n\nclass Encoder:\n    def open(self):\n        self.process = subprocess.Popen('encode', stdin=subprocess.PIPE)\n\n    def close(self):\n";

    private const string Copy = "import os\nimport tempfile\n\ndef copy(source, target, kind):\n    if kind == 'plain':\n        path = target\n    else:\n        handle, path = tempfile.mkstemp()\n    size = len(source)\n    if path == {0}:\n        return size\n    os.close(handle)\n    return size\n";

    private const string Load = "import bus\n\nloaded = []\nshown = []\n\ndef load(name, text):\n    if name in loaded:\n        return\n    {0}\n    shown.append(text + '.')\n\nbus.subscribe(load)\n";

    private const string Shown = "import numpy\nfrom gui import Widget\n\nclass Table(Widget):\n    def show(self, data):\n        self.data = data\n\n{0}:\n    data = numpy.zeros((200, 100, 1024))\n    {1}.show(data)\n\nif __name__ == '__main__':\n    show()\n";

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
    [InlineData("LL402", Cached + "    def __repr__(self):\n        return repr(self.places)\n", FindingLevel.Note)]
    [InlineData("LL402", Cached + "def make(place):\n    finder = Finder([place])\n    return finder\n", FindingLevel.Note)]
    [InlineData("LL402", Cached + "def make(places):\n    return [Finder([place]) for place in places]\n", FindingLevel.Warning)]
    [InlineData("LL402", Derived + "from .base import Base\n\nclass Tool(Base):\n" + CachedMethod, FindingLevel.Note)]
    [InlineData("LL402", Derived + "from PyQt5.QtWidgets import QWidget\n\nclass Tool(QWidget):\n" + CachedMethod, FindingLevel.Warning)]
    [InlineData("LL402", Derived + "class Base:\n    def close(self):\n        print('closed')\n\nclass Tool(Base):\n" + CachedMethod, FindingLevel.Warning)]
    [InlineData("LL402", Derived + "class Place:\n    def __init__(self, folder: str, line: int):\n        self.folder = folder\n        self.line = line\n\n    def __eq__(self, other):\n        return self.folder == other.folder\n\n" + CachedMethod, FindingLevel.Note)]
    [InlineData("LL402", Derived + "class Place:\n    def __init__(self, folder: str, line: int):\n        self.folder = folder\n        self.lines = [0] * line\n\n    def __eq__(self, other):\n        return self.folder == other.folder\n\n" + CachedMethod, FindingLevel.Warning)]
    [InlineData("LL406", Encoder + "        self.process.stdin.close()\n", FindingLevel.Note)]
    [InlineData("LL406", Encoder + "        self.stdin.close()\n", FindingLevel.Warning)]
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
    [InlineData("LL105", "class Rows:\n    def __init__(self, lines):\n        self.rows = [line for line in lines]\n\n    def __getitem__(self, index):\n        return self.rows[index]\n\ndef names(rows):\n    found = []\n    for row in rows:\n        found.append([row.name, 1.0])\n    return found\n\nprint(names(Rows(open('rows'))))\n", null)]
    [InlineData("LL110", "class Rows:\n    def __init__(self, lines):\n        self.rows = [line for line in lines]\n\n    def __getitem__(self, index):\n        return self.rows[index]\n\ndef names(rows):\n    found = []\n    for row in rows:\n        found.append([row.name, 1.0])\n    return found\n\nprint(names(Rows(open('rows'))))\n", null)]
    [InlineData("LL105", "class Numbers:\n    def __getitem__(self, index):\n        return index\n\nfound = []\nfor number in Numbers():\n    found.append([number])\n", FindingLevel.Error)]
    [InlineData("LL110", "widths = {key: [1, 2] for key in open('widths')}\nfor key in widths:\n    print(widths[key] * 1e12)\n", null)]
    [InlineData("LL110", "import numpy\n\nif __name__ == '__main__':\n    data = numpy.zeros((200, 100, 1024))\n    print(data.sum())\n", FindingLevel.Warning)]
    [InlineData("LL105", "steps = []\nwidth = 1e-12\nwhile width < 1e20:\n    steps.append(width)\n    width *= 1.1\n", null)]
    [InlineData("LL105", "steps = []\nwidth = 1.0\nwhile width > 1e-300:\n    steps.append(width)\n    width = width / 2\n", null)]
    [InlineData("LL105", "steps = []\nwidth = 1.5\nwhile width > 1.0:\n    steps.append(width)\n    width *= 1.1\n", FindingLevel.Warning)]
    [InlineData("LL105", "steps = []\nwidth = 1.0\nwhile width < 1e20:\n    steps.append(width)\n    width += 1.0\n", FindingLevel.Warning)]
    [InlineData("LL105", "import logging\nimport random\n\nnames = ['a', 'b']\nwhile True:\n    logging.getLogger(random.choice(names)).info('x')\n", FindingLevel.Note)]
    [InlineData("LL105", "import logging\n\ncount = 0\nwhile True:\n    logging.getLogger(f'job{count}').info('x')\n    count += 1\n", FindingLevel.Error)]
    [InlineData("LL101", Windows + "    if not taps:\n        break\n", FindingLevel.Note)]
    [InlineData("LL106", "import bus\n\nupdates = []\n\ndef split(name):\n    updates.append({'name': name})\n\ndef run(names):\n    for name in names:\n        split(name)\n", FindingLevel.Note)]
    [InlineData("LL106", "import bus\n\nupdates = []\n\ndef split(name):\n    updates.append({'name': name})\n\nbus.subscribe(split)\n", FindingLevel.Warning)]
    [InlineData("LL209", Guarded + "        try:\n            self.line.sendall(text)\n        except OSError:\n            self.failed += 1\n" + Unlock, FindingLevel.Note)]
    [InlineData("LL209", Guarded + "        try:\n            self.line.sendall(text)\n        except ValueError:\n            self.failed += 1\n" + Unlock, FindingLevel.Warning)]
    [InlineData("LL209", Guarded + "        try:\n            self.line.sendall(text)\n        except OSError:\n            return False\n" + Unlock, FindingLevel.Warning)]
    [InlineData("LL209", Guarded + "        if __debug__:\n            self.trace.write(text)\n" + Unlock, FindingLevel.Note)]
    [InlineData("LL209", Guarded + "        self.flush()\n" + Unlock + "\n    def flush(self):\n        try:\n            self.line.sendall(self.text)\n        except OSError:\n            self.failed += 1\n", FindingLevel.Note)]
    [InlineData("LL209", Guarded + "        self.flush()\n" + Unlock + "\n    def flush(self):\n        self.line.sendall(self.text)\n", FindingLevel.Warning)]
    [InlineData("LL406", Encoder + "        os.kill(self.process.pid, 9)\n", FindingLevel.Note)]
    [InlineData("LL209", "import contextlib\nimport cProfile\n\n@contextlib.contextmanager\ndef profiled(name):\n    profile = cProfile.Profile()\n    profile.enable()\n    yield\n    profile.disable()\n    profile.dump_stats(name)\n", FindingLevel.Note)]
    [InlineData("LL209", "import contextlib\nimport logging\n\n@contextlib.contextmanager\ndef shown(handler):\n    log = logging.getLogger()\n    log.addHandler(handler)\n    yield\n    log.removeHandler(handler)\n", FindingLevel.Warning)]
    [InlineData("LL902", "import numpy as np\n\ndef firsts(paths):\n    found = {}\n    for path in paths:\n        found[path] = np.load(path)[0]\n    return found\n", FindingLevel.Note)]
    [InlineData("LL902", "import numpy as np\n\ndef firsts(paths):\n    found = {}\n    for path in paths:\n        found[path] = np.load(path)[:10]\n    return found\n", FindingLevel.Warning)]
    [InlineData("LL106", "class Client:\n    plurals = {}\n\n    def extend(self, module):\n        for kind in module.kinds:\n            if issubclass(kind, Client):\n                self.plurals.update({kind.plural: kind.name})\n\n    def run(self, modules):\n        for module in modules:\n            self.extend(module)\n", null)]
    [InlineData("LL107", Registry + "    def add(self, kind):\n        try:\n            kind.check()\n        except ValueError as error:\n            self.missing[kind] = error\n" + Register, FindingLevel.Note)]
    [InlineData("LL107", Registry + "    def add(self, kind):\n        try:\n            kind.check()\n        except ValueError as error:\n            self.missing[kind.read()] = error\n" + Register, FindingLevel.Warning)]
    [InlineData("LL207", "class List:\n    columns = ['id']\n\n    def extend(self, rows):\n        for row in rows:\n            if 'name' in row:\n                self.columns.insert(1, 'name')\n                break\n", FindingLevel.Note)]
    [InlineData("LL209", "from tool import unlock\n\ndef look(tool, name):\n    tool.lock(tool)\n    try:\n        place = tool.place(name)\n    finally:\n        unlock(-1)\n    if place is None:\n        return None\n    tool.lock(tool)\n    try:\n        return tool.rows(place)\n    finally:\n        tool.unlock(tool)\n", null)]
    [InlineData("LL406", Server + "        try:\n            while True:\n                self.serve(client)\n        except EOFError:\n            client.close()\n", FindingLevel.Note)]
    [InlineData("LL406", Server + "        try:\n            while True:\n                self.serve(client)\n        except KeyboardInterrupt:\n            client.close()\n", FindingLevel.Warning)]
    [InlineData("LL408", "import os\n\ndef empty(path):\n    os.open(path, 'wb').close\n", null)]
    public void Code_as_others_wrote_it(string rule, string code, FindingLevel? expected) => LevelOf(rule, code, RuleCatalogue.DefaultProfile).ShouldBe(expected);

    [Fact]
    public void What_one_function_takes_again_and_again_is_told_once()
    {
        const string Spread = "import numpy\n\ndef spread(rows):\n    first = numpy.zeros(10000000)\n    second = numpy.zeros(20000000)\n    third = numpy.zeros(20000000)\n    return rows\n\nspread([1])\n";
        AllOf("LL110", Spread, RuleCatalogue.DefaultProfile).Count(static level => level is FindingLevel.Warning).ShouldBe(1);
        AllOf("LL110", Spread, RuleCatalogue.StrictProfile).Count(static level => level >= FindingLevel.Warning).ShouldBe(3);
    }

    [Theory]
    [InlineData("loaded.append(name)", FindingLevel.Note)]
    [InlineData("print(name)", FindingLevel.Warning)]
    public void What_is_done_once_for_each_name(string done, FindingLevel expected)
    {
        var code = Load.Replace("{0}", done, StringComparison.Ordinal);
        LevelOf("LL106", code, RuleCatalogue.DefaultProfile).ShouldBe(expected);
        LevelOf("LL106", code, RuleCatalogue.StrictProfile).ShouldBe(FindingLevel.Error);
    }

    [Theory]
    [InlineData("if __name__ == '__main__'", "Table()", FindingLevel.Note)]
    [InlineData("def show()", "Table()", FindingLevel.Note)]
    [InlineData("def show()", "print", FindingLevel.Warning)]
    [InlineData("if True", "Table()", FindingLevel.Warning)]
    public void What_a_module_shows_its_classes_with(string where, string shown, FindingLevel expected)
    {
        var code = Shown.Replace("{0}", where, StringComparison.Ordinal).Replace("{1}", shown, StringComparison.Ordinal);
        LevelOf("LL110", code, RuleCatalogue.DefaultProfile).ShouldBe(expected);
        LevelOf("LL110", code, RuleCatalogue.StrictProfile).ShouldBe(FindingLevel.Error);
    }

    [Theory]
    [InlineData("target", FindingLevel.Note)]
    [InlineData("source", FindingLevel.Warning)]
    public void A_path_that_was_given_has_no_descriptor(string asked, FindingLevel expected) =>
        LevelOf("LL408", Copy.Replace("{0}", asked, StringComparison.Ordinal), RuleCatalogue.DefaultProfile).ShouldBe(expected);

    [Theory]
    [InlineData("        raise TypeError('async with')\n", null)]
    [InlineData("        print('begins')\n", FindingLevel.Warning)]
    public void The_end_of_what_cannot_begin(string begin, FindingLevel? expected) =>
        LevelOf("LL407", "class Lease:\n    def __enter__(self):\n" + begin + "\n    def __exit__(self, *args):\n        self.release()\n\n    async def release(self):\n        print('released')\n", RuleCatalogue.DefaultProfile).ShouldBe(expected);

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

    private static FindingLevel? LevelOf(string rule, string text, string profile) => AllOf(rule, text, profile) is [var first, ..] ? first : null;

    private static FindingLevel[] AllOf(string rule, string text, string profile)
    {
        var catalogue = RuleCatalogue.BuiltIn;
        var rules = catalogue.FindProfile(profile).ShouldNotBeNull().Apply(catalogue.Rules);
        return Analyzer.Analyze(SourceText.From(text), new AnalysisOptions(rules)).Findings.Where(finding => finding.Rule.Id == rule).Select(static finding => finding.Level).ToArray();
    }
}
