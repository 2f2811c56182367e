namespace LeakLens.Workspace.Configuration;

/// <summary>What a key takes. The reader and the JSON schema are both made from it.</summary>
public enum OptionShape
{
    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>True or false.</summary>
    Switch,

    /// <summary>The path of a file.</summary>
    Path,

    /// <summary>A list of paths of folders.</summary>
    Folders,

    /// <summary>A list of patterns that paths are matched with.</summary>
    Patterns,

    /// <summary>A list of rules and families.</summary>
    Rules,

    /// <summary>A table from patterns to lists of rules.</summary>
    RulesByPattern,

    /// <summary>A table from rules to levels.</summary>
    Levels,

    /// <summary>A table from rules to tables of their thresholds.</summary>
    Thresholds,
}
