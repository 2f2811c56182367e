using System.Collections.Immutable;
using System.Runtime.InteropServices;
using LeakLens.Engine;
using LeakLens.Engine.Fixes;
using LeakLens.Python.Text;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.DataFiles;
using LeakLens.Workspace.Deployments;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Notebooks;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Fixing;

/// <summary>Reads files and makes their fixes, in memory.</summary>
public static class FileFixer
{
    /// <summary>One file after the other, in order; each when it is asked for.</summary>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static IEnumerable<FixedFile> FixAll(FixRequest request, CancellationToken cancellation)
    {
        foreach (var source in request.Files.Files)
        {
            if (NotebookReader.IsNotebook(source.FullPath))
            {
                // Its fixes are edits of cells, which an editor makes.
                yield return source.IsNamed ? Failed(source, ScanProblemKind.Unreadable, "notebooks are fixed in the editor") : new FixedFile(source, Problem: null);
                continue;
            }

            // As deep as a scan's worker can go, so that both see the same.
            FixedFile? file = null;
            var thread = new Thread(() => file = Fix(source, request, cancellation), Scanner.WorkerStackSize) { IsBackground = true, Name = "fix" };
            thread.Start();
            thread.Join();
            cancellation.ThrowIfCancellationRequested();
            if (file is not null)
            {
                yield return file;
            }
        }
    }

    private static FixedFile? Fix(ScanSource source, FixRequest request, CancellationToken cancellation)
    {
        try
        {
            return Fix(source, DocumentLoader.ReadBytes(source), request, cancellation);
        }
        catch (DocumentException exception)
        {
            return Failed(source, ScanProblemKind.Unreadable, exception.Message);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
#pragma warning disable CA1031 // Whatever went wrong belongs to this file; the others are fixed all the same.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Failed(source, ScanProblemKind.Defect, exception.ToString());
        }
    }

    private static FixedFile Fix(ScanSource source, byte[] bytes, FixRequest request, CancellationToken cancellation)
    {
        var text = DocumentLoader.Decode(bytes);
        var configuration = request.Configurations.ForFile(source.FullPath);
        var rules = configuration.RulesFor(source.FullPath);
        var files = WorkspaceFiles.For(source.Path, source.FullPath, source.PathBelowNamed);
        var options = new AnalysisOptions(rules) { Target = configuration.Target, Models = configuration.Models, Role = rules.TrustsPaths ? CodeRoles.Of(source.PathBelowNamed, source.IsNamed, text) : CodeRole.Product, Files = files, Modules = files.Modules, Language = DeploymentFiles.LanguageOf(source.FullPath) };
        var result = Analyzer.Analyze(text, options, cancellation);
        var fixedText = FixRounds.Apply(result, options, finding => IsWanted(finding.Rule.Id, request, configuration), request.IncludesUnsafe || configuration.UnsafeFixes.Value, cancellation);
        var changed = fixedText.Result.Tree.Text;
        if (fixedText.Applied.IsEmpty)
        {
            return new FixedFile(source, Problem: null) { OldText = text, NewText = text };
        }

        return SourceEncoder.TryEncode(changed.Text, bytes, out var encoded)
            ? new FixedFile(source, Problem: null) { OldBytes = ImmutableCollectionsMarshal.AsImmutableArray(bytes), NewBytes = ImmutableCollectionsMarshal.AsImmutableArray(encoded), OldText = text, NewText = changed, Applied = fixedText.Applied }
            : Failed(source, ScanProblemKind.Unreadable, "its encoding cannot be written back as it was: it was left alone");
    }

    private static bool IsWanted(string rule, FixRequest request, EffectiveConfiguration configuration) =>
        request.Rules?.Any(selector => selector.In(configuration.Catalogue).Ids.Contains(rule, StringComparer.Ordinal)) != false && configuration.IsFixable(rule);

    private static FixedFile Failed(ScanSource source, ScanProblemKind kind, string message) => new(source, new ScanProblem(source.Path, kind, message));
}
