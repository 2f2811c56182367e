using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>One call that runs code, loads it or fetches what runs it, as it was seen.</summary>
/// <param name="Place">In the text that was traced.</param>
/// <param name="Callee">What is called, by its qualified name.</param>
/// <param name="Code">What it is given.</param>
/// <param name="Entry">The function that nothing here calls and that leads there; null for the module itself.</param>
/// <param name="IsDisguised">The callee was not called by its name.</param>
internal sealed record Execution(ExecutionKind Kind, Expression Place, string Callee, Traced Code, SyntaxNode? Entry, bool IsDisguised)
{
    /// <summary>Of a start: the function that runs beside.</summary>
    public FunctionDef? Target { get; init; }
}
