namespace LeakLens.Engine.Evaluation;

/// <summary>A context manager of contextlib: which one, and what it was made with.</summary>
internal sealed record ContextManager(string Name, CallArguments Arguments);
