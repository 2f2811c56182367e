using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>What a class says about how many objects of it there are at a time, and how much each holds. Code that nobody trusts is not excused.</summary>
internal static class CountOfObjects
{
    /// <summary>
    /// Nothing says that they weigh anything: no library's class is behind it, and it has nothing to close. And nothing says that there are many: the file makes
    /// none but in a function that hands it out, and it is no value, as what is compared is. Or each is made of a few numbers and texts.
    /// </summary>
    public static bool IsSmall(RuleContext context, ClassDef type) =>
        context.Rules.TrustsPaths && !Definitions.Family(context, type).Any(one => HoldsResource(context, one)) && (IsOfScalars(context, type) || IsService(context, type));

    private static bool IsService(RuleContext context, ClassDef type) =>
        type.Decorators.IsEmpty && !type.Body.OfType<FunctionDef>().Any(static method => IsOfValue(method.Name))
        && !Definitions.MakingsOf(context, type).Any(call => !context.Code.IsInside(call, type) && !IsHandedOut(context, call));

    /// <summary>A class of a library is behind it, of which nothing is known, or it is there to be closed.</summary>
    private static bool HoldsResource(RuleContext context, ClassDef type) =>
        FieldRelease.CloserOf(type) is not null || type.Body.OfType<FunctionDef>().Any(static method => method.Name is "__enter__" or "__aenter__" or "__del__")
        || type.Bases.Any(parent => !IsOfProject(context, parent)) || type.Keywords.Any(keyword => keyword.Name is "metaclass" && context.Names.Resolve(keyword.Value)?.Text is not "abc.ABCMeta");

    /// <summary>A class of this file or of one beside it, or one that holds nothing.</summary>
    private static bool IsOfProject(RuleContext context, Expression parent)
    {
        var named = parent is Subscript generic ? generic.Value : parent;
        return Definitions.ClassOf(context, named) is not null
            || (context.Names.Resolve(named)?.Text is { } name && (name.StartsWith('.') || name is "builtins.object" or "abc.ABC" or "typing.Generic" or "typing.Protocol"));
    }

    /// <summary>What values and containers have; how an object is shown, and what is done when a class is derived, says nothing.</summary>
    private static bool IsOfValue(string method) => method.StartsWith("__", StringComparison.Ordinal) && method.EndsWith("__", StringComparison.Ordinal)
        && method is not ("__init__" or "__repr__" or "__str__" or "__init_subclass__");

    /// <summary><c>def initialize(interpreter): return Module(interpreter)</c>, which nobody calls here.</summary>
    private static bool IsHandedOut(RuleContext context, Call making) =>
        context.Code.FunctionAround(making) is FunctionDef function && IsGivenBack(context.Code.ParentOf(making), function) && context.Code.ClassOf(function) is null && !context.Code.LoopsAround(making).Any()
        && context.Tree.GetScopes(context.Cancellation).Module.Find(function.Name) is { } symbol && context.Uses.UsesOf(symbol).Count == 0;

    private static bool IsGivenBack(SyntaxNode? taker, FunctionDef function) =>
        taker is Return || (taker is Assign { Targets: [Name made] } && function.Body is [.., Return { Value: Name given }] && string.Equals(given.Id, made.Id, StringComparison.Ordinal));

    /// <summary>The constructor is given numbers and texts, and says so, and keeps nothing else.</summary>
    private static bool IsOfScalars(RuleContext context, ClassDef type) =>
        Definitions.MethodOf(context, type, "__init__") is { Parameters: { Positional: [_, _, ..], VarArgs: null, KeywordArgs: null } parameters } constructor
        && Origins.All(parameters).Skip(1).All(parameter => parameter.Annotation is { } kind && IsScalar(context, kind))
        && constructor.Body.All(statement => statement is Expr or If { Body: [Expr or Raise], OrElse.IsEmpty: true } || (statement is Assign { Targets: [Attribute { Value: Name }] } assign && IsScalarValue(context, assign.Value)));

    private static bool IsScalar(RuleContext context, Expression kind) => context.Names.Resolve(kind)?.Text is "builtins.int" or "builtins.str" or "builtins.bool" or "builtins.float";

    private static bool IsScalarValue(RuleContext context, Expression value) => value is Name or Constant || (value is Call call && (IsScalar(context, call.Function) || context.Names.Resolve(call.Function)?.Text is "builtins.hash" or "builtins.len"));
}
