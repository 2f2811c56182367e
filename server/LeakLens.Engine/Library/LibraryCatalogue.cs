using System.Collections.Concurrent;
using System.Collections.Frozen;
using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Library;

/// <summary>
/// The library models that an analysis knows: the built-in ones, whose files are read when a program first names something of them, and those that a
/// project brings along. A function of a project's own models goes before a built-in one; a built-in type stays what it is, since the engine counts on it.
/// </summary>
internal sealed class LibraryCatalogue
{
    private const string BuiltinsModule = "builtins";
    private const int LongestAlias = 4;

    private static readonly ConcurrentDictionary<string, LibraryModule> Modules = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, FunctionModel?> _functions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TypeModel?> _types = new(StringComparer.Ordinal);
    private FrozenDictionary<string, LibraryModule> _own = FrozenDictionary<string, LibraryModule>.Empty;

    /// <summary>What LeakLens knows by itself.</summary>
    public static LibraryCatalogue BuiltIn { get; } = new();

    /// <summary>The names that need no import.</summary>
    public static LibraryModule Builtins => Load(BuiltinsModule);

    /// <summary>Besides the built-in models those that <paramref name="read"/> gives, by module: it is handed the catalogue that they are to belong to.</summary>
    public static LibraryCatalogue With(Func<LibraryCatalogue, IEnumerable<KeyValuePair<string, LibraryModule>>> read)
    {
        var catalogue = new LibraryCatalogue();
        catalogue._own = read(catalogue).ToFrozenDictionary(StringComparer.Ordinal);
        return catalogue;
    }

    /// <summary>The built-in models of a module; null when it has none.</summary>
    public static LibraryModule? FindModule(string name) => ModelResources.Modules.Contains(name) ? Load(name) : null;

    /// <summary>The type of the objects of a kind that needs no model of its own.</summary>
    public static TypeModel? TypeOf(ObjectKind kind) => kind switch
    {
        ObjectKind.List => BuiltIn.FindType("list"),
        ObjectKind.Dict => BuiltIn.FindType("dict"),
        ObjectKind.Set => BuiltIn.FindType("set"),
        ObjectKind.Str => BuiltIn.FindType("str"),
        ObjectKind.Bytes => BuiltIn.FindType("bytes"),
        ObjectKind.ByteArray => BuiltIn.FindType("bytearray"),
        ObjectKind.Tuple => BuiltIn.FindType("tuple"),
        ObjectKind.Deque => BuiltIn.FindType("collections.deque"),
        ObjectKind.Int => BuiltIn.FindType("int"),
        ObjectKind.Float => BuiltIn.FindType("float"),
        ObjectKind.Range => BuiltIn.FindType("range"),
        ObjectKind.Iterator => BuiltIn.FindType("iterator"),
        ObjectKind.Function => BuiltIn.FindType("function"),
        _ => null,
    };

    /// <summary>The type of the values that are kept without an object of their own.</summary>
    public static TypeModel? TypeOf(ValueKind kind) => kind switch
    {
        ValueKind.Text => BuiltIn.FindType("str"),
        ValueKind.ByteText => BuiltIn.FindType("bytes"),
        ValueKind.Int or ValueKind.Bool => BuiltIn.FindType("int"),
        ValueKind.Float => BuiltIn.FindType("float"),
        _ => null,
    };

    public FunctionModel? FindFunction(string qualifiedName) => _functions.GetOrAdd(qualifiedName, LookUpFunction);

    /// <summary>What a project itself says of a function; null for nothing.</summary>
    public FunctionModel? FindOwnFunction(string qualifiedName) => _own.Count > 0 && FindFunction(qualifiedName) is { IsOwn: true } own ? own : null;

    public TypeModel? FindType(string qualifiedName) => _types.GetOrAdd(qualifiedName, LookUpType);

    /// <summary>A constant text of a module; null where it is none.</summary>
    public string? FindText(string module, string name) =>
        _own.TryGetValue(module, out var own) && own.Texts.TryGetValue(name, out var text) ? text : FindModule(module)?.Texts.GetValueOrDefault(name);

    /// <summary>Adds the names of what may make something longer, in the models of one module.</summary>
    public void AddGrowingNames(string module, HashSet<string> names)
    {
        if (FindModule(module) is { } builtIn)
        {
            names.UnionWith(builtIn.GrowingNames);
        }

        if (_own.TryGetValue(module, out var own))
        {
            names.UnionWith(own.GrowingNames);
        }
    }

    private static LibraryModule Load(string name) => Modules.GetOrAdd(name, static name => ModelResources.Read(name, BuiltIn));

    private FunctionModel? LookUpFunction(string qualifiedName)
    {
        if (ReferenceEquals(this, BuiltIn))
        {
            var (module, rest) = Split(ResolveBuiltIn(qualifiedName));
            return module.Functions.GetValueOrDefault(rest);
        }

        qualifiedName = ResolveOwn(qualifiedName);
        return FindOwn(qualifiedName, static module => module.Functions) ?? BuiltIn.FindFunction(qualifiedName);
    }

    private TypeModel? LookUpType(string qualifiedName)
    {
        if (ReferenceEquals(this, BuiltIn))
        {
            var (module, rest) = Split(ResolveBuiltIn(qualifiedName));
            return module.Types.GetValueOrDefault(rest);
        }

        qualifiedName = ResolveOwn(qualifiedName);
        return BuiltIn.FindType(qualifiedName) ?? FindOwn(qualifiedName, static module => module.Types);
    }

    /// <summary>What the longest module of our own that knows the name says of it.</summary>
    private T? FindOwn<T>(string qualifiedName, Func<LibraryModule, FrozenDictionary<string, T>> table)
        where T : class
    {
        for (var dot = qualifiedName.LastIndexOf('.'); dot > 0; dot = qualifiedName.LastIndexOf('.', dot - 1))
        {
            if (_own.TryGetValue(qualifiedName[..dot], out var module) && table(module).TryGetValue(qualifiedName[(dot + 1)..], out var found))
            {
                return found;
            }
        }

        return null;
    }

    private string ResolveOwn(string qualifiedName)
    {
        for (var i = 0; i < LongestAlias && FindOwn(qualifiedName, static module => module.Same) is { } target; i++)
        {
            qualifiedName = target;
        }

        return qualifiedName;
    }

    /// <summary>The name under which models are written for what may have several.</summary>
    private static string ResolveBuiltIn(string qualifiedName)
    {
        for (var i = 0; i < LongestAlias; i++)
        {
            var (module, rest) = Split(qualifiedName);
            if (!module.Same.TryGetValue(rest, out var target))
            {
                break;
            }

            qualifiedName = target;
        }

        return qualifiedName;
    }

    /// <summary>The longest part of the name that is a module with models, and what is behind it.</summary>
    private static (LibraryModule Module, string Symbol) Split(string qualifiedName)
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
}
