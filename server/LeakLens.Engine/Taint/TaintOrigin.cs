using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Taint;

/// <summary>Where a value comes into the program.</summary>
/// <param name="What">For messages: "the query of the request".</param>
internal sealed record TaintOrigin(SyntaxNode Node, string What, TaintTrust Trust);
