namespace LeakLens.Workspace.Baselines;

/// <summary>A baseline that cannot be used. The message is one sentence without its full stop.</summary>
public sealed class BaselineException : Exception
{
    public BaselineException(string message)
        : base(message)
    {
    }

    public BaselineException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
