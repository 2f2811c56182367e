using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>One folder under rules/, as its author sees it.</summary>
internal sealed record RuleFolder(string Name)
{
    public static readonly string Root = RepositoryFolder.Combine("rules");

    public string Id => Name[..5];

    public string Slug => Name[6..];

    public static IEnumerable<RuleFolder> All() =>
        Directory.EnumerateDirectories(Root, "LL*").Select(path => new RuleFolder(Path.GetFileName(path))).OrderBy(folder => folder.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names() => [.. All().Select(folder => folder.Name)];

    public string GetPath(string file) => Path.Combine(Root, Name, file);

    public string Read(string file) => File.ReadAllText(GetPath(file));

    public JObject ReadJson() => JObject.Parse(Read("rule.json"));
}
