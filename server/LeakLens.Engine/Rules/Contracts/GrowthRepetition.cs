namespace LeakLens.Engine.Rules.Contracts;

/// <summary>What makes something grow again.</summary>
public enum GrowthRepetition
{
    /// <summary>The world calls the code again and again.</summary>
    PerCall,

    /// <summary>A loop that never ends.</summary>
    Endless,

    /// <summary>A loop that ends.</summary>
    Loop,
}
