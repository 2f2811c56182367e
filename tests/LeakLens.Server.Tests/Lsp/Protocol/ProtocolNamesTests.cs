using System.Reflection;
using LeakLens.Server.Lsp.Json;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp.Protocol;

/// <summary>
/// Every name that goes over the wire is the protocol's. A type's properties are held against the published declarations;
/// what it reads and writes by hand is held against its properties.
/// </summary>
public sealed class ProtocolNamesTests
{
    /// <summary>All but the parameters of $/cancelRequest, which the published packages use without declaring them.</summary>
    public static TheoryData<string> Types() => [.. ProtocolTypes().Where(type => type != typeof(CancelParams)).Select(type => type.Name)];

    public static TheoryData<string> WrittenTypes() => [.. ProtocolTypes().Where(type => type.IsAssignableTo(typeof(IJsonWritable))).Select(type => type.Name)];

    public static TheoryData<string> ReadTypes() => [.. ProtocolTypes().Where(type => Reader(type) is not null).Select(type => type.Name)];

    [ReferenceTheory]
    [MemberData(nameof(Types))]
    public void A_type_has_the_protocols_members(string name)
    {
        var declared = ProtocolReference.Instance.FindMembers(name).ShouldNotBeNull($"{name} is declared");

        SampleFactory.Properties(TypeOf(name)).Select(SampleFactory.JsonName).Except(declared.Keys).ShouldBeEmpty();
    }

    [ReferenceTheory]
    [MemberData(nameof(WrittenTypes))]
    public void What_is_written_has_every_member_that_must_be_there_and_of_the_right_kind(string name)
    {
        var declared = ProtocolReference.Instance.FindMembers(name).ShouldNotBeNull();
        var written = Write(name);

        declared.Where(member => !member.Value.IsOptional).Select(member => member.Key).Except(written.Properties().Select(property => property.Name)).ShouldBeEmpty();
        foreach (var property in written.Properties())
        {
            if (KindOf(declared[property.Name].Type) is { } kind)
            {
                KindOf(property.Value).ShouldBe(kind, $"{property.Name}: {declared[property.Name].Type}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(WrittenTypes))]
    public void What_is_written_is_the_types_properties(string name)
    {
        var written = Write(name);
        written.Remove("kind");

        var expected = (JObject)SampleFactory.ToJson(SampleFactory.Create(TypeOf(name)));
        expected.Remove("kind");
        JToken.DeepEquals(written, expected).ShouldBeTrue($"{written}\n{expected}");
    }

    [Theory]
    [MemberData(nameof(ReadTypes))]
    public void What_is_read_is_the_types_properties(string name)
    {
        var type = TypeOf(name);
        var json = SampleFactory.ToJson(SampleFactory.Create(type));

        var read = Reader(type)!.Invoke(null, [JsonFields.Of(JToken.Parse(json.ToString()))]);

        JToken.DeepEquals(SampleFactory.ToJson(read), json).ShouldBeTrue($"{SampleFactory.ToJson(read)}\n{json}");
    }

    [ReferenceFact]
    public void Methods_and_constants_are_the_protocols()
    {
        Type[] holders = [typeof(Methods), typeof(PositionEncodingKind), typeof(MarkupKind), typeof(TraceValue)];
        var texts = holders.SelectMany(holder => holder.GetFields()).Select(field => (string)field.GetRawConstantValue()!).ToArray();

        texts.Length.ShouldBeGreaterThan(20);
        texts.Where(text => !ProtocolReference.Instance.HasText(text)).ShouldBeEmpty();
    }

    [ReferenceFact]
    public void Numbers_are_the_protocols()
    {
        foreach (var type in new[] { typeof(DiagnosticSeverity), typeof(MessageType), typeof(TextDocumentSyncKind), typeof(ErrorCode) })
        {
            foreach (var value in Enum.GetValues(type).Cast<Enum>())
            {
                FindNumber(type, value.ToString()).ShouldBe(Convert.ToInt32(value), $"{type.Name}.{value}");
            }
        }
    }

    private static int? FindNumber(Type type, string name) => type == typeof(ErrorCode)
        ? ProtocolReference.Instance.FindNumber("ErrorCodes", name) ?? ProtocolReference.Instance.FindNumber("LSPErrorCodes", name)
        : ProtocolReference.Instance.FindNumber(type.Name, name);

    private static IEnumerable<Type> ProtocolTypes() => typeof(Methods).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(Methods).Namespace && type is { IsClass: true, IsAbstract: false, IsNested: false } && type != typeof(NoParams));

    private static Type TypeOf(string name) => ProtocolTypes().Single(type => type.Name == name);

    private static MethodInfo? Reader(Type type) => type.GetMethod("Read", [typeof(JsonFields)]);

    private static JObject Write(string name)
    {
        using var json = new JTokenWriter();
        ((IJsonWritable)SampleFactory.Create(TypeOf(name))).Write(json);
        return (JObject)json.Token!;
    }

    private static string? KindOf(JToken value) => value.Type switch
    {
        JTokenType.Integer => "number",
        JTokenType.Boolean => "boolean",
        JTokenType.String => "string",
        JTokenType.Array => "array",
        _ => null,
    };

    /// <summary>The kind of JSON that a simple type is; null for all other types.</summary>
    private static string? KindOf(string declared) => declared switch
    {
        "string" or "URI" or "DocumentUri" => "string",
        "integer" or "uinteger" or "number" => "number",
        "boolean" => "boolean",
        _ when declared.EndsWith("[]", StringComparison.Ordinal) && !declared.Contains('|') => "array",
        _ => null,
    };
}
