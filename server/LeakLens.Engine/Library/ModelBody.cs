using System.Collections.Immutable;

namespace LeakLens.Engine.Library;

/// <summary>A compiled model. Variables are numbered: <c>self</c>, the parameters, then what effects set.</summary>
/// <param name="Parameters">Names of the parameters; those from <paramref name="Positional"/> on are given by name only.</param>
/// <param name="Rest">Index among the variables of the parameter that takes all further arguments; -1 when there is none.</param>
/// <param name="Error">Why the text is no model; null when it is one.</param>
internal sealed record ModelBody(
    ImmutableArray<string> Parameters,
    int Positional,
    int Rest,
    int Variables,
    ImmutableArray<ModelNode> Effects,
    ModelNode Result,
    string? Error = null);
