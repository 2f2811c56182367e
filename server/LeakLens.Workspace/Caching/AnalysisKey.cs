using System.Globalization;
using System.Text;
using LeakLens.Engine;
using LeakLens.Engine.Rules;
using LeakLens.Python.Parsing;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Hashing;
using LeakLens.Workspace.Notebooks;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Caching;

/// <summary>Everything but the text that the answer about a text depends on, as a hash: this build of LeakLens, the rules in force, what was asked for.</summary>
internal sealed class AnalysisKey
{
    private readonly byte[] _hash;

    public AnalysisKey(AnalysisOptions options, bool findsFixes)
    {
        var text = new StringBuilder();
        Add(text, Build, options.Target, options.HonoursComments, options.Allowance is null, options.Allowance ?? "", findsFixes, options.Server?.Evicts.ToString() ?? "", options.Server?.Source ?? "", options.Models?.Identity ?? "");
        AddRules(text, options.Rules);
        _hash = Sha256.Of(text.ToString());
    }

    /// <summary>The compiler names each build by what went into it, data among it: a change of a rule's page is another build.</summary>
    public static string Build { get; } = $"{typeof(SyntaxTree).Module.ModuleVersionId:N}{typeof(Analyzer).Module.ModuleVersionId:N}{typeof(AnalysisKey).Module.ModuleVersionId:N}";

    /// <summary>Of a path it matters only what it says about the code.</summary>
    public UInt128 ForFile(ScanSource source, RuleSet rules, ReadOnlySpan<byte> content)
    {
        var role = !rules.TrustsPaths || source.IsNamed ? byte.MaxValue : (byte)CodeRoles.OfPath(source.PathBelowNamed);
        var hash = new Sha256();
        hash.Add(_hash);
        hash.Add([role, NotebookReader.IsNotebook(source.FullPath) ? (byte)1 : (byte)0, rules.TrustsPaths && source.IsNamed ? (byte)1 : (byte)0]);
        hash.Add(content);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash.Finish());
    }

    private static void AddRules(StringBuilder text, RuleSet rules)
    {
        var composition = rules.Composition;
        Add(text, rules.TrustsPaths, rules.KnowsAll, composition.ErrorScore, composition.ErrorBytes, composition.ErrorBytesScore, composition.WarningScore);
        foreach (var rule in rules.All.OrderBy(static rule => rule.Id, StringComparer.Ordinal))
        {
            Add(text, rule.Id, rule.Name, rule.Family, rule.DefaultLevel, rule.Summary, rule.CanBlock, rule.Fix, rule.Floor, rule.FixedLevel is null, rule.FixedLevel ?? rule.Floor, string.Join(',', rule.Aliases), rule.Contract?.Identity ?? "");
            foreach (var (name, value) in rule.Thresholds.OrderBy(static threshold => threshold.Key, StringComparer.Ordinal))
            {
                Add(text, name, value);
            }
        }

        Add(text, string.Join(',', (rules.Known ?? []).Select(static rule => rule.Contract is { } contract ? $"{rule.Id}={contract.Identity}" : rule.Id)));
    }

    /// <summary>Each part with its length, so that no two lists of parts are one text.</summary>
    private static void Add(StringBuilder text, params ReadOnlySpan<object> parts)
    {
        foreach (var part in parts)
        {
            var written = Convert.ToString(part, CultureInfo.InvariantCulture) ?? "";
            text.Append(written.Length).Append(':').Append(written).Append('\n');
        }
    }
}
