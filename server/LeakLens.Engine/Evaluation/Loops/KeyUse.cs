namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>What is done with a key.</summary>
internal enum KeyUse
{
    Look,
    Insert,
    Remove,
}
