using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Tables in the program text with thousands of items: the first are told one by one, the others are only counted.</summary>
internal sealed partial class Evaluator
{
    private const int MostKnownItems = 4096;

    /// <summary>The displays that a large display holds beyond those it tells one by one; one object stands for all of one kind.</summary>
    private readonly Dictionary<(HeapObject Container, ObjectKind Kind), HeapObject> _crowds = [];

    private void HoldOneMore(HeapObject container, Expression? element)
    {
        _budget.Step();
        var (kind, length) = element switch
        {
            List list => (ObjectKind.List, list.Elements.Length),
            Dict dict => (ObjectKind.Dict, dict.Values.Length),
            Set set => (ObjectKind.Set, set.Elements.Length),
            Python.Syntax.Tuple tuple when !ConstantFolder.IsConstantTuple(tuple) => (ObjectKind.Tuple, tuple.Elements.Length),
            _ => (ObjectKind.Frame, 0),
        };
        if (kind != ObjectKind.Frame && element is not null)
        {
            AddToCrowd(container, kind, length, element);
        }
        else if (element is not null and not Python.Syntax.Tuple)
        {
            Hold(container, Evaluate(element), Quantity.One);
        }
    }

    private void AddToCrowd(HeapObject container, ObjectKind kind, int length, SyntaxNode node)
    {
        if (!_crowds.TryGetValue((container, kind), out var crowd))
        {
            crowd = _heap.Allocate(kind, node, _frame.Context, summary: true);
            _crowds.Add((container, kind), crowd);
        }

        _unfinished ??= node;
        _heap.AddMeta(crowd, Meta.Count, Quantity.One);
        _heap.AddMeta(crowd, Meta.Length, length);
        AddReference(container, crowd, Quantity.One);
    }
}
