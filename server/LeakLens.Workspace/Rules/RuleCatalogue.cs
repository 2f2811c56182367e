using System.Collections.Immutable;
using System.Reflection;
using LeakLens.Engine.Rules;

namespace LeakLens.Workspace.Rules;

/// <summary>
/// Every rule that LeakLens knows, read from the rule folders that are embedded in this assembly.
/// Descriptors are read on first use, pages only when they are shown: most runs show none.
/// </summary>
public sealed class RuleCatalogue
{
    private const string DescriptorFile = "/rule.json";
    private const string PageFile = "/README.md";

    private static readonly Lazy<RuleCatalogue> LazyBuiltIn = new(Load);

    private readonly Func<string, Stream?> _openResource;

    private RuleCatalogue(ImmutableArray<RuleDescriptor> rules, Func<string, Stream?> openResource)
    {
        Rules = rules;
        RuleSet = new RuleSet(rules);
        _openResource = openResource;
    }

    /// <summary>The rules that come with LeakLens.</summary>
    public static RuleCatalogue BuiltIn => LazyBuiltIn.Value;

    /// <summary>All rules, ordered by id.</summary>
    public ImmutableArray<RuleDescriptor> Rules { get; }

    /// <summary>All rules, switched on.</summary>
    public RuleSet RuleSet { get; }

    /// <summary>Finds a rule by its id or its slug; upper and lower case are the same.</summary>
    public RuleDescriptor? Find(string idOrName)
    {
        foreach (var rule in Rules)
        {
            if (rule.Id.Equals(idOrName, StringComparison.OrdinalIgnoreCase) || rule.Name.Equals(idOrName, StringComparison.OrdinalIgnoreCase))
            {
                return rule;
            }
        }

        return null;
    }

    /// <summary>The id or slug that an unknown name was probably meant to be, or null when nothing is near.</summary>
    public string? SuggestName(string unknown) =>
        NearestName.Find(unknown, Rules.Select(rule => rule.Id).Concat(Rules.Select(rule => rule.Name)));

    /// <summary>The prose of a rule.</summary>
    public RulePage GetPage(RuleDescriptor rule)
    {
        using var stream = _openResource(GetFolder(rule) + PageFile) ?? throw new ArgumentException($"Rule {rule.Id} is not of this catalogue.", nameof(rule));
        using var reader = new StreamReader(stream);
        return new RulePage(reader.ReadToEnd());
    }

    private static string GetFolder(RuleDescriptor rule) => $"rules/{rule.Id}-{rule.Name}";

    private static RuleCatalogue Load()
    {
        var assembly = typeof(RuleCatalogue).Assembly;
        var rules = new List<RuleDescriptor>();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (name.EndsWith(DescriptorFile, StringComparison.Ordinal))
            {
                rules.Add(Read(assembly, name));
            }
        }

        rules.Sort((left, right) => string.CompareOrdinal(left.Id, right.Id));
        return new RuleCatalogue([.. rules], assembly.GetManifestResourceStream);
    }

    private static RuleDescriptor Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"Resource {resource} is listed and cannot be opened.");
        using var reader = new StreamReader(stream);
        return RuleJsonReader.Read(reader, resource);
    }
}
