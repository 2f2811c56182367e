using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Lifetimes;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Engine.Rules.Lifetimes.Resources;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Contracts;

/// <summary>
/// Contracts over what has to be let go of: who makes it, and which methods let go of it, stands in the contracts; what becomes of it is found out as
/// for the resources of LeakLens. Whoever hands it on hands on the duty.
/// </summary>
internal sealed class ResourceContract
{
    private readonly RuleContext _context;
    private readonly RuleDescriptor _rule;
    private readonly Contract _contract;

    private ResourceContract(RuleContext context, RuleDescriptor rule, Contract contract)
    {
        _context = context;
        _rule = rule;
        _contract = contract;
    }

    /// <summary>Everything that the resource contracts of a set are about, by the id of the rule.</summary>
    public static ILookup<string, ResourceUse> Find(RuleContext context)
    {
        var made = new List<(string Name, Resource Resource)>();
        foreach (var rule in context.Rules.Contracts)
        {
            if (rule.Contract is { Fact: ContractFact.Resource } contract)
            {
                made.AddRange(contract.Made.Select(name => (name, new Resource(rule.Id, name, StaysWhenDropped: true, [.. contract.Release], Items: []))));
            }
        }

        if (made.Count == 0)
        {
            return Array.Empty<ResourceUse>().ToLookup(static use => use.Resource.Rule, StringComparer.Ordinal);
        }

        var byName = made.ToLookup(static one => one.Name, static one => one.Resource, StringComparer.Ordinal);
        var byEnding = made.SelectMany(static one => EndingsOf(one.Name).Select(ending => (Ending: ending, one.Resource))).ToLookup(static one => one.Ending, static one => one.Resource, StringComparer.Ordinal);
        return ResourceMap.Find(context, name => name.StartsWith('.') ? byEnding[name.TrimStart('.')] : byName[name]).ToLookup(static use => use.Resource.Rule, StringComparer.Ordinal);
    }

    public static IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule, Contract contract, IEnumerable<ResourceUse> uses) =>
        uses.OrderBy(static use => use.Call.Start).Select(new ResourceContract(context, rule, contract).Judge).OfType<Finding>();

    /// <summary><c>from .pool import Pool</c> names the end of <c>app.pool.Pool</c>.</summary>
    private static IEnumerable<string> EndingsOf(string name)
    {
        yield return name;
        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = name.IndexOf('.', dot + 1))
        {
            yield return name[(dot + 1)..];
        }
    }

    private Finding? Judge(ResourceUse use) => use.Fate switch
    {
        ResourceFate.Discarded => Tell(use, NameOf(use), "nothing refers to it"),
        ResourceFate.Unnamed => use.Member is { } member && _contract.Release.Contains(member, StringComparer.Ordinal) ? null : Tell(use, NameOf(use), "it has no name to let go of it by"),
        ResourceFate.Variable => OfVariable(use, (Name)use.Place),
        ResourceFate.Field => OfField(use, (Python.Syntax.Attribute)use.Place),
        _ => null,
    };

    private Finding? OfVariable(ResourceUse use, Name name)
    {
        var variable = VariableUse.Of(_context, name, use.Resource);
        if (variable.Escapes)
        {
            return null;
        }

        if (variable.Releases.Count == 0)
        {
            return Tell(use, name.Id, "nothing lets go of it");
        }

        var paths = new ReleasePaths(_context, _rule, use, name);
        return paths.FindMiss() is { } miss && (ReleasePaths.IsPlain(miss) || _contract.CountsExceptions) ? Tell(use, name.Id, paths.How(miss, " let go of")).With(miss.Node, "not let go of on this way") : null;
    }

    private Finding? OfField(ResourceUse use, Python.Syntax.Attribute field)
    {
        if (FieldRelease.Missing(_context, use) is not { } missing)
        {
            return null;
        }

        return missing.Closer is { } closer
            ? Tell(use, field.Name, $"{closer.Name}() does not let go of it").With(closer, $"{closer.Name}() is how {missing.Type.Name} is let go of")
            : Tell(use, field.Name, $"{missing.Type.Name} has no method that lets go of it");
    }

    private static string NameOf(ResourceUse use) => "this " + use.Resource.What[(use.Resource.What.LastIndexOf('.') + 1)..];

    private Finding Tell(ResourceUse use, string name, string why) =>
        UncountedFinding.Of(_rule, _rule.DefaultLevel, use.Call, _contract.Message.Fill(place => place switch
        {
            "name" => name,
            "made" => use.Resource.What,
            _ => why,
        }), string.Empty) with { Advice = _contract.Advice };
}
