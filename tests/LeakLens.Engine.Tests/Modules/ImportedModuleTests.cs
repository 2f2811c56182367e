using LeakLens.Engine.Facts;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Modules;

/// <summary>What a program does with modules beside it: their functions run where they are called, and what lives in them grows where it is grown.</summary>
public sealed class ImportedModuleTests
{
    private const double Tolerance = 0.02;

    private const string Helpers = """
        from collections import deque

        LIMIT = 20_000
        sessions = {}
        recent = deque(maxlen=100)
        log = []
        tended = {}


        def payload(n):
            return bytes(n)


        def fill(rows, n):
            for i in range(n):
                rows.append([i])


        def rows(n):
            for i in range(n):
                yield bytes(1000)


        def remember(value):
            log.append(value)


        def forget(key):
            tended.pop(key, None)


        class Registry:
            def __init__(self):
                self.items = []
                self.worked = []

            def add(self, item):
                self.items.append(item)

            def flush(self):
                self.worked.clear()


        class Base:
            def __init__(self):
                self.kept = {}

            def put(self, key, value):
                self.kept[key] = value
        """;

    /// <summary>The bytes are those that tracemalloc of CPython 3.11 counts when the last line has run.</summary>
    [Theory]
    [InlineData("kept", 100_041_888, "from helpers import payload\nkept = []\nfor i in range(1000):\n    kept.append(payload(100_000))\n")]
    [InlineData("helpers.sessions", 14_801_342, "import helpers\nfor i in range(100_000):\n    helpers.sessions[i] = str(i) * 3\n")]
    [InlineData("kept", 5_236_152, "from helpers import fill\nkept = []\nfill(kept, 50_000)\n")]
    [InlineData("kept", 10_415_176, "from helpers import rows\nkept = list(rows(10_000))\n")]
    [InlineData("kept", 10_415_176, "from helpers import rows\nkept = []\nfor row in rows(10_000):\n    kept.append(row)\n")]
    [InlineData("registry.items", 10_393_080, "from helpers import Registry\nregistry = Registry()\nfor i in range(100_000):\n    registry.add([i])\n")]
    [InlineData("mine.kept", 11_884_728, "from helpers import Base\n\n\nclass Mine(Base):\n    def keep(self, i):\n        self.put(i, bytes(500))\n\n\nmine = Mine()\nfor i in range(20_000):\n    mine.keep(i)\n")]
    [InlineData("kept", 17_924_792, "from helpers import LIMIT\nkept = []\nfor i in range(LIMIT):\n    kept.append([i] * 100)\n")]
    [InlineData("helpers.log", 5_236_096, "import helpers as h\nfor i in range(50_000):\n    h.remember([i])\n")]
    public void Bytes_are_those_of_CPython(string owner, long bytes, string program)
    {
        var fact = Gather(program).Growths.ShouldHaveSingleItem();

        fact.Owner.Path.ShouldBe(owner);
        fact.Retained.IsExact.ShouldBeTrue();
        Math.Abs(fact.Retained.High - bytes).ShouldBeLessThan((long)(Tolerance * bytes), $"claimed {fact.Retained.High} of {bytes}");
    }

    [Theory]
    [InlineData("from helpers import recent\nfor i in range(100_000):\n    recent.append([i])\n")]
    [InlineData("from helpers import rows\ntotal = 0\nfor row in rows(10_000):\n    total += len(row)\n")]
    [InlineData("from helpers import payload\nfor i in range(1000):\n    last = payload(100_000)\n")]
    [InlineData("from helpers import tended\n\n\ndef handle(key):\n    tended[key] = 1\n")]
    [InlineData("from helpers import Registry\n\n\nclass Mine(Registry):\n    def keep(self, item):\n        self.worked.append(item)\n")]
    [InlineData("from helpers import Registry\n\nregistry = Registry()\n\n\ndef handle(item):\n    registry.worked.append(item)\n")]
    [InlineData("from helpers import remember\n\n\ndef handle(item):\n    remember(item)\n")]
    public void What_stays_small_or_is_told_of_its_own_file_is_not_told(string program) =>
        TendedByOthers.Remove(Gather(program)).Growths.Where(static fact => fact.IsPerCall || fact.Retained.High > 20_000).ShouldBeEmpty();

