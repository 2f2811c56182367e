using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Growths.Tables;

/// <summary>Looks for what functions put into tables of objects and of the module, and what they take out, by keys.</summary>
internal sealed class TableEntryFinder(RuleContext context) : SyntaxVisitor
{
    private FunctionDef? _function;

    public List<TableEntry> Filled { get; } = [];

    public List<TableEntry> Released { get; } = [];

    public override void VisitFunctionDef(FunctionDef node)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        (var outer, _function) = (_function, node);
        base.VisitFunctionDef(node);
        _function = outer;
    }

    public override void VisitAssign(Assign node)
    {
        foreach (var target in node.Targets)
        {
            AddItem(Filled, target, target, isCount: false);
        }

        base.VisitAssign(node);
    }

    public override void VisitAnnAssign(AnnAssign node)
    {
        AddItem(Filled, node.Target, node.Target, isCount: false);
        base.VisitAnnAssign(node);
    }

    public override void VisitAugAssign(AugAssign node)
    {
        AddItem(Filled, node.Target, node.Target, isCount: true);
        base.VisitAugAssign(node);
    }

    public override void VisitDelete(Delete node)
    {
        foreach (var target in node.Targets)
        {
            AddItem(Released, target, node, isCount: false);
        }

        base.VisitDelete(node);
    }

    public override void VisitCall(Call node)
    {
        if (node is { Function: Python.Syntax.Attribute method, Arguments: [var key, ..] })
        {
            switch (method.Name)
            {
                case "add" or "setdefault":
                    Add(Filled, method.Value, key, node, isCount: false);
                    break;
                case "append" or "extend" or "update" or "appendleft" when method.Value is Subscript { Index: not Slice } item:
                    Add(Filled, item.Value, item.Index, item, isCount: false);
                    break;
                case "pop" or "discard" or "remove":
                    Add(Released, method.Value, key, node, isCount: false);
                    break;
                default:
                    break;
            }
        }

        base.VisitCall(node);
    }

    private void AddItem(List<TableEntry> entries, Expression target, SyntaxNode node, bool isCount)
    {
        if (target is Subscript { Index: not Slice } item)
        {
            Add(entries, item.Value, item.Index, node, isCount);
        }
    }

    private void Add(List<TableEntry> entries, Expression table, Expression key, SyntaxNode node, bool isCount)
    {
        if (key is not Constant && _function is { } function && PlaceOf(table) is { } place)
        {
            entries.Add(new TableEntry(node, table, place, key, function, isCount));
        }
    }

    private TablePlace? PlaceOf(Expression table) => table switch
    {
        Python.Syntax.Attribute attribute => context.Code.ClassOfSelf(attribute) is { } type ? new TablePlace(type, attribute.Name, null) : null,
        Name name => context.Uses.OwnerOf(name) is { } owner && context.Uses.IsOfModule(owner) ? new TablePlace(null, name.Id, owner) : null,
        _ => null,
    };
}
