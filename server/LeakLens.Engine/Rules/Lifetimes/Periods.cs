using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Lifetimes.Resources;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>
/// <c>self.number = self.session.post("connect").json()</c> in one method and <c>self.number = None</c> in another: the second ends what the first begins, and
/// the first may begin it again. What the constructor made is needed then, so that the end of the period is not the end of the object.
/// </summary>
internal sealed class Periods : SyntaxVisitor
{
    private readonly List<Python.Syntax.Attribute> _ended = [];

    private Periods()
    {
    }

    /// <summary>The method that begins again, by means of the resource, what the closer ends; null when there is none.</summary>
    public static FunctionDef? BeginningOf(RuleContext context, ClassDef type, FunctionDef closer, ResourceUse resource)
    {
        if (resource.Place is not Python.Syntax.Attribute field || context.Code.FunctionAround(resource.Call) is not FunctionDef { Name: "__init__" or "__new__" } constructor)
        {
            return null;
        }

        var periods = new Periods();
        periods.VisitAll(closer.Body);
        return periods._ended.Where(ended => ReferenceEquals(context.Code.ClassOfSelf(ended), type)).SelectMany(ended => Beginnings(context, type, ended))
            .FirstOrDefault(method => !ReferenceEquals(method, constructor) && !ReferenceEquals(method, closer) && UsesIt(context, method, field));
    }

    /// <summary>The method, or one that it calls of its object, uses the attribute.</summary>
    public static bool UsesIt(RuleContext context, FunctionDef method, Python.Syntax.Attribute field) =>
        Definitions.WithOwnMethods(context, method).Any(inner => context.Uses.AttributesNamed(field.Name).Any(use => use.Context is ExpressionContext.Load
            && context.Code.IsInside(use, inner) && !VariableUse.IsOfOther(context.Code.ClassOfSelf(use), context.Code.ClassOfSelf(field))));

    public override void VisitAssign(Assign node)
    {
        if (node.Value is Constant { LiteralKind: ConstantKind.None })
        {
            _ended.AddRange(node.Targets.OfType<Python.Syntax.Attribute>());
        }
    }

    public override void VisitFunctionDef(FunctionDef node)
    {
    }

    private static IEnumerable<FunctionDef> Beginnings(RuleContext context, ClassDef type, Python.Syntax.Attribute ended) => context.Uses.AttributesNamed(ended.Name)
        .Where(use => use.Context is ExpressionContext.Store && ReferenceEquals(context.Code.ClassOfSelf(use), type) && context.Code.ParentOf(use) is Assign { Value: not Constant })
        .Select(context.Code.FunctionAround).OfType<FunctionDef>();
}
