namespace LeakLens.Engine.Findings;

/// <summary>Whether a fix keeps the meaning of the program.</summary>
public enum Applicability
{
    Safe,
    Unsafe,
}
