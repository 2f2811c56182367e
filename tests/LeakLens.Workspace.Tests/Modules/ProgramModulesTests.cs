using LeakLens.Workspace.Caching;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Modules;
using LeakLens.Workspace.Rules;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Tests.Modules;

/// <summary>Which file an import means, and that what is said of a program follows the files that it imports and those that import it.</summary>
public sealed class ProgramModulesTests : IDisposable
{
    private const string Service = "from flask import Flask, request\n\napp = Flask(__name__)\napp.config['MAX_CONTENT_LENGTH'] = 1_000_000\n";
    private const string Handler = Service + "from app.state import sessions\n\n\n@app.post('/')\ndef handle():\n    sessions[request.json['key']] = request.json\n    return ''\n";
    private const string OwnHandler = Service + "seen = {}\n\n\n@app.post('/')\ndef see():\n    seen[request.json['key']] = request.json\n    return ''\n";

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _caches = new();

    public void Dispose()
    {
        _folder.Dispose();
        _caches.Dispose();
    }

    /// <summary>What other scans read meanwhile makes all that is kept be forgotten: for one program a file stays one module all the same.</summary>
    [Fact]
    public void A_file_is_one_module_for_a_program()
    {
        const int Kilobyte = 1 << 10;
        _folder.Write("state.py", "seen = {}\n");
        var modules = new ProgramModules(_folder.Combine("run.py"), _folder.Path, new ModuleFolders());
        var first = modules.Find(importer: null, "state", 0);
        for (var i = 0; i < 20; i++)
        {
            _folder.Write($"large{i}.py", new string('#', 200 * Kilobyte));
            ProgramModules.Beside(_folder.Combine("other.py")).Find(importer: null, $"large{i}", 0).ShouldNotBeNull();
        }

        modules.Find(importer: null, "state", 1).ShouldBeSameAs(first.ShouldNotBeNull());
    }

    [Theory]
    [InlineData("app/api/views.py", "state", 2, "app/state.py")]
    [InlineData("app/api/views.py", "", 1, "app/api/__init__.py")]
    [InlineData("app/api/views.py", "app.state", 0, "app/state.py")]
    [InlineData("app/api/views.py", "app", 0, "app/__init__.py")]
    [InlineData("app/api/views.py", "forms", 0, null)]
    [InlineData("app/api/views.py", "forms", 1, "app/api/forms.py")]
    [InlineData("app/api/views.py", "tools", 0, "tools.py")]
    [InlineData("app/api/views.py", "other.module", 0, "src/other/module.py")]
    [InlineData("app/api/views.py", "views", 1, null)]
    [InlineData("app/api/views.py", "x", 4, null)]
    [InlineData("app/api/views.py", "x", 400, null)]
    [InlineData("app/api/views.py", "linked", 0, null)]
    [InlineData("app/api/views.py", "linkedfolder.inner", 0, null)]
    [InlineData("app/api/views.py", "..", 0, null)]
    [InlineData("app/api/views.py", "a..b", 0, null)]
    [InlineData("app/api/views.py", "empty", 0, null)]
    [InlineData("app/api/views.py", "binary", 0, null)]
    [InlineData("scripts/run.py", "common", 0, "scripts/common.py")]
    [InlineData("src/other/module.py", "tools", 0, "tools.py")]
    public void An_import_means_a_file_of_the_program(string program, string name, int level, string? file)
    {
        using var outside = new TemporaryFolder();
        outside.Write("inner.py");
        foreach (var path in (string[])["app/__init__.py", "app/state.py", "app/api/__init__.py", "app/api/views.py", "app/api/forms.py", "tools.py", "src/other/__init__.py", "src/other/module.py", "scripts/run.py", "scripts/common.py"])
        {
            _folder.Write(path);
        }

        _folder.Write("empty.py", "");
        _folder.Write("binary.py", [1, 0, 2]);
        File.CreateSymbolicLink(_folder.Combine("linked.py"), outside.Combine("inner.py"));
        Directory.CreateSymbolicLink(_folder.Combine("linkedfolder"), outside.Path);
        var modules = new ProgramModules(_folder.Combine(program), _folder.Path, new ModuleFolders());

        modules.Find(importer: null, name, level)?.Path.ShouldBe(file is null ? null : _folder.Combine(file));
        (modules.Find(importer: null, name, level) is null).ShouldBe(file is null);
        modules.Asked.ShouldAllBe(static dependency => ProgramModules.IsImport(dependency));
        modules.Asked.ShouldAllBe(dependency => modules.IsUnchanged(dependency));
    }

