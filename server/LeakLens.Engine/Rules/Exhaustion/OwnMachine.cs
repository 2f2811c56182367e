using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>Whether an address, as far as it stands in the text, is that of the machine that the program runs on.</summary>
internal static class OwnMachine
{
    private const int Deepest = 6;
    private const string EndOfScheme = "://";

    public static bool Is(RuleContext context, Expression address) => BeginningOf(context, address, Deepest) is { } text && IsOwn(text);

    /// <summary>The constant text that an address begins with.</summary>
    private static string? BeginningOf(RuleContext context, Expression expression, int depth) => depth == 0 ? null : ConstantValues.Of(context, expression) switch
    {
        Constant { Value: string text } => text,
        JoinedStr { Values: [Constant { Value: string text }, ..] } => text,
        BinOp { Operator: BinaryOperator.Add or BinaryOperator.Mod, Left: var left } => BeginningOf(context, left, depth - 1),
        Call { Function: Python.Syntax.Attribute { Name: "format", Value: var pattern } } => BeginningOf(context, pattern, depth - 1),
        Call { Arguments: [var url, ..] } request when context.Names.Resolve(request.Function)?.Text is "urllib.request.Request" => BeginningOf(context, url, depth - 1),
        Python.Syntax.Tuple { Elements: [var host, ..] } => BeginningOf(context, host, depth - 1),
        _ => null,
    };

    private static bool IsOwn(string address)
    {
        var scheme = address.IndexOf(EndOfScheme, StringComparison.Ordinal);
        var host = scheme < 0 ? address : address[(scheme + EndOfScheme.Length)..];
        return host.StartsWith("127.", StringComparison.Ordinal) || host is "::1" || host.StartsWith("[::1]", StringComparison.Ordinal)
            || (host.StartsWith("localhost", StringComparison.OrdinalIgnoreCase) && (host.Length == 9 || host[9] is ':' or '/' or '%' or '{'));
    }
}
