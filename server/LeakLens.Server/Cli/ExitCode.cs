namespace LeakLens.Server.Cli;

/// <summary>The exit codes that CI systems rely on.</summary>
internal static class ExitCode
{
    /// <summary>Nothing at or above the level that fails.</summary>
    public const int Clean = 0;

    /// <summary>Something was found.</summary>
    public const int Found = 1;

    /// <summary>Wrong usage, wrong configuration, or an input that cannot be read.</summary>
    public const int BadInput = 2;

    /// <summary>A defect in LeakLens itself.</summary>
    public const int Defect = 101;

    /// <summary>Ctrl-C, as shells count it.</summary>
    public const int Interrupted = 130;
}
