namespace LeakLens.Deployment.Amounts;

/// <summary>Why an amount is not what was meant.</summary>
public enum AmountProblem
{
    None,

    /// <summary>Kubernetes reads <c>m</c> as thousandths.</summary>
    Thousandths,

    /// <summary>Nobody reads the unit.</summary>
    UnknownUnit,

    /// <summary>There is no unit: the number counts bytes.</summary>
    NoUnit,

    /// <summary>Redis: <c>m</c> is a million, <c>mb</c> a mebibyte.</summary>
    DecimalUnit,

    /// <summary>It is no amount at all.</summary>
    NoAmount,
}
