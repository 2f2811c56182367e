namespace LeakLens.Workspace.Configuration;

/// <summary>A name of a rule that no built-in one has: a configuration has to know it.</summary>
/// <param name="Key">The key under which it stands.</param>
public sealed record OpenName(string Key, string Name);
