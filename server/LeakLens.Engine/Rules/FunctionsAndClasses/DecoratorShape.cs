using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.FunctionsAndClasses;

/// <summary>
/// Recognises decorators by what they do, whatever they are called: a function that takes a function and gives back one of its own that
/// calls it, or a class whose instances do. Those that stand behind an <c>@</c> of the file need not call what they take.
/// </summary>
internal static class DecoratorShape
{
    /// <summary>The decorator whose wrapper grows a container that the wrapper did not make; null when the growth is no wrapper's.</summary>
    public static Statement? DecoratorOf(GrowthCase growth)
    {
        if (growth.Function is not { } grower)
        {
            return null;
        }

        var code = growth.Context.Code;
        if (code.ClassOf(grower) is { } type)
        {
            return ReferenceEquals(growth.Fact.Holder, type) && IsClassDecorator(type, code) ? type : null;
        }

        SyntaxNode? wrapper = null;
        foreach (var around in code.FunctionsAround(growth.Fact.Node))
        {
            if (wrapper is not null && around is FunctionDef decorator && Wraps(decorator, wrapper, code))
            {
                return code.IsInside(growth.Fact.Container, wrapper) ? null : FactoryOf(decorator, code) ?? decorator;
            }

            wrapper = around;
        }

        return null;
    }

    /// <summary>The function around a decorator that gives it back, or the class whose instances are decorators: the name behind the <c>@</c>.</summary>
    private static Statement? FactoryOf(FunctionDef decorator, CodeMap code) =>
        decorator.Name is "__call__" ? code.ClassOf(decorator)
        : code.FunctionAround(decorator) is FunctionDef factory && GivesBack(factory, decorator, code) ? factory
        : null;

    private static bool Wraps(FunctionDef decorator, SyntaxNode wrapper, CodeMap code) =>
        GivesBack(decorator, wrapper, code) && (CallsParameterOf(decorator, wrapper, code) || IsApplied(decorator.Name, code));

    private static bool GivesBack(FunctionDef decorator, SyntaxNode wrapper, CodeMap code)
    {
        foreach (var result in code.Returns)
        {
            if (result.Value is { } value && ReferenceEquals(code.FunctionAround(result), decorator) && IsOrWraps(value, wrapper))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>return wrapper</c>, and <c>return wraps(function)(wrapper)</c>.</summary>
    private static bool IsOrWraps(Expression value, SyntaxNode wrapper) => value switch
    {
        Name name => wrapper is FunctionDef inner && inner.Name.Equals(name.Id, StringComparison.Ordinal),
        Call call => call.Arguments.Any(argument => IsOrWraps(argument, wrapper)),
        _ => ReferenceEquals(value, wrapper),
    };

    private static bool CallsParameterOf(FunctionDef decorator, SyntaxNode wrapper, CodeMap code)
    {
        foreach (var call in code.Calls)
        {
            if (call.Function is Name name && call.Start >= wrapper.Start && call.End <= wrapper.End && HasParameter(decorator, name.Id))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsClassDecorator(ClassDef type, CodeMap code)
    {
        if (MethodOf(type, "__call__") is not { } invoked)
        {
            return false;
        }

        return IsApplied(type.Name, code) || (MethodOf(type, "__init__") is { } made && CallsWhatItKeeps(made, invoked, code));
    }

    /// <summary><c>__init__</c> keeps an argument on the instance, and <c>__call__</c> calls it.</summary>
    private static bool CallsWhatItKeeps(FunctionDef made, FunctionDef invoked, CodeMap code)
    {
        foreach (var statement in made.Body)
        {
            if (statement is Assign { Targets: [Attribute { Value: Name } kept], Value: Name argument } && HasParameter(made, argument.Id)
                && code.Calls.Any(call => call.Function is Attribute { Value: Name } called && called.Name.Equals(kept.Name, StringComparison.Ordinal) && code.IsInside(call, invoked)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Something of the file is decorated with a name, or with what a call of it gives.</summary>
    private static bool IsApplied(string name, CodeMap code)
    {
        static bool Names(Expression decorator, string name) => (decorator is Call made ? made.Function : decorator) is Name applied && applied.Id.Equals(name, StringComparison.Ordinal);
        return code.Functions.Any(function => function.Decorators.Any(decorator => Names(decorator, name)))
            || code.Classes.Any(type => type.Decorators.Any(decorator => Names(decorator, name)));
    }

    private static FunctionDef? MethodOf(ClassDef type, string name) => type.Body.OfType<FunctionDef>().FirstOrDefault(method => method.Name.Equals(name, StringComparison.Ordinal));

    private static bool HasParameter(FunctionDef function, string name) =>
        function.Parameters.PositionalOnly.Any(parameter => parameter.Name.Equals(name, StringComparison.Ordinal)) || function.Parameters.Positional.Any(parameter => parameter.Name.Equals(name, StringComparison.Ordinal));
}
