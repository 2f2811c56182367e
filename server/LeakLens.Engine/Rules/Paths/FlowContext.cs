namespace LeakLens.Engine.Rules.Paths;

/// <summary>Where jumps lead from a place in a function. Blocks that run on the way out are built when a jump first needs them.</summary>
/// <param name="FinalDepth">How many <c>finally</c> blocks lie around.</param>
internal sealed record FlowContext(Lazy<FlowPoint> Return, Lazy<FlowPoint>? Break, Lazy<FlowPoint>? Continue, RaiseTarget Raise, int FinalDepth);
