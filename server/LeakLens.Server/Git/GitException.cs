namespace LeakLens.Server.Git;

/// <summary>git is missing or could not answer. The message is a whole sentence.</summary>
internal sealed class GitException : Exception
{
    public GitException(string message)
        : base(message)
    {
    }

    public GitException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
