namespace LeakLens.Workspace.Configuration;

/// <summary>A value, and who set it.</summary>
public sealed record Setting<T>(T Value, SettingOrigin Origin);
