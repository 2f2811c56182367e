namespace LeakLens.Workspace.Reports;

/// <summary>What a report says besides what was found.</summary>
/// <param name="Version">Of LeakLens.</param>
/// <param name="WorkingFolder">That all paths of the report are relative to.</param>
/// <param name="UseColor">For the text that people read in a terminal.</param>
/// <param name="UseLinks">Places lead to their files.</param>
public sealed record ReportContext(string Version, string WorkingFolder, bool UseColor = false, bool UseLinks = false);
