using System.Collections.Frozen;
using System.Collections.Immutable;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// Statements that can grow nothing, whatever the values are: what they say is known from the tree alone. Code that was left in a hurry may hold them
/// without having been run.
/// </summary>
/// <param name="scout">Asked only when there is such code.</param>
internal sealed class HarmlessCode(SyntaxTree tree, Lazy<GrowthScout> scout)
{
    /// <summary>Functions that look at what they are given, and keep none of it.</summary>
    private static readonly FrozenSet<string> Looking = FrozenSet.Create(
        StringComparer.Ordinal,
        "print", "len", "repr", "str", "int", "float", "bool", "isinstance", "issubclass", "type", "id", "ord", "chr", "abs", "callable", "hasattr");

    /// <summary>Functions of libraries that ask or tell the system something small.</summary>
    private static readonly FrozenSet<string> Small = FrozenSet.Create(
        StringComparer.Ordinal,
        "os.stat", "os.lstat", "os.close", "os.remove", "os.unlink", "os.rmdir", "os.mkdir", "os.makedirs", "os.chmod", "os.utime", "time.sleep", "sys.exit");

    /// <summary>Nothing in a block grows anything, and it is not left early: what stands behind it happens as if it were not there.</summary>
    public bool IsPassedThrough(ImmutableArray<Statement> block)
    {
        foreach (var statement in block)
        {
            if (Leaves(statement) || !IsHarmless(statement))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>It says something, raises a small exception, or does nothing.</summary>
    public bool IsHarmless(Statement statement) => statement switch
    {
        Pass or Break or Continue => true,
        Return { Value: var value } => value is null or Constant,
        Expr { Value: Constant } => true,
        Expr { Value: Call call } => IsLook(call) || IsSmall(call),
        Raise { Cause: null or Name } raise => raise.Exception is null || IsSmallException(raise.Exception),
        If branch => IsPlain(branch.Test) && branch.Body.All(IsHarmless) && branch.OrElse.All(IsHarmless),
        _ => false,
    };

    private static bool Leaves(Statement statement) => statement switch
    {
        Break or Continue or Return or Raise => true,
        If branch => branch.Body.Any(Leaves) || branch.OrElse.Any(Leaves),
        _ => false,
    };

    private bool IsSmallException(Expression raised) => raised switch
    {
        Call { Function: Name name, Keywords.IsEmpty: true } call => IsBuiltIn(name) && name.Id.EndsWith("Error", StringComparison.Ordinal) && call.Arguments.All(IsPlain),
        Name name => IsBuiltIn(name),
        _ => false,
    };

    private bool IsLook(Call call) =>
        call is { Function: Name name, Keywords.IsEmpty: true } && Looking.Contains(name.Id) && IsBuiltIn(name) && call.Arguments.All(IsPlain);

    private bool IsSmall(Call call) =>
        tree.GetQualifiedNames().TryResolve(call.Function, out var name) && name.IsCertain && Small.Contains(name.Text) && call.Keywords.IsEmpty && call.Arguments.All(IsPlain);

    private bool IsBuiltIn(Name name) =>
        tree.GetQualifiedNames().TryResolve(name, out var qualified) && qualified.IsCertain && string.Equals(qualified.Text, "builtins." + name.Id, StringComparison.Ordinal);

    /// <summary>
    /// A text that is made of it is about as long as what it is made of: nothing is repeated in it. Looking at a thing may run code of its class, which
    /// must not grow anything either.
    /// </summary>
    private bool IsPlain(Expression expression) => expression is Constant || (!scout.Value.GrowsByLooking && IsPlainLook(expression));

    private bool IsPlainLook(Expression expression) => expression switch
    {
        Constant or Name => true,
        Python.Syntax.Attribute attribute => IsPlainLook(attribute.Value),
        Call call => IsLook(call),
        Compare compare => IsPlainLook(compare.Left) && compare.Comparators.All(IsPlainLook),
        UnaryOp unary => IsPlainLook(unary.Operand),
        BoolOp operation => operation.Values.All(IsPlainLook),
        BinOp { Operator: BinaryOperator.Add or BinaryOperator.Mod } operation =>
            (operation.Left is Constant || operation.Right is Constant) && IsPlainLook(operation.Left) && IsPlainLook(operation.Right),
        Python.Syntax.Tuple tuple => tuple.Elements.All(IsPlainLook),
        _ => false,
    };
}
