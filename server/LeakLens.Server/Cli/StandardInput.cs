using LeakLens.Workspace.Documents;

namespace LeakLens.Server.Cli;

/// <summary>The text that comes through standard input, for commands that take <c>-</c> as a path.</summary>
internal static class StandardInput
{
    public const string Path = "-";
    public const string DisplayName = "<stdin>";

    /// <exception cref="OperationCanceledException">Ctrl-C while the input was still open.</exception>
    public static byte[] Read(CliHost host)
    {
        try
        {
            // On a thread of its own: a read that waits for a person's typing cannot be cancelled, only left.
            var read = Task.Run(() => ReadToEnd(host));
            read.Wait(host.Cancellation);
            return read.Result;
        }
        catch (AggregateException exception) when (exception.InnerException is IOException or DocumentException)
        {
            throw new UsageException($"cannot read standard input: {exception.InnerException.Message.TrimEnd('.')}");
        }
    }

    private static byte[] ReadToEnd(CliHost host)
    {
        using var input = host.OpenInput();
        return DocumentLoader.ReadStream(input);
    }
}
