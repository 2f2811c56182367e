using System.Collections.Immutable;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp;
using LeakLens.Workspace.Rules;

namespace LeakLens.Server.Tests.Lsp.Support;

/// <summary>
/// Stands in for the engine where a test is about the protocol: the word LEAK is a finding whose explanation carries the
/// whole text, so that a test can see which text was analysed.
/// </summary>
internal static class MarkerAnalysis
{
    public const string TextStart = "<text>";
    public const string TextEnd = "</text>";

    public static ServerOptions Options(Action<SourceText, CancellationToken>? before = null) => ServerOptions.Default with
    {
        Analyze = (text, _, cancellation) =>
        {
            before?.Invoke(text, cancellation);
            return Analyze(text);
        },
        Documentation = new PlainDocumentation(),
        Rehearsals = 0,
    };

    private static AnalysisResult Analyze(SourceText text)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        for (var at = text.Text.IndexOf("LEAK", StringComparison.Ordinal); at >= 0; at = text.Text.IndexOf("LEAK", at + 4, StringComparison.Ordinal))
        {
            findings.Add(CreateFinding(at, text));
        }

        return new AnalysisResult(WithoutErrors(text), findings.ToImmutable(), Verdict.Allow);
    }

    /// <summary>The words of a test are no Python, and nothing should be said about that.</summary>
    private static SyntaxTree WithoutErrors(SourceText text) => SyntaxTree.Parse(text) is { Errors.IsEmpty: true } tree ? tree : SyntaxTree.Parse(SourceText.From(""));

    private static Finding CreateFinding(int at, SourceText text) => new(
        RuleCatalogue.BuiltIn.Find("LL101")!,
        FindingLevel.Warning,
        0.9,
        new TextSpan(at, 4),
        "sessions holds about 125 MiB: 2,000 x 64 KB, never released",
        new Estimate(131_260_000, 131_260_000, 65_630, 2_000, GrowthBound.Finite, Lifetime.Module, Multiplicity.Once),
        [new RelatedPlace(new TextSpan(0, Math.Min(3, text.Length)), "sessions is created here and lives as long as the module")],
        [],
        [TextStart + text.Text + TextEnd]);
}
