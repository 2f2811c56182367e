using System.Collections.Frozen;

namespace LeakLens.Engine.Library;

/// <summary>The models of one module.</summary>
/// <param name="Texts">The constant texts that it holds.</param>
internal sealed record LibraryModule(
    FrozenDictionary<string, FunctionModel> Functions,
    FrozenDictionary<string, TypeModel> Types,
    FrozenDictionary<string, string> Same,
    FrozenDictionary<string, string> Texts,
    FrozenSet<string> GrowingNames);
