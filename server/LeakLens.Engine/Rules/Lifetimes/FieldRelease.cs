using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Engine.Rules.Lifetimes.Resources;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>A resource that an object keeps in an attribute, and what its class does about it.</summary>
internal sealed class FieldRelease
{
    private FieldRelease(ClassDef type, FunctionDef? closer)
    {
        Type = type;
        Closer = closer;
    }

    public ClassDef Type { get; }

    /// <summary>The method by which the object is meant to be let go of; null when the class has none.</summary>
    public FunctionDef? Closer { get; }

    /// <summary>Null when something lets go of it, or may.</summary>
    public static FieldRelease? Missing(RuleContext context, ResourceUse resource)
    {
        if (resource.Place is not Python.Syntax.Attribute field || context.Code.ClassOfSelf(field) is not { } type)
        {
            return null;
        }

        var use = VariableUse.Of(context, field, resource.Resource);
        if (use.Escapes || use.Releases.Count > 0 || IsRebound(context, field, resource) || IsReachedByName(context, type))
        {
            return null;
        }

        var closer = CloserOf(type);
        if (closer is not null && HasForeignBase(context, type) && CallsBase(context, closer))
        {
            return null;
        }

        return closer is null && HasForeignBase(context, type) ? null : new FieldRelease(type, closer);
    }

    public static FunctionDef? CloserOf(ClassDef type) =>
        type.Body.OfType<FunctionDef>().FirstOrDefault(static method => LifetimeData.Instance.Set("closingMethods").Contains(method.Name) && HasWork(method) && IsOfWhole(method) && !IsCommand(method));

    /// <summary>A base that stands elsewhere may close it.</summary>
    public static bool HasForeignBase(RuleContext context, ClassDef type) =>
        type.Bases.Any(parent => !(context.Names.TryResolve(parent, out var name) && name.Text is "builtins.object"))
        || type.Keywords.Any(static keyword => keyword.Name is "metaclass");

    /// <summary>To bind something else, such as None, drops what was there; a thread or descriptor does not mind.</summary>
    private static bool IsRebound(RuleContext context, Python.Syntax.Attribute field, ResourceUse resource) =>
        context.Uses.AttributesNamed(field.Name).Any(use => use.Context is not ExpressionContext.Load && !ReferenceEquals(use, field) && !VariableUse.IsOfOther(context.Code.ClassOfSelf(use), context.Code.ClassOfSelf(field))
            && !(resource.Resource.StaysWhenDropped && context.Code.ParentOf(use) is Assign { Value: Call })
            && context.Code.FunctionAround(use) is FunctionDef { Name: not ("__init__" or "__new__") } function && !ReferenceEquals(function, context.Code.FunctionAround(resource.Call)));

    /// <summary>Code that takes attributes by names that are computed.</summary>
    private static bool IsReachedByName(RuleContext context, ClassDef type) =>
        context.Code.Calls.Any(call => call.Function is Name { Id: "getattr" or "vars" or "setattr" or "delattr" } && context.Code.IsInside(call, type))
        || context.Uses.AttributesNamed("__dict__").Any(use => context.Code.IsInside(use, type));

    /// <summary>What is told which one to let go of closes a part, not the object.</summary>
    private static bool IsOfWhole(FunctionDef method) =>
        method.Name is "__exit__" or "__aexit__" || method.Parameters.Positional.Length + method.Parameters.PositionalOnly.Length - method.Parameters.Defaults.Length <= 1;

    /// <summary><c>super().close()</c>, <c>Base.close(self)</c>: what the base closes is not seen.</summary>
    private static bool CallsBase(RuleContext context, FunctionDef closer) => context.Code.Calls.Any(call =>
        call.Function is Python.Syntax.Attribute { Name: var name, Value: Call { Function: Name { Id: "super" } } or Name } method && string.Equals(name, closer.Name, StringComparison.Ordinal)
        && context.Code.ClassOfSelf(method) is null && context.Code.IsInside(call, closer));

    /// <summary><c>return self.post("stop")</c>: it tells somebody else to stop, and hands on what that answers.</summary>
    private static bool IsCommand(FunctionDef method) =>
        method.Body.Where(static statement => statement is not Expr { Value: Constant }).ToArray() is [Return { Value: Call { Function: Python.Syntax.Attribute { Value: Name sender }, Arguments: [Constant { LiteralKind: ConstantKind.String }, ..] } }]
        && method.Parameters.Positional is [var self, ..] && string.Equals(self.Name, sender.Id, StringComparison.Ordinal);

    /// <summary>A method that only raises is there for others to write.</summary>
    private static bool HasWork(FunctionDef method) =>
        method.Body.Any(static statement => statement is not (Raise or Expr { Value: Constant }));
}
