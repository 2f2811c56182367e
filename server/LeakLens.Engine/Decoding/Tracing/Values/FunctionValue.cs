using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Decoding.Tracing.Values;

/// <summary>A function or lambda of the text.</summary>
/// <param name="Around">The frame that it was made in.</param>
/// <param name="Defaults">The values of its parameters' defaults, by name.</param>
internal sealed record FunctionValue(SyntaxNode Definition, Arguments Parameters, Frame Around, IReadOnlyDictionary<string, Traced> Defaults)
{
    /// <summary>What a method was taken from; it is the first argument.</summary>
    public Traced? Self { get; init; }
}
