namespace LeakLens.Engine.Evaluation;

/// <summary>Ends the evaluation of an entry point whose budget is spent. What was found until then stands.</summary>
internal sealed class BudgetSpentException : Exception
{
    public BudgetSpentException()
        : base("The evaluation budget is spent.")
    {
    }

    public BudgetSpentException(string message)
        : base(message)
    {
    }

    public BudgetSpentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
