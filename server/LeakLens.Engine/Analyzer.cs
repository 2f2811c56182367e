using LeakLens.Engine.Findings;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine;

/// <summary>The whole way from a text to findings. Stateless and thread-safe.</summary>
public static class Analyzer
{
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static AnalysisResult Analyze(SourceText text, AnalysisOptions options, CancellationToken cancellation = default)
    {
        var tree = SyntaxTree.Parse(text, cancellation);
        return new AnalysisResult(tree, [], Verdict.Allow);
    }
}
