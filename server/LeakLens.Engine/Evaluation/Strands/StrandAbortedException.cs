namespace LeakLens.Engine.Evaluation.Strands;

/// <summary>The exact run is over: a strand that still waited leaves all that it was in.</summary>
internal sealed class StrandAbortedException : Exception;
