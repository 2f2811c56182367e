using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using LeakLens.Server.Lsp.JsonRpc;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.Json;

/// <summary>
/// The members of an object that a client sent. <c>Get</c> wants the member, <c>Find</c> may give nothing; what is missing
/// or of the wrong type is an <see cref="ErrorCode.InvalidParams"/> that names it.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct JsonFields
{
    private readonly JObject _members;
    private readonly string _path;

    private JsonFields(JObject members, string path)
    {
        _members = members;
        _path = path;
    }

    public static JsonFields Of(JToken? token, string path = "params") =>
        token is JObject members ? new JsonFields(members, path) : throw Wrong(path, "an object");

    public string GetText(string name) => FindText(name) ?? throw Wrong(PathOf(name), "a text");

    public string? FindText(string name) => Find(name) switch
    {
        null => null,
        JValue { Value: string text } => text,
        _ => throw Wrong(PathOf(name), "a text"),
    };

    public int GetNumber(string name) => FindNumber(name) ?? throw Wrong(PathOf(name), "a number");

    /// <summary>A whole number, brought into the range of an int: clients say "the end of the line" with the largest number they have.</summary>
    public int? FindNumber(string name) => Find(name) switch
    {
        null => null,
        JValue { Value: long number } => (int)Math.Clamp(number, int.MinValue, int.MaxValue),
        JValue { Value: BigInteger number } => number.Sign < 0 ? int.MinValue : int.MaxValue,
        JValue { Value: double number } when Math.Floor(number) == number => (int)Math.Clamp(number, int.MinValue, int.MaxValue),
        _ => throw Wrong(PathOf(name), "a whole number"),
    };

    /// <summary>A flag; one that is missing is false.</summary>
    public bool FindFlag(string name) => Find(name) switch
    {
        null => false,
        JValue { Value: bool flag } => flag,
        _ => throw Wrong(PathOf(name), "true or false"),
    };

    public T Get<T>(string name, Func<JsonFields, T> read)
        where T : class => read(Of(Find(name), PathOf(name)));

    public T? Find<T>(string name, Func<JsonFields, T> read)
        where T : class => Find(name) is { } token ? read(Of(token, PathOf(name))) : null;

    public ImmutableArray<T> GetList<T>(string name, Func<JsonFields, T> read)
    {
        if (Find(name) is not JArray items)
        {
            throw Wrong(PathOf(name), "a list");
        }

        var list = ImmutableArray.CreateBuilder<T>(items.Count);
        foreach (var item in items)
        {
            list.Add(read(Of(item, $"{PathOf(name)}[{list.Count}]")));
        }

        return list.MoveToImmutable();
    }

    /// <summary>A list; one that is missing is empty.</summary>
    public ImmutableArray<T> FindList<T>(string name, Func<JsonFields, T> read) => Find(name) is null ? [] : GetList(name, read);

    /// <summary>A list of texts; one that is missing is empty, and what is no text in it is passed over.</summary>
    public ImmutableArray<string> FindTexts(string name)
    {
        if (Find(name) is not JArray items)
        {
            return [];
        }

        var texts = ImmutableArray.CreateBuilder<string>(items.Count);
        foreach (var item in items)
        {
            if (item is JValue { Value: string text })
            {
                texts.Add(text);
            }
        }

        return texts.ToImmutable();
    }

    /// <summary>The member as it is; null when it is missing or null.</summary>
    public JToken? Find(string name) => _members[name] is { Type: not JTokenType.Null } token ? token : null;

    private static RpcException Wrong(string path, string expected) => new(ErrorCode.InvalidParams, $"{path}: expected {expected}.");

    private string PathOf(string name) => $"{_path}.{name}";
}
