using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LeakLens.Engine.Rules;
using LeakLens.Engine.Rules.Contracts;
using LeakLens.Workspace.Reports;

namespace LeakLens.Workspace.OwnRules;

/// <summary>
/// The page of a rule of a project's own, made of what its file says: headings are those of built-in rules. Whoever wrote the file may want a
/// page to load a picture or to show a link, so every text of it is escaped.
/// </summary>
internal static class OwnRulePage
{
    public static string Write(RuleDescriptor rule, Contract contract)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# {rule.Id}: {rule.Name}\n\n## What it does\n\n");
        Escape(page, rule.Summary);
        page.Append("\n\n## What it forbids\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{Subject(contract.Fact)} of which all of this holds:\n\n");
        foreach (var (name, values) in ConditionsOf(rule, contract))
        {
            page.Append(CultureInfo.InvariantCulture, $"- {name}: ");
            Escape(page, values);
            page.Append('\n');
        }

        if (contract.Advice is { } advice)
        {
            page.Append("\n## Use instead\n\n");
            Escape(page, advice);
            page.Append('\n');
        }

        page.Append(CultureInfo.InvariantCulture, $"\n## Whose rule it is\n\nThe project's own: `rule-paths` of its configuration brings it along. Its findings are told as {JsonNames.Of(rule.DefaultLevel)}, unless `rules` sets another level.\n");
        return page.ToString();
    }

    private static string Subject(ContractFact fact) => fact switch
    {
        ContractFact.Growth => "A growth",
        ContractFact.Peak => "Something large at one time",
        _ => "A resource",
    };

    private static ImmutableArray<(string Name, string Values)> ConditionsOf(RuleDescriptor rule, Contract contract)
    {
        (string Name, string Values)[] conditions =
        [
            ("in the module or package", Join(contract.Modules)),
            ("in a file that matches", Join(contract.Paths)),
            ("repeated", Join(contract.Repeated.Select(static repetition => OwnRuleWords.Of(repetition)))),
            ("held as long as", Join(contract.Lifetimes.Select(static lifetime => JsonNames.Of(lifetime)))),
            ("the kind of what holds it", Join(contract.Containers.Select(static kind => KindNames.Of(kind)))),
            ("shared with code that is not seen", OfSwitch(contract.IsShared)),
            ("numbers that are certain", OfSwitch(contract.IsCertain)),
            ("contents let go of at times", OfSwitch(contract.IsReleased)),
            ("made by", Join(contract.Made)),
            ("let go of by none of", Join(contract.Release)),
            ("an exception that nobody wrote down counts as a way out", contract.CountsExceptions ? "yes" : ""),
            .. rule.Thresholds.OrderBy(static threshold => threshold.Key, StringComparer.Ordinal).Select(static threshold => (threshold.Key, $"{threshold.Value.ToString("0.######", CultureInfo.InvariantCulture)} or more")),
        ];
        var given = conditions.Where(static condition => condition.Values.Length > 0).ToImmutableArray();
        return given.IsEmpty ? [("anywhere", "whatever it is")] : given;
    }

    private static string Join(IEnumerable<string> values) => string.Join(", ", values);

    private static string OfSwitch(bool? value) => value switch
    {
        null => "",
        true => "yes",
        false => "no",
    };

    /// <summary>A mark at the beginning of a line would make it a heading, a quotation or a list.</summary>
    private static void Escape(StringBuilder page, string text)
    {
        page.Append(text is ['#' or '-' or '+' or '=', ..] ? "\\" : "");
        MarkdownEscape.Append(page, text);
    }
}
