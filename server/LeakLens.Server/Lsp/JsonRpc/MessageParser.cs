using System.Buffers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>From the bytes of one frame to messages. Never throws: what is wrong comes back as an <see cref="InvalidMessage"/>.</summary>
internal static class MessageParser
{
    private const int DeepestNesting = 64;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// One message, or the elements of a batch. The language server protocol has no batches; each element of one is taken
    /// as a message of its own, and answered on its own.
    /// </summary>
    public static IReadOnlyList<IncomingMessage> Parse(ReadOnlySequence<byte> body)
    {
        try
        {
            var token = ReadToken(StrictUtf8.GetString(body));
            return token is JArray { Count: > 0 } batch ? [.. batch.Select(Classify)] : [Classify(token)];
        }
        catch (Exception exception) when (exception is JsonException or DecoderFallbackException)
        {
            return [new InvalidMessage(null, ErrorCode.ParseError, $"The message is not JSON: {exception.Message}")];
        }
    }

    private static JToken ReadToken(string text)
    {
        // Dates stay the texts that they are.
        using var json = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = DeepestNesting };
        var token = JToken.Load(json);
        return json.Read() ? throw new JsonReaderException("There is something behind the end of the message.") : token;
    }

    private static IncomingMessage Classify(JToken token)
    {
        if (token is not JObject message)
        {
            return new InvalidMessage(null, ErrorCode.InvalidRequest, "A message is an object.");
        }

        var hasId = RequestId.TryRead(message["id"], out var id);
        if (message["method"] is { } method)
        {
            return ClassifyCall(message, method, hasId ? id : null);
        }

        return message.ContainsKey("result") || message.ContainsKey("error")
            ? new IncomingResponse(hasId ? id : null, message["result"], message["error"])
            : new InvalidMessage(hasId ? id : null, ErrorCode.InvalidRequest, "A message has a method, a result or an error.");
    }

    private static IncomingMessage ClassifyCall(JObject message, JToken method, RequestId? id)
    {
        if (method is not JValue { Value: string name })
        {
            return new InvalidMessage(id, ErrorCode.InvalidRequest, "A method is a text.");
        }

        if (id is { } requestId)
        {
            return new IncomingRequest(requestId, name, message["params"]);
        }

        return message.ContainsKey("id")
            ? new InvalidMessage(null, ErrorCode.InvalidRequest, "The id of a request is a number or a text.")
            : new IncomingNotification(name, message["params"]);
    }
}
