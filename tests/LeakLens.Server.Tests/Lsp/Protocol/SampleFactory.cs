using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using LeakLens.Server.Lsp.Json;
using LeakLens.Server.Lsp.JsonRpc;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp.Protocol;

/// <summary>Makes a value of a protocol type in which nothing is left out, and its JSON by the plain rule: each name with a small first letter.</summary>
internal static class SampleFactory
{
    public static object Create(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return "text";
        }

        if (type == typeof(int))
        {
            return 7;
        }

        if (type == typeof(bool))
        {
            return true;
        }

        if (type == typeof(RequestId))
        {
            return RequestId.Of(7);
        }

        if (type == typeof(JToken))
        {
            return new JValue("text");
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(1)!;
        }

        return type.IsGenericType ? CreateArray(type.GetGenericArguments()[0]) : CreateRecord(type);
    }

    public static JToken ToJson(object? value) => value switch
    {
        null => JValue.CreateNull(),
        JToken token => token,
        string or int or bool => JToken.FromObject(value),
        Enum number => Convert.ToInt32(number),
        RequestId id => JToken.Parse(id.Text),
        IEnumerable items => new JArray(items.Cast<object>().Select(ToJson)),
        _ => new JObject(Properties(value.GetType()).Select(property => new JProperty(JsonName(property), ToJson(property.GetValue(value))))),
    };

    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0);

    public static string JsonName(PropertyInfo property) => char.ToLowerInvariant(property.Name[0]) + property.Name[1..];

    private static object CreateRecord(Type type)
    {
        var concrete = type == typeof(IJsonWritable) ? typeof(LeakLens.Server.Lsp.Protocol.Position) : type;
        var constructor = concrete.GetConstructors().Single();
        return constructor.Invoke(constructor.GetParameters().Select(parameter => Create(parameter.ParameterType)).ToArray());
    }

    private static object CreateArray(Type element) =>
        typeof(ImmutableArray).GetMethods().Single(method => method.Name == "Create" && method.GetParameters() is [{ ParameterType.IsGenericParameter: true }])
            .MakeGenericMethod(element).Invoke(null, [Create(element)])!;
}
