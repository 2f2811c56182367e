using LeakLens.Engine.Rules;
using LeakLens.Workspace.Rules;

namespace LeakLens.Server.Cli;

/// <summary>Rules as options name them: by id or name, several joined by commas.</summary>
internal static class RuleNames
{
    public static UsageException Unknown(string name)
    {
        var nearest = RuleCatalogue.BuiltIn.SuggestName(name) is { } suggestion ? $" (did you mean '{suggestion}'?)" : "";
        return new UsageException($"there is no rule '{name}'{nearest}; `leaklens rules` lists them all");
    }

    /// <summary>The rules that are left when only the selected ones are on, less the ignored ones. Nothing selected means all.</summary>
    public static RuleSet Select(IReadOnlyCollection<string> selected, IReadOnlyCollection<string> ignored)
    {
        var catalogue = RuleCatalogue.BuiltIn;
        if (selected.Count == 0 && ignored.Count == 0)
        {
            return catalogue.RuleSet;
        }

        var on = selected.Count == 0 ? catalogue.Rules : Resolve(selected);
        return new RuleSet(on.Except(Resolve(ignored)));
    }

    private static IEnumerable<RuleDescriptor> Resolve(IEnumerable<string> lists) => lists
        .SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Select(name => RuleCatalogue.BuiltIn.Find(name) ?? throw Unknown(name))
        .Distinct();
}
