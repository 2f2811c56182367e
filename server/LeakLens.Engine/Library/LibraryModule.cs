using System.Collections.Frozen;

namespace LeakLens.Engine.Library;

/// <summary>The models of one module.</summary>
internal sealed record LibraryModule(
    FrozenDictionary<string, FunctionModel> Functions,
    FrozenDictionary<string, TypeModel> Types,
    FrozenDictionary<string, string> Same,
    FrozenSet<string> GrowingNames);
