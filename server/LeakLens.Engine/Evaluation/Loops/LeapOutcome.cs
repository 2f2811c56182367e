namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>What an attempt to leap over trips gave.</summary>
internal enum LeapOutcome
{
    /// <summary>The last trips do not go on evenly: evaluate another one.</summary>
    NotRegular,

    /// <summary>Leapt to where the next decision flips: go on evaluating there.</summary>
    Leapt,

    /// <summary>Leapt to an end that exists but is not known.</summary>
    Ended,

    /// <summary>Nothing ever ends the loop.</summary>
    Endless,
}
