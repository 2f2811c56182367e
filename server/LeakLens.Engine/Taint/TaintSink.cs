using LeakLens.Engine.Findings;

namespace LeakLens.Engine.Taint;

/// <summary>A call that takes as much as an argument says.</summary>
/// <param name="Facet">The facet of the argument that matters.</param>
/// <param name="Position">The argument's place; -1 for the object whose method it is, -2 for each argument.</param>
/// <param name="Keyword">Its name; empty for none.</param>
/// <param name="Bounds">Arguments that bound what comes out: with one of them the call is none.</param>
/// <param name="Times">How many times the bytes that come in it takes; 0 for what is not a matter of times.</param>
/// <param name="Highest">No finding of it is told at a higher level.</param>
/// <param name="Kind">What is done there.</param>
/// <param name="Receivers">Of methods: what makes the object, or <c>text</c>; empty for anything.</param>
internal sealed record TaintSink(string Rule, string What, TaintFacets Facet, int Position, string Keyword, IReadOnlyList<string> Bounds, int BoundPosition, double Times, FindingLevel Highest, TaintSinkKind Kind, IReadOnlyList<string> Receivers);
