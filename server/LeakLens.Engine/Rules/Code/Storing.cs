using System.Collections.Immutable;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary>What a growing statement puts where, as the program writes it.</summary>
/// <param name="Holder">The expression that gives the container.</param>
/// <param name="Key">Of dicts the key, of sets the member; null for what has no keys.</param>
/// <param name="Values">What is put in; empty where reading a missing key makes an entry.</param>
/// <param name="IsUpdate">The value is made of the one that was there, as with <c>d[k] += 1</c>.</param>
internal sealed record Storing(Expression Holder, Expression? Key, ImmutableArray<Expression> Values, bool IsUpdate)
{
    /// <summary>What is put in, of tuples what they hold.</summary>
    public IEnumerable<Expression> Parts => Values.SelectMany(static value => value is Tuple tuple ? tuple.Elements : [value]);

    /// <summary>Null for what hands something to a library, which keeps it in its own way.</summary>
    public static Storing? Of(SyntaxNode growing, CodeMap code) => growing switch
    {
        Call { Function: Attribute method } call => OfMethod(method, call.Arguments),
        Call { Function: Name { Id: "heappush" or "insort" or "insort_left" or "insort_right" }, Arguments: [var holder, var value, ..] } => new Storing(holder, null, [value], IsUpdate: false),
        Subscript subscript => OfItem(subscript, code.ParentOf(subscript), code),
        AugAssign augmented => new Storing(augmented.Target, null, [augmented.Value], IsUpdate: true),
        _ => null,
    };

    /// <summary>The collection that a growing statement names, whatever it stores.</summary>
    public static Expression? HolderOf(SyntaxNode growing) => growing switch
    {
        Call { Function: Attribute method } => method.Value,
        Subscript subscript => subscript.Value,
        AugAssign { Target: Subscript item } => item.Value,
        AugAssign augmented => augmented.Target,
        _ => null,
    };

    private static Storing? OfMethod(Attribute method, ImmutableArray<Expression> arguments) => (method.Name, arguments) switch
    {
        ("update", [Dict { Keys: [{ } key], Values: [var value] }]) => new(method.Value, key, [value], IsUpdate: false),
        ("append" or "appendleft" or "extend" or "extendleft" or "update" or "put" or "put_nowait", [var value, ..]) => new(method.Value, null, [value], IsUpdate: false),
        ("add", [var member]) => new(method.Value, member, [member], IsUpdate: false),
        ("insert", [_, var value]) => new(method.Value, null, [value], IsUpdate: false),
        ("setdefault", [var key]) => new(method.Value, key, [], IsUpdate: false),
        ("setdefault", [var key, var value]) => new(method.Value, key, [value], IsUpdate: false),
        ("heappush" or "insort" or "insort_left" or "insort_right", [var holder, var value, ..]) => new(holder, null, [value], IsUpdate: false),
        _ => null,
    };

    private static Storing OfItem(Subscript item, SyntaxNode? parent, CodeMap code) => parent switch
    {
        // Reading a missing key makes an entry, and something is put into that.
        Attribute method when code.ParentOf(method) is Call call && ReferenceEquals(call.Function, method) => new(item.Value, item.Index, OfMethod(method, call.Arguments)?.Values ?? [], IsUpdate: true),
        Assign assign => new(item.Value, item.Index, [assign.Value], IsUpdate: false),
        AnnAssign { Value: { } value } => new(item.Value, item.Index, [value], IsUpdate: false),
        AugAssign augmented => new(item.Value, item.Index, [augmented.Value], IsUpdate: true),
        _ => new(item.Value, item.Index, [], IsUpdate: false),
    };
}
