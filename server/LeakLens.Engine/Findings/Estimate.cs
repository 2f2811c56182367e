namespace LeakLens.Engine.Findings;

/// <summary>
/// The numbers of a finding, in bytes that CPython's tracemalloc would count. A number that is not known is null.
/// </summary>
/// <param name="PeakBytes">The most that this growth holds at one time.</param>
/// <param name="RetainedBytes">What is still held when the code that grew it is done; 0 for what dies with its function.</param>
/// <param name="BytesPerTrip">What one more trip of the loop leaves behind.</param>
/// <param name="Trips">How often the loop runs, nested loops multiplied.</param>
public sealed record Estimate(
    long? PeakBytes,
    long? RetainedBytes,
    long? BytesPerTrip,
    long? Trips,
    GrowthBound Bound,
    Lifetime Lifetime,
    Multiplicity Multiplicity);
