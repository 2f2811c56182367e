using System.Collections.Immutable;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Documents;

namespace LeakLens.Workspace.Scanning;

/// <summary>Reads one file and analyses it. Whatever is wrong with the file becomes part of its report.</summary>
internal static class FileAnalysis
{
    private const int MostSyntaxErrors = 20;

    public static FileReport Run(ScanSource source, AnalysisOptions options, bool findsFixes, CancellationToken cancellation)
    {
        try
        {
            var bytes = DocumentLoader.ReadBytes(source);
            var text = DocumentLoader.Decode(bytes);
            var role = options.Rules.TrustsPaths ? CodeRoles.Of(source.PathBelowNamed, source.IsNamed, text) : CodeRole.Product;
            return Analyze(source.Path, bytes.Length, text, options with { Role = role }, findsFixes, cancellation);
        }
        catch (DocumentException exception)
        {
            return FileReport.Failed(source.Path, ScanProblemKind.Unreadable, exception.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return FileReport.Failed(source.Path, ScanProblemKind.Defect, exception.ToString());
        }
    }

    private static FileReport Analyze(string path, long size, SourceText text, AnalysisOptions options, bool findsFixes, CancellationToken cancellation)
    {
        var result = Analyzer.Analyze(text, options, cancellation);
        var problems = ConvertErrors(path, text, result.Tree.Errors);
        var isShown = result.Findings.Length + result.Suppressed.Length > 0;
        return new FileReport(path, size, CountLines(text), isShown ? text : null, findsFixes ? WithFixes(result, options, cancellation) : result.Findings, problems, result.Verdict) { Suppressed = result.Suppressed, IsPartial = result.IsPartial };
    }

    private static ImmutableArray<Finding> WithFixes(AnalysisResult result, AnalysisOptions options, CancellationToken cancellation)
    {
        var finder = new FixFinder(result, options);
        return [.. result.Findings.Select(finding => finding with { Fixes = finder.Find(finding, cancellation) })];
    }

    private static ImmutableArray<ScanProblem> ConvertErrors(string path, SourceText text, ImmutableArray<SyntaxError> errors)
    {
        if (errors.IsEmpty)
        {
            return [];
        }

        var problems = ImmutableArray.CreateBuilder<ScanProblem>();
        foreach (var error in errors.Take(MostSyntaxErrors))
        {
            var position = text.GetPosition(error.Span.Start, ColumnUnit.Utf32);
            problems.Add(new ScanProblem(path, ScanProblemKind.Syntax, error.Message.TrimEnd('.'), position.Line + 1, position.Column + 1));
        }

        if (errors.Length > MostSyntaxErrors)
        {
            problems.Add(new ScanProblem(path, ScanProblemKind.Syntax, $"{errors.Length - MostSyntaxErrors} more syntax errors"));
        }

        return problems.ToImmutable();
    }

    private static int CountLines(SourceText text)
    {
        var lines = text.Lines;
        return lines.GetStart(lines.Count - 1) == text.Length ? lines.Count - 1 : lines.Count;
    }
}
