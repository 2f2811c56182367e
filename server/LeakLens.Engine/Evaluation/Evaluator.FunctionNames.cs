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

    /// <summary>The documentation of a function is its first statement, when that is nothing but a text.</summary>
    private static Value DocumentationOf(FunctionValue function) =>
        function.Body is [Expr { Value: Constant { LiteralKind: ConstantKind.String } text }, ..] ? ConstantFolder.OfConstant(text) : Value.None;

    /// <summary><c>outer.&lt;locals&gt;.Class.method</c> (PEP 3155).</summary>
    private static string QualifiedNameOf(FunctionValue function)
    {
        var path = new StringBuilder(function.Name);
        for (var around = function.Scope.Parent; around is { Kind: not ScopeKind.Module }; around = around.Parent)
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
