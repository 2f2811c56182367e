namespace LeakLens.Engine.Findings;

/// <summary>A place in code that was hidden in a text, or in a file that the text reads.</summary>
/// <param name="Name">What the payload is called: it names the place that executes it.</param>
/// <param name="Line">1-based, in the decoded code.</param>
/// <param name="Column">1-based, in code points.</param>
/// <param name="Code">The line itself, without its indentation, cut where it is long.</param>
public sealed record PayloadPlace(string Name, int Line, int Column, string Code);
