namespace LeakLens.Server.Cli;

/// <summary>What surrounds a command: streams, folder, environment. A test brings its own.</summary>
internal sealed class CliHost
{
    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Opens standard input.</summary>
    public required Func<Stream> OpenInput { get; init; }

    public required string WorkingFolder { get; init; }

    /// <summary>Asked for by Ctrl-C.</summary>
    public CancellationToken Cancellation { get; init; }

    public bool IsOutputTerminal { get; init; }

    public bool IsErrorTerminal { get; init; }

    public Func<string, string?> GetVariable { get; init; } = _ => null;

    public void WriteError(string message) => Error.WriteLine($"error: {message}");

    public void WriteWarning(string message) => Error.WriteLine($"warning: {message}");
}
