using System.Collections.Frozen;
using System.Text.Json;
using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Library;

/// <summary>Reads a file of <c>rules/models</c>. Lines are kept as they are and compiled when they are called.</summary>
internal static class ModelReader
{
    public static LibraryModule Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var module = root.GetProperty("module").GetString() ?? string.Empty;
        var functions = ReadFunctions(root, "functions");
        var types = new Dictionary<string, TypeModel>(StringComparer.Ordinal);
        if (root.TryGetProperty("types", out var listed))
        {
            foreach (var type in listed.EnumerateObject())
            {
                types.Add(type.Name, ReadType(module, type.Name, type.Value));
            }
        }

        return new LibraryModule(functions, types.ToFrozenDictionary(StringComparer.Ordinal), ReadSame(root), FindGrowing(functions, types.Values));
    }

    private static FrozenSet<string> FindGrowing(FrozenDictionary<string, FunctionModel> functions, IEnumerable<TypeModel> types)
    {
        var growing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, function) in functions.Concat(types.SelectMany(static type => type.Methods)))
        {
            if (function.MayGrow)
            {
                growing.Add(name);
            }
        }

        return growing.ToFrozenSet(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, string> ReadSame(JsonElement root)
    {
        var same = new Dictionary<string, string>(StringComparer.Ordinal);
        if (root.TryGetProperty("same", out var listed))
        {
            foreach (var entry in listed.EnumerateObject())
            {
                same.Add(entry.Name, entry.Value.GetString() ?? string.Empty);
            }
        }

        return same.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, FunctionModel> ReadFunctions(JsonElement owner, string property)
    {
        var functions = new Dictionary<string, FunctionModel>(StringComparer.Ordinal);
        if (owner.TryGetProperty(property, out var listed))
        {
            foreach (var function in listed.EnumerateObject())
            {
                functions.Add(function.Name, new FunctionModel(function.Name, function.Value.GetString() ?? string.Empty));
            }
        }

        return functions.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static TypeModel ReadType(string module, string name, JsonElement type) => new()
    {
        QualifiedName = module.Length == 0 ? name : module + "." + name,
        Storage = ReadStorage(type),
        Bytes = type.TryGetProperty("bytes", out var bytes) ? bytes.GetInt64() : 0,
        BytesPerItem = type.TryGetProperty("bytesPerItem", out var perItem) ? perItem.GetDouble() : 0,
        Growth = ReadText(type, "growth"),
        Base = ReadText(type, "base"),
        IsHidden = type.TryGetProperty("hidden", out var hidden) && hidden.GetBoolean(),
        Binds = type.TryGetProperty("binds", out var binds) && binds.GetBoolean(),
        Constructor = ReadText(type, "made") is { } made ? new FunctionModel(name, made) : null,
        Methods = ReadFunctions(type, "methods"),
        Attributes = ReadFunctions(type, "attributes"),
        Statics = ReadFunctions(type, "statics"),
    };

    private static string? ReadText(JsonElement owner, string property) => owner.TryGetProperty(property, out var value) ? value.GetString() : null;

    private static ObjectKind ReadStorage(JsonElement type) => ReadText(type, "like") switch
    {
        "list" => ObjectKind.List,
        "tuple" => ObjectKind.Tuple,
        "dict" => ObjectKind.Dict,
        "set" => ObjectKind.Set,
        "deque" => ObjectKind.Deque,
        "bytearray" => ObjectKind.ByteArray,
        _ => ObjectKind.Opaque,
    };
}
