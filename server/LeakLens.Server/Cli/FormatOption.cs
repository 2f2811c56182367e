using System.Collections.Immutable;
using System.CommandLine;
using LeakLens.Workspace.Reports;

namespace LeakLens.Server.Cli;

/// <summary><c>--format NAME</c> says how the report is printed, <c>--format NAME=FILE</c> that another one is written to a file. <c>--output-format</c> is what ruff calls it.</summary>
internal static class FormatOption
{
    /// <summary>As a file: what is printed.</summary>
    private const string Printed = "-";

    public static Option<string[]> Create()
    {
        var option = new Option<string[]>("--format", "--output-format")
        {
            Description = $"How to print the report; with FILE: write it besides [default: {ReportFormats.Default}]",
            HelpName = "NAME[=FILE]",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                var name = Split(token.Value).Format ?? "";
                if (!ReportFormats.Names.Contains(name, StringComparer.Ordinal))
                {
                    result.AddError($"--format takes {string.Join(", ", ReportFormats.Names.SkipLast(1))} or {ReportFormats.Names[^1]}, not '{name}'");
                }
            }
        });
        return option;
    }

    /// <summary>What is printed comes first.</summary>
    /// <param name="output">The file that takes the place of the output; null when there is none.</param>
    /// <param name="workingFolder">Full path; where relative names of files start.</param>
    /// <exception cref="UsageException">More than one report is to be printed, or written to the same file.</exception>
    public static ImmutableArray<ReportTarget> Read(string[]? values, string? output, string workingFolder)
    {
        var targets = (values ?? []).Select(Split).ToList();
        var printed = targets.FindAll(static target => target.File is null);
        if (printed.Count > 1)
        {
            throw new UsageException($"only one report can be printed; write --format {printed[1].Format}=FILE for the other");
        }

        ImmutableArray<ReportTarget> all = [new ReportTarget(printed is [var format] ? format.Format : null, output is Printed ? null : output), .. targets.Where(static target => target.File is not null)];
        var files = all.Select(static target => target.File).OfType<string>().Where(static file => file.Length > 0);
        return files.GroupBy(file => Path.GetFullPath(file, workingFolder), StringComparer.Ordinal).FirstOrDefault(static same => same.Count() > 1) is { } twice
            ? throw new UsageException($"two reports would be written to {twice.First()}")
            : all;
    }

    private static ReportTarget Split(string value)
    {
        var at = value.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? new ReportTarget(value, null) : new ReportTarget(value[..at], value[(at + 1)..] is var file and not Printed ? file : null);
    }
}
