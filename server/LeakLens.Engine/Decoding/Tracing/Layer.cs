namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>One step on the way from what stands in the text to what is executed.</summary>
/// <param name="Before">The step before it; null for the first.</param>
/// <param name="Name">What undid the disguise: <c>base64</c>, <c>zlib</c>, <c>the file resources.dat</c>.</param>
/// <param name="Result">A <see cref="string"/> or bytes; null when it is not known.</param>
/// <param name="File">The file that it was read from, for a step that reads.</param>
internal sealed record Layer(Layer? Before, string Name, object? Result, ProgramFile? File = null)
{
    private const int Most = 64;

    public int Count { get; } = Before is null ? 1 : Before.Count + 1;

    /// <summary>One more step; the last of so many only changes what they came to.</summary>
    public static Layer Add(Layer? before, string name, object? result, ProgramFile? file = null) => new(before is { Count: >= Most } ? before.Before : before, name, result, file);

    /// <summary>The steps, the first one first.</summary>
    public IReadOnlyList<Layer> InOrder()
    {
        var steps = new List<Layer>(Count);
        for (var step = this; step is not null; step = step.Before)
        {
            steps.Add(step);
        }

        steps.Reverse();
        return steps;
    }
}
