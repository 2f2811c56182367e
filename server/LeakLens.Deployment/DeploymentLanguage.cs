using LeakLens.Deployment.Facts;
using LeakLens.Deployment.Files;
using LeakLens.Deployment.Rules;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Deployment;

/// <summary>Reads the files by which programs are deployed, in the place of Python. Stateless and thread-safe.</summary>
/// <param name="Path">As reports call the file.</param>
public sealed record DeploymentLanguage(string Path, DeploymentFacts Facts) : TextLanguage
{
    public override AnalysisResult Analyze(SourceText text, AnalysisOptions options, CancellationToken cancellation) =>
        Judge(DeploymentReader.Read(Path, text), options, cancellation);

    /// <summary>As above, of a file that was read before.</summary>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public AnalysisResult Judge(DeploymentFile file, AnalysisOptions options, CancellationToken cancellation)
    {
        var tree = TreeOf(file);
        if (options.Role == CodeRole.Foreign)
        {
            return new AnalysisResult(tree, [], Verdict.Allow);
        }

        var context = new DeploymentContext(file, Facts);
        var found = new List<Finding>();
        foreach (var rule in DeploymentRules.All)
        {
            cancellation.ThrowIfCancellationRequested();
            if (options.Rules.Find(rule.Id) is { } descriptor)
            {
                found.AddRange(rule.Check(context, descriptor));
            }
        }

        return Analyzer.Conclude(tree, found, options, isWhole: true);
    }

    public override SyntaxTree Parse(SourceText text) => TreeOf(DeploymentReader.Read(Path, text));

    private static SyntaxTree TreeOf(DeploymentFile file) => SyntaxTree.WithoutCode(file.Text, file.Errors, file.Comments);
}
