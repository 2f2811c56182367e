using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Server.Cli;

/// <summary>Writes the reports of a scan to where they were asked for.</summary>
internal static class ReportOutput
{
    /// <exception cref="UsageException">A file cannot be written.</exception>
    public static void Write(CliHost host, ScanReport report, ReportTarget target, string defaultFormat, string? color)
    {
        var format = target.Format ?? defaultFormat;
        if (target.File is null)
        {
            ReportFormats.Write(format, host.Output, report, new ReportContext(ProductVersion.Text, host.WorkingFolder, ColorChoice.IsOn(color, host)));
            return;
        }

        if (target.File.Length == 0 || Directory.Exists(Path.GetFullPath(target.File, host.WorkingFolder)))
        {
            throw new UsageException(target.File.Length == 0 ? "--output takes the name of a file" : $"cannot write {target.File}: it is a folder");
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
