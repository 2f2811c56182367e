using System.IO.Compression;
using System.Text;
using LeakLens.Engine.Findings;
using LeakLens.Workspace.Caching;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Rules;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Tests.Payloads;

/// <summary>Data files that programs execute: they are found in the folder that is scanned and nowhere else, and have findings of their own.</summary>
public sealed class DataFileTests : IDisposable
{
    private const string Reader = "import base64, pathlib\nexec(base64.b64decode(pathlib.Path('resources.dat').read_text()))\n";
    private const string Leak = "held = []\nfor number in range(3000):\n    held.append([number] * 1000)\n";

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _caches = new();

    public void Dispose()
    {
        _folder.Dispose();
        _caches.Dispose();
    }

    [Fact]
    public void A_data_file_has_a_finding_of_its_own()
    {
        _folder.Write("app/main.py", Reader);
        _folder.Write("app/resources.dat", Encode(Leak));
        var report = Scan();

        RulesOf(report, "app/main.py").ShouldBe(["LL101", "LL601"]);
        RulesOf(report, "app/resources.dat").ShouldBe(["LL602"]);
        report.Verdict.ShouldBe(Verdict.Block);
        report.WasStopped.ShouldBeFalse();
        report.Files.Select(static file => file.Path).ShouldBeInOrder();
    }

    [Fact]
    public void Two_programs_that_run_one_file_are_told_of_at_the_file_once_each()
    {
        _folder.Write("one.py", Reader);
        _folder.Write("two.py", "\n" + Reader);
        _folder.Write("resources.dat", Encode(Leak));

        RulesOf(Scan(jobs: 2), "resources.dat").ShouldBe(["LL602", "LL602"]);
    }

    [Theory]
    [InlineData("open('../../resources.dat').read()")]
    [InlineData("open('/etc/hostname').read()")]
    [InlineData("open('link.dat').read()")]
    [InlineData("open('linked/resources.dat').read()")]
    [InlineData("open('folder').read()")]
    public void What_lies_outside_or_behind_a_link_is_not_read(string source)
    {
        using var outside = new TemporaryFolder();
        outside.Write("resources.dat", Encode(Leak));
        _folder.Write("app/main.py", $"import base64\nexec(base64.b64decode({source}))\n");
        _folder.Write("app/folder/inner.txt", "x");
        File.CreateSymbolicLink(_folder.Combine("app/link.dat"), outside.Combine("resources.dat"));
        Directory.CreateSymbolicLink(_folder.Combine("app/linked"), outside.Path);
        var finding = Scan().Files.Single(static file => file.Path == "app/main.py").Findings.Single(static finding => finding.Rule.Id == "LL601");

        finding.Level.ShouldBe(FindingLevel.Warning);
        finding.Message.ShouldContain("cannot be read here");
    }

    [Fact]
    public void Encoded_code_that_no_program_reads_is_told_at_the_file()
    {
        _folder.Write("main.py", "print(1)\n");
        _folder.Write("assets/table.dat", Encode(Leak + Leak));
        var finding = Scan().Files.Single(static file => file.Path == "assets/table.dat").Findings.ShouldHaveSingleItem();

        finding.Rule.Id.ShouldBe("LL602");
        finding.Level.ShouldBe(FindingLevel.Warning);
        finding.Message.ShouldBe("This data file holds Python code behind base64, and nothing says who runs it");
    }

    [Theory]
    [InlineData("notes.txt", "A text that somebody wrote down to be read by people, and nothing in it is a program at all.\n")]
    [InlineData("digests.txt", "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e96b86b273ff34fce19d6b804eff5a3f57\n")]
    [InlineData("prose.dat", "SXQgaXMgYSBsb25nIHRleHQgdGhhdCBzb21lYm9keSB3cm90ZSBkb3duIHRvIGJlIHJlYWQgYnkgcGVvcGxlLCBhbmQgbm90aGluZyBpbiBpdCBpcyBhIHByb2dyYW07IGl0IGdvZXMgb24gZm9yIGEgd2hpbGUu\n")]
    [InlineData("table.json", "aGVsZCA9IFtdCmZvciBudW1iZXIgaW4gcmFuZ2UoMzAwMCk6CiAgICBoZWxkLmFwcGVuZChbbnVtYmVyXSAqIDEwMDApCmhlbGQgPSBbXQo=\n")]
    public void Other_data_files_are_left_alone(string name, string content)
    {
        _folder.Write("main.py", "print(1)\n");
        _folder.Write(name, content);

        Scan().Files.ShouldHaveSingleItem().Path.ShouldBe("main.py");
    }

