using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests;

/// <summary>
/// The programs under examples/ give the findings that README shows. The bytes are those that tracemalloc of CPython 3.11 counted
/// when the program was run: what was allocated on the growing line and still held at the end.
/// </summary>
public sealed class ExampleTests
{
    private const double AllowedError = 0.02;

    [Fact]
    public void The_service_holds_every_session() =>
        Check("service.py", "sessions[visitor] = \"\\0\" * RECEIVE_BUFFER", FindingLevel.Error, 131_299_520);

    [Fact]
    public void The_batch_job_holds_its_archive() =>
        Check("batch_job.py", "archive.append([number, \"shipped\", \"EUR\"])", FindingLevel.Warning, 24_015_800);

    [Fact]
    public void The_notebook_holds_its_frames() =>
        Check("notebook_style.py", "frames.append(frame)", FindingLevel.Warning, 16_002_616);

    [Fact]
    public void The_clean_pipeline_is_clean() => Analyze("clean_pipeline.py").Findings.ShouldBeEmpty();

    private static void Check(string file, string grownBy, FindingLevel level, long retainedBytes)
    {
        var result = Analyze(file);
        var finding = result.Findings.ShouldHaveSingleItem();

        result.Tree.Text.Text[finding.Span.Start..].ShouldStartWith(grownBy);
        finding.Level.ShouldBe(level);
        ((double?)finding.Estimate?.RetainedBytes ?? 0).ShouldBe(retainedBytes, retainedBytes * AllowedError);
    }

    private static AnalysisResult Analyze(string file) =>
        Analyzer.Analyze(SourceText.From(File.ReadAllText(RepositoryFolder.Combine("examples", file))), new AnalysisOptions(RuleCatalogue.BuiltIn.RuleSet));
}
