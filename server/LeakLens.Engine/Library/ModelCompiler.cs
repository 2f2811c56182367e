using System.Collections.Immutable;
using LeakLens.Engine.Heap;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Library;

/// <summary>Compiles the line of a model. Effects and result are Python, read by the parser that reads programs.</summary>
internal sealed class ModelCompiler
{
    private const string Arrow = "->";

    private static readonly ModelNode Unknown = new(ModelNodeKind.Constant, [], Constant: Value.Unknown);

    private readonly List<string> _variables = ["self"];
    private string? _error;

    private ModelCompiler()
    {
    }

    public static ModelBody Compile(string text) => new ModelCompiler().CompileLine(text);

    private ModelBody CompileLine(string text)
    {
        var arrow = text.LastIndexOf(Arrow, StringComparison.Ordinal);
        var head = arrow < 0 ? text : text[..arrow];
        var colon = head.IndexOf(':', StringComparison.Ordinal);
        var positional = CompileParameters(colon < 0 ? head : head[..colon], out var rest);
        var parameters = _variables.Skip(1).ToImmutableArray();
        var effects = colon < 0 ? [] : CompileStatements(head[(colon + 1)..]);
        var results = CompileStatements(arrow < 0 ? "None" : text[(arrow + Arrow.Length)..]);
        if (results.Length != 1)
        {
            _error ??= "a model has one result";
            results = [Unknown];
        }

        return new ModelBody(parameters, positional, rest, _variables.Count, effects, results[0], _error);
    }

    private int CompileParameters(string text, out int rest)
    {
        rest = -1;
        var positional = -1;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.StartsWith('*'))
            {
                positional = positional < 0 ? _variables.Count - 1 : positional;
                rest = part.Length > 1 && rest < 0 ? _variables.Count : rest;
            }

            if (part.Length > 1 || !part.StartsWith('*'))
            {
                _variables.Add(part.TrimStart('*'));
            }
        }

        return positional < 0 ? _variables.Count - 1 : positional;
    }

    private ImmutableArray<ModelNode> CompileStatements(string text)
    {
        var tree = SyntaxTree.Parse(SourceText.From(text.Trim()));
        _error ??= tree.Errors.IsEmpty ? null : tree.Errors[0].Message + " in " + text;
        return [.. tree.Root.Body.Select(CompileStatement)];
    }

    private ModelNode CompileStatement(Statement statement)
    {
        switch (statement)
        {
            case Expr expression:
                return CompileExpression(expression.Value);
            case Assign { Targets: [Name target] } assign:
                var value = CompileExpression(assign.Value);
                return new ModelNode(ModelNodeKind.Let, [value], VariableFor(target.Id));
            case Assign { Targets: [Attribute target] } assign:
                return new ModelNode(ModelNodeKind.SetAttribute, [CompileExpression(target.Value), CompileExpression(assign.Value)], Name: target.Name);
            default:
                return Fail("an effect is no statement such as " + statement.Kind);
        }
    }

    private ModelNode CompileExpression(Expression expression)
    {
        switch (expression)
        {
            case Constant { Value: string text }:
                return new ModelNode(ModelNodeKind.Constant, [], Name: text, Constant: Value.OfText(text));
            case Constant constant:
                return new ModelNode(ModelNodeKind.Constant, [], Constant: Evaluation.ConstantFolder.OfConstant(constant));
            case Name name:
                return CompileName(name.Id);
            case Attribute attribute:
                return new ModelNode(ModelNodeKind.Attribute, [CompileExpression(attribute.Value)], Name: attribute.Name);
            case BinOp operation:
                return new ModelNode(ModelNodeKind.Arithmetic, [CompileExpression(operation.Left), CompileExpression(operation.Right)], (int)operation.Operator);
            case UnaryOp { Operator: UnaryOperator.USub } negated:
                return new ModelNode(ModelNodeKind.Arithmetic, [new ModelNode(ModelNodeKind.Constant, [], Constant: Value.OfInt(0)), CompileExpression(negated.Operand)], (int)BinaryOperator.Sub);
            case Compare { Operators: [var comparison], Comparators: [var right] } compare:
                return new ModelNode(ModelNodeKind.Comparison, [CompileExpression(compare.Left), CompileExpression(right)], (int)comparison);
            case IfExp choice:
                return new ModelNode(ModelNodeKind.Choice, [CompileExpression(choice.Test), CompileExpression(choice.Body), CompileExpression(choice.OrElse)]);
            case Call { Function: Name word } call when Vocabulary.TryFind(word.Id, call.Arguments.Length, out var found):
                return new ModelNode(ModelNodeKind.Call, [.. call.Arguments.Select(CompileExpression)], (int)found);
            default:
                return Fail(expression is Call { Function: Name unknown } wrong ? Vocabulary.Describe(unknown.Id, wrong.Arguments.Length) : "a model has no words for this: " + expression.Kind);
        }
    }

    private ModelNode CompileName(string name)
    {
        var index = _variables.IndexOf(name);
        if (index >= 0)
        {
            return new ModelNode(ModelNodeKind.Variable, [], index);
        }

        return name switch
        {
            "unknown" => Unknown,
            "some" => new ModelNode(ModelNodeKind.Constant, [], Constant: Value.OfInt(Quantities.Quantity.SomeLength)),
            "absent" => new ModelNode(ModelNodeKind.Constant, []),
            _ => Fail($"there is no parameter '{name}'"),
        };
    }

    private int VariableFor(string name)
    {
        var index = _variables.IndexOf(name);
        if (index < 0)
        {
            index = _variables.Count;
            _variables.Add(name);
        }

        return index;
    }

    private ModelNode Fail(string error)
    {
        _error ??= error;
        return Unknown;
    }
}
