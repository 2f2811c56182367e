using System.Collections.Frozen;
using System.Reflection;
using LeakLens.Engine.Findings;
using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Gate;

/// <summary>The words of refusals: data of rules/gate, so that they can be changed without changing code.</summary>
internal sealed class GateWording
{
    private static readonly Lazy<GateWording> LazyBuiltIn = new(Load);

    private readonly FrozenDictionary<string, string> _mechanisms;
    private readonly FrozenDictionary<string, string> _signals;
    private readonly string _block;
    private readonly string _small;
    private readonly string _review;

    private GateWording(JObject words, string block, string small, string review)
    {
        _mechanisms = Read(words, "mechanisms");
        _signals = Read(words, "signals");
        _block = block;
        _small = small;
        _review = review;
    }

    public static GateWording BuiltIn => LazyBuiltIn.Value;

    /// <summary>What code does that a family of rules is about, after "This code".</summary>
    public string MechanismOf(string family) => _mechanisms.GetValueOrDefault(family, "uses more memory than it lets go of");

    public string NameOf(string signal) => _signals.GetValueOrDefault(signal, signal);

    /// <summary>The text of a refusal, with the names of what is filled in between double braces.</summary>
    public string TemplateOf(Refusal refusal) => refusal.Verdict != Verdict.Block ? _review : refusal.IsSmall ? _small : _block;

    private static FrozenDictionary<string, string> Read(JObject words, string group) =>
        ((JObject)(words[group] ?? throw new FormatException($"wording.json lacks '{group}'"))).Properties().ToFrozenDictionary(word => word.Name, word => word.Value.Value<string>() ?? "", StringComparer.Ordinal);

    private static GateWording Load() => new(JObject.Parse(Open("wording.json")), Open("block.md"), Open("block-small.md"), Open("review.md"));

    private static string Open(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("gate/" + file) ?? throw new InvalidOperationException($"Resource gate/{file} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