    [Fact]
    public void A_module_of_a_module_is_found_from_there()
    {
        _folder.Write("main.py");
        _folder.Write("app/__init__.py");
        _folder.Write("app/one.py");
        _folder.Write("app/two.py");
        var modules = new ProgramModules(_folder.Combine("main.py"), _folder.Path, new ModuleFolders());
        var one = modules.Find(importer: null, "app.one", 0).ShouldNotBeNull();

        one.Name.ShouldBe("app.one");
        modules.Find(one, "two", 1).ShouldNotBeNull().Name.ShouldBe("app.two");
        modules.Find(one, "", 1).ShouldNotBeNull().IsPackage.ShouldBeTrue();
    }

    [Fact]
    public void A_result_of_the_cache_follows_the_file_that_is_imported()
    {
        _folder.Write("app/__init__.py", "\n");
        _folder.Write("app/handlers.py", Handler);
        _folder.Write("app/state.py", "sessions = {}\n");
        RulesOf(Scan(), "app/handlers.py").ShouldHaveSingleItem();
        RulesOf(Scan(), "app/handlers.py").ShouldHaveSingleItem();

        _folder.Write("app/state.py", "sessions = {}\n\n\ndef forget(key):\n    del sessions[key]\n");
        RulesOf(Scan(), "app/handlers.py").ShouldBeEmpty();

        File.Delete(_folder.Combine("app/state.py"));
        RulesOf(Scan(), "app/handlers.py").ShouldBeEmpty();

        _folder.Write("app/state.py", "sessions = {}\n");
        RulesOf(Scan(), "app/handlers.py").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("app/cleaner.py", "from .state import sessions\n\n\ndef clean():\n    sessions.clear()\n", true)]
    [InlineData("app/cleaner.py", "from app import state\n\n\ndef clean(key):\n    state.sessions.pop(key)\n", true)]
    [InlineData("app/cleaner.py", "from . import state as s\n\n\ndef clean(key):\n    del s.sessions[key]\n", true)]
    [InlineData("app/cleaner.py", "from app.state import sessions\n\n\ndef count():\n    return len(sessions)\n", false)]
    [InlineData("app/cleaner.py", "from app.other import sessions\n\n\ndef clean():\n    sessions.clear()\n", false)]
    [InlineData("tests/test_state.py", "from app.state import sessions\n\n\ndef test_clean():\n    sessions.clear()\n", false)]
    public void What_a_third_file_looks_after_is_not_told(string path, string cleaner, bool isTended)
    {
        _folder.Write("app/__init__.py", "\n");
        _folder.Write("app/handlers.py", Handler);
        _folder.Write("app/own.py", OwnHandler);
        _folder.Write("app/state.py", "sessions = {}\n");
        _folder.Write("app/other.py", "sessions = {}\nx = 1\n");
        _folder.Write(path, cleaner);
        for (var i = 0; i < 2; i++)
        {
            var report = Scan(jobs: 1 + i);
            RulesOf(report, "app/handlers.py").Length.ShouldBe(isTended ? 0 : 1);
            RulesOf(report, "app/own.py").ShouldHaveSingleItem();
        }
    }

    [Fact]
    public void What_lives_in_a_file_is_looked_after_by_those_that_import_it()
    {
        _folder.Write("state.py", OwnHandler);
        RulesOf(Scan(), "state.py").ShouldHaveSingleItem();

        _folder.Write("cleaner.py", "import state\n\n\ndef clean():\n    state.seen.clear()\n");
        RulesOf(Scan(), "state.py").ShouldBeEmpty();
    }

    private ScanReport Scan(int jobs = 1)
    {
        var cache = ReportCache.Open(_caches.Path, _folder.Path);
        var report = Scanner.Scan(new ScanRequest(FileDiscovery.Find([_folder.Path], _folder.Path), RuleCatalogue.BuiltIn.RuleSet, jobs) { Cache = cache });
        cache?.Save();
        return report;
    }

    private static string[] RulesOf(ScanReport report, string path) => [.. report.Files.Single(file => file.Path.EndsWith(path, StringComparison.Ordinal)).Findings.Select(static finding => finding.Rule.Id)];
}
