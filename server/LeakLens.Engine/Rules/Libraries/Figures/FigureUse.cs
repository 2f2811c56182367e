using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Libraries.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries.Figures;

/// <summary>What the code that makes a figure does with it: the names that refer to it, and whether somebody else gets hold of it.</summary>
internal sealed class FigureUse
{
    private readonly RuleContext _context;
    private readonly FigureCalls _calls;

    private FigureUse(RuleContext context, FigureCalls calls, Call call)
    {
        _context = context;
        _calls = calls;
        Call = call;
        Function = context.Code.FunctionAround(call);
        Loop = Repetitions.LoopAround(context, call);
    }

    /// <summary>What makes the figure.</summary>
    public Call Call { get; }

    /// <summary>The function whose code that is; null for the module's.</summary>
    public SyntaxNode? Function { get; }

    /// <summary>The loop that makes one figure after the other; null for none.</summary>
    public Statement? Loop { get; }

    /// <summary>The name of the figure itself; null when it has none.</summary>
    public Name? Figure { get; private set; }

    /// <summary>It is returned, kept, or given to code that is not seen: somebody else may close it.</summary>
    public bool Escapes { get; private set; }

    /// <summary>The function gives it to its caller.</summary>
    public bool IsReturned { get; private set; }

    public static FigureUse Of(RuleContext context, FigureCalls calls, Call call, FigureMaker maker)
    {
        var use = new FigureUse(context, calls, call);
        use.Follow(call, maker.Item, isFigure: true);
        return use;
    }

    private void Follow(SyntaxNode node, int? item, bool isFigure)
    {
        switch (_context.Code.ParentOf(node))
        {
            case Expr:
                break;
            case Assign { Targets: [var target] }:
                Bind(target, item, isFigure);
                break;
            case Subscript { Index: Constant { Value: long index } } part when item is not null:
                Follow(part, null, isFigure && index == item);
                break;
            case Python.Syntax.Attribute member when _context.Code.ParentOf(member) is Call made && ReferenceEquals(made.Function, member):
                Follow(made, null, isFigure: false);
                break;
            case Python.Syntax.Attribute member:
                Follow(member, null, isFigure: false);
                break;
            case Return:
                IsReturned = Escapes = true;
                break;
            case Call taker when !ReferenceEquals(taker.Function, node) && _calls.IsBorrowing(taker):
            case Keyword keyword when _context.Code.ParentOf(keyword) is Call borrower && _calls.IsBorrowing(borrower):
                break;
            default:
                Escapes = true;
                break;
        }
    }

    private void Bind(Expression target, int? item, bool isFigure)
    {
        switch (target)
        {
            case Name name:
                Figure = isFigure && item is null ? name : Figure;
                Look(name, isTuple: item is not null);
                break;
            case Python.Syntax.Tuple parts when item is { } place:
                for (var i = 0; i < parts.Elements.Length; i++)
                {
                    if (parts.Elements[i] is Name part)
                    {
                        Figure = isFigure && i == place ? part : Figure;
                        Look(part, isTuple: false);
                    }
                    else
                    {
                        Escapes |= parts.Elements[i] is Python.Syntax.Attribute or Subscript;
                    }
                }

                break;
            default:
                Escapes = true;
                break;
        }
    }

    private void Look(Name target, bool isTuple)
    {
        if (_context.Uses.OwnerOf(target) is not { } owner || (Function is not null && _context.Uses.IsOfModule(owner)))
        {
            Escapes = true;
            return;
        }

        foreach (var use in _context.Uses.UsesOf(owner))
        {
            if (use.Context is ExpressionContext.Load)
            {
                Escapes |= !ReferenceEquals(_context.Code.FunctionAround(use), Function) || IsHandedOver(use, isTuple);
            }
        }
    }

    /// <summary>What is made of it by a call is another thing; what it is put into may hand it on.</summary>
    private bool IsHandedOver(Expression use, bool isTuple)
    {
        for (SyntaxNode node = use; ;)
        {
            var parent = _context.Code.ParentOf(node);
            switch (parent)
            {
                case Call call when ReferenceEquals(call.Function, node):
                    return false;
                case Call call:
                    return !_calls.IsBorrowing(call) && !_calls.IsClosing(call) && !_calls.IsSaving(call) && !IsSeen(call) && node is not Python.Syntax.Attribute;
                case Return:
                    IsReturned = true;
                    return true;
                case Assign { Targets: [Name or Python.Syntax.Tuple] }:
                    return node is Name && !isTuple;
                case Assign:
                    return true;
                case Yield or YieldFrom or Lambda:
                    return true;
                case Python.Syntax.Attribute or Subscript or Keyword or Starred or Python.Syntax.Tuple or List or Dict or Set or IfExp or BoolOp:
                    node = parent;
                    break;
                default:
                    return false;
            }
        }
    }

    /// <summary>A function of the text, which was looked into.</summary>
    private bool IsSeen(Call call) => Definitions.FunctionOf(_context, call.Function) is { } function && !_context.Code.IsGenerator(function);
}
