namespace LeakLens.Engine.Decoding.Tracing.Values;

/// <summary>A module, function or class that is not in the text, what such a call gave back (<c>flask.Flask()</c>), or a member of that.</summary>
/// <param name="Name">Qualified; calls are told by <c>()</c>.</param>
internal sealed record LibraryValue(string Name);
