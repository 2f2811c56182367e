using LeakLens.Engine.Findings;
using LeakLens.Workspace.Caching;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Rules;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Tests.OwnRules;

/// <summary>A project that brings rules along.</summary>
internal sealed class RuleProject : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _caches = new();

    public RuleProject() => Write("leaklens.toml", "rule-paths = ['rules']");

    public string Path => _folder.Path;

    public void Dispose()
    {
        _folder.Dispose();
        _caches.Dispose();
    }

    public string Write(string relative, string text) => _folder.Write(relative, text);

    /// <summary>A rule with what stands under <c>when</c> and, perhaps, more properties.</summary>
    public void WriteRule(string id, string when, string message, string more = "", string below = "") =>
        Write($"{below}rules/{id}/rule.json", $$"""{ "id": "{{id}}", "name": "own-{{id.ToLowerInvariant()}}", "summary": "Summary of {{id}}.", "when": { {{when}} }, "message": "{{message}}"{{more}} }""");

    public EffectiveConfiguration Configure(string file = "app.py") => new ConfigurationProvider(ConfigurationSource.Nearest(Path)).ForFile(_folder.Combine(file));

    public ScanReport Scan() => Scan(out _);

    public ScanReport Scan(out int hits)
    {
        var configurations = new ConfigurationProvider(ConfigurationSource.Nearest(Path));
        var cache = ReportCache.Open(_caches.Path, Path);
        var report = Scanner.Scan(new ScanRequest(FileDiscovery.Find(["."], configurations, Path), RuleCatalogue.BuiltIn.RuleSet, 2) { Configurations = configurations, Cache = cache });
        cache.Save();
        hits = cache.Hits;
        return report;
    }

    /// <summary>What is told by rules of the project, as <c>app.py:3 APP001 message</c>.</summary>
    public IReadOnlyList<string> Told() => [.. Scan().Files.SelectMany(static file => file.Findings.Where(IsOwn).Select(finding => $"{file.Path}:{LineOf(file, finding)} {finding.Rule.Id} {finding.Message}"))];

    public static bool IsOwn(Finding finding) => finding.Rule.Contract is not null;

    private static int LineOf(FileReport file, Finding finding) => file.Text.ShouldNotBeNull().Lines.GetLine(finding.Span.Start) + 1;
}
