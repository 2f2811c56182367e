using System.Collections.Frozen;
using System.Globalization;
using LeakLens.Engine.Heap;
using Newtonsoft.Json;

namespace LeakLens.Engine.Library;

/// <summary>
/// Reads a file of <c>rules/models</c>, or one of somebody's own, token by token, without reflection. Lines are kept as they are and compiled when they are
/// called. What may stand in a built-in file is checked by the schema, and in one of somebody's own here; the module's name stands before its types.
/// </summary>
internal sealed partial class ModelReader
{
    private const int Deepest = 8;

    private readonly JsonTextReader _json;
    private readonly LibraryCatalogue _catalogue;

    /// <summary>Of a file of somebody's own: what checks it.</summary>
    private readonly ModelCheck? _check;
    private string _module = string.Empty;
    private FrozenDictionary<string, FunctionModel> _functions = FrozenDictionary<string, FunctionModel>.Empty;
    private FrozenDictionary<string, TypeModel> _types = FrozenDictionary<string, TypeModel>.Empty;
    private FrozenDictionary<string, string> _same = FrozenDictionary<string, string>.Empty;
    private FrozenDictionary<string, string> _texts = FrozenDictionary<string, string>.Empty;

    private ModelReader(JsonTextReader json, LibraryCatalogue catalogue, ModelCheck? check)
    {
        _json = json;
        _catalogue = catalogue;
        _check = check;
    }

    /// <param name="catalogue">Where bases of the types are looked up.</param>
    /// <exception cref="FormatException">The text is not a model file.</exception>
    public static LibraryModule Read(TextReader text, LibraryCatalogue catalogue)
    {
        using var json = Open(text);
        return new ModelReader(json, catalogue, check: null).ReadModule();
    }

    private static JsonTextReader Open(TextReader text) => new(text) { DateParseHandling = DateParseHandling.None, MaxDepth = Deepest, CloseInput = false };

    private LibraryModule ReadModule()
    {
        Expect(_json.Read());
        ReadObject(property =>
        {
            switch (property)
            {
                case "module":
                    _module = ReadModuleName();
                    break;
                case "functions":
                    _functions = ReadFunctions(_module);
                    break;
                case "types":
                    _types = ReadNamed(ReadType);
                    break;
                case "same":
                    _same = ReadNamed(_ => ReadReference(isType: false));
                    break;
                case "texts":
                    _texts = ReadNamed(_ => ReadText());
                    break;
                case "$schema":
                    ReadText();
                    break;
                default:
                    SkipUnknown(property, FileProperties);
                    break;
            }
        });
        return new LibraryModule(_functions, _types, _same, _texts, FindGrowing(_functions, _types.Values));
    }

    private string Qualify(string name) => _module.Length == 0 ? name : _module + "." + name;

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

    private FrozenDictionary<string, FunctionModel> ReadFunctions(string owner) =>
        ReadNamed(name => ReadLine(name, owner.Length == 0 ? name : owner + "." + name));

    private TypeModel ReadType(string name)
    {
        var type = new TypeParts();
        Expect(_json.Read());
        ReadObject(property => ReadTypeProperty(property, name, type));
        return new TypeModel
        {
            QualifiedName = Qualify(name),
            Storage = type.Storage,
            Bytes = type.Bytes,
            BytesPerItem = type.BytesPerItem,
            Growth = type.Growth,
            Order = type.Order,
            Base = type.Base,
            Catalogue = _catalogue,
            IsHidden = type.IsHidden,
            Binds = type.Binds,
            IsOneEach = type.IsOneEach,
            KeepsKeywords = type.KeepsKeywords,
            Constructor = type.Constructor,
            Methods = type.Methods,
            Attributes = type.Attributes,
            Statics = type.Statics,
        };
    }

