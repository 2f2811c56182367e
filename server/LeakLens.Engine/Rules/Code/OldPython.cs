using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Rules.Code;

/// <summary>The blocks that only Python 2 runs: those below <c>if sys.version_info[0] == 2</c> and its like. What they do no longer happens.</summary>
internal sealed class OldPython : SyntaxVisitor
{
    private const long Newest = 2;

    private readonly RuleContext _context;
    private readonly List<TextSpan> _blocks = [];

    private OldPython(RuleContext context) => _context = context;

    public static IReadOnlyList<TextSpan> BlocksOf(RuleContext context)
    {
        var finder = new OldPython(context);
        finder.Visit(context.Tree.Root);
        return finder._blocks;
    }

    public override void VisitIf(If node)
    {
        var isOld = IsOld(node.Test);
        Add(isOld is true ? node.Body.FirstOrDefault() : isOld is false ? node.OrElse.FirstOrDefault() : null, isOld is true ? node.Body.LastOrDefault() : node.OrElse.LastOrDefault());
        base.VisitIf(node);
    }

    private void Add(Statement? first, Statement? last)
    {
        if (first is not null && last is not null)
        {
            _blocks.Add(TextSpan.FromBounds(first.Start, last.End));
        }
    }

    /// <summary>True where only Python 2 goes into the block, false where it alone does not.</summary>
    private bool? IsOld(Expression test) => test switch
    {
        UnaryOp { Operator: UnaryOperator.Not } not => !IsOld(not.Operand),
        Compare { Operators: [var operation], Comparators: [var number] } compare when MajorOf(number) is { } major && IsVersion(compare.Left, isWhole: number is Python.Syntax.Tuple) => operation switch
        {
            CompareOperator.Eq => major <= Newest ? true : null,
            CompareOperator.NotEq => major <= Newest ? false : null,
            CompareOperator.Lt => major <= Newest + 1 && IsFirst(number) ? true : null,
            CompareOperator.LtE => major <= Newest ? true : null,
            CompareOperator.GtE => major <= Newest + 1 && IsFirst(number) ? false : null,
            CompareOperator.Gt => major <= Newest ? false : null,
            _ => null,
        },
        _ => _context.Names.Resolve(test)?.Text switch
        {
            "six.PY2" => true,
            "six.PY3" => false,
            _ => null,
        },
    };

    /// <summary><c>3</c>, and <c>(3, 0)</c>: no version of Python 3 is less.</summary>
    private static bool IsFirst(Expression number) => number is not Python.Syntax.Tuple { Elements: var elements } || elements.Skip(1).All(static element => element is Constant { Value: 0L }) || MajorOf(number) <= Newest;

    private static long? MajorOf(Expression number) => number switch
    {
        Constant { Value: long major } => major,
        Python.Syntax.Tuple { Elements: [Constant { Value: long major }, ..] } => major,
        _ => null,
    };

    private bool IsVersion(Expression asked, bool isWhole) => isWhole
        ? _context.Names.Resolve(asked)?.Text is "sys.version_info"
        : (asked is Subscript { Index: Constant { Value: 0L }, Value: var version } && _context.Names.Resolve(version)?.Text is "sys.version_info") || _context.Names.Resolve(asked)?.Text is "sys.version_info.major";
}
