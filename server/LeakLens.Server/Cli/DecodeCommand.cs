using System.CommandLine;
using System.Globalization;
using LeakLens.Python.Text;
using LeakLens.Workspace.DataFiles;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Server.Cli;

/// <summary>Prints what a file hides: the code that it executes, decoded layer by layer, or what a data file decodes to. Nothing is run.</summary>
internal sealed class DecodeCommand : CliCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "A Python file or a data file; FILE:LINE shows what that line executes" };

    public DecodeCommand()
        : base("decode", "Print the code that a file hides, layer by layer; nothing is run") => Add(_file);

    public override IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("leaklens decode app.py:36", "what line 36 would execute"),
        ("leaklens decode resources.dat", "what a data file decodes to"),
    ];

    public override IReadOnlyList<(string Code, string Meaning)> ExitCodes =>
    [
        ("0", "nothing hidden was found"),
        ("1", "something hidden was printed"),
        ("2", "wrong usage, or the file cannot be read"),
    ];

    public override int Run(ParseResult arguments, CliHost host)
    {
        var (path, line) = Split(arguments.GetRequiredValue(_file), host);
        var full = Path.GetFullPath(path, host.WorkingFolder);
        var bytes = Read(path, full);
        var file = DecodedFile.Read(path, full, bytes, TextOf(bytes), host.Cancellation);
        if (DecodeReport.Write(host.Output, file, line) > 0)
        {
            return ExitCode.Found;
        }

        host.Output.WriteLine(line is null ? "Nothing hidden was found." : $"Line {line} executes nothing hidden.");
        return ExitCode.Clean;
    }

    private static (string Path, int? Line) Split(string argument, CliHost host)
    {
        var colon = argument.LastIndexOf(':');
        return colon > 0 && int.TryParse(argument[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var line) && !File.Exists(Path.GetFullPath(argument, host.WorkingFolder))
            ? (argument[..colon], line)
            : (argument, null);
    }

    private static byte[] Read(string path, string full)
    {
        try
        {
            return DocumentLoader.ReadBytes(new ScanSource(path, full, IsNamed: true));
        }
        catch (DocumentException exception)
        {
            throw new UsageException($"{DisplayWidth.Sanitize(path)}: {exception.Message}");
        }
    }

    private static SourceText? TextOf(byte[] bytes)
    {
        try
        {
            return DocumentLoader.Decode(bytes);
        }
        catch (DocumentException)
        {
            return null;
        }
    }
}
