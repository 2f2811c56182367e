using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Reports.Sarif;

/// <summary>What a SARIF log says of LeakLens and of the rules that found something.</summary>
internal sealed class SarifTool(SarifWriter json)
{
    private const string Taxonomy = "CWE";

    /// <summary>Names a rule in one log: projects that are scanned together may use one id for two rules of their own.</summary>
    public static string KeyOf(RuleDescriptor rule) => rule.Contract is { } contract ? $"{rule.Id} {contract.Identity}" : rule.Id;

    public void Write(List<RuleDescriptor> rules, string version)
    {
        json.Begin("tool");
        json.Begin("driver");
        json.Write("name", "LeakLens");
        json.Write("semanticVersion", version);
        json.Write("version", version);
        json.BeginArray("supportedTaxonomies");
        json.Begin();
        json.Write("name", Taxonomy);
        json.Write("index", 0);
        json.End();
        json.EndArray();
        json.BeginArray("rules");
        foreach (var rule in rules)
        {
            WriteRule(rule);
        }

        json.EndArray();
        json.End();
        json.End();
    }

    private void WriteRule(RuleDescriptor rule)
    {
        json.Begin();
        json.Write("id", rule.Id);
        json.Write("name", PascalCase(rule.Name));
        json.WriteMessage("shortDescription", rule.Summary);
        json.WriteMessage("fullDescription", rule.Summary);
        WriteHelp(rule);
        json.Begin("defaultConfiguration");
        json.Write("level", JsonNames.Of(rule.DefaultLevel));
        json.End();
        WriteRelationships(rule);
        WriteProperties(rule);
        json.End();
    }

    private void WriteHelp(RuleDescriptor rule)
    {
        if (RuleCatalogue.FindPage(rule) is not { } page)
        {
            return;
        }

        json.Begin("help");
        json.Write("text", $"{rule.Summary.TrimEnd('.')}. `leaklens explain {rule.Id}` says more.");
        json.Write("markdown", page.Markdown);
        json.End();
    }

    private void WriteRelationships(RuleDescriptor rule)
    {
        if (rule.Cwe.IsEmpty)
        {
            return;
        }

        json.BeginArray("relationships");
        foreach (var weakness in rule.Cwe)
        {
            json.Begin();
            json.Begin("target");
            json.Write("id", NumberOf(weakness));
            json.Begin("toolComponent");
            json.Write("name", Taxonomy);
            json.Write("index", 0);
            json.End();
            json.End();
            json.BeginArray("kinds");
            json.WriteValue("superset");
            json.EndArray();
            json.End();
        }

        json.EndArray();
    }

    private void WriteProperties(RuleDescriptor rule)
    {
        json.Begin("properties");
        json.BeginArray("tags");
        foreach (var tag in rule.Tags.Concat(rule.Cwe.Select(static weakness => $"external/cwe/{weakness.ToLowerInvariant()}")).Append(rule.Family).Distinct(StringComparer.Ordinal))
        {
            json.WriteValue(tag);
        }

        json.EndArray();
        json.Write("precision", "high");
        json.Write("problem.severity", rule.DefaultLevel == FindingLevel.Note ? "recommendation" : JsonNames.Of(rule.DefaultLevel));
        json.Write("security-severity", SarifReport.NumberOf(SeverityOf(rule.DefaultLevel)));
        json.End();
    }

    /// <summary>On the scale of CVSS: what denies a service without a way in from outside is at most high.</summary>
    private static double SeverityOf(FindingLevel level) => level switch
    {
        FindingLevel.Error => 7.5,
        FindingLevel.Warning => 5.3,
        _ => 2.5,
    };

    public static void WriteTaxonomy(SarifWriter json, List<RuleDescriptor> rules)
    {
        json.BeginArray("taxonomies");
        json.Begin();
        json.Write("name", Taxonomy);
        json.Write("organization", "MITRE");
        json.WriteMessage("shortDescription", "The MITRE Common Weakness Enumeration");
        json.BeginArray("taxa");
        foreach (var weakness in rules.SelectMany(static rule => rule.Cwe).Select(NumberOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            json.Begin();
            json.Write("id", weakness);
            json.Write("helpUri", $"https://cwe.mitre.org/data/definitions/{weakness}.html");
            json.End();
        }

        json.EndArray();
        json.End();
        json.EndArray();
    }

    private static string NumberOf(string weakness) => weakness[(weakness.IndexOf('-', StringComparison.Ordinal) + 1)..];

    private static string PascalCase(string slug) => string.Concat(slug.Split('-').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));
}
