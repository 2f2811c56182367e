using System.Collections.Frozen;
using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Library;

/// <summary>A type of a library: what its instances are made of, and what its methods do.</summary>
internal sealed class TypeModel
{
    private const int LongestChain = 8;

    /// <summary>With its module, for example <c>queue.Queue</c>.</summary>
    public required string QualifiedName { get; init; }

    /// <summary>The built-in container that stores what an instance holds; an opaque object when it is none.</summary>
    public required ObjectKind Storage { get; init; }

    /// <summary>Bytes of an instance besides its storage.</summary>
    public required long Bytes { get; init; }

    /// <summary>Bytes of one item besides its place in the storage.</summary>
    public required double BytesPerItem { get; init; }

    /// <summary>How a buffer makes room as it grows.</summary>
    public required string? Growth { get; init; }

    /// <summary>Which item comes out next: the "first" that came, the "last", or the "least".</summary>
    public required string Order { get; init; }

    /// <summary>Looked at for whatever this type does not say itself.</summary>
    public required string? Base { get; init; }

    /// <summary>Where the base is looked up.</summary>
    public required LibraryCatalogue Catalogue { get; init; }

    /// <summary>The type that <see cref="Base"/> names.</summary>
    public TypeModel? Parent => Base is { } name ? Catalogue.FindType(name) : null;

    /// <summary>Python code cannot name this type: it is what a function gives.</summary>
    public required bool IsHidden { get; init; }

    /// <summary>A function object that becomes a method when it is read through an instance.</summary>
    public required bool Binds { get; init; }

    /// <summary>An object has one of it: made again of nothing but the same object, it is the one that is there.</summary>
    public required bool IsOneEach { get; init; }

    /// <summary>The keywords of the call that makes it are its attributes.</summary>
    public required bool KeepsKeywords { get; init; }

    public required FunctionModel? Constructor { get; init; }

    public required FrozenDictionary<string, FunctionModel> Methods { get; init; }

    /// <summary>Attributes that are computed: models without parameters.</summary>
    public required FrozenDictionary<string, FunctionModel> Attributes { get; init; }

    /// <summary>Functions that are called through the type and take no instance.</summary>
    public required FrozenDictionary<string, FunctionModel> Statics { get; init; }

    public FunctionModel? FindMethod(string name) => Find(static type => type.Methods, name);

    public FunctionModel? FindAttribute(string name) => Find(static type => type.Attributes, name);

    public FunctionModel? FindStatic(string name) => Find(static type => type.Statics, name);

    public FunctionModel? FindConstructor()
    {
        var type = this;
        for (var depth = 0; type is not null && depth < LongestChain; depth++)
        {
            if (type.Constructor is { } constructor)
            {
                return constructor;
            }

            type = type.Parent;
        }

        return null;
    }

    private FunctionModel? Find(Func<TypeModel, FrozenDictionary<string, FunctionModel>> table, string name)
    {
        var type = this;
        for (var depth = 0; type is not null && depth < LongestChain; depth++)
        {
            if (table(type).TryGetValue(name, out var found))
            {
                return found;
            }

            type = type.Parent;
        }

        return null;
    }
}
