using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Server.Cli;

/// <summary>Writes the reports of a scan to where they were asked for.</summary>
internal static class ReportOutput
{
    /// <summary>What can be known before a scan that may take long.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void RequireFile(CliHost host, string file)
    {
        var fullPath = file.Length == 0 ? throw new UsageException("--output takes the name of a file") : Path.GetFullPath(file, host.WorkingFolder);
        if (Directory.Exists(fullPath))
        {
            throw new UsageException($"cannot write {file}: it is a folder");
        }

        if (!Directory.Exists(Path.GetDirectoryName(fullPath)))
        {
            throw new UsageException($"cannot write {file}: no such file or folder");
        }
    }

    /// <exception cref="UsageException">A file cannot be written.</exception>
    public static void Write(CliHost host, ScanReport report, ReportTarget target, string defaultFormat, string? color)
    {
        var format = target.Format ?? defaultFormat;
        if (target.File is null)
        {
            ReportFormats.Write(format, host.Output, report, new ReportContext(ProductVersion.Text, host.WorkingFolder, ColorChoice.IsOn(color, host), LinkChoice.IsOn(color, host)));
            return;
        }

        try
        {
            using var file = new StreamWriter(Path.GetFullPath(target.File, host.WorkingFolder)) { NewLine = "\n" };
            ReportFormats.Write(format, file, report, new ReportContext(ProductVersion.Text, host.WorkingFolder, color is "always"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"cannot write {target.File}: {IoMessage.For(exception)}");
        }
    }
}
