namespace LeakLens.Engine.Known;

/// <summary>What a function gives when CPython would raise: <c>"abc".index("z")</c>.</summary>
/// <param name="Type">Name of the built-in exception.</param>
internal sealed record KnownError(string Type, string Message);
