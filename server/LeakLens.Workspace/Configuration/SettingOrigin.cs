namespace LeakLens.Workspace.Configuration;

/// <summary>Where a setting comes from.</summary>
/// <param name="Source">A file as the user would name it, an option of the command line, or "default".</param>
/// <param name="Line">1-based; 0 outside files.</param>
/// <param name="Column">1-based, in code points; 0 outside files.</param>
public sealed record SettingOrigin(string Source, int Line = 0, int Column = 0)
{
    /// <summary>Nobody has set it.</summary>
    public static readonly SettingOrigin Default = new("default");

    public bool IsFile => Line > 0;

    public override string ToString() => IsFile ? $"{Source}:{Line}:{Column}" : Source;
}
