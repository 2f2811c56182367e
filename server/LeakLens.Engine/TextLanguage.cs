using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine;

/// <summary>
/// What a text is written in, where that is not Python. Findings, suppressions and fixes of such a text take the same way as those of Python:
/// only who reads it is another. Two that read a text alike are equal.
/// </summary>
public abstract record TextLanguage
{
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public abstract AnalysisResult Analyze(SourceText text, AnalysisOptions options, CancellationToken cancellation);

    /// <summary>The comments of a text and what is wrong with it, without statements.</summary>
    public abstract SyntaxTree Parse(SourceText text);
}
