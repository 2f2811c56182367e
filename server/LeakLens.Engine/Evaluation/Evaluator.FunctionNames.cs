using System.Text;
using LeakLens.Engine.Heap;
using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>What functions and methods say of themselves: <c>__name__</c>, <c>__qualname__</c>, <c>__doc__</c>, <c>__module__</c> (Python reference, 3.2, user-defined functions).</summary>
internal sealed partial class Evaluator
{
    private const string ModuleOfPrograms = "__main__";

    /// <summary>What the function has by its definition, or through the decorator that said what it wraps; unknown when it has no such attribute.</summary>
    private Value DescribeFunction(HeapObject function, string name, SyntaxNode node)
    {
        if (IsExact && function.Payload is FunctionValue described && DescribeExactly(function, described, name, node) is { } known)
        {
            return known;
        }

        if (function.Payload is not FunctionValue definition || name is not ("__name__" or "__qualname__" or "__doc__" or "__module__"))
        {
            return Value.Unknown;
        }

        var wrapped = function.Get(SlotKey.Attribute("__wrapped__"));
        return !wrapped.IsAbsent ? GetAttribute(wrapped, name, node)
            : name switch
            {
                "__name__" => Value.OfText(definition.Name),
                "__qualname__" => Value.OfText(QualifiedNameOf(definition)),
                "__doc__" => DocumentationOf(definition),
                _ when IsExact => Value.OfText(ModuleOfPrograms),
                _ => Value.Unknown,
            };
    }

    /// <summary>Defaults and what the code object tells; null for other names.</summary>
    private Value? DescribeExactly(HeapObject function, FunctionValue definition, string name, SyntaxNode node)
    {
        var parameters = definition.Parameters;
        var positional = parameters.PositionalOnly.AddRange(parameters.Positional);
        switch (name)
        {
            case "__defaults__":
                var defaults = positional.Skip(positional.Length - parameters.Defaults.Length).Select(parameter => DefaultOf(parameter.Name)).ToList();
                return defaults.Count == 0 ? Value.None : Value.Of(NewTuple(defaults, node));
            case "__kwdefaults__":
                var named = parameters.KeywordOnly.Where(parameter => !DefaultOf(parameter.Name).IsAbsent).ToList();
                var dict = _heap.Allocate(ObjectKind.Dict, node, _frame.Context);
                named.ForEach(parameter => SetKey(dict, Value.OfText(parameter.Name), DefaultOf(parameter.Name), node, isLiteral: true));
                return named.Count == 0 ? Value.None : Value.Of(dict);
            case "__code__":
                var first = positional.AddRange(parameters.KeywordOnly).Select(static parameter => parameter.Name).Concat(parameters.VarArgs is { } rest ? [rest.Name] : []).Concat(parameters.KeywordArgs is { } others ? [others.Name] : []).ToList();
                return Value.Of(NewNative(
                    CodeType,
                    node,
                    ("co_name", Value.OfText(definition.Name)),
                    ("co_qualname", Value.OfText(QualifiedNameOf(definition))),
                    ("co_argcount", Value.OfInt(positional.Length)),
                    ("co_posonlyargcount", Value.OfInt(parameters.PositionalOnly.Length)),
                    ("co_kwonlyargcount", Value.OfInt(parameters.KeywordOnly.Length)),
                    ("co_varnames", definition.Scope.Symbols.Any(symbol => symbol.Use == SymbolUse.Local && !symbol.IsParameter) ? Value.Unknown : Value.Of(NewTuple([.. first.Select(Value.OfText)], node)))));
            case "__dict__":
                throw new NotDeterminedException();
            default:
                return name.StartsWith("__", StringComparison.Ordinal) || DecorationOf(function) is not null ? null : RaiseText("AttributeError", $"'function' object has no attribute '{name}'", node);
        }

        Value DefaultOf(string parameter) => function.Get(SlotKey.Attribute(DefaultSlotOf(parameter)));
    }

    private static readonly NativeType CodeType = new("code", 0);

    /// <summary>The documentation of a function is its first statement, when that is nothing but a text.</summary>
    private static Value DocumentationOf(FunctionValue function) =>
        function.Body is [Expr { Value: Constant { LiteralKind: ConstantKind.String } text }, ..] ? ConstantFolder.OfConstant(text) : Value.None;

    /// <summary><c>outer.&lt;locals&gt;.Class.method</c> (PEP 3155).</summary>
    private static string QualifiedNameOf(FunctionValue function) => QualifiedNameOf(function.Name, function.Scope);

    private static string QualifiedNameOf(string name, Scope scope)
    {
        var path = new StringBuilder(name);
        for (var around = scope.Parent; around is { Kind: not ScopeKind.Module }; around = around.Parent)
        {
            path.Insert(0, around.Node switch
            {
                ClassDef type => type.Name + ".",
                FunctionDef outer => outer.Name + ".<locals>.",
                Lambda => "<lambda>.<locals>.",
                _ => string.Empty,
            });
        }

        return path.ToString();
    }

    /// <summary><c>method.__func__</c>, and what it says of its function; null for everything else.</summary>
    private Value? DescribeMethod(HeapObject method, string name, SyntaxNode node) => method.Payload is not BoundMethodValue { Function: { } function }
        ? null
        : name switch
        {
            "__func__" => Value.Of(function),
            "__name__" or "__qualname__" or "__doc__" or "__module__" => GetAttributeOfFunction(function, name, node),
            _ => null,
        };
}
