using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>What a trace saw.</summary>
/// <param name="Handlers">Functions that requests, messages, timers or schedulers call, by what made them that.</param>
/// <param name="IsPartial">The steps were spent before all was seen.</param>
internal sealed record TraceResult(IReadOnlyList<Execution> Executions, IReadOnlyDictionary<SyntaxNode, string> Handlers, bool IsPartial)
{
    public static readonly TraceResult Nothing = new([], new Dictionary<SyntaxNode, string>(), IsPartial: false);
}
