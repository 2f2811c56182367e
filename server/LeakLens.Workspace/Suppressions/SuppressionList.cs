using LeakLens.Engine.Rules;
using LeakLens.Engine.Suppressions;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Deployments;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Notebooks;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Suppressions;

/// <summary>Lists what comments ask to be accepted. Nothing is evaluated: only files that mention us, or a tool whose words we heed, are parsed.</summary>
public static class SuppressionList
{
    /// <param name="configurations">Say which rules names stand for.</param>
    /// <param name="problems">What could not be read.</param>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static IReadOnlyList<ListedSuppression> Find(DiscoveredFiles files, ConfigurationProvider configurations, List<ScanProblem> problems, CancellationToken cancellation)
    {
        problems.AddRange(files.Problems);
        var found = new List<ListedSuppression>();
        foreach (var source in files.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                AddAll(source, configurations.ForFile(source.FullPath).Catalogue.RuleSet, found, cancellation);
            }
            catch (DocumentException exception)
            {
                problems.Add(new ScanProblem(source.Path, ScanProblemKind.Unreadable, exception.Message));
            }
        }

        return found;
    }

    private static void AddAll(ScanSource source, RuleSet rules, List<ListedSuppression> found, CancellationToken cancellation)
    {
        var file = DocumentLoader.Decode(DocumentLoader.ReadBytes(source));
        if (!file.Text.Contains("leaklens:", StringComparison.OrdinalIgnoreCase) && !file.Text.Contains("noqa:", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var notebook = NotebookReader.IsNotebook(source.FullPath) ? NotebookReader.Read(file) : null;
        var tree = DeploymentFiles.LanguageOf(source.FullPath)?.Parse(file) ?? SyntaxTree.Parse(notebook?.Module ?? file, cancellation);
        foreach (var request in SuppressionRequest.FindAll(tree, rules))
        {
            var start = (notebook?.ToFile(request.Span) ?? request.Span).Start;
            found.Add(new ListedSuppression(source.Path, source.FullPath, file.GetPosition(start, ColumnUnit.Utf32), request, LineAt(file, start)));
        }
    }

    private static string LineAt(SourceText text, int offset)
    {
        var line = text.Lines.GetLine(offset);
        var start = text.Lines.GetStart(line);
        var end = line + 1 < text.Lines.Count ? text.Lines.GetStart(line + 1) : text.Length;
        return text.Text.AsSpan(start, end - start).TrimEnd("\r\n").ToString();
    }
}
