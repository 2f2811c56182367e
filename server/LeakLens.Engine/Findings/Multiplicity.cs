namespace LeakLens.Engine.Findings;

/// <summary>How often the growth happens as a whole.</summary>
public enum Multiplicity
{
    Once,
    PerCall,
    PerRequest,
    Periodic,
}
