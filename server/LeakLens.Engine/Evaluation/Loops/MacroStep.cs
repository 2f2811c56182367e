using LeakLens.Engine.Quantities;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>One trip, or one leap over many: how many trips, the decisions on the way, the state behind it.</summary>
internal sealed record MacroStep(Quantity Trips, GuardLog Guards, LoopState State);
