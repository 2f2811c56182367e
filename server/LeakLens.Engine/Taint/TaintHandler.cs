using System.Collections.Frozen;

namespace LeakLens.Engine.Taint;

/// <summary>Functions that a framework calls, and what it hands them.</summary>
/// <param name="Parameter">The place of the parameter that gets it; -1 for an attribute of <c>self</c>, -2 for every parameter, by its annotation.</param>
/// <param name="Attributes">The attributes, or methods, of <c>self</c> that give it.</param>
/// <param name="Methods">Of classes with such a base: the methods; empty for all.</param>
/// <param name="Position">Of functions that are handed to somebody: the place of the argument.</param>
/// <param name="Keyword">Its name; empty for none.</param>
/// <param name="Seen">Attributes of the parameter by which the function is known, where nothing else says what it is.</param>
internal sealed record TaintHandler(int Parameter, FrozenSet<string> Attributes, FrozenSet<string> Methods, FrozenSet<string> Seen, string Type, int Position, string Keyword, FrozenSet<string> Imports);
