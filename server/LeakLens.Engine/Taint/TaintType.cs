using System.Collections.Frozen;

namespace LeakLens.Engine.Taint;

/// <summary>A type of a framework whose members bring in what somebody else decides.</summary>
/// <param name="DeclaredBy">The method whose calls say which attributes there are, and of which types.</param>
/// <param name="Bounds">Settings, arguments or attributes that bound the length of what it brings, wherever the file names them.</param>
internal sealed record TaintType(string What, TaintTrust Trust, FrozenDictionary<string, TaintMember> Members, FrozenSet<string> Bounds, string DeclaredBy);
