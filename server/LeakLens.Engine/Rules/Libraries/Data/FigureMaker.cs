namespace LeakLens.Engine.Rules.Libraries.Data;

/// <summary>A call that makes a figure which its library remembers.</summary>
/// <param name="What">A word for messages.</param>
/// <param name="Item">The place of a tuple in which it is given back; null when it is given back itself.</param>
/// <param name="Identity">The argument by which the same figure is given again; null when each call makes a new one.</param>
/// <param name="Position">Where that stands without its name; -1 when it has to be named.</param>
/// <param name="HasFigure">What is given back refers to the figure by <c>figure</c>.</param>
internal sealed record FigureMaker(string What, int? Item, string? Identity, int Position, bool HasFigure = false);
