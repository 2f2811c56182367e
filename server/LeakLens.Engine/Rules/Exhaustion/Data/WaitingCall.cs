namespace LeakLens.Engine.Rules.Exhaustion.Data;

/// <summary>Calls that wait for another machine, and how they are told for how long.</summary>
/// <param name="What">A word for messages: HTTP request, connection.</param>
/// <param name="Timeout">The argument that limits the wait.</param>
/// <param name="Position">Its place among those without a name; -1 for none.</param>
/// <param name="Least">With fewer arguments than this the call does not wait yet.</param>
/// <param name="HasDefault">There is a limit unless the program takes it away with None.</param>
/// <param name="UsesSocketDefault"><c>socket.setdefaulttimeout</c> limits it, too.</param>
internal sealed record WaitingCall(string What, string Timeout, int Position, int Least, bool HasDefault, bool UsesSocketDefault);
