namespace LeakLens.Deployment.Amounts;

/// <summary>An amount of memory as its reader takes it.</summary>
/// <param name="Bytes">What it comes to; 0 where nobody can read it.</param>
/// <param name="Correction">What was probably meant, in the same dialect; null where nothing comes to mind.</param>
public readonly record struct Amount(double Bytes, AmountProblem Problem, string? Correction)
{
    /// <summary>Whether the reader takes it at all.</summary>
    public bool IsRead => Problem is not (AmountProblem.UnknownUnit or AmountProblem.NoAmount);
}
