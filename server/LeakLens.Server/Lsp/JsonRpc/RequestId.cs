using System.Globalization;
using System.Runtime.InteropServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>The id of a request, a number or a text. The answer carries it back as it came.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RequestId(string Text, bool IsNumber)
{
    public static RequestId Of(long number) => new(number.ToString(CultureInfo.InvariantCulture), IsNumber: true);

    public static bool TryRead(JToken? token, out RequestId id)
    {
        id = token switch
        {
            { Type: JTokenType.String } => new RequestId((string?)token ?? "", IsNumber: false),
            { Type: JTokenType.Integer or JTokenType.Float } => new RequestId(((JValue)token).ToString(CultureInfo.InvariantCulture), IsNumber: true),
            _ => default,
        };
        return id.Text is not null;
    }

    public void Write(JsonWriter json)
    {
        if (IsNumber)
        {
            json.WriteRawValue(Text);
            return;
        }

        json.WriteValue(Text);
    }
}
