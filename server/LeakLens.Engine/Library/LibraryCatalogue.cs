using System.Collections.Concurrent;
using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Library;

/// <summary>All library models. A module's file is read when a program first names something of it.</summary>
internal static class LibraryCatalogue
{
    private const string BuiltinsModule = "builtins";
    private const int LongestAlias = 4;

    private static readonly ConcurrentDictionary<string, LibraryModule> Modules = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, FunctionModel?> Functions = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, TypeModel?> Types = new(StringComparer.Ordinal);

    /// <summary>The names that need no import.</summary>
    public static LibraryModule Builtins => Load(BuiltinsModule);

    /// <summary>The models of a module; null when it has none.</summary>
    public static LibraryModule? FindModule(string name) => ModelResources.Modules.Contains(name) ? Load(name) : null;

    public static FunctionModel? FindFunction(string qualifiedName) => Functions.GetOrAdd(qualifiedName, LookUpFunction);

    public static TypeModel? FindType(string qualifiedName) => Types.GetOrAdd(qualifiedName, LookUpType);

    /// <summary>A constant text of a module; null where it is none.</summary>
    public static string? FindText(string module, string name) => FindModule(module)?.Texts.GetValueOrDefault(name);

    /// <summary>The type of the objects of a kind that needs no model of its own.</summary>
    public static TypeModel? TypeOf(ObjectKind kind) => kind switch
    {
        ObjectKind.List => FindType("list"),
        ObjectKind.Dict => FindType("dict"),
        ObjectKind.Set => FindType("set"),
        ObjectKind.Str => FindType("str"),
        ObjectKind.Bytes => FindType("bytes"),
        ObjectKind.ByteArray => FindType("bytearray"),
        ObjectKind.Tuple => FindType("tuple"),
        ObjectKind.Deque => FindType("collections.deque"),
        ObjectKind.Int => FindType("int"),
        ObjectKind.Float => FindType("float"),
        ObjectKind.Range => FindType("range"),
        ObjectKind.Iterator => FindType("iterator"),
        ObjectKind.Function => FindType("function"),
        _ => null,
    };

    /// <summary>The type of the values that are kept without an object of their own.</summary>
    public static TypeModel? TypeOf(ValueKind kind) => kind switch
    {
        ValueKind.Text => FindType("str"),
        ValueKind.ByteText => FindType("bytes"),
        ValueKind.Int or ValueKind.Bool => FindType("int"),
        ValueKind.Float => FindType("float"),
        _ => null,
    };

    /// <summary>The name under which models are written for what may have several.</summary>
    public static string Resolve(string qualifiedName)
    {
        for (var i = 0; i < LongestAlias; i++)
        {
            var (module, rest) = Split(qualifiedName);
            if (module is null || !module.Same.TryGetValue(rest, out var target))
            {
                break;
            }

            qualifiedName = target;
        }

        return qualifiedName;
    }

    private static LibraryModule Load(string name) => Modules.GetOrAdd(name, ModelResources.Read);

    /// <summary>The longest part of the name that is a module with models, and what is behind it.</summary>
    private static (LibraryModule? Module, string Symbol) Split(string qualifiedName)
    {
        for (var dot = qualifiedName.LastIndexOf('.'); dot > 0; dot = qualifiedName.LastIndexOf('.', dot - 1))
        {
            if (ModelResources.Modules.Contains(qualifiedName[..dot]))
            {
                return (Load(qualifiedName[..dot]), qualifiedName[(dot + 1)..]);
            }
        }

        return (Builtins, qualifiedName);
    }

    private static FunctionModel? LookUpFunction(string qualifiedName)
    {
        var (module, rest) = Split(Resolve(qualifiedName));
        return module?.Functions.GetValueOrDefault(rest);
    }

    private static TypeModel? LookUpType(string qualifiedName)
    {
        var (module, rest) = Split(Resolve(qualifiedName));
        return module?.Types.GetValueOrDefault(rest);
    }
}
