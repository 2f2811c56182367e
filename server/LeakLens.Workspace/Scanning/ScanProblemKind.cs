namespace LeakLens.Workspace.Scanning;

/// <summary>Why a file has no findings, or fewer than it might have.</summary>
public enum ScanProblemKind
{
    /// <summary>A statement is not Python; the others were analysed.</summary>
    Syntax,

    /// <summary>The file could not be read as a text.</summary>
    Unreadable,

    /// <summary>LeakLens itself failed on it.</summary>
    Defect,
}
