namespace LeakLens.Workspace.Documents;

/// <summary>A file that cannot be read as Python text. The message is one sentence for the user, without its full stop.</summary>
public sealed class DocumentException : Exception
{
    public DocumentException(string message)
        : base(message)
    {
    }

    public DocumentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
