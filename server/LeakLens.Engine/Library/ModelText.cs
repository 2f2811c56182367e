namespace LeakLens.Engine.Library;

/// <summary>A file of library models.</summary>
/// <param name="File">As problems name it.</param>
public sealed record ModelText(string File, string Text);
