using System.Collections.Frozen;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Growths;

/// <summary>A collection that objects enter themselves in refers to them weakly: <c>WeakSet()</c>, <c>WeakValueDictionary()</c>. Whoever nobody else keeps goes.</summary>
internal sealed class WeakRegistry : GrowthFix
{
    private const string WeakDict = "WeakValueDictionary";

    private static readonly FrozenSet<string> DictMethods = new[] { "get", "pop", "popitem", "items", "keys", "values", "clear", "copy", "setdefault", "update" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> SetMethods = new[] { "add", "discard", "remove", "clear", "copy", "append" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Readers = new[] { "len", "list", "tuple", "set", "sorted", "sum", "any", "all", "iter", "enumerate", "bool" }.ToFrozenSet(StringComparer.Ordinal);

    public override string Kind => "weak-registry";

    protected override IEnumerable<Fix> Propose(FixContext context, GrowthCase growth)
    {
        if (growth.Storing is not { IsUpdate: false, Values: [Name entered] } storing || Place.Of(growth) is not { Annotation: null } place || !IsOwnObject(growth, entered) || KindOf(place.Value) is not { } kind || kind is WeakDict != (storing.Key is not null && growth.Fact.Node is Subscript)
            || !place.Uses(context.Rules).All(use => ReferenceEquals(use, place.Target) || IsFine(context, use, kind)))
        {
            yield break;
        }

        var writer = context.Write();
        writer.Replace(place.Value, writer.Import("weakref", kind, place.Value) + "()");
        if (growth.Fact.Node is Call { Function: Attribute { Name: "append" } append })
        {
            writer.Replace(append, context.TextOf(append.Value) + ".add");
        }

        foreach (var fix in writer.Done($"Let {new GrowthText(growth).Name()} refer to its objects weakly ({kind})", Applicability.Unsafe, "an object goes when nobody else keeps it"))
        {
            yield return fix;
        }
    }

    private static string? KindOf(Expression made) => made switch
    {
        Dict { Values: [] } or Call { Function: Name { Id: "dict" }, Arguments: [], Keywords: [] } => WeakDict,
        List { Elements: [] } or Call { Function: Name { Id: "list" or "set" }, Arguments: [], Keywords: [] } => "WeakSet",
        _ => null,
    };

    /// <summary>A method enters its own object, which can be referred to weakly: its class has no <c>__slots__</c>.</summary>
    private static bool IsOwnObject(GrowthCase growth, Name entered) =>
        growth.Function is FunctionDef { Parameters.Positional: [var self, ..] } method && string.Equals(self.Name, entered.Id, StringComparison.Ordinal)
        && growth.Context.Code.ClassOf(method) is { } type && !method.Decorators.Any(static decorator => decorator is Name { Id: "classmethod" or "staticmethod" })
        && !type.Body.Any(static statement => statement is Assign { Targets: [Name { Id: "__slots__" }] });

    /// <summary>A set has no places and no order; neither kind is a list or dict to whoever is given it.</summary>
    private static bool IsFine(FixContext context, Expression use, string kind) => context.Code.ParentOf(use) switch
    {
        Attribute method => context.Code.ParentOf(method) is Call call && ReferenceEquals(call.Function, method) && (kind is WeakDict ? DictMethods : SetMethods).Contains(method.Name)
            && (method.Name is not "append" || call.Span == context.Finding.Span),
        Subscript item => kind is WeakDict && ReferenceEquals(item.Value, use),
        Call { Function: Name { Id: var reader } } => Readers.Contains(reader),
        For or Comprehension or Compare or If or While or UnaryOp or BoolOp or IfExp or Starred or Expr => true,
        _ => false,
    };
}
