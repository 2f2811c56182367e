namespace LeakLens.Server.Cli;

/// <summary>A command line that cannot be carried out. The message is one sentence without its full stop.</summary>
internal sealed class UsageException : Exception
{
    public UsageException(string message)
        : base(message)
    {
    }
}
