using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary>Which definition of the text an expression stands for, and how often its code can run. What is not certain has no answer.</summary>
internal static class Definitions
{
    private const int DeepestCalls = 5;

    private const int LargestFamily = 16;

    /// <summary>The function that a name, or <c>self.method</c> in a method of its class, stands for.</summary>
    public static FunctionDef? FunctionOf(RuleContext context, Expression expression) => expression switch
    {
        Name name when context.Uses.OwnerOf(name) is { } owner => context.Uses.IsOfModule(owner) ? FunctionOfModule(context, name, owner) : FunctionOf(context, name, owner),
        Python.Syntax.Attribute attribute when context.Code.ClassOfSelf(attribute) is { } type => MethodOf(context, type, attribute.Name),
        _ => null,
    };

    private static FunctionDef? FunctionOfModule(RuleContext context, Name name, Symbol owner)
    {
        if (!context.FunctionsOfModule.TryGetValue(owner, out var function))
        {
            context.FunctionsOfModule[owner] = function = FunctionOf(context, name, owner);
        }

        return function;
    }

    private static FunctionDef? FunctionOf(RuleContext context, Name name, Symbol owner) =>
        Single(context.Code.FunctionsNamed(name.Id).Where(function => IsVisible(context, function, name, owner))) is { } found && context.Uses.UsesOf(owner).All(static use => use.Context is ExpressionContext.Load) ? found : null;

    /// <summary>The class that a name stands for.</summary>
    public static ClassDef? ClassOf(RuleContext context, Expression expression) =>
        expression is Name name && context.Uses.OwnerOf(name) is not null ? Single(context.Code.ClassesNamed(name.Id)) : null;

    /// <summary>The calls in which the text makes an object of the class.</summary>
    public static IEnumerable<Call> MakingsOf(RuleContext context, ClassDef type) =>
        context.Code.CallsNamed(type.Name).Where(call => ReferenceEquals(ClassOf(context, call.Function), type));

    public static FunctionDef? MethodOf(RuleContext context, ClassDef type, string name) =>
        Single(context.Code.FunctionsNamed(name).Where(method => ReferenceEquals(context.Code.ParentOf(method), type)));

    /// <summary>A method, and those that it calls of its own object.</summary>
    public static IEnumerable<FunctionDef> WithOwnMethods(RuleContext context, FunctionDef method) =>
        context.Code.CallsWithin(method).Where(static call => call.Function is Python.Syntax.Attribute).Select(call => FunctionOf(context, call.Function)).OfType<FunctionDef>().Prepend(method);

    /// <summary>A class and those of the text that it derives from.</summary>
    public static IEnumerable<ClassDef> Family(RuleContext context, ClassDef type)
    {
        var family = new List<ClassDef> { type };
        for (var i = 0; i < family.Count && i < LargestFamily; i++)
        {
            foreach (var parent in family[i].Bases)
            {
                if (ClassOf(context, parent) is { } other && !family.Contains(other))
                {
                    family.Add(other);
                }
            }
        }

        return family;
    }

    /// <summary>What a variable is bound to by the only statement that binds it; null where several do, or another kind of statement.</summary>
    public static Expression? OnlyValue(RuleContext context, Name name)
    {
        // Whoever calls binds a parameter.
        if (context.Uses.OwnerOf(name) is not { IsParameter: false } owner)
        {
            return null;
        }

        if (!context.OnlyValues.TryGetValue(owner, out var value))
        {
            context.OnlyValues[owner] = value = OnlyValue(context, owner);
        }

        return value;
    }

    private static Expression? OnlyValue(RuleContext context, Symbol owner)
    {
        Expression? only = null;
        foreach (var use in context.Uses.UsesOf(owner))
        {
            if (use.Context is ExpressionContext.Load)
            {
                continue;
            }

            if (only is not null || context.Code.ParentOf(use) is not Assign { Targets: [Name] } assign)
            {
                return null;
            }

            only = assign.Value;
        }

        return only;
    }

    /// <summary>The code runs at most once in the life of a process, as far as this text says: module code, and what that calls in one place outside of loops.</summary>
    public static bool RunsOnce(RuleContext context, SyntaxNode place) => RunsOnce(context, place, DeepestCalls);

    private static bool RunsOnce(RuleContext context, SyntaxNode place, int depth)
    {
        if (depth == 0 || context.Code.LoopsAround(place).Any() || context.Code.Around(place).Any(static around => around is Comprehension))
        {
            return false;
        }

        return context.Code.FunctionAround(place) switch
        {
            null => true,
            FunctionDef function => UseOf(context, function) is { } use
                ? context.Code.ParentOf(use) is Call { Function: var called } call && ReferenceEquals(called, use) && RunsOnce(context, call, depth - 1)
                : IsEntryOfProgram(context, function),
            _ => false,
        };
    }

    /// <summary>A function of the module that nobody calls here, and that reads the command line or is given what was read: an installed program begins with it.</summary>
    private static bool IsEntryOfProgram(RuleContext context, FunctionDef function) =>
        context.Code.FunctionAround(function) is null && context.Code.ClassOf(function) is null
        && context.Tree.GetScopes(context.Cancellation).Module.Find(function.Name) is { } symbol && context.Uses.UsesOf(symbol).Count == 0
        && ((context.Rules.TrustsPaths && Origins.All(function.Parameters).Any(parameter => parameter.Annotation is { } kind && context.Names.Resolve(kind)?.Text is "argparse.Namespace" or "optparse.Values"))
            || context.Uses.AttributesNamed("argv").Any(read => context.Code.IsInside(read, function) && context.Names.Resolve(read)?.Text is "sys.argv"));

    /// <summary>The function around a place, or the module, calls one of these before it.</summary>
    public static bool CallsBefore(RuleContext context, SyntaxNode place, IReadOnlySet<string> names) => Calls(context, place, names, place.Start);

    /// <summary>The function around a place, or the module, calls one of these.</summary>
    public static bool Calls(RuleContext context, SyntaxNode place, IReadOnlySet<string> names, int before = int.MaxValue)
    {
        var function = context.Code.FunctionAround(place);
        return context.Code.Calls.Any(call => call.Start < before && context.Names.TryResolve(call.Function, out var name) && names.Contains(name.Text) && ReferenceEquals(context.Code.FunctionAround(call), function));
    }

    /// <summary>The one place that names a function; of a constructor, that which names its class.</summary>
    private static Expression? UseOf(RuleContext context, FunctionDef function)
    {
        if (context.Code.ClassOf(function) is { } type)
        {
            return function.Name is "__init__" or "__new__" ? UseOf(context, type.Name, type) : Single(context.Uses.AttributesNamed(function.Name));
        }

        return UseOf(context, function.Name, function);
    }

    private static Name? UseOf(RuleContext context, string name, Statement definition) =>
        context.Code.FunctionAround(definition) is null && context.Tree.GetScopes(context.Cancellation).Module.Find(name) is { } symbol ? Single(context.Uses.UsesOf(symbol)) : null;

    private static bool IsVisible(RuleContext context, FunctionDef function, Name name, Symbol owner) =>
        !owner.IsParameter && context.Code.ClassOf(function) is null
        && (context.Code.FunctionAround(function) is { } outer ? context.Code.IsInside(name, outer) && !context.Uses.IsOfModule(owner) : context.Uses.IsOfModule(owner));

    private static T? Single<T>(IEnumerable<T> all)
        where T : class
    {
        T? single = null;
        foreach (var one in all)
        {
            if (single is not null)
            {
                return null;
            }

            single = one;
        }

        return single;
    }
}
