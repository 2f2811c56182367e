namespace LeakLens.Workspace.Tests.OwnRules;

/// <summary>Rules of a project's own over each of the facts, from the files to the findings.</summary>
public sealed class OwnRuleFactTests : IDisposable
{
    private const string Handlers = """
        seen = []
        recent = {}


        def show(user):
            seen.append((user, len(user)))
            recent[user] = 1
            here = []
            for letter in user:
                here.append(letter)
            return here


        def forget(user):
            recent.pop(user, None)
        """;

    private const string Job = """
        numbers = list(range(3_000_000))
        rows = []
        for number in range(1_000_000):
            rows.append("row %d of the table" % number)
        text = "x" * 60_000_000
        few = list(range(1_000))
        """;

    private const string Pools = """
        from app.pool import Pool
        from .pool import Pool as Near


        def forgotten():
            p = Pool(3)
            p.run()


        def closed():
            p = Pool(3)
            p.run()
            p.close()


        def some(flag):
            p = Near(3)
            if flag:
                return 1
            p.terminate()


        def others():
            Pool(2).run()
            Pool(4).close()
            with Pool(3) as p:
                p.run()
            return Pool(5)


        class Service:
            def __init__(self):
                self.pool = Pool(4)
                self.other = Pool(4)

            def close(self):
                self.other.close()
        """;

