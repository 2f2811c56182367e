using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Taint;

/// <summary>A value that somebody else decides, where it decides how much the program takes.</summary>
/// <param name="Node">What is too much then.</param>
/// <param name="Facet">The facet that matters.</param>
/// <param name="Amplification">How many times the bytes that come in; 0 when it is not a matter of times.</param>
internal sealed record TaintHit(string Rule, SyntaxNode Node, TaintFacets Facet, string What, TaintOrigin Origin, TaintSink? Sink, double Amplification = 0);
