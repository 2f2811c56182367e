namespace LeakLens.Workspace.Documents;

/// <summary>What the system said, in the words of the user.</summary>
public static class IoMessage
{
    /// <summary>ELOOP of Linux.</summary>
    private const int TooManyLinks = 40;

    public static string For(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file or folder",
        UnauthorizedAccessException => "permission denied",
        IOException { HResult: TooManyLinks } => "this link leads to itself",
        PathTooLongException => "the path is too long",
        _ => WithoutPath(exception.Message).TrimEnd('.'),
    };

    /// <summary>The runtime ends some messages with the path, which whoever reads them has been told.</summary>
    private static string WithoutPath(string message) => message.IndexOf(" : '", StringComparison.Ordinal) is > 0 and var end ? message[..end] : message;
}
