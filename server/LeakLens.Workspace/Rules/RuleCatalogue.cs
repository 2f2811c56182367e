using System.Collections.Immutable;
using System.Reflection;
using LeakLens.Engine.Rules;
using LeakLens.Workspace.OwnRules;

namespace LeakLens.Workspace.Rules;

/// <summary>
/// The rules that a configuration knows: those that are embedded in this assembly, and those that a project brings along.
/// Descriptors are read on first use, pages only when they are shown: most runs show none.
/// </summary>
public sealed class RuleCatalogue
{
    private const string DescriptorFile = "/rule.json";
    private const string PageFile = "/README.md";
    private const string ProfileFolder = "profiles/";

    /// <summary>What the ids of built-in rules begin with, and no others.</summary>
    public const string Letters = "LL";

    /// <summary>The profile of whoever does not name one.</summary>
    public const string DefaultProfile = "balanced";

    /// <summary>The profile of a gate before code that nobody trusts.</summary>
    public const string StrictProfile = "strict";

    private static readonly Lazy<RuleCatalogue> LazyBuiltIn = new(Load);

    private RuleCatalogue(ImmutableArray<RuleDescriptor> rules, ImmutableArray<Profile> profiles, ImmutableArray<RuleDescriptor> own)
    {
        Rules = rules;
        Profiles = profiles;
        Own = own;
        RuleSet = (FindProfile(DefaultProfile) ?? throw new InvalidOperationException($"There is no profile {DefaultProfile}.")).Apply(rules);
    }

    /// <summary>The rules that come with LeakLens.</summary>
    public static RuleCatalogue BuiltIn => LazyBuiltIn.Value;

    /// <summary>All rules, ordered by id.</summary>
    public ImmutableArray<RuleDescriptor> Rules { get; }

    /// <summary>Those of them that a project brings along, ordered by id.</summary>
    public ImmutableArray<RuleDescriptor> Own { get; }

    /// <summary>All profiles, ordered by name.</summary>
    public ImmutableArray<Profile> Profiles { get; }

    /// <summary>All rules, switched on, in the default profile.</summary>
    public RuleSet RuleSet { get; }

    public Profile? FindProfile(string name) => Profiles.FirstOrDefault(profile => profile.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

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
    /// <exception cref="ArgumentException">The rule is of no catalogue.</exception>
    public static RulePage PageOf(RuleDescriptor rule) => FindPage(rule) ?? throw new ArgumentException($"Rule {rule.Id} is of no catalogue.", nameof(rule));

    /// <summary>The prose of a rule of whichever catalogue; null for one that is of none.</summary>
    public static RulePage? FindPage(RuleDescriptor rule)
    {
        if (rule.Contract is { } contract)
        {
            return new RulePage(OwnRulePage.Write(rule, contract));
        }

        using var stream = typeof(RuleCatalogue).Assembly.GetManifestResourceStream(GetFolder(rule) + PageFile);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return new RulePage(reader.ReadToEnd());
    }

    /// <summary>Of <c>LL101</c> it is <c>LL</c>.</summary>
    public static string LettersOf(string id) => id.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    /// <summary>This catalogue with rules that a project brings along.</summary>
    public RuleCatalogue With(IEnumerable<RuleDescriptor> own)
    {
        ImmutableArray<RuleDescriptor> added = [.. own.OrderBy(static rule => rule.Id, StringComparer.Ordinal)];
        return added.IsEmpty ? this : new RuleCatalogue([.. Rules.Concat(added).OrderBy(static rule => rule.Id, StringComparer.Ordinal)], Profiles, added);
    }

    private static string GetFolder(RuleDescriptor rule) => $"rules/{rule.Id}-{rule.Name}";

    private static RuleCatalogue Load()
    {
        var assembly = typeof(RuleCatalogue).Assembly;
        var rules = new List<RuleDescriptor>();
        var profiles = new List<Profile>();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (name.EndsWith(DescriptorFile, StringComparison.Ordinal))
            {
                rules.Add(Read(assembly, name, RuleJsonReader.Read));
            }
            else if (name.StartsWith(ProfileFolder, StringComparison.Ordinal))
            {
                profiles.Add(Read(assembly, name, ProfileJsonReader.Read));
            }
        }

        rules.Sort((left, right) => string.CompareOrdinal(left.Id, right.Id));
        profiles.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        return new RuleCatalogue([.. rules], [.. profiles], own: []);
    }

    private static T Read<T>(Assembly assembly, string resource, Func<TextReader, string, T> read)
    {
        using var stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"Resource {resource} is listed and cannot be opened.");
        using var reader = new StreamReader(stream);
        return read(reader, resource);
    }
}
