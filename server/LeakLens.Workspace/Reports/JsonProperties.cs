using Newtonsoft.Json;

namespace LeakLens.Workspace.Reports;

/// <summary>Properties of an object, one call each. Reports are promises: what is not known is written as null, not left out.</summary>
internal static class JsonProperties
{
    public static void Property(this JsonWriter json, string name, string? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    public static void Property(this JsonWriter json, string name, long? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    public static void Property(this JsonWriter json, string name, bool value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }
}
