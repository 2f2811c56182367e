using System.Collections.Frozen;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Growths;

/// <summary>Who looks at the contents of a collection: whoever does will miss what a fix lets go of.</summary>
internal static class ContentUses
{
    private static readonly FrozenSet<string> Fillers = new[] { "append", "appendleft", "add", "extend", "update", "insert", "clear", "setdefault", "heappush" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Made = new[]
    {
        "builtins.list", "builtins.dict", "builtins.set", "builtins.bytearray", "builtins.sorted", "collections.deque", "collections.defaultdict", "collections.OrderedDict", "collections.Counter",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>It is a collection of the language, not a library's object that keeps one.</summary>
    public static bool IsPlain(GrowthCase growth) => growth.Fact.IsPlace || growth.Fact.Container switch
    {
        List or Dict or Set or ListComp or DictComp or SetComp or Constant or JoinedStr => true,
        Call made => growth.Context.Names.TryResolve(made.Function, out var name) && Made.Contains(name.Text),
        _ => false,
    };

    /// <summary>Something outside of a part of the code looks at what is in the collection: at more than how much it is.</summary>
    public static bool AreReadOutside(GrowthCase growth, SyntaxNode part) =>
        Place.Of(growth) is not { } place || place.Uses(growth.Context).Any(use => !growth.Context.Code.IsInside(use, part) && IsRead(use, growth.Context.Code));

    /// <summary>Outside of the code that fills it an item is asked for that has to be there.</summary>
    public static bool AreRequiredOutside(GrowthCase growth, SyntaxNode part) =>
        Place.Of(growth) is { } place && place.Uses(growth.Context).Any(use => !growth.Context.Code.IsInside(use, part)
            && growth.Context.Code.ParentOf(use) is Subscript { Context: not ExpressionContext.Store, Index: not (Slice or Constant { Value: 0L } or UnaryOp { Operator: UnaryOperator.USub, Operand: Constant { Value: 1L } }) } item && ReferenceEquals(item.Value, use));

    /// <summary>
    /// The code that fills it asks for an item that another trip or call has put there: <c>routes[after] = (*routes[cell], after)</c>. What is asked for
    /// under the key that is stored, or behind a test that it is there, may be gone; a test that it is in another collection says nothing of this one.
    /// </summary>
    public static bool AreRequiredInside(GrowthCase growth, SyntaxNode part, Expression? key)
    {
        var code = growth.Context.Code;
        return Place.Of(growth) is { } place && place.Uses(growth.Context).Any(use => code.IsInside(use, part) && ItemOf(use, code) is { } item
            && (TestBefore(code, item) is { } holder ? !SameExpression.Is(holder, use) : !(key is not null && SameExpression.Is(item.Index, key))));
    }

    /// <summary>The item of it that is read: <c>uses[key]</c>, <c>uses[key] += 1</c>. Not those that any collection has, the first and the last.</summary>
    private static Subscript? ItemOf(Expression use, CodeMap code) =>
        code.ParentOf(use) is Subscript { Index: not (Slice or Constant { Value: 0L } or UnaryOp { Operator: UnaryOperator.USub, Operand: Constant { Value: 1L } }) } item && ReferenceEquals(item.Value, use)
            && (item.Context == ExpressionContext.Load || code.ParentOf(item) is AugAssign) ? item : null;

    /// <summary>What the code around asked for the key of the item.</summary>
    private static Expression? TestBefore(CodeMap code, Subscript item) => code.Around(item).TakeWhile(static around => around is not FunctionDef)
        .Select(static around => around switch
        {
            If branch => branch.Test,
            IfExp choice => choice.Test,
            _ => null,
        })
        .OfType<Compare>().FirstOrDefault(test => test is { Operators: [CompareOperator.In], Left: var asked } && SameExpression.Is(asked, item.Index))?.Comparators[0];

    /// <summary>The program itself asks whether there are more than so many: with fewer it would go another way.</summary>
    public static bool IsLengthCompared(GrowthCase growth)
    {
        var code = growth.Context.Code;
        return Place.Of(growth) is { } place && place.Uses(growth.Context).Any(use => code.ParentOf(use) is Call { Function: Name { Id: "len" } } length
            && code.ParentOf(length) is Compare compare && !compare.Comparators.Append(compare.Left).Any(static side => side is Constant { Value: 0L }));
    }

    /// <summary>A function that calls itself, and relies on what it has worked out before.</summary>
    public static bool IsRecursive(CodeMap code, SyntaxNode? function) =>
        function is FunctionDef definition && code.Calls.Any(call => code.IsInside(call, definition) && (call.Function is Name { Id: var name } ? name : (call.Function as Attribute)?.Name) is { } called
            && string.Equals(called, definition.Name, StringComparison.Ordinal));

    private static bool IsRead(Expression use, CodeMap code) => code.ParentOf(use) switch
    {
        Call { Function: Name { Id: "len" or "bool" or "id" or "type" } } or If or While or UnaryOp or Global or Nonlocal or Delete => false,
        Attribute method => !(code.ParentOf(method) is Call call && ReferenceEquals(call.Function, method) && Fillers.Contains(method.Name)),
        Subscript { Context: ExpressionContext.Store } => false,
        Assign or AnnAssign or AugAssign => use is Name { Context: ExpressionContext.Load } or Attribute { Context: ExpressionContext.Load },
        _ => true,
    };
}