    private readonly RuleProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("\"repeated\": \"per-call\", \"lifetime\": \"module\"", "", "6 seen", "7 recent")]
    [InlineData("\"container\": \"list\", \"lifetime\": \"module\"", "", "6 seen")]
    [InlineData("\"container\": [\"dict\", \"set\"]", "", "7 recent")]
    [InlineData("\"repeated\": \"loop\"", "", "10 here")]
    [InlineData("\"lifetime\": \"class\"", "")]
    [InlineData("\"repeated\": \"per-call\"", ", \"thresholds\": { \"call-bytes\": 40 }", "6 seen")]
    [InlineData("\"repeated\": \"per-call\"", ", \"thresholds\": { \"call-bytes\": 4000 }")]
    [InlineData("\"in\": \"app.handlers\", \"lifetime\": \"module\", \"container\": \"list\"", "", "6 seen")]
    [InlineData("\"in\": \"app.other\"", "")]
    [InlineData("\"path\": \"src/app/**\", \"container\": \"dict\"", "", "7 recent")]
    [InlineData("\"path\": \"src/*\"", "", "6 seen", "7 recent", "10 here")]
    [InlineData("\"path\": \"*.pyi\"", "")]
    public void Growth(string when, string more, params string[] expected)
    {
        _project.Write("src/app/handlers.py", Handlers);
        _project.WriteRule("APP001", "\"fact\": \"growth\", " + when, "{name}", more);

        _project.Told().Select(static told => told.Replace("src/app/handlers.py:", "", StringComparison.Ordinal).Replace("APP001 ", "", StringComparison.Ordinal)).ShouldBe(expected);
    }

    [Fact]
    public void A_message_tells_the_numbers_of_a_growth()
    {
        _project.Write("app.py", "kept = []\nfor i in range(2000):\n    kept.append([i] * 8192)\n");
        _project.WriteRule("APP001", "\"fact\": \"growth\"", "{name}, a {container}: {times} times {each}, {bytes}, {peak} at most, {retained} kept, {lifetime}", ", \"thresholds\": { \"retained-bytes\": 1000000, \"times\": 2000 }");

        _project.Told().ShouldBe(["app.py:3 APP001 kept, a list: 2,000 times 64 KiB, 125 MiB, 125 MiB at most, 125 MiB kept, module"]);
    }

    [Fact]
    public void What_never_ends_reaches_every_threshold()
    {
        _project.Write("app.py", "kept = []\nwhile True:\n    kept.append(input())\n");
        _project.WriteRule("APP001", "\"fact\": \"growth\", \"repeated\": \"endless\"", "{name}: {retained}, {times}", ", \"thresholds\": { \"retained-bytes\": 1e15, \"times\": 1e15 }");

        _project.Told().ShouldBe(["app.py:3 APP001 kept: any amount, without end"]);
    }

    [Theory]
    [InlineData("\"container\": \"list\"", "jobs/nightly.py:1 this expression 114 MiB list", "jobs/nightly.py:4 rows 77 MiB list")]
    [InlineData("\"container\": \"str\"", "jobs/nightly.py:5 this expression 57 MiB str")]
    [InlineData("\"container\": \"list\", \"path\": \"other/\"")]
    public void Peak(string when, params string[] expected)
    {
        _project.Write("jobs/nightly.py", Job);
        _project.WriteRule("APP002", "\"fact\": \"peak\", " + when, "{name} {bytes} {container}", ", \"thresholds\": { \"peak-bytes\": 52428800 }");

        _project.Told().Select(static told => told.Replace("APP002 ", "", StringComparison.Ordinal)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("", "6: p, nothing lets go of it", "17: p, line 19 returns before it is let go of", "24: this Pool, it has no name to let go of it by", "33: pool, close() does not let go of it")]
    [InlineData(", \"exceptions\": true", "6: p, nothing lets go of it", "11: p, an exception in line 12 skips it", "17: p, line 19 returns before it is let go of", "24: this Pool, it has no name to let go of it by", "33: pool, close() does not let go of it")]
    public void Resource(string more, params string[] expected)
    {
        _project.Write("app/users.py", Pools);
        _project.WriteRule("APP003", "\"fact\": \"resource\", \"made\": \"app.pool.Pool\", \"release\": [\"close\", \"terminate\"]" + more, "{name}, {why}");

        _project.Told().Select(static told => told.Replace("app/users.py:", "", StringComparison.Ordinal).Replace(" APP003", ":", StringComparison.Ordinal)).ShouldBe(expected);
    }

    [Fact]
    public void Two_rules_may_be_about_one_thing_and_a_resource_of_LeakLens_may_be_one_of_them()
    {
        _project.Write("app.py", "def read(path):\n    file = open(path)\n    return file.read()\n");
        _project.WriteRule("APP003", "\"fact\": \"resource\", \"made\": \"builtins.open\", \"release\": \"close\"", "{made}");
        _project.WriteRule("APP004", "\"fact\": \"resource\", \"made\": [\"builtins.open\", \"a.b\"], \"release\": \"finish\"", "again");

        _project.Scan().Files.SelectMany(static file => file.Findings).Select(static finding => finding.Rule.Id).ShouldBe(["APP003", "APP004", "LL408"]);
    }

    [Theory]
    [InlineData("from collections import deque\nkept = deque(maxlen=100_000)\n\n\ndef add(item):\n    kept.append(item)\n", false)]
    [InlineData("from collections import deque\nkept = deque()\n\n\ndef add(item):\n    kept.append(item)\n", true)]
    [InlineData("from functools import lru_cache\n\n\n@lru_cache(maxsize=10)\ndef add(item):\n    return [item] * 100\n", false)]
    [InlineData("kept = {}\n\n\ndef add(item):\n    kept['last'] = item\n", false)]
    public void What_ends_by_itself_is_no_growth(string program, bool isTold)
    {
        _project.Write("app.py", program);
        _project.WriteRule("APP001", "\"fact\": \"growth\", \"repeated\": \"per-call\"", "{name}");

        _project.Told().Any().ShouldBe(isTold);
    }

    [Fact]
    public void What_another_file_empties_is_not_told()
    {
        _project.Write("store.py", "kept = []\n\n\ndef add(item):\n    kept.append(item)\n");
        _project.WriteRule("APP001", "\"fact\": \"growth\"", "{name}");
        _project.Told().ShouldBe(["store.py:5 APP001 kept"]);

        _project.Write("cleaner.py", "import store\n\n\ndef clean():\n    store.kept.clear()\n");
        _project.Told().ShouldBeEmpty();
    }

    [Fact]
    public void What_is_forbidden_is_forbidden_in_tests_at_its_level()
    {
        _project.Write("tests/test_a.py", "kept = []\nfor i in range(2000):\n    kept.append(i)\n");
        _project.WriteRule("APP001", "\"fact\": \"growth\"", "{name}", ", \"defaultLevel\": \"error\"");

        _project.Scan().Files.Single().Findings.Single(RuleProject.IsOwn).Level.ShouldBe(Engine.Findings.FindingLevel.Error);
    }

    [Fact]
    public void Nobody_reads_more_than_a_hundred_of_one_rule_in_a_file()
    {
        _project.Write("app.py", string.Concat(Enumerable.Range(0, 130).Select(static number => $"kept{number} = []\nfor i in range(10):\n    kept{number}.append(i)\n")));
        _project.WriteRule("APP001", "\"fact\": \"growth\"", "{name}");

        var told = _project.Told();
        told.Count.ShouldBe(100);
        told[^1].ShouldBe("app.py:300 APP001 kept99 (and more of APP001 in this file)");
    }

    [Fact]
    public void What_the_program_calls_things_does_not_steer_a_terminal()
    {
        _project.Write("app.py", "table = {'a\\x1b[31m\\u202e': []}\nfor i in range(3000):\n    table['a\\x1b[31m\\u202e'].append(i)\n");
        _project.WriteRule("APP001", "\"fact\": \"growth\"", "{name}{name}");

        var told = _project.Told().ShouldHaveSingleItem();
        told.ShouldNotContain('\u001b');
        told.ShouldNotContain('\u202e');
    }
}
