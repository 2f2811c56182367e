using LeakLens.Engine;
using LeakLens.Workspace.Deployments;
using LeakLens.Workspace.Rules;
using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>One folder under rules/, as its author sees it.</summary>
internal sealed record RuleFolder(string Name)
{
    public static readonly string Root = RepositoryFolder.Combine("rules");

    public string Id => Name[..5];

    public string Slug => Name[6..];

    /// <summary>Its examples are manifests, not Python.</summary>
    public bool IsDeployment => Id.StartsWith("LL8", StringComparison.Ordinal);

    public string ExampleFile => IsDeployment ? "bad.yaml" : "bad.py";

    public static IEnumerable<RuleFolder> All() =>
        Directory.EnumerateDirectories(Root, "LL*").Select(path => new RuleFolder(Path.GetFileName(path))).OrderBy(folder => folder.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names() => [.. All().Select(folder => folder.Name)];

    /// <summary>How its examples are analysed: all rules of the profile, and its own if the profile leaves it out.</summary>
    public AnalysisOptions Options(string profile)
    {
        var catalogue = RuleCatalogue.BuiltIn;
        var rules = catalogue.FindProfile(profile)!;
        return new AnalysisOptions((rules with { Off = rules.Off.Remove(Id) }).Apply(catalogue.Rules)) { Language = DeploymentFiles.LanguageOf(GetPath(ExampleFile)) };
    }

    public string GetPath(string file) => Path.Combine(Root, Name, file);

    public string Read(string file) => File.ReadAllText(GetPath(file));

    public JObject ReadJson() => JObject.Parse(Read("rule.json"));
}
