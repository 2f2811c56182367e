using LeakLens.Engine.Findings;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Fixing;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Server.Cli;

/// <summary>Fixes files, one after the other, from paths to exit code. The diff goes to the output; all else to the error stream.</summary>
internal sealed class FixRun
{
    private readonly CliHost _host;
    private readonly List<ScanProblem> _problems = [];
    private int _fixes;
    private int _files;
    private int _done;

    public FixRun(CliHost host) => _host = host;

    public required IReadOnlyList<string> Paths { get; init; }

    public required bool IsDiff { get; init; }

    public required bool IncludesUnsafe { get; init; }

    /// <summary>What it selects is to be fixed.</summary>
    public required ConfigurationLayer CommandLine { get; init; }

    public required ConfigurationProvider Configurations { get; init; }

    public int Run()
    {
        if (Paths.Contains(StandardInput.Path, StringComparer.Ordinal))
        {
            throw new UsageException("standard input cannot be fixed: name files and folders");
        }

        var files = FileDiscovery.Find(Paths, Configurations, _host.WorkingFolder, _host.Cancellation);
        RuleNames.Require(Configurations, CommandLine, files.Files.Select(static file => file.FullPath));
        _problems.AddRange(files.Problems);
        try
        {
            using var progress = new ProgressLine(_host, files.Files.Length);
            foreach (var file in FileFixer.FixAll(new FixRequest(files, Configurations) { Rules = CommandLine.Select?.Value, IncludesUnsafe = IncludesUnsafe }, _host.Cancellation))
            {
                progress.Update(++_done);
                Take(file);
            }
        }
        catch (OperationCanceledException)
        {
            _host.Error.WriteLine($"stopped after {_done} of {files.Files.Length} files; {Summary()}");
            return ExitCode.Interrupted;
        }

        ConfigurationNotices.WriteNotes(_host, Configurations);
        return Finish();
    }

    private void Take(FixedFile file)
    {
        if (file.Problem is { } problem)
        {
            _problems.Add(problem);
            return;
        }

        if (!file.IsChanged || file is not { OldText: { } old, NewText: { } changed })
        {
            return;
        }

        try
        {
            if (IsDiff)
            {
                UnifiedDiff.Write(_host.Output, file.Source.Path, old, changed);
            }
            else
            {
                FileReplacement.Write(file.Source.FullPath, file.OldBytes.AsSpan(), file.NewBytes.AsSpan());
            }
        }
        catch (DocumentException exception)
        {
            _problems.Add(new ScanProblem(file.Source.Path, ScanProblemKind.Unreadable, exception.Message));
            return;
        }

        _files++;
        _fixes += file.Applied.Length;
        foreach (var applied in file.Applied)
        {
            var review = applied.Fix.Applicability is Applicability.Unsafe ? " (needs review)" : string.Empty;
            _host.Error.WriteLine($"{DisplayWidth.Sanitize(file.Source.Path)}: {applied.Finding.Rule.Id}: {applied.Fix.Title}{review}");
        }
    }

    private int Finish()
    {
        foreach (var problem in _problems)
        {
            _host.WriteError($"{DisplayWidth.Sanitize(problem.Path)}: {ProblemText.WithoutPlace(problem)}");
        }

        _host.Error.WriteLine(Summary());
        return _problems.Exists(static problem => problem.Kind is ScanProblemKind.Defect) ? ExitCode.Defect
            : _problems.Count > 0 ? ExitCode.BadInput
            : IsDiff && _fixes > 0 ? ExitCode.Found
            : ExitCode.Clean;
    }

    private string Summary() => _fixes == 0 ? "nothing to fix" : $"{(IsDiff ? "would apply" : "applied")} {(_fixes == 1 ? "1 fix" : $"{_fixes:N0} fixes")} in {Plural.Of(_files, "file")}";
}
