namespace LeakLens.Engine.Suppressions;

/// <summary>What a comment asks for.</summary>
internal enum SuppressionVerb
{
    Ignore,
    Disable,
    Enable,
    FileIgnore,
    AllowLargeAllocation,
    Noqa,

    /// <summary>It is addressed to us and cannot be understood.</summary>
    Unreadable,
}