    [Theory]
    [InlineData("from helpers import sessions\n\n\ndef handle(key):\n    sessions[key] = 1\n", "sessions")]
    [InlineData("import helpers\n\n\ndef handle(key):\n    helpers.sessions[key] = 1\n", "helpers.sessions")]
    [InlineData("def handle(key):\n    from helpers import sessions\n    sessions[key] = 1\n", "helpers.sessions")]
    [InlineData("import helpers as h\n\nregistry = h.Registry()\n\n\ndef handle(item):\n    registry.items.append(item)\n", "registry.items")]
    public void What_the_world_makes_grow_in_another_module_is_told_where_it_grows(string program, string owner)
    {
        var fact = Gather(program).Growths.ShouldHaveSingleItem();

        fact.Owner.Path.ShouldBe(owner);
        fact.IsPerCall.ShouldBeTrue();
        fact.IsNeverRead.ShouldBeFalse();
        fact.MadeIn.ShouldBe(owner.StartsWith("registry", StringComparison.Ordinal) ? null : "helpers");
        fact.Node.End.ShouldBeLessThanOrEqualTo(program.Length);
        fact.Container.End.ShouldBeLessThanOrEqualTo(program.Length);
    }

    [Fact]
    public void Names_are_followed_through_packages_and_other_modules()
    {
        var modules = new Neighbours()
            .AddPackage("shop", "from shop.core import basket\n")
            .Add("shop.core", "basket = []\n\n\ndef note(x):\n    basket.append(x)\n")
            .Add("shop.extra", "from shop.core import note\n\n\ndef twice(x):\n    note(x)\n    note(x)\n");

        Gather("from shop import basket\nfor i in range(9_000):\n    basket.append([i])\n", modules).Growths.ShouldHaveSingleItem().Times.High.ShouldBe(9_000);
        Gather("from shop import extra\nfor i in range(9_000):\n    extra.twice([i])\n", modules).Growths.ShouldHaveSingleItem().Times.High.ShouldBe(18_000);
    }

    [Fact]
    public void Modules_that_import_each_other_come_to_an_end()
    {
        var modules = new Neighbours()
            .Add("one", "from two import second\nfirst = [second]\n")
            .Add("two", "from one import first\nsecond = [first]\n");

        Gather("from one import first\nfor i in range(5_000):\n    first.append([i])\n", modules).Growths.ShouldHaveSingleItem().Times.High.ShouldBe(5_000);
    }

    [Fact]
    public void Imports_are_followed_so_far_and_no_farther()
    {
        var modules = new Neighbours();
        for (var i = 0; i < 500; i++)
        {
            modules.Add($"m{i}", $"from m{i + 1} import f as g\n\n\ndef f(x):\n    return g(x)\n");
        }

        var program = string.Concat(Enumerable.Range(0, 400).Select(static i => $"from m{i} import f as f{i}\n")) + "kept = []\nwhile True:\n    kept.append(f0(1))\n";
        var facts = Gather(program, modules);

        facts.Growths.ShouldHaveSingleItem().IsEndless.ShouldBeTrue();
        modules.Asked.ShouldBeLessThan(1_000);
    }

    [Fact]
    public void What_other_modules_do_is_not_charged_to_the_text()
    {
        const string Slow = "def spin(x):\n    while x.more():\n        for part in x.parts():\n            if part.a:\n                spin(part)\n            elif part.b:\n                spin(x)\n        x = x.next()\n    return x\n";
        var modules = new Neighbours().Add("slow", Slow);
        var program = "from slow import spin\n" + string.Concat(Enumerable.Range(0, 50).Select(static i => $"kept{i} = []\n\n\ndef handle{i}(x):\n    spin(x)\n    kept{i}.append(x)\n\n\n"));
        var facts = Gather(program, modules);

        facts.Growths.Length.ShouldBe(50);
        facts.IsPartial.ShouldBeFalse();
    }

    [Fact]
    public void The_standard_library_is_not_looked_for_beside_a_program()
    {
        var modules = new Neighbours().Add("queue", "kept = []\n").Add("json", "kept = []\n").Add("tokenize", "kept = []\n");
        Gather("import tokenize\nfrom queue import kept\nfrom json import kept as more\nfor i in range(9_000):\n    kept.append(i)\n", modules).Growths.ShouldBeEmpty();

        modules.Asked.ShouldBe(0);
    }

    private static MemoryFacts Gather(string program, Neighbours? modules = null) =>
        MemoryFacts.Gather(SyntaxTree.Parse(SourceText.From(program)), TargetVersion.Python311, models: null, modules ?? new Neighbours().Add("helpers", Helpers), CancellationToken.None);
}
