using System.Collections.Immutable;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Json;

/// <summary>Members of an object, one call each. A value that is null leaves its member out, as the protocol wants it.</summary>
internal static class JsonWriterExtensions
{
    public static void Field(this JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            json.WriteValue(value);
        }
    }

    public static void Field(this JsonWriter json, string name, long? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            json.WriteValue(value.Value);
        }
    }

    public static void Field(this JsonWriter json, string name, double? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            json.WriteValue(value.Value);
        }
    }

    public static void Field(this JsonWriter json, string name, bool? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            json.WriteValue(value.Value);
        }
    }

    public static void Field(this JsonWriter json, string name, IJsonWritable? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            value.Write(json);
        }
    }

    /// <summary>A list. The default array leaves the member out; an empty one is written.</summary>
    public static void Field<T>(this JsonWriter json, string name, ImmutableArray<T> values)
        where T : IJsonWritable
    {
        if (values.IsDefault)
        {
            return;
        }

        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var value in values)
        {
            value.Write(json);
        }

        json.WriteEndArray();
    }

    /// <summary>A list of texts; the default array leaves the member out.</summary>
    public static void Field(this JsonWriter json, string name, ImmutableArray<string> values)
    {
        if (values.IsDefault)
        {
            return;
        }

        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var value in values)
        {
            json.WriteValue(value);
        }

        json.WriteEndArray();
    }
}
