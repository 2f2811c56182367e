namespace LeakLens.Server.Cli;

/// <summary>One report to write.</summary>
/// <param name="Format">Null for what the configuration of the working folder says.</param>
/// <param name="File">Null for the output.</param>
internal sealed record ReportTarget(string? Format, string? File);