    [Fact]
    public void A_file_of_a_hundred_megabytes_is_not_read()
    {
        _folder.Write("main.py", Reader);
        using (var stream = File.Create(_folder.Combine("resources.dat")))
        {
            stream.SetLength(100 << 20);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        RulesOf(Scan(), "main.py").ShouldBe(["LL601"]);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(50 << 20);
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var i = 0; i < 64; i++)
            {
                stream.Write(new byte[1 << 20]);
            }
        }

        _folder.Write("main.py", "import pathlib, zlib\nexec(zlib.decompress(pathlib.Path('bomb.bin').read_bytes()))\n");
        _folder.Write("bomb.bin", packed.ToArray());

        RulesOf(Scan(), "main.py").ShouldBe(["LL601"]);
    }

    [Fact]
    public void Payloads_in_payloads_are_followed_eight_deep()
    {
        var program = "import builtins\nbuiltins.reached = [1] * 3\nbuiltins.print('deep')\n";
        for (var i = 0; i < 12; i++)
        {
            program = $"import base64\nexec(base64.b64decode('{Encode(program)}'))\n";
        }

        _folder.Write("main.py", program);
        RulesOf(Scan(), "main.py").ShouldContain("LL601");
    }

    [Fact]
    public void A_program_that_executes_itself_ends()
    {
        _folder.Write("main.py", "code = open('self.dat').read()\nexec(code)\n");
        _folder.Write("self.dat", "code = open('self.dat').read()\nexec(code)\nexec(code)\n");

        RulesOf(Scan(), "self.dat").ShouldNotBeEmpty();
    }

    /// <summary>Each of these once took minutes, or would without a bound.</summary>
    [Theory]
    [InlineData("import sys\nimport typing as t\ndef f():\n    _, tb = sys.exc_info()\n    tb = t.cast(object, tb)\n    while tb is not None:\n        tb = tb.tb_next\n    exec(tb)\n")]
    [InlineData("a = [0] * 16000\nb = [a] * 16000\nc = [b] * 16000\nd = [c] * 16000\nexec(str(d))\n")]
    [InlineData("a = list(range(200000))\nfor i in range(200000):\n    b = list(a)\nexec(b)\n")]
    [InlineData("a = 'x' * 4000000\nfor i in range(200000):\n    b = a[i] + a[::-1]\nexec(b)\n")]
    [InlineData("d = {i: i for i in range(200000)}\nfor i in range(200000):\n    d.pop(i)\nexec(d)\n")]
    [InlineData("n = 7 ** 1000\nwhile True:\n    n = n * n\nexec(n)\n")]
    [InlineData("code = 'x' * 60000\nfor i in range(200000):\n    eval(code)\n")]
    public void A_trace_ends_whatever_the_program_does(string program)
    {
        _folder.Write("main.py", program);
        var report = Scan();

        report.Files.ShouldHaveSingleItem().Problems.ShouldBeEmpty();
        report.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_known_result_holds_until_the_data_file_changes()
    {
        _folder.Write("main.py", Reader);
        _folder.Write("other.py");
        _folder.Write("resources.dat", Encode(Leak));
        var first = Scan(cached: true);
        var second = Scan(cached: true);

        RulesOf(second, "main.py").ShouldBe(RulesOf(first, "main.py"));
        RulesOf(second, "resources.dat").ShouldBe(["LL602"]);
        _folder.Write("resources.dat", Encode("limit = 1\nsize = 2\n"));
        RulesOf(Scan(cached: true), "main.py").ShouldBeEmpty();
        File.Delete(_folder.Combine("resources.dat"));
        RulesOf(Scan(cached: true), "main.py").ShouldBe(["LL601"]);
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static IEnumerable<string> RulesOf(ScanReport report, string path) => report.Files.Where(file => file.Path == path).SelectMany(static file => file.Findings).Select(static finding => finding.Rule.Id);

    private ScanReport Scan(int jobs = 1, bool cached = false)
    {
        var cache = cached ? ReportCache.Open(_caches.Path, _folder.Path) : null;
        var report = Scanner.Scan(new ScanRequest(FileDiscovery.Find([_folder.Path], _folder.Path), RuleCatalogue.BuiltIn.RuleSet, jobs) { Cache = cache });
        cache?.Save();
        return report;
    }
}
