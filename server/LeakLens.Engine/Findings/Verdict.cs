namespace LeakLens.Engine.Findings;

/// <summary>What a gate would say about the code as a whole, from best to worst.</summary>
public enum Verdict
{
    Allow,
    Review,
    Block,
}
