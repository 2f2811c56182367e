namespace LeakLens.Workspace.Reports;

/// <summary>A number of things, in words.</summary>
public static class Plural
{
    public static string Of(long count, string noun) => count == 1 ? $"1 {noun}" : $"{count:N0} {noun}s";
}
