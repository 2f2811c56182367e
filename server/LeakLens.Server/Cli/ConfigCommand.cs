using System.CommandLine;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Discovery;

namespace LeakLens.Server.Cli;

/// <summary>Prints which configuration is in force for a file, and where each value comes from.</summary>
internal sealed class ConfigCommand : CliCommand
{
    private readonly ConfigurationFlags _flags = new();
    private readonly Option<string> _show = new("--show") { Description = "The file or folder to ask about; it need not exist", HelpName = "FILE" };
    private readonly Option<string> _format = CreateChoice("--format", "How to print it", "text", "text", "json");

    public ConfigCommand()
        : base("config", "Print the configuration in force for a file, and where each value comes from")
    {
        Add(_show);
        Add(_format);
        foreach (var option in _flags.Options)
        {
            Add(option);
        }
    }

    public override IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("leaklens config --show src/app.py", "what a scan of this file would go by"),
        ("leaklens config --show . --format json", "the same for machines, of the working folder"),
    ];

    public override IReadOnlyList<(string Code, string Meaning)> ExitCodes =>
    [
        ("0", "it was printed"),
        ("2", "wrong usage, or a configuration file with errors"),
    ];

    public override int Run(ParseResult arguments, CliHost host)
    {
        var shown = arguments.GetValue(_show) ?? throw new UsageException("`config` has one form: `leaklens config --show FILE`");
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(shown, host.WorkingFolder));
        var source = _flags.Read(arguments, host);
        var provider = new ConfigurationProvider(source);
        var configuration = Directory.Exists(path) ? provider.ForFolder(path) : provider.ForFile(path);
        RuleNames.Require(provider, source.CommandLine, [Directory.Exists(path) ? Path.Combine(path, ".") : path]);
        if (arguments.GetValue(_format) is "json")
        {
            ConfigurationJsonReport.Write(host.Output, configuration, path, DisplayPath.From(path, host.WorkingFolder));
        }
        else
        {
            ConfigurationTextReport.Write(host.Output, configuration, path, DisplayPath.From(path, host.WorkingFolder));
        }

        ConfigurationNotices.WriteNotes(host, provider);
        return ExitCode.Clean;
    }
}
