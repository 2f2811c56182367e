using LeakLens.Engine.Quantities;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>One trip, or one leap over many: how many trips, the decisions on the way, the state behind it.</summary>
/// <param name="Ways">The same number for all steps of one loop that cover as many trips and decided alike.</param>
internal sealed record MacroStep(Quantity Trips, GuardLog Guards, LoopState State, int Ways);
