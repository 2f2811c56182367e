namespace LeakLens.Workspace.Baselines;

/// <summary>A finding that was there before anybody looked.</summary>
/// <param name="Fingerprint">What it is recognised by.</param>
/// <param name="Path">Relative to the folder of the baseline, with forward slashes.</param>
/// <param name="Message">As it was; for people who read the file.</param>
public sealed record BaselineEntry(string Fingerprint, string Rule, string Path, string Message);
