using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>LL103: a loop keeps long texts.</summary>
internal sealed class LargeTextAccumulationRule : GrowthRule
{
    public override string Id => "LL103";

    public override bool Covers(GrowthCase growth) => growth.Fact is { Loop: not null, IsPlace: false } && (growth.Fact.Content.LargestText > 0 || RepeatedLength(growth) > 0);

    public override FindingLevel? Judge(GrowthCase growth, RuleDescriptor rule) =>
        growth.Fact.Content.LargestText >= rule.GetThreshold("text-characters") ? new GrowthJudge(rule).Judge(growth)
        : growth is { IsPersistent: true, IsReleased: false } && rule.GetThreshold("repeated-characters") is > 0 and var least && RepeatedLength(growth) >= least ? FindingLevel.Warning
        : null;

    public override string Message(GrowthCase growth)
    {
        var message = new GrowthText(growth).Message();
        if (growth.Fact.Content.LargestText == 0)
        {
            return $"{message}, each a text of {ByteText.Count(RepeatedLength(growth))} characters that the compiler makes once";
        }

        var longest = growth.Fact.Content.LargestText;
        return growth.IsOpenEnded ? message : IsOfBytes(growth) ? $"{message}, byte strings of up to {ByteText.Bytes(longest)}" : $"{message}, texts of up to {ByteText.Count(longest)} characters";
    }

    private static bool IsOfBytes(GrowthCase growth) =>
        growth.Fact.Content.Items is { IsEmpty: false } items && items.All(static item => item.Kind is ObjectKind.Bytes or ObjectKind.ByteArray or ObjectKind.Int);

    public override string Advice(GrowthCase growth) => "Keep of each text what is needed later, such as its length, a hash or where it stands in a file, and write the text itself out";

    /// <summary>The length of a text that is repeated as the program writes it; the compiler makes short ones once.</summary>
    private static long RepeatedLength(GrowthCase growth)
    {
        var longest = 0L;
        foreach (var value in growth.Storing?.Values ?? [])
        {
            if (Origins.Of(value, growth.Function) is BinOp { Operator: BinaryOperator.Mult } product && growth.Fact.Loop is { } loop && growth.Context.Code.IsInside(product, loop))
            {
                longest = Math.Max(longest, RepeatedLength(product));
            }
        }

        return longest;
    }

    private static long RepeatedLength(BinOp product) => (product.Left, product.Right) switch
    {
        (Constant { Value: string text }, Constant { Value: long times }) => Product(text, times),
        (Constant { Value: long times }, Constant { Value: string text }) => Product(text, times),
        _ => 0,
    };

    private static long Product(string text, long times) => (long)Math.Clamp((double)text.Length * times, 0, 1L << 50);
}
