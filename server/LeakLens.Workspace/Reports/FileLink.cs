namespace LeakLens.Workspace.Reports;

/// <summary>A text that leads to a file when it is clicked in a terminal (OSC 8).</summary>
internal static class FileLink
{
    /// <summary>The text alone where there is no such file: standard input has none. The address names the machine, since a terminal may show the output of another one.</summary>
    public static string To(string fullPath, string text) => File.Exists(fullPath) ? $"\e]8;;{AddressOf(fullPath)}\e\\{text}\e]8;;\e\\" : text;

    /// <summary>Each part is escaped: what a file is called must not end the link, nor write to the terminal.</summary>
    private static string AddressOf(string fullPath)
    {
        var parts = fullPath.Replace('\\', OperatingSystem.IsWindows() ? '/' : '\\').Split('/', StringSplitOptions.RemoveEmptyEntries);
        return $"file://{Uri.EscapeDataString(Environment.MachineName)}/{string.Join('/', parts.Select(Uri.EscapeDataString))}";
    }
}
