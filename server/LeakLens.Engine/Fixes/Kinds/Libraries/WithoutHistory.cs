using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Libraries;
using LeakLens.Engine.Rules.Libraries.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Libraries;

/// <summary><c>total += loss.item()</c>, <c>outputs.append(output.detach())</c>; <c>retain_graph</c> goes; a loop that makes models of Keras forgets the one before.</summary>
internal sealed class WithoutHistory : FixProvider
{
    public override string Kind => "without-history";

    public override ImmutableArray<string> Rules => ["LL903"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<AugAssign>() is { } sum)
        {
            return context.Write().Replace(sum.Value, With(context, sum.Value, "item()")).Done("Add a number (item)", Applicability.Unsafe, "the sum is a number then, no tensor");
        }

        if (context.Node<Assign>() is { Value: BinOp plus, Targets: [var target] })
        {
            var added = SameExpression.Is(plus.Left, target) ? plus.Right : plus.Left;
            return context.Write().Replace(added, With(context, added, "item()")).Done("Add a number (item)", Applicability.Unsafe, "the sum is a number then, no tensor");
        }

        return context.Node<Call>() is { } call ? OfCall(context, call) : [];
    }

    private static IEnumerable<Fix> OfCall(FixContext context, Call call) => call switch
    {
        { Function: Python.Syntax.Attribute { Name: "append" }, Arguments: [not (Python.Syntax.Tuple or List or Dict) and var item] } =>
            context.Write().Replace(item, With(context, item, "detach()")).Done("Append it without its history (detach)", Applicability.Unsafe, "nothing can be learned from it any more"),
        { Function: Python.Syntax.Attribute { Name: "backward" }, Arguments: [], Keywords: [{ Name: "retain_graph" }] } =>
            context.Write().Replace(call, context.TextOf(call.Function) + "()").Done("Let the graph go (without retain_graph)", Applicability.Unsafe, "an error follows where another trip goes back through it"),
        _ => Cleared(context, call),
    };

    private static IEnumerable<Fix> Cleared(FixContext context, Call call)
    {
        if (Repetitions.LoopAround(context.Rules, call) is not { } loop || CodeBlocks.BodyOf(loop) is not [var first, ..])
        {
            return [];
        }

        var made = context.Rules.Names.Resolve(call.Function)?.Text;
        var writer = context.Write();
        var isOfKeras = made is not null && LibraryData.Instance.Set("models.built").Contains(made);
        var module = made?.StartsWith("keras.", StringComparison.Ordinal) is true ? "keras.backend" : "tensorflow.keras.backend";
        writer.InsertBefore(first, $"{writer.Import(module, "clear_session", call)}()");
        return isOfKeras || made is null ? writer.Done("Forget the model before (clear_session)", Applicability.Unsafe, "models that were made before cannot be used any more") : [];
    }

    private static string With(FixContext context, Expression value, string method) =>
        value is Name or Call or Python.Syntax.Attribute or Subscript ? $"{context.TextOf(value)}.{method}" : $"({context.TextOf(value)}).{method}";
}
