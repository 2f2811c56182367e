using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using Newtonsoft.Json;

namespace LeakLens.Workspace.Rules;

/// <summary>
/// Reads a rule.json token by token: no reflection, because every start of the program pays for it.
/// Properties that it does not know are skipped; what may stand in the file is checked by the schema.
/// </summary>
internal sealed class RuleJsonReader
{
    private readonly JsonTextReader _json;
    private readonly string _source;

    private string _id = "";
    private string _name = "";
    private string _family = "";
    private string _summary = "";
    private FindingLevel _defaultLevel = FindingLevel.Warning;
    private ImmutableArray<string> _cwe = [];
    private ImmutableArray<string> _tags = [];
    private ImmutableArray<string> _aliases = [];
    private bool _canBlock;
    private FixAvailability _fix;
    private ImmutableDictionary<string, double> _thresholds = ImmutableDictionary<string, double>.Empty;

    private RuleJsonReader(JsonTextReader json, string source)
    {
        _json = json;
        _source = source;
    }

    /// <param name="source">What to call the file in an error.</param>
    /// <exception cref="FormatException">The text is not a rule; the message says where.</exception>
    public static RuleDescriptor Read(TextReader text, string source)
    {
        using var json = new JsonTextReader(text) { DateParseHandling = DateParseHandling.None, MaxDepth = 8, CloseInput = false };
        try
        {
            return new RuleJsonReader(json, source).ReadRule();
        }
        catch (JsonException exception)
        {
            throw new FormatException($"{source}: {exception.Message}", exception);
        }
    }

    private RuleDescriptor ReadRule()
    {
        Expect(_json.Read() && _json.TokenType == JsonToken.StartObject, "an object");
        while (_json.Read() && _json.TokenType == JsonToken.PropertyName)
        {
            ReadProperty((string?)_json.Value);
        }

        Expect(_json.TokenType == JsonToken.EndObject, "the end of the object");
        Expect(_id.Length > 0 && _name.Length > 0, "an id and a name");
        return new RuleDescriptor(_id, _name, _family, _defaultLevel, _summary, _cwe, _tags, _thresholds) { CanBlock = _canBlock, Aliases = _aliases, Fix = _fix };
    }

    private void ReadProperty(string? property)
    {
        switch (property)
        {
            case "id":
                _id = ReadString();
                break;
            case "name":
                _name = ReadString();
                break;
            case "family":
                _family = ReadString();
                break;
            case "summary":
                _summary = ReadString();
                break;
            case "defaultLevel":
                _defaultLevel = ReadLevel();
                break;
            case "cwe":
                _cwe = ReadStrings();
                break;
            case "gate":
                _canBlock = ReadGate();
                break;
            case "fix":
                _fix = ReadFix();
                break;
            case "aliases":
                _aliases = ReadStrings();
                break;
            case "tags":
                _tags = ReadStrings();
                break;
            case "thresholds":
                _thresholds = ReadNumbers();
                break;
            default:
                _json.Skip();
                break;
        }
    }

    private FindingLevel ReadLevel()
    {
        var level = ReadString();
        return level switch
        {
            "note" => FindingLevel.Note,
            "warning" => FindingLevel.Warning,
            "error" => FindingLevel.Error,
            _ => throw Fail($"note, warning or error, not '{level}'"),
        };
    }

    private bool ReadGate()
    {
        var gate = ReadString();
        return gate is "block" or "advise" ? gate is "block" : throw Fail($"block or advise, not '{gate}'");
    }

    private FixAvailability ReadFix()
    {
        var fix = ReadString();
        return fix switch
        {
            "none" => FixAvailability.None,
            "review" => FixAvailability.Review,
            "safe" => FixAvailability.Safe,
            _ => throw Fail($"none, review or safe, not '{fix}'"),
        };
    }

    private string ReadString() => _json.ReadAsString() ?? throw Fail("a text");

    private ImmutableArray<string> ReadStrings()
    {
        var strings = ImmutableArray.CreateBuilder<string>();
        Expect(_json.Read() && _json.TokenType == JsonToken.StartArray, "a list");
        while (_json.ReadAsString() is { } item)
        {
            strings.Add(item);
        }

        Expect(_json.TokenType == JsonToken.EndArray, "a text");
        return strings.ToImmutable();
    }

    private ImmutableDictionary<string, double> ReadNumbers()
    {
        var numbers = ImmutableDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        Expect(_json.Read() && _json.TokenType == JsonToken.StartObject, "an object");
        while (_json.Read() && _json.Value is string name)
        {
            numbers[name] = _json.ReadAsDouble() ?? throw Fail("a number");
        }

        Expect(_json.TokenType == JsonToken.EndObject, "a threshold");
        return numbers.ToImmutable();
    }

    private void Expect(bool condition, string expected)
    {
        if (!condition)
        {
            throw Fail(expected);
        }
    }

    private FormatException Fail(string expected) => new($"{_source}({_json.LineNumber},{_json.LinePosition}): expected {expected}.");
}
