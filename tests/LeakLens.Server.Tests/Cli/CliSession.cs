using System.Text;
using LeakLens.Server.Cli;

namespace LeakLens.Server.Tests.Cli;

/// <summary>A folder of its own, and command lines that run in it inside this process.</summary>
internal sealed class CliSession : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("leaklens-test-").FullName;

    public byte[] Input { get; set; } = [];

    public Func<Stream>? OpenInput { get; set; }

    public bool IsTerminal { get; set; }

    public Dictionary<string, string> Variables { get; } = [];

    public CancellationToken Cancellation { get; set; }

    public string Combine(string relative) => Path.Combine(Folder, relative);

    public void Write(string relative, string text = "x = 1\n") => Write(relative, Encoding.UTF8.GetBytes(text));

    public void Write(string relative, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Combine(relative))!);
        File.WriteAllBytes(Combine(relative), bytes);
    }

    public CliResult Run(params string[] words)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = CommandLine.Run(words, new CliHost
        {
            Output = output,
            Error = error,
            OpenInput = OpenInput ?? (() => new MemoryStream(Input)),
            WorkingFolder = Folder,
            Cancellation = Cancellation,
            IsOutputTerminal = IsTerminal,
            GetVariable = name => Variables.GetValueOrDefault(name),
        });
        return new CliResult(exitCode, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
