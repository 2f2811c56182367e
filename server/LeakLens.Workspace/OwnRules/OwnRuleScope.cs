using System.Collections.Immutable;
using LeakLens.Engine.Rules;
using LeakLens.Workspace.Configuration;

namespace LeakLens.Workspace.OwnRules;

/// <summary>The files that a rule of a project's own is about, seen from a folder: a rule that many projects build on means the modules and paths of each.</summary>
internal sealed class OwnRuleScope
{
    /// <summary>Endings of files that hold modules.</summary>
    private static readonly string[] ModuleEndings = [".py", ".pyw", ".ipynb"];

    private readonly ImmutableArray<PathPattern> _modules;
    private readonly ImmutableArray<PathPattern> _paths;

    /// <param name="folder">That of the configuration in force: a full path.</param>
    public OwnRuleScope(RuleDescriptor rule, string folder)
    {
        Id = rule.Id;
        _modules = [.. (rule.Contract?.Modules ?? []).SelectMany(PatternsOf).Select(pattern => PathPattern.Parse(pattern, folder))];
        _paths = [.. (rule.Contract?.Paths ?? []).Select(pattern => PathPattern.Parse(pattern, folder))];
    }

    public string Id { get; }

    public bool Covers(string fullPath) => IsOneOf(_modules, fullPath) && IsOneOf(_paths, fullPath);

    private static bool IsOneOf(ImmutableArray<PathPattern> patterns, string fullPath) => patterns.IsEmpty || patterns.Any(pattern => pattern.MatchesPathOrParent(fullPath));

    /// <summary>A module or package, wherever below the folder its own folder lies: <c>src/app/handlers.py</c> is <c>app.handlers</c>.</summary>
    private static IEnumerable<string> PatternsOf(string module)
    {
        var path = PathSegments.AnyFolders + "/" + module.Replace('.', '/');
        return ModuleEndings.Select(ending => path + ending).Append(path);
    }
}
