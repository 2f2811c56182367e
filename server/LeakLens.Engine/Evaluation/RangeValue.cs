using LeakLens.Engine.Quantities;

namespace LeakLens.Engine.Evaluation;

/// <summary>What a range object holds.</summary>
internal sealed record RangeValue(Quantity Start, Quantity Stop, Quantity Step)
{
    /// <summary>Items of the range: ceil((stop - start) / step), at least none.</summary>
    public Quantity Count
    {
        get
        {
            if (!Step.IsExact || Step.Low == 0)
            {
                return Quantity.SomeLength;
            }

            var distance = Step.Low > 0 ? Stop - Start : Start - Stop;
            var step = Math.Abs(Step.Low);
            return Quantity.FloorDivide(distance + new Quantity(step - 1, step - 1), step).AtLeastZero();
        }
    }
}
