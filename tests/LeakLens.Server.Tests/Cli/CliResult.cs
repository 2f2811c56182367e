namespace LeakLens.Server.Tests.Cli;

/// <summary>What a command line did.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Error);
