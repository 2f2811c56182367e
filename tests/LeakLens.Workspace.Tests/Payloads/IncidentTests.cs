using LeakLens.Engine.Findings;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Rules;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Tests.Payloads;

/// <summary>The incident under examples/: a service that looks harmless, a data file, and the chain from a request to the memory that is never released.</summary>
public sealed class IncidentTests
{
    private static readonly string Folder = RepositoryFolder.Combine("examples", "incident", "app");

    private static readonly Lazy<ScanReport> Report = new(() => Scanner.Scan(new ScanRequest(FileDiscovery.Find([Folder], Folder), RuleCatalogue.BuiltIn.RuleSet, 1)));

    [Theory]
    [InlineData("main.py", "LL605", "Each time a request comes, counter decodes code out of resources.dat and runs it with exec")]
    [InlineData("main.py", "LL601", "exec runs code that lies hidden in resources.dat behind base64")]
    [InlineData("main.py", "LL103", "In the code that this runs: global_memory holds about 64 MiB: 64 x 1 MiB, never released")]
    [InlineData("main.py", "LL406", "In the code that this runs: consume starts itself again and again by a timer that nobody can cancel")]
    [InlineData("resources.dat", "LL602", "This data file holds Python code behind base64, and the program runs it: global_memory holds about 64 MiB")]
    public void The_chain_is_told(string path, string rule, string message) =>
        Report.Value.Files.Single(file => file.Path == path).Findings.Single(finding => finding.Rule.Id == rule).Message.ShouldStartWith(message);

    [Fact]
    public void The_growth_inside_has_its_bytes_and_its_place_in_the_decoded_code()
    {
        var finding = Report.Value.Files.SelectMany(static file => file.Findings).Single(static finding => finding.Rule.Id == "LL103");

        finding.Estimate.ShouldNotBeNull().RetainedBytes.ShouldNotBeNull().ShouldBeInRange(64L << 20, 65L << 20);
        var place = finding.Related[0].Inside.ShouldNotBeNull();
        place.Line.ShouldBe(8);
        place.Code.ShouldBe("global_memory.append(bytearray(1024 * 1024))");
    }

    [Fact]
    public void The_gate_is_shut() => Report.Value.Verdict.ShouldBe(Verdict.Block);
}
