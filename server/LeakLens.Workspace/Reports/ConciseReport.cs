using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Reports;

/// <summary>One line for each finding, as compilers write them: editors and scripts find the place in it.</summary>
public static class ConciseReport
{
    public static void Write(TextWriter output, ScanReport report)
    {
        foreach (var place in PlacedFinding.Of(report))
        {
            var finding = place.Finding;
            output.Write($"{DisplayWidth.Sanitize(place.File.Path)}:{place.Line}:{place.Column}: {JsonNames.Of(finding.Level)} {finding.Rule.Id} {DisplayWidth.Sanitize(finding.Message)}\n");
        }
    }
}
