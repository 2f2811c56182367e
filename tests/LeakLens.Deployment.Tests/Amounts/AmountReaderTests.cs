using LeakLens.Deployment.Amounts;

namespace LeakLens.Deployment.Tests.Amounts;

public sealed class AmountReaderTests
{
    [Theory]
    [InlineData("512Mi", AmountDialect.Kubernetes, 536870912)]
    [InlineData("1.5Gi", AmountDialect.Kubernetes, 1610612736)]
    [InlineData("512M", AmountDialect.Kubernetes, 512e6)]
    [InlineData("129e6", AmountDialect.Kubernetes, 129e6)]
    [InlineData("500000k", AmountDialect.Kubernetes, 5e8)]
    [InlineData("536870912", AmountDialect.Kubernetes, 536870912)]
    [InlineData("512m", AmountDialect.Docker, 536870912)]
    [InlineData("512MB", AmountDialect.Docker, 536870912)]
    [InlineData("1.5gb", AmountDialect.Docker, 1610612736)]
    [InlineData("2 GiB", AmountDialect.Docker, 2147483648)]
    [InlineData("512M", AmountDialect.Systemd, 536870912)]
    [InlineData("100mb", AmountDialect.Redis, 104857600)]
    [InlineData("1GB", AmountDialect.Redis, 1073741824)]
    [InlineData("0", AmountDialect.Redis, 0)]
    [InlineData("4gb", AmountDialect.Dragonfly, 4294967296)]
    public void What_is_meant_is_read(string text, AmountDialect dialect, double bytes)
    {
        var amount = AmountReader.Read(text, dialect);

        amount.Problem.ShouldBe(AmountProblem.None);
        amount.Bytes.ShouldBe(bytes);
    }

    [Theory]
    [InlineData("512m", AmountDialect.Kubernetes, AmountProblem.Thousandths, "512Mi")]
    [InlineData("512MB", AmountDialect.Kubernetes, AmountProblem.UnknownUnit, "512Mi")]
    [InlineData("1gb", AmountDialect.Kubernetes, AmountProblem.UnknownUnit, "1Gi")]
    [InlineData("512mi", AmountDialect.Kubernetes, AmountProblem.UnknownUnit, "512Mi")]
    [InlineData("512K", AmountDialect.Kubernetes, AmountProblem.UnknownUnit, "512Ki")]
    [InlineData("512", AmountDialect.Kubernetes, AmountProblem.NoUnit, "512Mi")]
    [InlineData("much", AmountDialect.Kubernetes, AmountProblem.NoAmount, null)]
    [InlineData("512", AmountDialect.Docker, AmountProblem.NoUnit, "512m")]
    [InlineData("512x", AmountDialect.Docker, AmountProblem.UnknownUnit, null)]
    [InlineData("512m", AmountDialect.Systemd, AmountProblem.UnknownUnit, "512M")]
    [InlineData("512MB", AmountDialect.Systemd, AmountProblem.UnknownUnit, "512M")]
    [InlineData("100m", AmountDialect.Redis, AmountProblem.DecimalUnit, "100mb")]
    [InlineData("100Mi", AmountDialect.Redis, AmountProblem.UnknownUnit, "100mb")]
    [InlineData("100", AmountDialect.Redis, AmountProblem.NoUnit, "100mb")]
    public void What_is_not_meant_is_seen(string text, AmountDialect dialect, AmountProblem problem, string? correction)
    {
        var amount = AmountReader.Read(text, dialect);

        amount.Problem.ShouldBe(problem);
        amount.Correction.ShouldBe(correction);
    }
}
