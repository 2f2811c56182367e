namespace LeakLens.Engine.Findings;

/// <summary>Whether growth ends: at a known number, at an unknown one, or never.</summary>
public enum GrowthBound
{
    Finite,
    Unknown,
    Unbounded,
}
