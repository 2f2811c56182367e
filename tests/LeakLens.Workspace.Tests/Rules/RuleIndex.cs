using System.Text;
using LeakLens.Engine.Rules;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>docs/rules.md: every rule with its level and one sentence, by family.</summary>
internal static class RuleIndex
{
    private static readonly (string Family, string Title)[] Families =
    [
        ("accumulation", "Accumulation and allocation"),
        ("functions-and-classes", "Closures, generators, decorators, context managers, classes"),
        ("diagnostics", "Diagnostics misuse"),
        ("lifetime", "Lifetime: cycles, caches, listeners, threads, tasks, handles"),
        ("exhaustion", "Resource exhaustion and untrusted input"),
        ("hidden-payload", "Hidden or obfuscated payloads"),
        ("remote-store", "Remote stores and brokers"),
        ("deployment", "Deployment and configuration files"),
        ("library-retention", "Library-specific retention"),
        ("suppressions", "Suppressions"),
    ];

    public static string Print(RuleCatalogue catalogue)
    {
        var text = new StringBuilder();
        text.Append("# Rules\n\n");
        text.Append("Written by a test from the rule folders (`LEAKLENS_UPDATE_BASELINES=1 npm test`). `leaklens explain RULE` shows a rule's page in the terminal.\n\n");
        text.Append("*Level* is that of a finding that reaches the rule's highest threshold; smaller ones are told at a lower level. *Gate*: whether `leaklens gate`\n");
        text.Append("may stop code for this rule alone (block), or whether it only adds weight to others (advise).\n");
        foreach (var (family, title) in Families)
        {
            var rules = catalogue.Rules.Where(rule => rule.Family == family).ToList();
            if (rules.Count > 0)
            {
                Append(text, title, rules);
            }
        }

        text.Append("\n## Profiles\n\n| Profile | For whom |\n|---|---|\n");
        foreach (var profile in catalogue.Profiles)
        {
            text.Append($"| `{profile.Name}` | {profile.Summary} |\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string title, List<RuleDescriptor> rules)
    {
        text.Append($"\n## {title}\n\n| Rule | Name | Level | Gate | What it finds |\n|---|---|---|---|---|\n");
        foreach (var rule in rules)
        {
            var gate = rule.CanBlock ? "block" : "advise";
            text.Append($"| [{rule.Id}](../rules/{rule.Id}-{rule.Name}/README.md) | `{rule.Name}` | {JsonNames.Of(rule.DefaultLevel)} | {gate} | {rule.Summary} |\n");
        }
    }
}
