using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes.Resources;

/// <summary>One call that makes a resource, and where that goes.</summary>
/// <param name="Place">The variable, the attribute, or what is done with the unnamed one; the call itself when nothing is.</param>
internal sealed record ResourceUse(Call Call, Resource Resource, ResourceFate Fate, SyntaxNode Place)
{
    /// <summary>The method that is called, or the attribute that is read, of what has no name.</summary>
    public string? Member => Place is Python.Syntax.Attribute member ? member.Name : null;
}
