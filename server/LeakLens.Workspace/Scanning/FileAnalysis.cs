using System.Collections.Immutable;
using LeakLens.Deployment;
using LeakLens.Deployment.Files;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;
using LeakLens.Workspace.Caching;
using LeakLens.Workspace.DataFiles;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Modules;
using LeakLens.Workspace.Notebooks;

namespace LeakLens.Workspace.Scanning;

/// <summary>Reads one file and analyses it. Whatever is wrong with the file becomes part of its report.</summary>
internal static class FileAnalysis
{
    private const int MostSyntaxErrors = 20;

    public static FileReport Run(ScanSource source, AnalysisOptions options, ScanRequest request, CancellationToken cancellation)
    {
        try
        {
            var bytes = DocumentLoader.ReadBytes(source);
            var files = source.FullPath.Length > 0 ? WorkspaceFiles.For(source.Path, source.FullPath, source.PathBelowNamed, request.Folders) : null;
            options = options with { Files = files, Modules = files?.Modules };
            var report = request.Cache is { } cache ? FindOrAnalyze(cache, source, bytes, options, request.FindsFixes, cancellation) : Analyze(source, bytes, options, request.FindsFixes, cancellation);
            report = report.Findings.Any(static finding => finding.HeldBy is { Module: "" }) ? report with { Identity = ModuleFile.IdentityOf(bytes) } : report;
            return files is null ? report : report with { DataFiles = DataFileReports.Of(report, files) };
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

    private static FileReport FindOrAnalyze(ReportCache cache, ScanSource source, byte[] bytes, AnalysisOptions options, bool findsFixes, CancellationToken cancellation)
    {
        var key = cache.KeyOf(source, options, findsFixes, bytes);
        if (cache.Find(key, source, bytes, options.Rules) is { } known && (known.Dependencies.IsEmpty || (options.Files as WorkspaceFiles)?.AreUnchanged(known.Dependencies) == true))
        {
            return known;
        }

        var report = Analyze(source, bytes, options, findsFixes, cancellation);
        cache.Add(key, report);
        return report;
    }

    private static FileReport Analyze(ScanSource source, byte[] bytes, AnalysisOptions options, bool findsFixes, CancellationToken cancellation)
    {
        var text = DocumentLoader.Decode(bytes);
        var role = options.Rules.TrustsPaths ? CodeRoles.Of(source.PathBelowNamed, source.IsNamed, text) : CodeRole.Product;
        var inForce = options with { Role = role };
        return NotebookReader.IsNotebook(source.FullPath)
            ? AnalyzeNotebook(source.Path, bytes.Length, text, inForce, cancellation)
            : AnalyzeText(source.Path, bytes.Length, text, inForce, findsFixes, cancellation);
    }

    /// <summary>A file of a deployment that was read, with all that is known of the others.</summary>
    public static FileReport AnalyzeDeployment(ScanSource source, long size, DeploymentFile file, DeploymentLanguage language, AnalysisOptions options, bool findsFixes, CancellationToken cancellation)
    {
        var role = options.Rules.TrustsPaths ? CodeRoles.Of(source.PathBelowNamed, source.IsNamed, file.Text) : CodeRole.Product;
        var inForce = options with { Role = role, Language = language };
        return ToReport(source.Path, size, file.Text, language.Judge(file, inForce, cancellation), inForce, findsFixes, cancellation);
    }

    private static FileReport AnalyzeText(string path, long size, SourceText text, AnalysisOptions options, bool findsFixes, CancellationToken cancellation) =>
        ToReport(path, size, text, Analyzer.Analyze(text, options, cancellation), options, findsFixes, cancellation);

    private static FileReport ToReport(string path, long size, SourceText text, AnalysisResult result, AnalysisOptions options, bool findsFixes, CancellationToken cancellation)
    {
        var problems = ConvertErrors(path, text, result.Tree.Errors, static span => span);
        var isShown = result.Findings.Length + result.Suppressed.Length > 0;
        return new FileReport(path, size, CountLines(text), isShown ? text : null, findsFixes ? WithFixes(result, options, cancellation) : result.Findings, problems, result.Verdict) 
        {
            Suppressed = result.Suppressed,
            IsPartial = result.IsPartial,
            Unfinished = UnfinishedPart.Of(result.Facts?.Unfinished, text),
            FileFindings = result.FileFindings,
            Tends = result.Tends,
            Dependencies = DependenciesOf(options),
        };
    }

    /// <summary>Findings and errors are told where the code stands in the notebook's file.</summary>
    private static FileReport AnalyzeNotebook(string path, long size, SourceText file, AnalysisOptions options, CancellationToken cancellation)
    {
        var notebook = NotebookReader.Read(file);
        var result = Analyzer.Analyze(notebook.Module, options, cancellation);
        var isShown = result.Findings.Length + result.Suppressed.Length > 0;
        return new FileReport(path, size, CountLines(notebook.Module), isShown ? file : null, [.. result.Findings.Select(notebook.ToFile)], ConvertErrors(path, file, result.Tree.Errors, notebook.ToFile), result.Verdict)
        {
            Suppressed = [.. result.Suppressed.Select(notebook.ToFile)],
            IsPartial = result.IsPartial,
            IsNotebook = true,
            FileFindings = result.FileFindings,
            Tends = result.Tends,
            Dependencies = DependenciesOf(options),
        };
    }

    private static ImmutableArray<FileDependency> DependenciesOf(AnalysisOptions options) => options.Files is WorkspaceFiles { Asked: { Count: > 0 } asked } ? [.. asked.Distinct()] : [];

    private static ImmutableArray<Finding> WithFixes(AnalysisResult result, AnalysisOptions options, CancellationToken cancellation)
    {
        var finder = new FixFinder(result, options);
        return [.. result.Findings.Select(finding => finding with { Fixes = finder.Find(finding, cancellation) })];
    }

    private static ImmutableArray<ScanProblem> ConvertErrors(string path, SourceText text, ImmutableArray<SyntaxError> errors, Func<TextSpan, TextSpan> locate)
    {
        if (errors.IsEmpty)
        {
            return [];
        }

        var problems = ImmutableArray.CreateBuilder<ScanProblem>();
        foreach (var error in errors.Take(MostSyntaxErrors))
        {
            var position = text.GetPosition(locate(error.Span).Start, ColumnUnit.Utf32);
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