    private void ReadTypeProperty(string property, string name, TypeParts type)
    {
        switch (property)
        {
            case "like":
                type.Storage = StorageOf(ReadChoice(property, Storages));
                break;
            case "bytes":
                type.Bytes = (long)ReadNumber(property, isWhole: true);
                break;
            case "bytesPerItem":
                type.BytesPerItem = ReadNumber(property, isWhole: false);
                break;
            case "order":
                type.Order = ReadChoice(property, Orders);
                break;
            case "growth":
                type.Growth = ReadChoice(property, Growths);
                break;
            case "base":
                type.Base = ReadReference(isType: true);
                break;
            case "hidden":
                type.IsHidden = ReadSwitch(property);
                break;
            case "binds":
                type.Binds = ReadSwitch(property);
                break;
            case "oneEach":
                type.IsOneEach = ReadSwitch(property);
                break;
            case "keywords":
                type.KeepsKeywords = ReadSwitch(property);
                break;
            case "made":
                type.Constructor = ReadLine(name, Qualify(name));
                break;
            case "methods":
                type.Methods = ReadFunctions(Qualify(name));
                break;
            case "attributes":
                type.Attributes = ReadFunctions(Qualify(name));
                break;
            case "statics":
                type.Statics = ReadFunctions(Qualify(name));
                break;
            default:
                SkipUnknown(property, TypeProperties);
                break;
        }
    }

    /// <summary>An object whose properties are names of the program: the next token begins it.</summary>
    private FrozenDictionary<string, T> ReadNamed<T>(Func<string, T> readValue)
    {
        var named = new Dictionary<string, T>(StringComparer.Ordinal);
        Expect(_json.Read());
        ReadObject(name =>
        {
            CheckName(name, named.ContainsKey(name));
            named[name] = readValue(name);
        });
        return named.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The object that the present token begins; <paramref name="readProperty"/> reads each value.</summary>
    private void ReadObject(Action<string> readProperty)
    {
        Expect(_json.TokenType == JsonToken.StartObject);
        while (_json.Read() && _json.TokenType == JsonToken.PropertyName)
        {
            readProperty(_json.Value as string ?? string.Empty);
        }

        Expect(_json.TokenType == JsonToken.EndObject);
    }

    private object? ReadValue()
    {
        Expect(_json.Read());
        return _json.Value;
    }

    private FunctionModel ReadLine(string name, string qualifiedName)
    {
        var text = ReadText();
        _check?.CheckLine(_json, text);
        return new FunctionModel(name, text, qualifiedName, isOwn: _check is not null);
    }

    private string ReadText() => ReadValue() as string ?? throw Wrong();

    private void Expect(bool holds)
    {
        if (!holds)
        {
            throw Wrong();
        }
    }

    private FormatException Wrong() => new($"models of {_module}, line {_json.LineNumber}: not what the schema says");

    private static ObjectKind StorageOf(string like) => like switch
    {
        "list" => ObjectKind.List,
        "tuple" => ObjectKind.Tuple,
        "dict" => ObjectKind.Dict,
        "set" => ObjectKind.Set,
        "deque" => ObjectKind.Deque,
        "bytearray" => ObjectKind.ByteArray,
        _ => ObjectKind.Opaque,
    };

    /// <summary>What was read of a type so far.</summary>
    private sealed class TypeParts
    {
        public ObjectKind Storage { get; set; } = ObjectKind.Opaque;

        public long Bytes { get; set; }

        public double BytesPerItem { get; set; }

        public string? Growth { get; set; }

        public string Order { get; set; } = "first";

        public string? Base { get; set; }

        public bool IsHidden { get; set; }

        public bool Binds { get; set; }

        public bool IsOneEach { get; set; }

        public bool KeepsKeywords { get; set; }

        public FunctionModel? Constructor { get; set; }

        public FrozenDictionary<string, FunctionModel> Methods { get; set; } = FrozenDictionary<string, FunctionModel>.Empty;

        public FrozenDictionary<string, FunctionModel> Attributes { get; set; } = FrozenDictionary<string, FunctionModel>.Empty;

        public FrozenDictionary<string, FunctionModel> Statics { get; set; } = FrozenDictionary<string, FunctionModel>.Empty;
    }
}
