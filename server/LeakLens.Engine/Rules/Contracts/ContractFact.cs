namespace LeakLens.Engine.Rules.Contracts;

/// <summary>What a contract is about.</summary>
public enum ContractFact
{
    /// <summary>Something grows again and again.</summary>
    Growth,

    /// <summary>Something is large at one time: made so by one expression, or grown so by a loop.</summary>
    Peak,

    /// <summary>Something is made that somebody has to let go of.</summary>
    Resource,
}
