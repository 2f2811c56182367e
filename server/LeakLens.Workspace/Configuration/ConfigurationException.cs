using System.Collections.Immutable;

namespace LeakLens.Workspace.Configuration;

/// <summary>A configuration that cannot be used: all that is wrong with it, in the order of the files.</summary>
public sealed class ConfigurationException : Exception
{
    public ConfigurationException(ImmutableArray<ConfigurationError> errors)
        : base(errors[0].Message)
    {
        Errors = errors;
    }

    public ConfigurationException(string file, int line, int column, string message)
        : this([new ConfigurationError(file, line, column, message)])
    {
    }

    public ImmutableArray<ConfigurationError> Errors { get; }
}
