using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Libraries.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries.Views;

/// <summary>An expression that gives a part of something larger, which the part keeps alive.</summary>
/// <param name="Whole">The call that makes the whole.</param>
/// <param name="What">A word for messages.</param>
/// <param name="Copy">How to keep only the part.</param>
/// <param name="IsPart">It is a part, not the whole itself.</param>
internal sealed record PartOfWhole(Call Whole, string What, string Copy, bool IsPart)
{
    private const int Deepest = 8;

    /// <summary>An array of one dimension.</summary>
    private bool IsFlat { get; init; }

    /// <summary>One item of an array of which nobody says how many dimensions it has: a row that refers to it, or a number that does not.</summary>
    public bool MayBeNumber { get; private init; }

    private const long Small = 1000;

    public static PartOfWhole? Of(RuleContext context, Expression expression) => Of(context, expression, Deepest);

    private static PartOfWhole? Of(RuleContext context, Expression expression, int depth)
    {
        if (depth == 0)
        {
            return null;
        }

        switch (expression)
        {
            case Call call:
                return OfCall(context, call, depth);
            case Python.Syntax.Attribute member:
                return Of(context, member.Value, depth - 1) is { What: "document" } soup && !LibraryData.Instance.Set("views.soupCopies").Contains(member.Name) ? soup with { IsPart = true } : null;
            case Subscript part:
                return Of(context, part.Value, depth - 1) is { } whole ? OfItem(whole, part) : null;
            case Name name when Definitions.OnlyValue(context, name) is { } value:
                return Of(context, value, depth - 1);
            case Name name when ItemsOf(context, name) is { } items:
                return Of(context, items, depth - 1) is { What: not "array" } children ? children with { IsPart = true } : null;
            default:
                return null;
        }
    }

    /// <summary>The call of this name reads something whose parts refer to it.</summary>
    public static bool IsWhole(string name)
    {
        var data = LibraryData.Instance;
        return data.Set("views.soups").Contains(name) || data.Set("views.trees").Contains(name) || data.Set("views.arrays").Contains(name) || data.Set("views.flatArrays").Contains(name) || data.Set("views.matches").Contains(name);
    }

    private static PartOfWhole? OfCall(RuleContext context, Call call, int depth)
    {
        var data = LibraryData.Instance;
        if (context.Names.Resolve(call.Function) is { } name)
        {
            return name.Text switch
            {
                var soup when data.Set("views.soups").Contains(soup) => new(call, "document", "str() of a text, get_text() of an element", IsPart: false),
                var tree when data.Set("views.trees").Contains(tree) => new(call, "tree", "its text, or copy.deepcopy() of the element", IsPart: false),
                var array when data.Set("views.arrays").Contains(array) => new(call, "array", "copy()", IsPart: false),
                var flat when data.Set("views.flatArrays").Contains(flat) && call.Arguments.Length <= 2 && !call.Keywords.Any(static keyword => keyword.Name is "count") => new(call, "array", "copy()", IsPart: false) { IsFlat = true },
                var match when data.Set("views.matches").Contains(match) && call.Arguments is [_, var text, ..] && IsLarge(context, text) => new(call, "text", "group()", IsPart: true),
                _ => null,
            };
        }

        return call.Function is Python.Syntax.Attribute { Name: var method, Value: var holder } && Of(context, holder, depth - 1) is { } whole
            && ((whole.What is "document" && data.Set("views.soupChildren").Contains(method)) || (whole.What is "tree" && data.Set("views.treeChildren").Contains(method))) ? whole with { IsPart = method is not "getroot" } : null;
    }

    /// <summary>Of a list of elements one; of an array a row, or a few of its items. An element's own items are texts, those of a flat array numbers.</summary>
    private static PartOfWhole? OfItem(PartOfWhole whole, Subscript part) => whole.What switch
    {
        "array" => IsSmall(part.Index) && !(whole.IsFlat && part.Index is not Slice) ? whole with { IsPart = true, MayBeNumber = !whole.IsPart && part.Index is not Slice } : null,
        _ => part is { Index: Constant { Value: long } or UnaryOp, Value: Call } ? whole with { IsPart = true } : null,
    };

    private static bool IsSmall(Expression index) => index switch
    {
        Constant { Value: long } or UnaryOp { Operand: Constant { Value: long } } => true,
        Slice { Lower: null or Constant { Value: long }, Upper: Constant { Value: long and < Small and >= 0 } } => true,
        _ => false,
    };

    /// <summary>What a loop walks over with this name alone.</summary>
    private static Expression? ItemsOf(RuleContext context, Name name) =>
        context.Uses.OwnerOf(name) is { } owner && context.Uses.UsesOf(owner).Where(static use => use.Context is ExpressionContext.Store).ToArray() is [var bound] && context.Code.ParentOf(bound) is For loop && ReferenceEquals(loop.Target, bound) ? loop.Iterable : null;

    /// <summary>The whole of a file, or of an answer.</summary>
    private static bool IsLarge(RuleContext context, Expression text)
    {
        var origin = text is Name name ? Definitions.OnlyValue(context, name) : text;
        return origin is Call { Function: Python.Syntax.Attribute { Name: var method } } call && LibraryData.Instance.Set("views.largeTexts").Contains(method) && (call.Arguments.IsEmpty || method is "decode" or "read_text");
    }
}
