using System.Diagnostics;
using LeakLens.Engine;
using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Rules;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Tests.RealCode;

/// <summary>What came out for one file of code that others wrote.</summary>
internal sealed record FileVerdict(string Path, long Bytes, int Growths, int Errors, int Warnings, int Notes, bool IsPartial, TimeSpan Elapsed, string? Failure)
{
    /// <summary>No file takes as long; one that does has escaped the budget.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const int LinesOfFailure = 8;

    public static FileVerdict Of(string path)
    {
        var started = Stopwatch.GetTimestamp();
        using var stop = new CancellationTokenSource(Patience);
        try
        {
            var bytes = DocumentLoader.ReadBytes(new ScanSource(path, path, IsNamed: false));
            return Of(path, bytes.Length, DocumentLoader.Decode(bytes), stop.Token) with { Elapsed = Stopwatch.GetElapsedTime(started) };
        }
        catch (DocumentException)
        {
            // Some files are there to be unreadable: the tests of encodings have them.
            return Nothing(path, failure: null);
        }
        catch (Exception exception)
        {
            return Nothing(path, string.Join('\n', exception.ToString().Split('\n').Take(LinesOfFailure)));
        }
    }

    private static FileVerdict Of(string path, long bytes, SourceText text, CancellationToken cancellation)
    {
        var facts = MemoryFacts.Gather(SyntaxTree.Parse(text, cancellation), cancellation);
        var findings = Analyzer.Analyze(text, new AnalysisOptions(RuleCatalogue.BuiltIn.RuleSet), cancellation).Findings;
        return new FileVerdict(path, bytes, facts.Growths.Length, Count(FindingLevel.Error), Count(FindingLevel.Warning), Count(FindingLevel.Note), facts.IsPartial, default, Failure: null);

        int Count(FindingLevel level) => findings.Count(finding => finding.Level == level);
    }

    private static FileVerdict Nothing(string path, string? failure) => new(path, 0, 0, 0, 0, 0, IsPartial: false, default, failure);
}
