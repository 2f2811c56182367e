using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.OwnRules;

/// <summary>Ids and names that are taken: each stands for one rule, in configurations and in comments of programs.</summary>
internal sealed class OwnRuleNames
{
    private readonly Dictionary<string, string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public OwnRuleNames()
    {
        foreach (var rule in RuleCatalogue.BuiltIn.Rules)
        {
            foreach (var name in rule.Aliases.Append(rule.Id).Append(rule.Name))
            {
                _taken[name] = $"{rule.Id} of LeakLens";
            }
        }
    }

    /// <summary>Null where the name is free; it is taken then. Else who has it.</summary>
    public string? Take(string name, string file) => _taken.TryAdd(name, Path.GetFileName(Path.GetDirectoryName(file)) + "/" + OwnRuleFile.Name) ? null : _taken[name];
}
